package co.lindero.cql;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Renders what conditions compare; part of {@link CqlSql}. */
final class SqlOperands {
    private static final String BY_CODE_POINT = " COLLATE \"C\"";

    /** Unicode's own mapping of case, whatever the database was made with. */
    private static final String UNICODE = " COLLATE \"und-x-icu\"";

    private final CqlColumns columns;
    private final Binds binds;

    SqlOperands(CqlColumns columns, Binds binds) {
        this.columns = columns;
        this.binds = binds;
    }

    static boolean isLiteral(Operand operand) {
        return operand instanceof Operand.NumberLiteral
                || operand instanceof Operand.TextLiteral
                || operand instanceof Operand.BooleanLiteral
                || operand instanceof Operand.DateLiteral
                || operand instanceof Operand.TimestampLiteral;
    }

    private static String value(Operand literal) {
        if (literal instanceof Operand.NumberLiteral number) {
            return number.value().toString();
        } else if (literal instanceof Operand.TextLiteral text) {
            return text.value();
        } else if (literal instanceof Operand.BooleanLiteral bool) {
            return Boolean.toString(bool.value());
        } else if (literal instanceof Operand.DateLiteral date) {
            return date.value().toString();
        }
        return ((Operand.TimestampLiteral) literal).value().toString();
    }

    /** Returns the SQL of an operand in the order of its type: texts by code point. */
    String ordered(Operand operand) {
        return operand.type() == CqlType.TEXT ? "(" + sql(operand) + BY_CODE_POINT + ")" : sql(operand);
    }

    String sql(Operand operand) {
        if (isLiteral(operand)) {
            return binds.add(value(operand), CqlSql.sqlType(operand.type()));
        } else if (operand instanceof Operand.Name name) {
            return column(name);
        } else if (operand instanceof Operand.Negative negative) {
            return "(- " + sql(negative.of()) + ")";
        } else if (operand instanceof Operand.Power power) {
            return power(power);
        } else if (operand instanceof Operand.Chain chain) {
            String sum = sql(chain.first());
            for (Operand.Step step : chain.steps()) {
                sum = step(sum, step);
            }
            return sum;
        } else if (operand instanceof Operand.Folded folded) {
            return folded(folded);
        }
        throw new IllegalArgumentException("no single value: " + operand);
    }

    String list(List<Operand> literals, CqlType type) {
        return binds.add(literals.stream().map(SqlOperands::value).toList(), CqlSql.sqlType(type));
    }

    /** A quotient is cut to the decimals of {@link Arithmetic}: exact division of whole numbers, then the point moved. */
    private String step(String left, Operand.Step step) {
        String right = sql(step.operand());
        return switch (step.operator()) {
            case PLUS -> "(" + left + " + " + right + ")";
            case MINUS -> "(" + left + " - " + right + ")";
            case TIMES -> "(" + left + " * " + right + ")";
            case REMAINDER -> "(" + left + " % NULLIF(" + right + ", 0))";
            case WHOLE_OVER -> "div(" + left + ", NULLIF(" + right + ", 0))";
            case OVER ->
                "(div(" + left + " * " + binds.add("1e" + Arithmetic.QUOTIENT_DECIMALS, "numeric") + ", NULLIF(" + right
                        + ", 0)) * " + binds.add("1e-" + Arithmetic.QUOTIENT_DECIMALS, "numeric") + ")";
        };
    }

    /** A product, because a power of SQL is rounded; to the power 0 it is 1 where the base is known. */
    private String power(Operand.Power power) {
        String base = sql(power.base());
        return power.exponent() == 0
                ? "(" + base + " * 0 + 1)"
                : "(" + String.join(" * ", Collections.nCopies(power.exponent(), base)) + ")";
    }

    /** Compared by code point whatever the case was mapped by: two collations said aloud would contradict each other. */
    private String folded(Operand.Folded folded) {
        String text = sql(folded.of());
        String result = switch (folded.folding()) {
            case CASEI -> "upper(" + text + UNICODE + ")";
            case ACCENTI ->
                "translate(regexp_replace(normalize(" + text + ", NFD)" + BY_CODE_POINT + ", "
                        + binds.add(Folding.MARKS, "text") + ", " + binds.add("", "text") + ", "
                        + binds.add("g", "text") + "), " + binds.add(Folding.CROSSED, "text") + ", "
                        + binds.add(Folding.UNCROSSED, "text") + ")";
        };
        return "(" + result + BY_CODE_POINT + ")";
    }

    /** Returns the first and the last instant of a time. */
    Map<TemporalFunction.End, String> ends(Operand time) {
        if (time instanceof Operand.Interval interval) {
            return Map.of(
                    TemporalFunction.End.START, end(interval.start(), "-infinity"),
                    TemporalFunction.End.END, end(interval.end(), "infinity"));
        }
        String instant = sql(time);
        return Map.of(TemporalFunction.End.START, instant, TemporalFunction.End.END, instant);
    }

    private String end(Operand end, String open) {
        return end instanceof Operand.Unbounded ? binds.add(open, CqlSql.sqlType(end.type())) : sql(end);
    }

    String column(Operand.Name name) {
        CqlColumn column = columns.get(name);
        String sql = column.sql().values().iterator().next();
        return switch (column.storage()) {
            case JSON -> json(column, sql);
            // by way of its shortest text: a direct cast keeps 15 digits only
            case DOUBLE -> "CAST(CAST(" + sql + " AS text) AS numeric)";
            case PLAIN -> column.type() == CqlType.NUMBER ? "CAST(" + sql + " AS numeric)" : sql;
        };
    }

    private String json(CqlColumn column, String sql) {
        if (column.type().isTemporal()) {
            String reading = column.type() == CqlType.DATE ? "lindero.iso_day_from(" : "lindero.instant_from(";
            return reading + sql + " ->> " + binds.add(String.valueOf(column.key()), "text") + ")";
        }
        String jsonType = switch (column.type()) {
            case NUMBER -> "number";
            case TEXT -> "string";
            default -> "boolean";
        };
        return "(CASE WHEN jsonb_typeof(" + sql + " -> " + binds.add(String.valueOf(column.key()), "text") + ") = "
                + binds.add(jsonType, "text") + " THEN CAST(" + sql + " ->> "
                + binds.add(String.valueOf(column.key()), "text")
                + " AS " + CqlSql.sqlType(column.type()) + ") END)";
    }
}
