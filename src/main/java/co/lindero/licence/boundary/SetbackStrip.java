package co.lindero.licence.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * What of a footprint lies nearer to boundary lines than a distance: the picture of a setback that fails. No figure and no verdict
 * comes of it. Pure; storage CRS, m.
 */
public final class SetbackStrip {
    /** How far inside the true arcs those of a picture may lie, m: enough to be seen. */
    private static final double ROUGH_M = 0.02;
    /** The same where nothing would be left. */
    private static final double EXACT_M = 0.000_02;

    /** How far off a straight side its corners may lie in a picture, m. */
    private static final double UNSEEN_M = 0.001;

    private static final int LEAST_SEGMENTS = 8;

    private SetbackStrip() {}

    /**
     * Returns the strip: along straight sides to 1 mm, where there are arcs up to 2 cm inside the true ones.
     *
     * @param footprint polygons
     * @return polygons with the SRID of the footprint; empty where none of it is nearer
     */
    public static Optional<Geometry> find(Geometry footprint, List<LineString> lines, double distanceM) {
        List<LineString> near = lines.stream()
                .filter(line -> footprint.isWithinDistance(line, distanceM))
                .toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        Geometry whole = joined(near, footprint.getFactory());
        Optional<Geometry> straight = StraightStrip.find(footprint, straightened(whole), distanceM);
        return straight.isPresent()
                ? polygons(footprint, straight.get())
                : polygons(footprint, nearer(footprint, whole, distanceM, ROUGH_M))
                        .or(() -> polygons(footprint, nearer(footprint, whole, distanceM, EXACT_M)));
    }

    /** Leaves out corners that nobody sees: most are where the neighbours of a straight side meet. */
    private static Geometry straightened(Geometry lines) {
        return lines.getNumPoints() == 2 * lines.getNumGeometries()
                ? lines
                : DouglasPeuckerSimplifier.simplify(lines, UNSEEN_M);
    }

    /** Makes one of lines that meet end to end: the caps of each would lie on those of the next, which takes ten times as long. */
    private static Geometry joined(List<LineString> lines, GeometryFactory factory) {
        if (lines.size() == 1) {
            return lines.get(0);
        }
        LineMerger merger = new LineMerger();
        merger.add(lines);
        return factory.buildGeometry(merger.getMergedLineStrings());
    }

    private static Geometry nearer(Geometry footprint, Geometry lines, double distanceM, double offM) {
        // a segment of a circle of radius r that spans the angle a lies at most r * a * a / 8 inside it
        int segments = Math.max(LEAST_SEGMENTS, (int) Math.ceil(Math.PI / 4 * Math.sqrt(distanceM / (2 * offM))));
        Geometry buffer = BufferOp.bufferOp(lines, distanceM, new BufferParameters(segments));
        return OverlayNGRobust.overlay(footprint, buffer, OverlayNG.INTERSECTION);
    }

    private static Optional<Geometry> polygons(Geometry footprint, Geometry cut) {
        List<Polygon> polygons = new ArrayList<>();
        cut.apply(new PolygonExtracter(polygons));
        if (polygons.isEmpty()) {
            return Optional.empty();
        }
        // JTS forgets it, and tells parts nothing of it
        polygons.forEach(polygon -> polygon.setSRID(footprint.getSRID()));
        Geometry strip = cut.getFactory().buildGeometry(polygons);
        strip.setSRID(footprint.getSRID());
        return Optional.of(strip);
    }
}
