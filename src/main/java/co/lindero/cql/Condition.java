package co.lindero.cql;

import java.util.List;

/** The tree of an expression, its types checked. */
sealed interface Condition extends Part {

    /** All or any of several conditions. */
    record Junction(Joining joining, List<Condition> parts) implements Condition {}

    /** How conditions are joined. */
    enum Joining {
        AND,
        OR
    }

    record Not(Condition of) implements Condition {}

    /** TRUE or FALSE as the text says it. */
    record Constant(boolean value) implements Condition {}

    /** A condition that is not made of others: a leaf of the trace. */
    sealed interface Test extends Condition {
        Source at();
    }

    record Comparison(Source at, Comparator operator, Operand left, Operand right) implements Test {}

    record Like(Source at, Operand value, Operand pattern, Sense sense) implements Test {}

    record Between(Source at, Operand value, Operand low, Operand high, Sense sense) implements Test {}

    record Membership(Source at, Operand value, List<Operand> items, Sense sense) implements Test {}

    record Absence(Source at, Operand.Name name, Sense sense) implements Test {}

    record Temporal(Source at, TemporalFunction function, Operand left, Operand right) implements Test {}

    record Spatial(Source at, SpatialFunction function, Operand left, Operand right) implements Test {}

    /** Whether a test is written with NOT inside: NOT LIKE, IS NOT NULL. */
    enum Sense {
        PLAIN,
        NEGATED;

        /** Returns the operator as it reads with this sense. */
        String of(String plain) {
            return this == PLAIN ? plain : "NOT " + plain;
        }
    }
}
