package co.lindero.demo;

import co.lindero.demo.Estate.Kind;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Paths;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The map of the demonstration, drawn by hand after published facts: names, neighbours, approximate centres and the
 * area of 285 km2. Nothing is traced. Places are kilometres east and north of EPSG:9377 (4 600 000, 1 900 000).
 */
final class CandelariaMap {
    private static final double EAST_M = 4_600_000;
    private static final double SCALE = 0.62;
    private static final double JUNCTION_M = 180;
    private static final double NORTH_M = 1_900_000;

    private CandelariaMap() {}

    static Vec at(double eastKm, double northKm) {
        return new Vec(EAST_M + eastKm * 1000 + 0.317, NORTH_M + northKm * 1000 + 0.291);
    }

    private static List<Vec> path(double... km) {
        List<Vec> path = new ArrayList<>();
        for (int i = 0; i < km.length; i += 2) {
            path.add(at(km[i], km[i + 1]));
        }
        return path;
    }

    /** The Cauca, from south to north: the limit with Cali. */
    static List<Vec> cauca() {
        return Meander.of(
                path(
                        19.6, 20.0, 18.6, 22.4, 17.7, 25.0, 17.2, 28.2, 15.9, 31.3, 14.3, 34.2, 12.9, 36.8, 11.8, 39.0,
                        12.3, 41.2),
                190,
                1500,
                60);
    }

    /** The Desbaratado, from east to west: the limit with the department of Cauca. */
    static List<Vec> desbaratado() {
        return Meander.of(path(34.9, 24.9, 32.2, 25.6, 29.2, 24.8, 26.0, 23.1, 22.8, 21.2, 19.6, 20.0), 75, 800, 45);
    }

    /** The limit with Palmira, from west to east. */
    static List<Vec> northernLimit() {
        return Paths.smooth(
                path(
                        12.3, 41.2, 13.9, 40.7, 15.4, 38.6, 17.6, 37.5, 20.4, 36.7, 23.4, 36.9, 26.6, 38.3, 30.4, 38.9,
                        34.2, 38.2),
                1);
    }

    /** The whole limit, counter-clockwise. */
    static List<Vec> limit() {
        List<Vec> ring = new ArrayList<>();
        List<Vec> east = Paths.smooth(path(34.2, 38.2, 34.6, 36.0, 34.3, 33.4, 35.0, 30.6, 34.9, 27.6, 34.9, 24.9), 1);
        List<Vec> north = northernLimit();
        List<Vec> south = desbaratado();
        List<Vec> west = cauca();
        List.of(north, east, south, west).forEach(part -> ring.addAll(part.subList(0, part.size() - 1)));
        Collections.reverse(ring);
        return ring;
    }

    static List<Road> roads() {
        return List.of(
                road(
                        "Vía Cali - Candelaria - Florida",
                        24,
                        11.2,
                        40.3,
                        13.2,
                        39.6,
                        15.0,
                        37.4,
                        18.9,
                        35.9,
                        22.5,
                        35.45,
                        26.4,
                        35.3,
                        28.03,
                        35.27,
                        29.6,
                        35.1,
                        32.0,
                        34.0,
                        36.5,
                        32.6),
                road(
                        "Vía Candelaria - Villagorgona - El Carmelo",
                        20,
                        27.6,
                        35.28,
                        27.1,
                        34.2,
                        25.45,
                        32.75,
                        22.4,
                        30.9,
                        19.12,
                        28.88,
                        14.0,
                        27.4),
                road(
                        "Vía Poblado Campestre - El Carmelo",
                        16,
                        18.9,
                        35.9,
                        19.2,
                        34.6,
                        19.46,
                        33.2,
                        19.3,
                        31.0,
                        19.0,
                        29.9,
                        19.12,
                        28.88),
                road("Vía El Carmelo - El Tiple", 16, 19.12, 28.88, 20.0, 25.6, 20.57, 22.57, 20.9, 18.9),
                road(
                        "Vía Candelaria - El Cabuyal - La Regina",
                        16,
                        28.6,
                        35.2,
                        29.3,
                        33.6,
                        30.9,
                        31.2,
                        33.34,
                        29.44,
                        33.95,
                        27.3,
                        33.95,
                        26.2,
                        34.1,
                        23.4),
                road("Vía Candelaria - Buchitolo", 14, 28.9, 35.2, 30.6, 36.5, 33.34, 36.96, 36.5, 37.3),
                road("Vía Candelaria - Palmira", 16, 27.9, 35.27, 27.5, 37.9, 27.2, 40.5),
                road("Vía El Lauro", 12, 22.5, 35.45, 22.3, 37.1, 22.1, 39.5),
                road("Vía San Joaquín - Madrevieja", 10, 19.46, 33.2, 17.8, 32.5, 16.0, 32.3, 12.5, 32.6),
                road("Vía Villagorgona - El Cabuyal", 12, 25.45, 32.75, 26.2, 29.9, 29.6, 28.9, 33.34, 29.44));
    }

