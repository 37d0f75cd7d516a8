package co.lindero.cql;

import co.lindero.cql.CqlException.Kind;
import co.lindero.law.Bilingual;

/** Whether things may be compared; what does not fit is refused where it stands. */
final class TypeChecks {
    private TypeChecks() {}

    /** Refuses an operand of another type, and an interval where a single value is wanted. */
    static void requireType(Operand operand, CqlType wanted) {
        requireSingle(operand);
        if (operand.type() != wanted) {
            throw mismatch(operand, wanted.label());
        }
    }

    static void requireSingle(Operand operand) {
        if (operand instanceof Operand.Interval || operand instanceof Operand.Unbounded) {
            throw CqlException.at(
                    operand.at(),
                    Kind.TYPE,
                    "Un intervalo solo puede ir en una función temporal (T_…).",
                    "An interval can only stand in a temporal function (T_…).");
        }
    }

    static CqlException mismatch(Operand operand, Bilingual wanted) {
        String what = SyntaxFault.quoted(operand.at().text());
        return CqlException.at(
                operand.at(),
                Kind.TYPE,
                what + " es " + operand.type().label().es() + "; aquí va " + wanted.es() + ".",
                what + " is " + operand.type().label().en() + "; " + wanted.en() + " belongs here.");
    }

    /**
     * Returns the second of two operands so that it can be compared with the first: of the same type, or a text that is
     * read as the date or moment that the first is.
     */
    static Operand alike(Operand first, Operand second) {
        requireSingle(second);
        if (first.type().isTemporal() && second instanceof Operand.TextLiteral text) {
            return Literals.instant(text.at(), text.value(), first.type());
        }
        if (first.type() != second.type()) {
            String one = SyntaxFault.quoted(first.at().text());
            String other = SyntaxFault.quoted(second.at().text());
            throw CqlException.at(
                    second.at(),
                    Kind.TYPE,
                    one + " es " + first.type().label().es() + " y " + other + " es "
                            + second.type().label().es() + ": no se pueden comparar.",
                    one + " is " + first.type().label().en() + " and " + other + " is "
                            + second.type().label().en() + ": they cannot be compared.");
        }
        return second;
    }

    /** Refuses what has no order or equality of its own. */
    static void requireComparable(Operand operand) {
        requireSingle(operand);
        if (operand.type() == CqlType.GEOMETRY) {
            throw CqlException.at(
                    operand.at(),
                    Kind.TYPE,
                    "Una geometría se compara con las funciones espaciales (S_INTERSECTS…).",
                    "A geometry is compared by the spatial functions (S_INTERSECTS…).");
        }
    }
}
