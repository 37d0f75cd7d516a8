package co.lindero.demo;

import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Channels that the environmental authority has not delimited: lines alone, in a ground of which the official riparian buffers do not
 * speak, so that the product draws its preventive strip there.
 */
final class CandelariaChannels {
    /** File and dataset of the lines. */
    static final String FILE = "zones-channels";
    /** What a strip is wide on each side of the bed (Decreto-Ley 2811 de 1974, art. 83), m. */
    static final double STRIP_M = 30;

    private static final double FAR_M = 20_000;
    private static final double CLEAR_M = 60;
    /** Width of the bed of the main channel, m; of its branch none is stated. */
    private static final int BED_M = 6;

    private static final List<Vec> MAIN = List.of(
            CandelariaMap.at(24.7, 30.3),
            CandelariaMap.at(23.9, 29.6),
            CandelariaMap.at(22.9, 29.1),
            CandelariaMap.at(22.1, 28.4));
    private static final List<Vec> BRANCH =
            List.of(CandelariaMap.at(23.6, 30.5), CandelariaMap.at(23.5, 29.9), CandelariaMap.at(22.9, 29.1));

    private CandelariaChannels() {}

    static void write(Path folder) throws IOException {
        try (GeoJsonFile file = new GeoJsonFile(folder, FILE)) {
            line(file, "CAU-1", "Acequia principal (demostración)", new Properties().put("ancho_m", BED_M), MAIN);
            line(file, "CAU-2", "Ramal de la acequia (demostración)", new Properties(), BRANCH);
        }
        Vec south = CandelariaMap.at(21.9, 28.1);
        Vec north = CandelariaMap.at(24.9, 30.7);
        Geometry undelimited = JtsShapes.polygon(List.of(box(south, north)));
        Geometry all = JtsShapes.polygon(List.of(box(south.plus(-FAR_M, -FAR_M), north.plus(FAR_M, FAR_M))));
        CandelariaOverlays.coverage(folder, DemoTheme.RIPARIAN_BUFFER, JtsShapes.without(all, undelimited));
    }

    private static void line(GeoJsonFile file, String code, String label, Properties more, List<Vec> path)
            throws IOException {
        Properties properties = more.put("code", code)
                .put("label", label)
                .put("act", CandelariaManifest.PLAN_ACT)
                .put("article", "61")
                .put("text", "Cauce sin ronda delimitada por la autoridad ambiental (texto de demostración).");
        file.write(
                properties,
                new Drawing.Line(path.stream()
                        .map(place -> Node.at(place.x(), place.y()))
                        .toList()));
    }

    private static Shape box(Vec south, Vec north) {
        return new Shape(
                List.of(
                        Node.at(south.x(), south.y()),
                        Node.at(north.x(), south.y()),
                        Node.at(north.x(), north.y()),
                        Node.at(south.x(), north.y())),
                List.of());
    }

    /** Returns the farm that has most ground in the strip of the main channel, of those that no bend, end or branch is near. */
    static Site farm(CandelariaGround ground) {
        return ground.sites().stream()
                .filter(site -> site.is(PlotKind.FARM))
                .filter(site -> stripM2(ground, site) > 0)
                .filter(site -> isClear(ground, site))
                .max(Comparator.comparingDouble(site -> stripM2(ground, site)))
                .orElseThrow();
    }

    private static boolean isClear(CandelariaGround ground, Site site) {
        Geometry plot = plot(ground, site);
        return MAIN.stream().allMatch(bend -> plot.distance(JtsShapes.line(List.of(bend, bend.plus(1, 0)))) > CLEAR_M)
                && plot.distance(JtsShapes.line(BRANCH)) > CLEAR_M;
    }

    /** Returns how much of a plot lies in the strip of the main channel, m2. */
    static double stripM2(CandelariaGround ground, Site site) {
        double half = STRIP_M + BED_M / 2.0;
        Geometry strip = exact(JtsShapes.line(MAIN)).buffer(half, 32);
        return plot(ground, site).intersection(strip).getArea();
    }

    /** Returns how long the main channel runs on a plot, m. */
    static double lengthM(CandelariaGround ground, Site site) {
        return plot(ground, site).intersection(exact(JtsShapes.line(MAIN))).getLength();
    }

    /** Files are drawn on a grid of millimetres; what the product measures is not. */
    private static Geometry exact(Geometry drawn) {
        return new GeometryFactory().createGeometry(drawn);
    }

    private static Geometry plot(CandelariaGround ground, Site site) {
        return exact(
                JtsShapes.polygon(List.of(Shape.of(ground.mesh(), site.plot().face()))));
    }
}