    /** The bypass that the plan reserves, south of the seat. */
    static List<Vec> bypass() {
        return Paths.smooth(path(24.9, 35.35, 26.2, 34.6, 28.3, 34.1, 30.4, 34.4, 31.6, 34.2), 2);
    }

    /** The ground west of the seat, where the suburban corridor lies. */
    static Shape westernHalf() {
        Vec south = at(10, 18);
        Vec north = at(27, 43);
        return new Shape(
                List.of(
                        Node.at(south.x(), south.y()),
                        Node.at(north.x(), south.y()),
                        Node.at(north.x(), north.y()),
                        Node.at(south.x(), north.y())),
                List.of());
    }

    static List<Road> rivers() {
        return List.of(
                river(
                        "Río Fraile",
                        26,
                        70,
                        700,
                        37.0,
                        31.4,
                        34.0,
                        31.6,
                        31.6,
                        33.0,
                        30.7,
                        34.9,
                        30.3,
                        36.6,
                        29.2,
                        37.8,
                        28.9,
                        40.0),
                river(
                        "Río Párraga",
                        18,
                        60,
                        620,
                        37.0,
                        27.7,
                        33.4,
                        27.4,
                        30.2,
                        26.9,
                        27.4,
                        27.5,
                        23.8,
                        26.4,
                        20.6,
                        25.0,
                        14.5,
                        24.6),
                river("Río Bolo", 16, 45, 520, 36.8, 37.6, 33.4, 37.75, 31.4, 37.9, 30.3, 39.8));
    }

    private static Road road(String name, double widthM, double... km) {
        return new Road(name, extended(Paths.smooth(path(km), 2)), widthM);
    }

    /** Roads are drawn on past their junctions, so that they surely meet. */
    private static List<Vec> extended(List<Vec> path) {
        List<Vec> longer = new ArrayList<>(path);
        longer.add(0, beyond(path.get(1), path.get(0)));
        longer.add(beyond(path.get(path.size() - 2), path.get(path.size() - 1)));
        return longer;
    }

    private static Vec beyond(Vec from, Vec end) {
        double run = from.distance(end);
        return end.plus((end.x() - from.x()) / run * JUNCTION_M, (end.y() - from.y()) / run * JUNCTION_M);
    }

    private static Road river(String name, double widthM, double swingM, double waveM, double... km) {
        return new Road(name, Meander.of(path(km), swingM, waveM, 40), widthM);
    }

