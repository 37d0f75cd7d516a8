package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTWriter;

/** Turns a literal into WKT with x = longitude or easting, y = latitude or northing, as PostGIS stores it. */
final class FilterGeometry {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private FilterGeometry() {}

    static String wkt(Operand literal, FilterCrs crs, SpatialFunction function) {
        Geometry geometry;
        if (literal instanceof Operand.BoxLiteral box) {
            geometry = box(box, crs);
        } else {
            geometry = turned(((Operand.GeometryLiteral) literal).geometry(), crs);
        }
        if (Geometry.TYPENAME_GEOMETRYCOLLECTION.equals(geometry.getGeometryType()) && !function.takesCollections()) {
            throw CqlException.at(
                    literal.at(),
                    Kind.VALUE,
                    "Con una GEOMETRYCOLLECTION solo se puede usar S_INTERSECTS o S_DISJOINT.",
                    "With a GEOMETRYCOLLECTION only S_INTERSECTS or S_DISJOINT can be used.");
        }
        for (Coordinate each : geometry.getCoordinates()) {
            crs.requireInside(literal.at(), each.x, each.y);
        }
        return new WKTWriter().write(geometry);
    }

    /** A box; where it crosses the antimeridian, two. A box of no width or height is the line or point it covers. */
    private static Geometry box(Operand.BoxLiteral box, FilterCrs crs) {
        boolean turn = crs.axes() == FilterCrs.Axes.Y_FIRST;
        double west = turn ? box.y1() : box.x1();
        double south = turn ? box.x1() : box.y1();
        double east = turn ? box.y2() : box.x2();
        double north = turn ? box.x2() : box.y2();
        if (south > north || (west > east && crs.surface() == FilterCrs.Surface.PLANE)) {
            throw CqlException.at(
                    box.at(),
                    Kind.VALUE,
                    "La caja tiene un mínimo mayor que su máximo.",
                    "The box has a minimum above its maximum.");
        }
        if (west <= east) {
            return SHAPES.toGeometry(new Envelope(west, east, south, north));
        }
        crs.requireInside(box.at(), west, south);
        crs.requireInside(box.at(), east, north);
        Geometry eastern = SHAPES.toGeometry(new Envelope(west, 180, south, north));
        Geometry western = SHAPES.toGeometry(new Envelope(-180, east, south, north));
        return SHAPES.buildGeometry(List.of(eastern, western));
    }

    private static Geometry turned(Geometry geometry, FilterCrs crs) {
        if (crs.axes() == FilterCrs.Axes.Y_FIRST) {
            geometry.apply(new Turning());
        }
        return geometry;
    }

    /** Exchanges the two axes. */
    private static final class Turning implements CoordinateSequenceFilter {
        @Override
        public void filter(CoordinateSequence sequence, int i) {
            double first = sequence.getX(i);
            sequence.setOrdinate(i, CoordinateSequence.X, sequence.getY(i));
            sequence.setOrdinate(i, CoordinateSequence.Y, first);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
