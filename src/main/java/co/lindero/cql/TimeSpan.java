package co.lindero.cql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A time by its two ends, which are one for an instant.
 *
 * @param start its first instant, {@code Bound.OPEN} where it has none
 * @param end its last
 */
record TimeSpan(OperandValue start, OperandValue end) {
    /** An end that is open stands before or after every instant, and beside another open end of its side. */
    private enum Bound {
        OPEN
    }

    static TimeSpan of(Operand operand, Function<String, @Nullable Object> values) {
        if (operand instanceof Operand.Interval interval) {
            return new TimeSpan(end(interval.start(), values), end(interval.end(), values));
        }
        OperandValue instant = OperandValue.of(operand, values);
        return new TimeSpan(instant, instant);
    }

    private static OperandValue end(Operand end, Function<String, @Nullable Object> values) {
        return end instanceof Operand.Unbounded
                ? new OperandValue(Bound.OPEN, Unknown.NOTHING)
                : OperandValue.of(end, values);
    }

    static Truth compare(TimeSpan left, TemporalFunction.EndTest test, TimeSpan right) {
        Object one = left.end(test.left());
        Object other = right.end(test.right());
        if (one == null || other == null) {
            return Truth.UNKNOWN;
        }
        int order = one == Bound.OPEN || other == Bound.OPEN
                ? Integer.compare(infinity(one, test.left()), infinity(other, test.right()))
                : OperandValue.compare(one, other);
        return Truth.of(test.comparator().accepts(order));
    }

    private @Nullable Object end(TemporalFunction.End which) {
        return which == TemporalFunction.End.START ? start.known() : end.known();
    }

    private static int infinity(Object end, TemporalFunction.End which) {
        if (end != Bound.OPEN) {
            return 0;
        }
        return which == TemporalFunction.End.START ? -1 : 1;
    }

    Unknown unknown() {
        return Unknown.all(List.of(start.unknown(), end.unknown()));
    }

    CqlOutcome.Side side(Operand operand) {
        String value = operand instanceof Operand.Interval
                ? start.known() == null || end.known() == null ? null : shown(start) + "/" + shown(end)
                : start.shown();
        return new CqlOutcome.Side(operand.at().text(), value);
    }

    private static @Nullable String shown(OperandValue end) {
        return end.known() == Bound.OPEN ? Literals.UNBOUNDED : end.shown();
    }
}
