package co.lindero.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Turns a geometry into the drawing commands of a vector tile (Mapbox Vector Tile 2.1, section 4.3).
 *
 * <p><b>Shape</b>: WKB of points, lines, polygons, their multi forms and collections, of which the parts of one dimension are
 * drawn; Z and M are passed over. What lies outside the tile and its margin is clipped; what collapses on the grid draws nothing. Exterior rings run
 * clockwise on the screen, holes the other way. <b>CRS</b>: EPSG:3857, x = easting, y = northing.
 * <b>Precision</b>: tile units (4096 a side), snapped to a grid, where a ring may come to touch itself in a place. Reused from one geometry to the next; not thread-safe.
 */
final class TileShape {
    /** Side of a tile in its own units. */
    static final int EXTENT = 4096;
    /** Width around a tile that is drawn too, so that outlines and symbols meet. */
    static final int MARGIN = 64;

    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE = 7 | (1 << 3);
    private static final int ISO_DIMENSIONS = 1000;
    private static final int ORDINATE_BYTES = 8;

    private final double west;
    private final double north;
    private final double unitsPerM;
    private final MapBox ground;
    private final IntSequence commands = new IntSequence();
    private final Path path = new Path();
    private final Path clipped = new Path();
    private final Path spare = new Path();
    private int grid;
    private int drawn;
    private boolean whole;
    private int cursorX;
    private int cursorY;
    private int points;
    private int pointsAt;
    private Kind kind = Kind.UNKNOWN;

    /** What a feature of a tile is. */
    enum Kind {
        UNKNOWN(0),
        POINT(1),
        LINE(2),
        POLYGON(3);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** Returns the number that the format has for it. */
        int number() {
            return number;
        }
    }

    TileShape(TileAddress tile) {
        this.west = tile.west();
        this.north = tile.north();
        this.unitsPerM = EXTENT / tile.sideM();
        this.ground = tile.drawn();
    }

    IntSequence commands() {
        return commands;
    }

    Kind kind() {
        return kind;
    }

    /**
     * Draws the parts of a row's geometry that have its dimension.
     *
     * @param snapTo grid, tile units
     * @return whether anything of it is left
     */
    boolean draw(TileRow row, int snapTo) {
        grid = snapTo;
        drawn = row.dimension();
        whole = ground.holds(row.box());
        begin();
        read(row.wkb().duplicate().rewind());
        if (points > 0) {
            commands.set(pointsAt, MOVE_TO | (points << 3));
        }
        return commands.size() > 0;
    }

    /** Draws a square of a grid's cell where the geometry begins: what stands for an area too small to be drawn. */
    boolean drawCell(ByteBuffer wkb, int cell) {
        grid = 1;
        begin();
        ByteBuffer in = wkb.duplicate().rewind();
        if (!seekFirstPoint(in)) {
            return false;
        }
        double x = Math.floor(unitX(in.getDouble()) / cell) * cell;
        double y = Math.floor(unitY(in.getDouble()) / cell) * cell;
        if (x < -MARGIN || y < -MARGIN || x > EXTENT + MARGIN || y > EXTENT + MARGIN) {
            return false;
        }
        kind = Kind.POLYGON;
        path.clear();
        path.add(x, y);
        path.add(x + cell, y);
        path.add(x + cell, y + cell);
        path.add(x, y + cell);
        writeRing(path, false);
        return true;
    }

    private void begin() {
        commands.clear();
        cursorX = 0;
        cursorY = 0;
        points = 0;
        kind = Kind.UNKNOWN;
    }

    /** Goes to the first ordinate of the first place, through whatever multi forms and rings stand before it. */
    private static boolean seekFirstPoint(ByteBuffer in) {
        while (true) {
            int type = header(in);
            switch (type % ISO_DIMENSIONS) {
                case 1 -> {
                    return true;
                }
                case 2 -> {
                    return in.getInt() > 0;
                }
                case 3 -> {
                    int rings = in.getInt();
                    int places = rings == 0 ? 0 : in.getInt();
                    return places > 0;
                }
                default -> {
                    if (in.getInt() == 0) {
                        return false;
                    }
                }
            }
        }
    }

    private static int header(ByteBuffer in) {
        in.order(in.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        return in.getInt();
    }

    private void read(ByteBuffer in) {
        int type = header(in);
        int more = switch (type / ISO_DIMENSIONS) {
                    case 0 -> 0;
                    case 3 -> 2;
                    default -> 1;
                }
                * ORDINATE_BYTES;
        switch (type % ISO_DIMENSIONS) {
            case 1 -> readPoint(in, more);
            case 2 -> readLine(in, more);
            case 3 -> readPolygon(in, more);
            default -> {
                int parts = in.getInt();
                for (int i = 0; i < parts; i++) {
                    read(in);
                }
            }
        }
    }

    private double unitX(double x) {
        return (x - west) * unitsPerM;
    }

    private double unitY(double y) {
        return (north - y) * unitsPerM;
    }

    private void readPath(ByteBuffer in, int more) {
        path.clear();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            double x = in.getDouble();
            path.add(unitX(x), unitY(in.getDouble()));
            in.position(in.position() + more);
        }
    }

    private void readPoint(ByteBuffer in, int more) {
        double x = unitX(in.getDouble());
        double y = unitY(in.getDouble());
        in.position(in.position() + more);
        // the comparisons are false for the NaN of an empty point
        if (drawn == 0 && x >= -MARGIN && x <= EXTENT + MARGIN && y >= -MARGIN && y <= EXTENT + MARGIN) {
            if (points == 0) {
                kind = Kind.POINT;
                pointsAt = commands.size();
                commands.add(0);
            }
            points++;
            lineTo(Math.round(x), Math.round(y));
        }
    }

