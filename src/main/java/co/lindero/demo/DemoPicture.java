package co.lindero.demo;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Draws a generated municipality at three scales, from the files alone. */
public final class DemoPicture {
    private static final Color INK = new Color(0x333333);
    private static final Color WATER = new Color(0x3f88b5);
    private static final Color LINE = new Color(0x8a8375);
    private static final Map<String, Integer> COLOURS = Map.ofEntries(
            Map.entry("AR-1", 0xfbe9a9),
            Map.entry("AR-2", 0xf7d774),
            Map.entry("AR-3", 0xf0b95b),
            Map.entry("AR-4", 0xe8cfa5),
            Map.entry("AC-1", 0xd9534f),
            Map.entry("AC-2", 0xe88a7d),
            Map.entry("AD-1", 0x7fa8d9),
            Map.entry("Alta", 0x7fa9b0),
            Map.entry("Media", 0x9dbdb4),
            Map.entry("Baja", 0xb9cfb6),
            Map.entry("AI-1", 0xa58bb8),
            Map.entry("MIX-1", 0xe79a4e),
            Map.entry("MIX-2", 0xd8b08c),
            Map.entry("Suelo_Rural_Productivo.Agropecuario", 0xdfe8c4),
            Map.entry("Proteccion_Suelo_Rural.Produccion_Agropecuaria_Explotacion_RRNN", 0xcbdda6),
            Map.entry(
                    "Proteccion_Suelo_Rural.Conservacion_Proteccion_Ambiental.Areas_Importancia_Ecosistemica",
                    0x9fc99a),
            Map.entry("Desarrollo_Restringido.Suburbano", 0xc3b1d1),
            Map.entry("Desarrollo_Restringido.Corredor_Vial_Suburbano", 0xe3d3e4),
            Map.entry("Desarrollo_Restringido.Centro_Poblado_Rural", 0xf0cf8e),
            Map.entry("Desarrollo_Restringido.Vivienda_Campestre", 0xd5e39b));

    private static final List<String> URBAN =
            List.of("AR-1", "AR-2", "AR-3", "AC-1", "AC-2", "MIX-1", "MIX-2", "AD-1", "AI-1");
    private static final List<String> RURAL = List.of(
            "Suelo_Rural_Productivo.Agropecuario",
            "Proteccion_Suelo_Rural.Produccion_Agropecuaria_Explotacion_RRNN",
            "Proteccion_Suelo_Rural.Conservacion_Proteccion_Ambiental.Areas_Importancia_Ecosistemica",
            "Desarrollo_Restringido.Suburbano",
            "Desarrollo_Restringido.Corredor_Vial_Suburbano",
            "Desarrollo_Restringido.Centro_Poblado_Rural",
            "Desarrollo_Restringido.Vivienda_Campestre",
            "Alta",
            "Media",
            "Baja");

    private final MapLayer parcels;
    private final MapLayer buildings;
    private final MapLayer territories;
    private final MapLayer rivers;
    private final MapLayer rural;
    private final MapLayer activity;
    private final MapLayer landClass;
    private final MapLayer flood;
    private final MapLayer roads;

    private DemoPicture(Path folder) throws IOException {
        parcels = MapLayer.read(folder, "parcels");
        buildings = MapLayer.read(folder, "buildings");
        territories = MapLayer.read(folder, "territories");
        rivers = MapLayer.read(folder, "rivers");
        rural = MapLayer.read(folder, "zones-rural-zoning");
        activity = MapLayer.read(folder, "zones-activity-area");
        landClass = MapLayer.read(folder, "zones-land-class");
        flood = MapLayer.read(folder, "zones-hazard-flood");
        roads = MapLayer.read(folder, "zones-road-reservation");
    }

    /**
     * Writes municipio.png, poblado.png and manzana.png.
     *
     * @param folder what {@link DemoGenerator} wrote, layout CANDELARIA
     * @param out where the pictures go, made if need be
     */
    public static void draw(Path folder, Path out) throws IOException {
        Files.createDirectories(out);
        DemoPicture picture = new DemoPicture(folder);
        Rectangle2D all = picture.territories.features().get(0).path().getBounds2D();
        double margin = 600;
        Rectangle2D sheet = new Rectangle2D.Double(
                all.getX() - margin, all.getY() - margin, all.getWidth() + 2 * margin, all.getHeight() + 2 * margin);
        MapLegend legend = new MapLegend(COLOURS);
        MapCanvas municipality = picture.municipality(sheet);
        legend.draw(
                municipality,
                MapLegend.Corner.RIGHT,
                "Municipio de Candelaria: suelo rural y amenaza por inundación",
                5000,
                RURAL);
        municipality.write(out.resolve("municipio.png"));
        Rectangle2D seat = picture.boundsOf("barrio", "Centro");
        MapCanvas town = picture.close(around(seat, 820), false);
        legend.draw(town, MapLegend.Corner.LEFT, "Cabecera: áreas de actividad", 250, URBAN);
        town.write(out.resolve("poblado.png"));
        MapCanvas block = picture.close(around(seat, 120), true);
        legend.draw(block, MapLegend.Corner.LEFT, "Centro: predios y construcciones", 25, URBAN);
        block.write(out.resolve("manzana.png"));
    }

