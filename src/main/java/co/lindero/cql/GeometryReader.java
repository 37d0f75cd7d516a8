package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import co.lindero.cql.grammar.Cql2Parser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads WKT and BBOX. A third coordinate is read and left: the functions look from above. Coordinates keep the order of
 * the text; what is not a valid geometry is refused.
 */
final class GeometryReader {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int FLAT = 2;
    private static final int SOLID = 3;

    private final Source at;
    private int dimensions;

    private GeometryReader(Source at) {
        this.at = at;
    }

    static Operand read(Source at, Cql2Parser.GeometryContext context) {
        if (context instanceof Cql2Parser.BoxGeometryContext box) {
            return box(at, box);
        }
        Geometry geometry = new GeometryReader(at).geometry(context);
        TopologyValidationError fault = new IsValidOp(geometry).getValidationError();
        if (fault != null) {
            Coordinate where = fault.getCoordinate();
            String place = where == null ? "" : " (" + where.x + " " + where.y + ")";
            throw invalid(
                    at,
                    "La geometría no es válida" + place + ": " + fault.getMessage() + ".",
                    "The geometry is not valid" + place + ": " + fault.getMessage() + ".");
        }
        return new Operand.GeometryLiteral(at, geometry);
    }

    private static CqlException invalid(Source at, String spanish, String english) {
        return CqlException.at(at, Kind.VALUE, spanish, english);
    }

    private static Operand box(Source at, Cql2Parser.BoxGeometryContext context) {
        double[] numbers = context.coordinate().stream()
                .mapToDouble(each -> coordinate(each))
                .toArray();
        if (numbers.length != 2 * FLAT && numbers.length != 2 * SOLID) {
            throw invalid(at, "BBOX lleva 4 o 6 números.", "BBOX takes 4 or 6 numbers.");
        }
        int half = numbers.length / 2;
        return new Operand.BoxLiteral(at, numbers[0], numbers[1], numbers[half], numbers[half + 1]);
    }

    private static double coordinate(Cql2Parser.CoordinateContext context) {
        Token token = context.NUMBER().getSymbol();
        Source at = new Source(token.getLine(), token.getCharPositionInLine() + 1, token.getText());
        double number = Literals.number(at, token.getText()).doubleValue();
        return context.sign() != null && "-".equals(context.sign().getText()) ? -number : number;
    }

    private Geometry geometry(Cql2Parser.GeometryContext context) {
        if (context instanceof Cql2Parser.PointGeometryContext point) {
            want(point.Z());
            return SHAPES.createPoint(position(point.position()));
        } else if (context instanceof Cql2Parser.LineGeometryContext line) {
            want(line.Z());
            return line(line.path());
        } else if (context instanceof Cql2Parser.PolygonGeometryContext polygon) {
            want(polygon.Z());
            return polygon(polygon.rings());
        } else if (context instanceof Cql2Parser.CollectionGeometryContext collection) {
            want(collection.Z());
            return SHAPES.createGeometryCollection(
                    collection.geometry().stream().map(this::member).toArray(Geometry[]::new));
        }
        return several(context);
    }

    private Geometry several(Cql2Parser.GeometryContext context) {
        if (context instanceof Cql2Parser.MultiPointGeometryContext points) {
            want(points.Z());
            return SHAPES.createMultiPoint(points.pointItem().stream()
                    .map(item -> SHAPES.createPoint(position(item.position())))
                    .toArray(Point[]::new));
        } else if (context instanceof Cql2Parser.MultiLineGeometryContext lines) {
            want(lines.Z());
            return SHAPES.createMultiLineString(
                    lines.path().stream().map(this::line).toArray(LineString[]::new));
        }
        Cql2Parser.MultiPolygonGeometryContext polygons = (Cql2Parser.MultiPolygonGeometryContext) context;
        want(polygons.Z());
        return SHAPES.createMultiPolygon(
                polygons.rings().stream().map(this::polygon).toArray(Polygon[]::new));
    }

    private Geometry member(Cql2Parser.GeometryContext context) {
        if (context instanceof Cql2Parser.BoxGeometryContext) {
            throw invalid(
                    at, "BBOX no puede ir dentro de GEOMETRYCOLLECTION.", "BBOX cannot stand in a GEOMETRYCOLLECTION.");
        }
        return geometry(context);
    }

    private void want(@Nullable TerminalNode z) {
        if (z != null) {
            requireDimensions(SOLID);
        }
    }

    private void requireDimensions(int found) {
        if (dimensions != 0 && dimensions != found) {
            throw invalid(
                    at,
                    "Unas posiciones de la geometría tienen dos números y otras tres.",
                    "Some positions of the geometry have two numbers and others three.");
        }
        dimensions = found;
    }

    private Coordinate position(Cql2Parser.PositionContext context) {
        requireDimensions(context.coordinate().size());
        return new Coordinate(coordinate(context.coordinate(0)), coordinate(context.coordinate(1)));
    }

    private Coordinate[] positions(Cql2Parser.PathContext path) {
        List<Coordinate> positions = new ArrayList<>();
        path.position().forEach(each -> positions.add(position(each)));
        return positions.toArray(Coordinate[]::new);
    }

    private LineString line(Cql2Parser.PathContext path) {
        if (path.position().size() < 2) {
            throw invalid(at, "Una línea necesita dos posiciones o más.", "A line needs two positions or more.");
        }
        return SHAPES.createLineString(positions(path));
    }

    private Polygon polygon(Cql2Parser.RingsContext context) {
        List<LinearRing> rings = context.path().stream().map(this::ring).toList();
        return SHAPES.createPolygon(rings.get(0), rings.stream().skip(1).toArray(LinearRing[]::new));
    }

    private LinearRing ring(Cql2Parser.PathContext path) {
        Coordinate[] positions = positions(path);
        if (positions.length <= SOLID || !positions[0].equals2D(positions[positions.length - 1])) {
            throw invalid(
                    at,
                    "Un anillo necesita cuatro posiciones o más y terminar donde empieza.",
                    "A ring needs four positions or more and must end where it begins.");
        }
        return SHAPES.createLinearRing(positions);
    }
}