    static List<Town> towns() {
        return List.of(
                town(
                        "Candelaria",
                        "Cabecera municipal",
                        true,
                        28.03,
                        35.27,
                        List.of(
                                estate("Centro", Kind.OLD, 0, 0, 410, 330, 4),
                                estate("La Germania", Kind.SOCIAL, -330, 490, 250, 190, -6),
                                estate("Obrero", Kind.MIDDLE, 310, 480, 300, 170, 8),
                                estate("El Rosario", Kind.SOCIAL, 380, -480, 300, 180, 4),
                                estate("María Auxiliadora", Kind.MIDDLE, -300, -470, 290, 165, 2),
                                estate("Plan Parcial Oriente", Kind.EXPANSION, 850, -160, 330, 260, 3))),
                town(
                        "Poblado Campestre",
                        "Juanchito",
                        true,
                        18.9,
                        35.9,
                        List.of(
                                estate("Poblado Campestre I", Kind.SOCIAL, 0, 0, 330, 240, -14),
                                estate("Poblado Campestre II", Kind.SOCIAL, 60, 420, 260, 190, -14))),
                town(
                        "Juanchito",
                        "Juanchito",
                        true,
                        12.15,
                        39.97,
                        List.of(
                                estate("Las Palmas", Kind.RIVERSIDE, 0, 0, 330, 150, -48),
                                estate("Cauca Seco", Kind.RIVERSIDE, 310, -345, 180, 160, -52))),
                town(
                        "Corredor Industrial",
                        "Juanchito",
                        false,
                        23.6,
                        35.42,
                        List.of(estate("Parque Industrial La Dolores del Sur", Kind.INDUSTRIAL, 0, 0, 1500, 460, -2))),
                town(
                        "Villagorgona",
                        "Villagorgona",
                        true,
                        25.45,
                        32.75,
                        List.of(
                                estate("Centro", Kind.OLD, 0, 0, 330, 250, 30),
                                estate("San Andresito", Kind.SOCIAL, 430, 300, 260, 190, 30),
                                estate("El Jardín", Kind.MIDDLE, -430, -240, 250, 180, 33),
                                estate("Bosques de Villagorgona", Kind.EXPANSION, -240, 415, 280, 250, 30))),
                town(
                        "El Carmelo",
                        "El Carmelo",
                        true,
                        19.12,
                        28.88,
                        List.of(
                                estate("El Centro", Kind.OLD, 0, 0, 290, 230, 22),
                                estate("La Albania", Kind.MIDDLE, -70, 350, 220, 140, 12))),
                town(
                        "San Joaquín",
                        "San Joaquín",
                        true,
                        19.46,
                        33.2,
                        List.of(estate("San Joaquín", Kind.LINEAR, 0, 0, 190, 520, 2))),
                town(
                        "El Tiple",
                        "El Tiple",
                        false,
                        20.57,
                        22.57,
                        List.of(estate("El Tiple", Kind.LINEAR, 0, 0, 170, 360, 10))),
                town(
                        "El Cabuyal",
                        "El Cabuyal",
                        false,
                        33.13,
                        29.37,
                        List.of(estate("El Cabuyal", Kind.OLD, 0, 0, 240, 170, -30))),
                town(
                        "La Regina",
                        "La Regina",
                        false,
                        33.95,
                        26.25,
                        List.of(estate("La Regina", Kind.LINEAR, 0, 0, 140, 260, 3))),
                town(
                        "Buchitolo",
                        "Buchitolo",
                        false,
                        33.34,
                        36.96,
                        List.of(estate("Buchitolo", Kind.LINEAR, 0, 0, 330, 140, 8))),
                town(
                        "El Arenal",
                        "El Arenal",
                        false,
                        27.45,
                        37.85,
                        List.of(estate("El Arenal", Kind.LINEAR, 0, 0, 130, 230, 5))),
                town(
                        "El Lauro",
                        "El Lauro",
                        false,
                        22.32,
                        36.45,
                        List.of(estate("El Lauro", Kind.LINEAR, 0, 0, 110, 180, 5))),
                town(
                        "Madrevieja",
                        "Madrevieja",
                        false,
                        16.0,
                        32.3,
                        List.of(estate("Madrevieja", Kind.RIVERSIDE, 0, 0, 190, 90, -4))),
                town(
                        "Brisas del Fraile",
                        "Villagorgona",
                        false,
                        26.3,
                        29.9,
                        List.of(estate("Condominio Campestre Brisas", Kind.COUNTRY, 0, 0, 480, 330, -6))));
    }

    /** An estate still placed relative to its town. */
    private record Sketch(String barrio, Kind kind, Vec offset, Vec half, double degrees) {}

    private static Sketch estate(
            String barrio, Kind kind, double east, double north, double halfU, double halfV, double degrees) {
        return new Sketch(barrio, kind, new Vec(east, north), new Vec(halfU, halfV), degrees);
    }

    private static Town town(
            String name, String corregimiento, boolean isUrban, double east, double north, List<Sketch> parts) {
        Vec centre = at(east, north);
        List<Estate> estates = parts.stream()
                .map(part -> Estate.of(
                        part.barrio(),
                        part.kind(),
                        centre.plus(
                                SCALE * part.offset().x(), SCALE * part.offset().y()),
                        new Vec(SCALE * part.half().x(), SCALE * part.half().y()),
                        part.degrees()))
                .toList();
        return new Town(name, corregimiento, isUrban, estates);
    }
}