    private void readLine(ByteBuffer in, int more) {
        readPath(in, more);
        if (drawn != 1) {
            return;
        }
        if (whole || path.isWithin(-MARGIN, EXTENT + MARGIN)) {
            writeLine(path);
            return;
        }
        clipped.clear();
        for (int i = 1; i < path.size(); i++) {
            addSegment(i);
        }
        flushLine();
    }

    /** Adds what of a segment lies inside (Liang and Barsky); a line that leaves begins anew where it comes back. */
    private void addSegment(int to) {
        double ax = path.x(to - 1);
        double ay = path.y(to - 1);
        double dx = path.x(to) - ax;
        double dy = path.y(to) - ay;
        double low = -MARGIN;
        double high = EXTENT + MARGIN;
        double[] span = {0, 1};
        if (!narrow(span, -dx, ax - low)
                || !narrow(span, dx, high - ax)
                || !narrow(span, -dy, ay - low)
                || !narrow(span, dy, high - ay)) {
            flushLine();
            return;
        }
        if (span[0] > 0) {
            flushLine();
        }
        if (clipped.size() == 0) {
            clipped.add(ax + span[0] * dx, ay + span[0] * dy);
        }
        clipped.add(ax + span[1] * dx, ay + span[1] * dy);
        if (span[1] < 1) {
            flushLine();
        }
    }

    private static boolean narrow(double[] span, double slope, double distance) {
        if (slope == 0) {
            return distance >= 0;
        }
        double at = distance / slope;
        if (slope < 0) {
            span[0] = Math.max(span[0], at);
        } else {
            span[1] = Math.min(span[1], at);
        }
        return span[0] <= span[1];
    }

    private void flushLine() {
        writeLine(clipped);
        clipped.clear();
    }

    private void writeLine(Path line) {
        line.snap(grid, false);
        if (line.size() < 2) {
            return;
        }
        kind = Kind.LINE;
        command(MOVE_TO, 1);
        lineTo(line, 0);
        command(LINE_TO, line.size() - 1);
        for (int i = 1; i < line.size(); i++) {
            lineTo(line, i);
        }
    }

    private void readPolygon(ByteBuffer in, int more) {
        int begun = in.position();
        int before = commands.size();
        int beforeX = cursorX;
        int beforeY = cursorY;
        if (!writeRings(in, more)) {
            commands.shorten(before);
            cursorX = beforeX;
            cursorY = beforeY;
            in.position(begun);
            writeCut(in, more);
        }
    }

    /** Writes a polygon ring by ring; false where that would not give a polygon that is valid. */
    private boolean writeRings(ByteBuffer in, int more) {
        int rings = in.getInt();
        boolean outer = false;
        for (int ring = 0; ring < rings; ring++) {
            if (drawn != 2 || (ring > 0 && !outer)) {
                int count = in.getInt();
                in.position(in.position() + count * (2 * ORDINATE_BYTES + more));
                continue;
            }
            readPath(in, more);
            Path left = path;
            if (!whole && !path.isWithin(-MARGIN, EXTENT + MARGIN)) {
                left = path.clipRing(-MARGIN, EXTENT + MARGIN, clipped, spare);
                if (left.fallsApart(-MARGIN, EXTENT + MARGIN) || (ring > 0 && left.follows(-MARGIN, EXTENT + MARGIN))) {
                    return false;
                }
            }
            outer |= writeSnapped(left, ring > 0);
        }
        return true;
    }

    private boolean writeSnapped(Path ring, boolean hole) {
        ring.snap(grid, true);
        if (ring.size() <= 2 || ring.doubleArea() == 0) {
            return false;
        }
        kind = Kind.POLYGON;
        writeRing(ring, hole);
        return true;
    }

    /** Writes what is left of a polygon that falls apart at the edge, or of which a hole reaches it: each part by itself. */
    private void writeCut(ByteBuffer in, int more) {
        int rings = in.getInt();
        List<Coordinate[]> places = new ArrayList<>();
        for (int ring = 0; ring < rings; ring++) {
            readPath(in, more);
            places.add(path.coordinates());
        }
        for (Polygon part : PolygonCutter.cut(places, -MARGIN, EXTENT + MARGIN)) {
            path.set(part.getExteriorRing().getCoordinates());
            boolean outer = writeSnapped(path, false);
            for (int hole = 0; outer && hole < part.getNumInteriorRing(); hole++) {
                path.set(part.getInteriorRingN(hole).getCoordinates());
                writeSnapped(path, true);
            }
        }
    }

    private void writeRing(Path ring, boolean hole) {
        boolean backwards = ring.doubleArea() > 0 == hole;
        int last = ring.size() - 1;
        command(MOVE_TO, 1);
        lineTo(ring, backwards ? last : 0);
        command(LINE_TO, last);
        for (int i = 1; i <= last; i++) {
            lineTo(ring, backwards ? last - i : i);
        }
        commands.add(CLOSE);
    }

    private void command(int id, int count) {
        commands.add(id | (count << 3));
    }

    private void lineTo(Path from, int index) {
        lineTo((long) from.x(index), (long) from.y(index));
    }

    private void lineTo(long x, long y) {
        int dx = (int) x - cursorX;
        int dy = (int) y - cursorY;
        commands.add((dx << 1) ^ (dx >> 31));
        commands.add((dy << 1) ^ (dy >> 31));
        cursorX += dx;
        cursorY += dy;
    }
}
