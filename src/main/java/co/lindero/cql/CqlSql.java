package co.lindero.cql;

import co.lindero.cql.Condition.Joining;
import co.lindero.cql.Condition.Sense;
import co.lindero.cql.CqlException.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Renders a condition as SQL over a closed list of columns: the one place where SQL is put together in Java (ADR 0012).
 * Only words of this class and SQL of {@link CqlColumn} become part of the statement; whatever comes from the text is
 * bound. What the SQL means is what {@link CqlEvaluation} means: a test proves it on random conditions.
 */
public final class CqlSql {
    /** Most places of a statement that take a value. */
    static final int MAX_PARAMETERS = 10_000;

    private final CqlColumns columns;
    private final FilterCrs crs;
    private final SqlOperands operands;
    private final Binds binds = new Binds();

    private CqlSql(CqlColumns columns, FilterCrs crs) {
        this.columns = columns;
        this.crs = crs;
        this.operands = new SqlOperands(columns, binds);
    }

    /** Renders a condition whose geometries are in longitude, latitude. */
    public static CqlFragment render(CqlExpression expression, CqlColumns columns) {
        return render(expression, columns, FilterCrs.CRS84);
    }

    /**
     * Renders a condition.
     *
     * @param crs CRS of the geometries in the text; those are transformed to the column's, never the column
     * @throws CqlException where a geometry of the text lies outside the CRS
     */
    public static CqlFragment render(CqlExpression expression, CqlColumns columns, FilterCrs crs) {
        CqlSql rendering = new CqlSql(columns, crs);
        String sql = rendering.condition(expression.root());
        requireStatable(sql, expression);
        return new CqlFragment(sql, rendering.binds.values());
    }

    /** A statement takes 65,535 parameters at the most, and one of thousands of tests is no filter. */
    private static void requireStatable(String sql, CqlExpression expression) {
        if (sql.split(":cql", -1).length - 1 > MAX_PARAMETERS) {
            throw CqlException.at(
                    new Source(1, 1, expression.text()),
                    Kind.TOO_COMPLEX,
                    "El filtro compara demasiados valores; una lista con IN cuenta como uno.",
                    "The filter compares too many values; a list with IN counts as one.");
        }
    }

    private String condition(Condition condition) {
        if (condition instanceof Condition.Junction junction) {
            return junction.parts().stream()
                    .map(this::condition)
                    .collect(Collectors.joining(" " + junction.joining() + " ", "(", ")"));
        } else if (condition instanceof Condition.Not not) {
            return "(NOT " + condition(not.of()) + ")";
        } else if (condition instanceof Condition.Constant constant) {
            return constant.value() ? "TRUE" : "FALSE";
        }
        return "(" + test((Condition.Test) condition) + ")";
    }

    private String test(Condition.Test test) {
        if (test instanceof Condition.Comparison comparison) {
            return comparison(comparison);
        } else if (test instanceof Condition.Like like) {
            return operands.ordered(like.value()) + word(like.sense(), "LIKE") + operands.sql(like.pattern());
        } else if (test instanceof Condition.Between between) {
            return operands.sql(between.value()) + word(between.sense(), "BETWEEN") + operands.sql(between.low())
                    + " AND " + operands.sql(between.high());
        } else if (test instanceof Condition.Membership membership) {
            return membership(membership);
        } else if (test instanceof Condition.Absence absence) {
            String column = operands.column(absence.name());
            return column + (absence.sense() == Sense.PLAIN ? " IS NULL" : " IS NOT NULL");
        } else if (test instanceof Condition.Temporal temporal) {
            return temporal(temporal);
        }
        return spatial((Condition.Spatial) test);
    }

    private static String word(Sense sense, String word) {
        return " " + sense.of(word) + " ";
    }

    /** A column tested for equality keeps its own collation, so that its index serves; equality is the same in all. */
    private String comparison(Condition.Comparison comparison) {
        boolean bare = comparison.operator().isEquality()
                && (comparison.left() instanceof Operand.TextLiteral
                        || comparison.right() instanceof Operand.TextLiteral);
        String left = bare ? operands.sql(comparison.left()) : operands.ordered(comparison.left());
        return left + " " + comparison.operator().symbol() + " " + operands.sql(comparison.right());
    }

    private String membership(Condition.Membership membership) {
        boolean literals = membership.items().stream().allMatch(SqlOperands::isLiteral);
        String value = literals ? operands.sql(membership.value()) : operands.ordered(membership.value());
        if (literals) {
            String list = operands.list(membership.items(), membership.value().type());
            return membership.sense() == Sense.PLAIN
                    ? value + " = ANY (" + list + ")"
                    : value + " <> ALL (" + list + ")";
        }
        String items = membership.items().stream().map(operands::sql).collect(Collectors.joining(", "));
        return value + word(membership.sense(), "IN") + "(" + items + ")";
    }

    private String temporal(Condition.Temporal temporal) {
        Map<TemporalFunction.End, String> left = operands.ends(temporal.left());
        Map<TemporalFunction.End, String> right = operands.ends(temporal.right());
        String joining = temporal.function().joining() == Joining.AND ? " AND " : " OR ";
        return temporal.function().tests().stream()
                .map(test -> left.get(test.left()) + " " + test.comparator().symbol() + " " + right.get(test.right()))
                .collect(Collectors.joining(joining));
    }

    private String spatial(Condition.Spatial spatial) {
        int srid = columnSrid(spatial.left(), spatial.right());
        SpatialFunction function = spatial.function();
        return function.postgis() + "(" + geometry(function, spatial.left(), srid) + ", "
                + geometry(function, spatial.right(), srid) + ")";
    }

    /** The SRID to compare in: the filter's where every column has it, else the first that the columns have. */
    private int columnSrid(Operand... both) {
        int srid = crs.srid();
        for (Operand operand : both) {
            if (operand instanceof Operand.Name name && !columns.get(name).sql().containsKey(srid)) {
                srid = columns.get(name).sql().keySet().iterator().next();
            }
        }
        return srid;
    }

    private String geometry(SpatialFunction function, Operand operand, int srid) {
        if (operand instanceof Operand.Name name) {
            String column = columns.get(name).sql().get(srid);
            if (column == null) {
                throw new IllegalArgumentException("no column in SRID " + srid + ": " + name.name());
            }
            return column;
        }
        String given = "ST_GeomFromText(" + binds.add(FilterGeometry.wkt(operand, crs, function), "text") + ", "
                + binds.add(Integer.toString(crs.srid()), "integer") + ")";
        if (srid != crs.srid()) {
            given = "ST_Transform(" + given + ", " + binds.add(Integer.toString(srid), "integer") + ")";
        }
        return srid == FilterCrs.CRS84.srid()
                ? "ST_SnapToGrid(" + given + ", " + binds.add(FilterCrs.DEGREE_GRID, "double precision") + ")"
                : given;
    }

    /** The name of a type in SQL. */
    static String sqlType(CqlType type) {
        return switch (type) {
            case NUMBER -> "numeric";
            case TIMESTAMP -> "timestamptz";
            case TEXT, BOOLEAN, DATE, GEOMETRY -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
