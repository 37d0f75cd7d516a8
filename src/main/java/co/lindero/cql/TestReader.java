package co.lindero.cql;

import co.lindero.cql.Condition.Sense;
import co.lindero.cql.CqlException.Kind;
import co.lindero.cql.grammar.Cql2Parser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Reads comparisons, LIKE, BETWEEN, IN and IS NULL. */
final class TestReader {
    private final PartReader parts;

    TestReader(PartReader parts) {
        this.parts = parts;
    }

    Condition.Test read(Cql2Parser.PredicateContext context) {
        Source at = parts.source(context);
        Operand value = parts.operand(context.sum());
        Cql2Parser.TailContext tail = context.tail();
        if (tail instanceof Cql2Parser.ComparisonTailContext comparison) {
            return comparison(at, value, comparison);
        } else if (tail instanceof Cql2Parser.LikeTailContext like) {
            return like(at, value, like);
        } else if (tail instanceof Cql2Parser.BetweenTailContext between) {
            return between(at, value, between);
        } else if (tail instanceof Cql2Parser.InTailContext in) {
            return membership(at, value, in);
        }
        return absence(at, value, (Cql2Parser.NullTailContext) tail);
    }

    private static Sense sense(@Nullable TerminalNode not) {
        return not == null ? Sense.PLAIN : Sense.NEGATED;
    }

    private Condition.Comparison comparison(Source at, Operand left, Cql2Parser.ComparisonTailContext tail) {
        Operand right = parts.operand(tail.sum());
        TypeChecks.requireComparable(left);
        TypeChecks.requireComparable(right);
        Operand fittingRight = TypeChecks.alike(readAs(left, right), right);
        Operand fittingLeft = TypeChecks.alike(fittingRight, left);
        return new Condition.Comparison(at, Comparator.of(tail.comparator().getText()), fittingLeft, fittingRight);
    }

    /** A text before a date or moment is read as one: 'text' = date_name. */
    private static Operand readAs(Operand left, Operand right) {
        return right.type().isTemporal() && left instanceof Operand.TextLiteral ? right : left;
    }

    private Condition.Like like(Source at, Operand value, Cql2Parser.LikeTailContext tail) {
        TypeChecks.requireType(value, CqlType.TEXT);
        Operand pattern = parts.operand(tail.sum());
        TypeChecks.requireType(pattern, CqlType.TEXT);
        Operand literal = pattern;
        while (literal instanceof Operand.Folded folded) {
            literal = folded.of();
        }
        if (!(literal instanceof Operand.TextLiteral text)) {
            throw CqlException.at(
                    pattern.at(),
                    Kind.TYPE,
                    "El patrón de LIKE debe ser un texto entre comillas.",
                    "The pattern of LIKE must be a text in quotes.");
        }
        LikePattern.requireWhole(text);
        return new Condition.Like(at, value, pattern, sense(tail.NOT()));
    }

    private Condition.Between between(Source at, Operand value, Cql2Parser.BetweenTailContext tail) {
        Operand low = parts.operand(tail.sum(0));
        Operand high = parts.operand(tail.sum(1));
        TypeChecks.requireType(value, CqlType.NUMBER);
        TypeChecks.requireType(low, CqlType.NUMBER);
        TypeChecks.requireType(high, CqlType.NUMBER);
        return new Condition.Between(at, value, low, high, sense(tail.NOT()));
    }

    private Condition.Membership membership(Source at, Operand value, Cql2Parser.InTailContext tail) {
        TypeChecks.requireComparable(value);
        List<Operand> items = new ArrayList<>();
        tail.sum().forEach(item -> items.add(TypeChecks.alike(value, parts.operand(item))));
        return new Condition.Membership(at, value, List.copyOf(items), sense(tail.NOT()));
    }

    private static Condition.Absence absence(Source at, Operand value, Cql2Parser.NullTailContext tail) {
        if (value instanceof Operand.Name name) {
            return new Condition.Absence(at, name, sense(tail.NOT()));
        }
        throw CqlException.at(
                value.at(),
                Kind.TYPE,
                "IS NULL pregunta si un nombre tiene valor; "
                        + SyntaxFault.quoted(value.at().text()) + " no es un nombre.",
                "IS NULL asks whether a name has a value; "
                        + SyntaxFault.quoted(value.at().text()) + " is no name.");
    }
}