    private static Rectangle2D around(Rectangle2D bounds, double halfM) {
        return new Rectangle2D.Double(
                bounds.getCenterX() - halfM, bounds.getCenterY() - 0.75 * halfM, 2 * halfM, 1.5 * halfM);
    }

    private Rectangle2D boundsOf(String kind, String name) {
        return territories.features().stream()
                .filter(feature -> feature.text("kind").equals(kind)
                        && feature.text("name").equals(name))
                .findFirst()
                .orElseThrow()
                .path()
                .getBounds2D();
    }

    private MapCanvas municipality(Rectangle2D sheet) {
        MapCanvas canvas = new MapCanvas(sheet, 2000);
        zones(canvas);
        flood(canvas);
        lines(canvas, 0.35);
        roads.features().forEach(road -> {
            if (road.text("code").startsWith("VP")) {
                canvas.dash(road.path(), new Color(0xb03030), 2);
            } else {
                canvas.stroke(road.path(), new Color(0x6b5f52), 3.4);
                canvas.stroke(road.path(), new Color(0xfff6dd), 1.8);
            }
        });
        rivers.features()
                .forEach(river ->
                        canvas.stroke(river.path(), WATER, river.text("name").endsWith("Cauca") ? 5 : 2.2));
        territories.features().forEach(territory -> {
            boolean isPart = territory.text("kind").equals("corregimiento")
                    || territory.text("kind").equals("cabecera");
            if (isPart) {
                canvas.dash(territory.path(), new Color(0x7a3e6b), 1.6);
            }
        });
        canvas.stroke(territories.features().get(0).path(), new Color(0x7a3e6b), 2.6);
        names(canvas, "centro_poblado", new Font(Font.SANS_SERIF, Font.BOLD, 19), INK);
        Rectangle2D seat = boundsOf("barrio", "Centro");
        Font large = new Font(Font.SANS_SERIF, Font.BOLD, 26);
        canvas.label("CANDELARIA", seat.getCenterX(), seat.getCenterY(), large, INK);
        rivers.features().forEach(river -> {
            Rectangle2D at = river.path().getBounds2D();
            Font italic = new Font(Font.SERIF, Font.ITALIC, 19);
            canvas.label(river.text("name"), at.getCenterX(), at.getCenterY(), italic, WATER.darker());
        });
        names(canvas, "vereda", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new Color(0x66705a));
        return canvas;
    }

    private MapCanvas close(Rectangle2D sheet, boolean isBlock) {
        MapCanvas canvas = new MapCanvas(sheet, 1800);
        zones(canvas);
        parcels.features().forEach(parcel -> {
            if (parcel.text("condition").equals("Via")) {
                canvas.fill(parcel.path(), new Color(0xfdfcf8));
            } else if (parcel.text("condition").equals("Bien_Uso_Publico")) {
                canvas.fill(parcel.path(), new Color(0xa9cf95));
            }
        });
        if (isBlock) {
            buildings.features().forEach(building -> canvas.fill(building.path(), new Color(90, 80, 70, 90)));
            buildings.features().forEach(building -> canvas.stroke(building.path(), new Color(0x6d6257), 0.8));
        } else {
            buildings.features().forEach(building -> canvas.fill(building.path(), new Color(90, 80, 70, 70)));
        }
        lines(canvas, isBlock ? 1.4 : 0.6);
        if (isBlock) {
            addresses(canvas);
        } else {
            names(canvas, "barrio", new Font(Font.SANS_SERIF, Font.BOLD, 22), INK);
        }
        return canvas;
    }

    private void zones(MapCanvas canvas) {
        landClass.features().forEach(zone -> {
            if (zone.text("code").equals("Expansion_Urbana")) {
                canvas.fill(zone.path(), new Color(0xf3e3c8));
            }
        });
        for (MapLayer layer : new MapLayer[] {rural, activity}) {
            layer.features()
                    .forEach(zone ->
                            canvas.fill(zone.path(), new Color(COLOURS.getOrDefault(zone.text("code"), 0xdddddd))));
        }
    }

    private void flood(MapCanvas canvas) {
        flood.features().forEach(zone -> {
            int alpha =
                    zone.text("code").equals("Alta") ? 95 : zone.text("code").equals("Media") ? 60 : 30;
            canvas.fill(zone.path(), new Color(70, 130, 190, alpha));
        });
    }

    private void lines(MapCanvas canvas, double widthPx) {
        parcels.features().forEach(parcel -> canvas.stroke(parcel.path(), LINE, widthPx));
    }

    private void names(MapCanvas canvas, String kind, Font font, Color color) {
        territories.features().forEach(territory -> {
            if (territory.text("kind").equals(kind) && canvas.shows(territory.path())) {
                Rectangle2D at = territory.path().getBounds2D();
                canvas.label(territory.text("name"), at.getCenterX(), at.getCenterY(), font, color);
            }
        });
    }

    private void addresses(MapCanvas canvas) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
        parcels.features().forEach(parcel -> {
            Rectangle2D at = parcel.path().getBounds2D();
            boolean isLot = parcel.text("condition").equals("NPH")
                    || parcel.text("condition").equals("PH.Matriz");
            if (isLot && canvas.shows(parcel.path())) {
                String address = parcel.text("address").replace(" Centro", "");
                canvas.label(address, at.getCenterX(), at.getCenterY(), font, INK);
            }
        });
    }
}
