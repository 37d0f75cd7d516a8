package co.lindero.demo;

import co.lindero.demo.mesh.Carver;
import co.lindero.demo.mesh.Cutter;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Frame;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Slicer;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.town.Block;
import co.lindero.demo.town.Farms;
import co.lindero.demo.town.GridStyle;
import co.lindero.demo.town.Lots;
import co.lindero.demo.town.Plot;
import co.lindero.demo.town.PlotKind;
import co.lindero.demo.town.Streets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One square of the fabric: a town of blocks and lots on a road, farms around it. Its border lies on whole metres and
 * on lines of constant easting or northing, so that squares fit together without knowing each other.
 */
final class FabricTown {
    static final double ROAD_M = 18;
    private static final double URBAN_SHARE = 0.8;
    private static final double SHRINK = 0.8;
    private static final double GROUND_PER_LOT_M2 = 170;
    private static final double LAND_PER_FARM_M2 = 50_000;
    private static final double SNAP_M = 0.4;

    private final Mesh mesh = new Mesh();
    private final Cutter cutter = new Cutter(mesh, SNAP_M);
    private final Vec corner;
    private final double sideM;
    private final RandomGenerator random;
    private final List<Plot> plots = new ArrayList<>();

    private FabricTown(Vec corner, double sideM, RandomGenerator random) {
        this.corner = corner;
        this.sideM = sideM;
        this.random = random;
    }

    /** Returns the side, in whole metres, of a square that holds so many parcels. */
    static double sideM(int parcels) {
        return Math.ceil(Math.sqrt(parcels * (0.2 * LAND_PER_FARM_M2 + URBAN_SHARE * GROUND_PER_LOT_M2)));
    }

    /** Returns a square with exactly so many plots. */
    static FabricTown build(Vec corner, double sideM, int parcels, RandomGenerator random) {
        for (double share = URBAN_SHARE; share > 0; share *= SHRINK) {
            FabricTown town = new FabricTown(corner, sideM, random);
            if (town.fill(parcels, share)) {
                return town;
            }
        }
        throw new IllegalStateException("no town is small enough for " + parcels + " parcels");
    }

    Mesh mesh() {
        return mesh;
    }

    List<Plot> plots() {
        return plots;
    }

    /** Returns the road through the square, from border to border. */
    List<Vec> road() {
        double y = corner.y() + sideM / 2;
        return List.of(
                new Vec(corner.x() - 50, y),
                new Vec(corner.x() + sideM * 0.1, y),
                new Vec(corner.x() + sideM * 0.3, y + sideM * 0.02),
                new Vec(corner.x() + sideM * 0.7, y - sideM * 0.02),
                new Vec(corner.x() + sideM * 0.9, y),
                new Vec(corner.x() + sideM + 50, y));
    }

    /** Returns whether the town left room for farms. */
    private boolean fill(int parcels, double share) {
        Vec middle = corner.plus(sideM / 2, sideM / 2);
        double half = Math.sqrt(parcels * share * GROUND_PER_LOT_M2) / 2;
        double degrees = random.nextDouble() * 30 - 15;
        Frame frame = Frame.at(middle, degrees);
        Carver carver = new Carver(cutter);
        Carver.Carved road = carver.strip(List.of(square()), road(), ROAD_M);
        road.inside().forEach(face -> plots.add(Plot.open(face, PlotKind.ROAD, 0, "Vía intermunicipal")));
        Carver.Carved urban = carver.enclose(
                road.outside(),
                List.of(
                        frame.place(-half, -half),
                        frame.place(half, -half),
                        frame.place(half * 1.02, half),
                        frame.place(-half, half * 0.97)));
        settle(urban.inside(), frame, degrees);
        if (plots.size() + urban.outside().size() > parcels) {
            return false;
        }
        new Farms(cutter, degrees, 3_000_000, random)
                .divide(urban.outside(), parcels - plots.size())
                .forEach(face -> plots.add(Plot.open(face, PlotKind.FARM, 0, "Hacienda")));
        return true;
    }

    private Face square() {
        return new Face(List.of(
                Node.at(corner.x(), corner.y()),
                Node.at(corner.x() + sideM, corner.y()),
                Node.at(corner.x() + sideM, corner.y() + sideM),
                Node.at(corner.x(), corner.y() + sideM)));
    }

    private void settle(List<Face> ground, Frame frame, double degrees) {
        GridStyle style = new GridStyle(degrees, 66, 32, 9, 7, 16, 0.35, 0.03);
        Slicer slicer = new Slicer(cutter);
        Streets.Layout layout = new Streets(slicer).lay(ground, frame, style, random);
        Lots lots = new Lots(slicer, frame, style, random);
        int number = 0;
        for (Block block : layout.blocks()) {
            plots.addAll(lots.divide(block, ++number));
        }
        layout.streets().forEach(face -> plots.add(Plot.open(face, PlotKind.STREET, 0, "Vía pública")));
    }
}
