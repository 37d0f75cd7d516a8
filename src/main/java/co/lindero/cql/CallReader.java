package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import co.lindero.cql.grammar.Cql2Parser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what is written as a function; the functions are those of the standard. */
final class CallReader {
    private static final List<String> WORDS = List.of("CASEI", "ACCENTI", "DATE", "TIMESTAMP", "INTERVAL");

    private final PartReader parts;

    CallReader(PartReader parts) {
        this.parts = parts;
    }

    Part read(Source at, Cql2Parser.CallPrimaryContext call) {
        String word = call.WORD().getText().toUpperCase(Locale.ROOT);
        Optional<TemporalFunction> temporal = find(TemporalFunction.values(), word);
        if (temporal.isPresent()) {
            return temporal(at, temporal.get(), call);
        }
        Optional<SpatialFunction> spatial = find(SpatialFunction.values(), word);
        if (spatial.isPresent()) {
            return spatial(at, spatial.get(), call);
        }
        return switch (word) {
            case "CASEI" -> folded(at, Folding.CASEI, call);
            case "ACCENTI" -> folded(at, Folding.ACCENTI, call);
            case "DATE" -> instant(at, CqlType.DATE, call);
            case "TIMESTAMP" -> instant(at, CqlType.TIMESTAMP, call);
            case "INTERVAL" -> interval(at, call);
            default -> throw unknown(at, call.WORD().getText());
        };
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static CqlException unknown(Source at, String word) {
        String known = String.join(", ", WORDS) + ", "
                + Arrays.stream(SpatialFunction.values()).map(Enum::name).collect(Collectors.joining(", ")) + ", "
                + Arrays.stream(TemporalFunction.values()).map(Enum::name).collect(Collectors.joining(", "));
        return CqlException.at(
                at,
                Kind.UNKNOWN_FUNCTION,
                "No se conoce la función " + SyntaxFault.quoted(word) + ". Funciones conocidas: " + known + ".",
                "The function " + SyntaxFault.quoted(word) + " is not known. Known functions: " + known + ".");
    }

    private Operand argument(Source at, Cql2Parser.CallPrimaryContext call, int index, int wanted) {
        if (call.expression().size() != wanted) {
            String word = SyntaxFault.quoted(call.WORD().getText());
            throw CqlException.at(
                    at,
                    Kind.TYPE,
                    word + " lleva " + wanted + " argumento(s); aquí tiene "
                            + call.expression().size() + ".",
                    word + " takes " + wanted + " argument(s); here it has "
                            + call.expression().size() + ".");
        }
        return parts.operand(call.expression(index));
    }

    private Operand folded(Source at, Folding folding, Cql2Parser.CallPrimaryContext call) {
        Operand text = argument(at, call, 0, 1);
        TypeChecks.requireType(text, CqlType.TEXT);
        return new Operand.Folded(at, folding, text);
    }

    private Operand instant(Source at, CqlType type, Cql2Parser.CallPrimaryContext call) {
        if (argument(at, call, 0, 1) instanceof Operand.TextLiteral text) {
            return Literals.instant(text.at(), text.value(), type);
        }
        throw CqlException.at(
                at, Kind.TYPE, type + " lleva un texto entre comillas.", type + " takes a text in quotes.");
    }

    private Operand interval(Source at, Cql2Parser.CallPrimaryContext call) {
        Operand start = argument(at, call, 0, 2);
        Operand end = argument(at, call, 1, 2);
        CqlType type = endType(start).or(() -> endType(end)).orElse(CqlType.DATE);
        Operand from = end(start, type);
        Operand to = end(end, type);
        if (Literals.isBefore(to, from)) {
            throw CqlException.at(
                    end.at(),
                    Kind.VALUE,
                    "El intervalo termina antes de empezar.",
                    "The interval ends before it begins.");
        }
        return new Operand.Interval(at, type, from, to);
    }

    private static Optional<CqlType> endType(Operand end) {
        if (end instanceof Operand.TextLiteral text) {
            return text.value().equals(Literals.UNBOUNDED)
                    ? Optional.empty()
                    : Optional.of(text.value().contains("T") ? CqlType.TIMESTAMP : CqlType.DATE);
        }
        return Optional.of(end.type());
    }

    private static Operand end(Operand end, CqlType type) {
        TypeChecks.requireSingle(end);
        if (end instanceof Operand.TextLiteral text) {
            return text.value().equals(Literals.UNBOUNDED)
                    ? new Operand.Unbounded(text.at(), type)
                    : Literals.instant(text.at(), text.value(), type);
        }
        if (end.type().isTemporal() && end.type() == type) {
            return end;
        }
        throw TypeChecks.mismatch(end, type.isTemporal() ? type.label() : CqlType.DATE.label());
    }

    private Condition temporal(Source at, TemporalFunction function, Cql2Parser.CallPrimaryContext call) {
        Operand left = argument(at, call, 0, 2);
        Operand right = argument(at, call, 1, 2);
        Operand first = time(left, right);
        return new Condition.Temporal(at, function, first, time(right, first));
    }

    /** A time that can be compared with another: an interval of two open ends takes the other's type. */
    private static Operand time(Operand time, Operand other) {
        CqlType type = other.type().isTemporal() ? other.type() : CqlType.DATE;
        if (time instanceof Operand.Interval interval
                && interval.start() instanceof Operand.Unbounded start
                && interval.end() instanceof Operand.Unbounded end) {
            return new Operand.Interval(
                    interval.at(),
                    type,
                    new Operand.Unbounded(start.at(), type),
                    new Operand.Unbounded(end.at(), type));
        }
        if (time instanceof Operand.TextLiteral text) {
            return Literals.instant(text.at(), text.value(), type);
        }
        if (!time.type().isTemporal()) {
            throw TypeChecks.mismatch(time, type.label());
        }
        boolean open = other instanceof Operand.Interval interval
                && interval.start() instanceof Operand.Unbounded
                && interval.end() instanceof Operand.Unbounded;
        if (other.type().isTemporal() && other.type() != time.type() && !open) {
            throw TypeChecks.mismatch(time, type.label());
        }
        return time;
    }

    private Condition spatial(Source at, SpatialFunction function, Cql2Parser.CallPrimaryContext call) {
        Operand left = argument(at, call, 0, 2);
        Operand right = argument(at, call, 1, 2);
        TypeChecks.requireType(left, CqlType.GEOMETRY);
        TypeChecks.requireType(right, CqlType.GEOMETRY);
        return new Condition.Spatial(at, function, left, right);
    }
}
