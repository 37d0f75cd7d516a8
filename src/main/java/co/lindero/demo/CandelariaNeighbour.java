package co.lindero.demo;

import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Paths;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;

/**
 * A strip of the neighbour in the north, whose cadastre and plan draw the common limit twelve metres further south than
 * Candelaria's do: parcels of both lie on the ground between.
 */
final class CandelariaNeighbour {
    static final String MUNICIPALITY = "76520";
    static final String PLAN = "POT-76520";
    static final String ACT = "Acuerdo FICTICIO 002 de 2014 de Palmira (demostración)";
    static final String ZONES = "neighbour-zones-";
    private static final double OVERLAP_M = 12;
    private static final double DEPTH_M = 1500;
    private static final double WEST = 4_623_200;
    private static final double EAST = 4_631_000;

    private final List<Vec> limit = Paths.offset(
            CandelariaMap.northernLimit().stream()
                    .filter(place -> place.x() > WEST && place.x() < EAST)
                    .toList(),
            -OVERLAP_M);

    void write(Path folder, ZoneFiles zones) throws IOException {
        Drawing strip = Drawing.of(List.of(strip()));
        try (GeoJsonFile file = new GeoJsonFile(folder, "neighbour-territories")) {
            Properties properties = new Properties()
                    .put("code", MUNICIPALITY)
                    .put("kind", "municipio")
                    .put("name", "Palmira (franja de demostración)");
            file.write(properties, strip);
        }
        try (GeoJsonFile file = new GeoJsonFile(folder, "neighbour-parcels")) {
            for (int i = 0; i + 1 < limit.size(); i++) {
                row(i).write(file);
            }
        }
        zones.write(DemoTheme.LAND_CLASS, "Rural", strip);
        zones.write(DemoTheme.RURAL_ZONING, "Suelo_Rural_Productivo.Agropecuario", strip);
    }

    private ParcelRow row(int index) {
        Shape plot = plot(index);
        return new ParcelRow(
                number(index),
                String.format(Locale.ROOT, "%s00010009%04d000", MUNICIPALITY, index + 1),
                String.format(Locale.ROOT, "PAL%04dAAAA", index + 1),
                null,
                "Lote Guayabal " + (index + 1),
                plot.areaM2(),
                "Agricola",
                "NPH",
                Drawing.of(List.of(plot)));
    }

    static String number(int index) {
        return String.format(Locale.ROOT, "%s000100000009%04d000000000", MUNICIPALITY, index + 1);
    }

    static double drawnM2(int index) {
        return new CandelariaNeighbour().plot(index).areaM2();
    }

    /** Returns the farm of Candelaria that has most ground in common with the neighbour. */
    Site shared(CandelariaGround ground) {
        Geometry strip = JtsShapes.polygon(List.of(strip()));
        return ground.sites().stream()
                .filter(site -> site.is(PlotKind.FARM))
                .max(Comparator.comparingDouble(site -> JtsShapes.and(
                                strip,
                                JtsShapes.polygon(List.of(
                                        Shape.of(ground.mesh(), site.plot().face()))))
                        .getArea()))
                .orElseThrow();
    }

    private Shape strip() {
        List<Node> ring = new ArrayList<>();
        limit.forEach(place -> ring.add(node(place, 0)));
        for (int i = limit.size() - 1; i >= 0; i--) {
            ring.add(node(limit.get(i), DEPTH_M));
        }
        return new Shape(ring, List.of());
    }

    private Shape plot(int index) {
        Vec west = limit.get(index);
        Vec east = limit.get(index + 1);
        return new Shape(List.of(node(west, 0), node(east, 0), node(east, DEPTH_M), node(west, DEPTH_M)), List.of());
    }

    private static Node node(Vec place, double north) {
        return Node.at(place.x(), place.y() + north);
    }
}
