package co.lindero.demo;

import co.lindero.demo.mesh.Dissolve;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Writes the zones that follow rivers and roads and cut across parcels, and the coverages of the hazard studies. */
final class CandelariaOverlays {
    private static final double BANK_M = 30;
    private static final double CORRIDOR_M = 300;
    private static final double RAIN_COVERAGE_M = 1400;
    private static final double TOWN_COVERAGE_M = 1500;
    private static final Set<String> STUDIED = Set.of("Candelaria", "Villagorgona", "El Carmelo");

    private final CandelariaGround ground;
    private final Geometry municipality;
    private final Geometry urban;
    private final Geometry expansion;
    private final Geometry cauca = JtsShapes.line(CandelariaMap.cauca());
    private final Geometry desbaratado = JtsShapes.line(CandelariaMap.desbaratado());
    private final List<Road> rivers = CandelariaMap.rivers();

    CandelariaOverlays(CandelariaGround ground) {
        this.ground = ground;
        this.municipality = union(site -> true);
        this.urban = union(site -> site.soil() == Site.Soil.URBAN);
        this.expansion = union(site -> site.soil() == Site.Soil.EXPANSION);
    }

    private Geometry union(Predicate<Site> which) {
        List<Face> faces = ground.sites().stream()
                .filter(which)
                .map(site -> site.plot().face())
                .toList();
        return JtsShapes.polygon(new Dissolve(ground.mesh()).unite(faces));
    }

    void write(ZoneFiles files, Path folder) throws IOException {
        riverFlood(files, folder);
        rainFlood(files, folder);
        banks(files);
        roads(files);
        statements(files);
    }

    private static void statements(ZoneFiles files) throws IOException {
        files.state(
                DemoTheme.HERITAGE,
                "ARQ-R",
                "rural",
                "Toda obra con remoción de suelo en el área rural exige prospección arqueológica previa (demostración).");
        files.state(
                DemoTheme.AIRPORT_SURFACE,
                "SLO-45",
                "municipality",
                "Ninguna construcción sobrepasa la superficie; las más altas piden concepto aeronáutico (demostración).");
        files.state(
                DemoTheme.HAZARD_FLASH_FLOOD,
                "no_aplica",
                "municipality",
                "Estudio básico de amenazas (demostración): el municipio es valle aluvial plano, sin cauces torrenciales.");
        files.state(
                DemoTheme.HAZARD_MASS_MOVEMENT,
                "no_aplica",
                "municipality",
                "Estudio básico de amenazas (demostración): pendientes menores de 3 %, sin movimientos en masa.");
    }

    private void riverFlood(ZoneFiles files, Path folder) throws IOException {
        Geometry high = flooded(260, 55);
        Geometry medium = flooded(620, 130);
        Geometry low = flooded(1250, 260);
        polygons(files, DemoTheme.HAZARD_FLOOD, "Alta", high);
        polygons(files, DemoTheme.HAZARD_FLOOD, "Media", JtsShapes.without(medium, high));
        polygons(files, DemoTheme.HAZARD_FLOOD, "Baja", JtsShapes.without(low, medium));
        coverage(folder, DemoTheme.HAZARD_FLOOD, clipped(JtsShapes.or(swollen(2000, 520), studied(TOWN_COVERAGE_M))));
        polygons(files, DemoTheme.RISK_CONDITION, "ACR-INU", JtsShapes.and(high, urban));
        Geometry rain = rain(1);
        polygons(files, DemoTheme.HAZARD_CONDITION, "ACA-INU", JtsShapes.and(JtsShapes.or(medium, rain), expansion));
        polygons(files, DemoTheme.HAZARD_CONDITION, "ACA-INU", JtsShapes.and(JtsShapes.without(medium, high), urban));
    }

    private Geometry flooded(double caucaM, double othersM) {
        return clipped(swollen(caucaM, othersM));
    }

    private Geometry swollen(double caucaM, double othersM) {
        List<Geometry> parts = new ArrayList<>();
        ragged(cauca, caucaM, parts);
        ragged(desbaratado, othersM, parts);
        rivers.forEach(river -> ragged(JtsShapes.line(river.path()), othersM, parts));
        return JtsShapes.union(parts);
    }

    /** A flood plain is wider here and narrower there: circles of changing size along the river. */
    private static void ragged(Geometry line, double widthM, List<Geometry> parts) {
        parts.add(line.buffer(widthM * 0.6, 4));
        Coordinate[] places = line.getCoordinates();
        for (int i = 0; i < places.length; i += 3) {
            double wave = 0.75 + 0.3 * StrictMath.sin(i * 0.23) + 0.22 * StrictMath.sin(i * 0.071 + 2);
            parts.add(line.getFactory().createPoint(places[i]).buffer(widthM * wave, 5));
        }
    }

