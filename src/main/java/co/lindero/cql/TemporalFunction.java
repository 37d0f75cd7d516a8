package co.lindero.cql;

import co.lindero.cql.Condition.Joining;
import java.util.Arrays;
import java.util.List;

/**
 * The temporal functions of the standard, each as comparisons of the ends of its two times. An instant is an interval
 * whose ends are the same; both ends belong to an interval. {@link CqlEvaluation} and {@link CqlSql} read this one table.
 */
enum TemporalFunction {
    T_AFTER(Joining.AND, "s>e"),
    T_BEFORE(Joining.AND, "e<s"),
    T_CONTAINS(Joining.AND, "s<s", "e>e"),
    T_DISJOINT(Joining.OR, "e<s", "s>e"),
    T_DURING(Joining.AND, "s>s", "e<e"),
    T_EQUALS(Joining.AND, "s=s", "e=e"),
    T_FINISHEDBY(Joining.AND, "s<s", "e=e"),
    T_FINISHES(Joining.AND, "s>s", "e=e"),
    T_INTERSECTS(Joining.AND, "s<=e", "e>=s"),
    T_MEETS(Joining.AND, "e=s"),
    T_METBY(Joining.AND, "s=e"),
    T_OVERLAPPEDBY(Joining.AND, "s>s", "s<e", "e>e"),
    T_OVERLAPS(Joining.AND, "s<s", "e>s", "e<e"),
    T_STARTEDBY(Joining.AND, "s=s", "e>e"),
    T_STARTS(Joining.AND, "s=s", "e<e");

    /** An end of a time. */
    enum End {
        START,
        END;

        private static End of(char letter) {
            return letter == 's' ? START : END;
        }
    }

    /** An end of the left time compared with an end of the right one. */
    record EndTest(End left, Comparator comparator, End right) {
        private static EndTest of(String text) {
            return new EndTest(
                    End.of(text.charAt(0)),
                    Comparator.of(text.substring(1, text.length() - 1)),
                    End.of(text.charAt(text.length() - 1)));
        }
    }

    private final Joining joining;
    private final String tests;

    TemporalFunction(Joining joining, String... tests) {
        this.joining = joining;
        this.tests = String.join(" ", tests);
    }

    Joining joining() {
        return joining;
    }

    List<EndTest> tests() {
        return Arrays.stream(tests.split(" ")).map(EndTest::of).toList();
    }
}