    private Geometry clipped(Geometry geometry) {
        return JtsShapes.and(geometry, municipality);
    }

    private void rainFlood(ZoneFiles files, Path folder) throws IOException {
        Geometry cases = JtsShapes.polygon(List.of(CaseBlock.ground(), LicenceBlock.ground()))
                .buffer(2 * BANK_M / 3);
        Geometry high = rain(0.5);
        Geometry medium = rain(1);
        Geometry low = rain(1.7);
        rainZone(files, "Alta", JtsShapes.without(high, cases));
        rainZone(files, "Media", JtsShapes.without(JtsShapes.without(medium, high), cases));
        rainZone(files, "Baja", JtsShapes.without(JtsShapes.without(low, medium), cases));
        Geometry gap = JtsShapes.polygon(List.of(CaseBlock.uncoveredByRain()));
        Geometry covered = JtsShapes.without(clipped(studied(RAIN_COVERAGE_M)), gap);
        coverage(folder, DemoTheme.HAZARD_FLOOD_PLUVIAL, covered);
    }

    private static void rainZone(ZoneFiles files, String level, Geometry geometry) throws IOException {
        polygons(files, DemoTheme.HAZARD_FLOOD_PLUVIAL, level, geometry);
    }

    /** Returns the surroundings of the towns whose hazards were studied closely. */
    private Geometry studied(double radiusM) {
        return JtsShapes.union(ground.towns().stream()
                .filter(CandelariaOverlays::isRainStudied)
                .map(town -> point(town.centre()).buffer(radiusM, 16))
                .toList());
    }

    private Geometry rain(double size) {
        Geometry all = null;
        for (Town town : ground.towns()) {
            if (isRainStudied(town)) {
                for (int i = 0; i < 6; i++) {
                    Vec at = town.centre()
                            .plus(
                                    230 * StrictMath.sin(2.1 * i + 0.7),
                                    190 * StrictMath.cos(1.7 * i + 0.4) + 60 * i - 150);
                    Geometry pool = point(at).buffer(size * (38 + 17 * (i % 3)), 6);
                    all = all == null ? pool : JtsShapes.or(all, pool);
                }
            }
        }
        return all == null ? municipality : all;
    }

    private static boolean isRainStudied(Town town) {
        return STUDIED.contains(town.name());
    }

    private static Geometry point(Vec at) {
        return JtsShapes.line(List.of(at, at.plus(0.5, 0.5)));
    }

    private void banks(ZoneFiles files) throws IOException {
        Geometry main = clipped(cauca.buffer(BANK_M + 45, 6));
        polygons(files, DemoTheme.RIPARIAN_BUFFER, "RH-30", main);
        polygons(files, DemoTheme.RIPARIAN_BUFFER, "RH-30", clipped(desbaratado.buffer(BANK_M, 6)));
        for (Road river : rivers) {
            Geometry bank = JtsShapes.line(river.path()).buffer(river.widthM() / 2 + BANK_M, 6);
            polygons(files, DemoTheme.RIPARIAN_BUFFER, "RH-30", clipped(bank));
        }
    }

    private void roads(ZoneFiles files) throws IOException {
        int number = 0;
        for (Road road : CandelariaMap.roads()) {
            Geometry inside = clipped(JtsShapes.line(road.path()));
            number++;
            for (int i = 0; i < inside.getNumGeometries(); i++) {
                files.write(DemoTheme.ROAD_RESERVATION, "RV-" + number, line(inside.getGeometryN(i)));
            }
        }
        files.write(DemoTheme.ROAD_RESERVATION, "VP-1", line(clipped(JtsShapes.line(CandelariaMap.bypass()))));
        Geometry strip =
                clipped(JtsShapes.line(CandelariaMap.roads().get(0).path()).buffer(CORRIDOR_M, 4));
        Geometry west = JtsShapes.and(strip, JtsShapes.polygon(List.of(CandelariaMap.westernHalf())));
        polygons(files, DemoTheme.SUBURBAN_CORRIDOR, "CVS-300", JtsShapes.without(west, urban));
    }

    private static Drawing line(Geometry line) {
        List<Node> nodes = new ArrayList<>();
        for (Coordinate place : line.getCoordinates()) {
            nodes.add(Node.at(place.x, place.y));
        }
        return new Drawing.Line(nodes);
    }

    private static void polygons(ZoneFiles files, DemoTheme theme, String code, Geometry geometry) throws IOException {
        for (Shape shape : JtsShapes.shapes(geometry)) {
            files.write(theme, code, Drawing.of(List.of(shape)));
        }
    }

    static void coverage(Path folder, DemoTheme theme, Geometry ground) throws IOException {
        try (GeoJsonFile file = new GeoJsonFile(folder, "coverage-" + theme.code())) {
            file.write(new Properties().put("theme", theme.code()), Drawing.of(JtsShapes.shapes(ground)));
        }
    }
}
