package co.lindero.cql;

import java.util.List;
import java.util.Random;

/** Texts of conditions over {@link CqlSqlTest}'s names, well typed, the same for the same seed. */
final class RandomExpressions {
    private static final List<String> NUMBERS = List.of("n1", "n2", "whole", "approx", "json");
    private static final List<String> TEXTS = List.of("t1", "t2", "word");
    private static final List<String> WORDS = List.of(
            "'a'", "'B'", "''", "'ñandú'", "'Nandu'", "'it''s'", "'STRASSE'", "'straße'", "'50%'", "'\uD83C\uDFE0'");
    private static final List<String> PATTERNS =
            List.of("'%'", "'_'", "'a%'", "'%n_u'", "'50\\%'", "'%''%'", "''", "'%\\_%'", "'S%E'");
    private static final List<String> COMPARATORS = List.of("=", "<>", "<", ">", "<=", ">=");

    private final Random random;

    RandomExpressions(long seed) {
        random = new Random(seed);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    String next() {
        return condition(3);
    }

    private String condition(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return test();
        }
        return switch (random.nextInt(4)) {
            case 0 -> "NOT (" + condition(depth - 1) + ")";
            case 1 -> condition(depth - 1) + " AND " + condition(depth - 1);
            case 2 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
            default -> "NOT NOT " + test();
        };
    }

    private String not() {
        return random.nextBoolean() ? " NOT" : "";
    }

    private String test() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> number(2) + any(COMPARATORS) + number(2);
            case 3 -> text() + any(COMPARATORS) + text();
            case 4 -> text() + not() + " LIKE " + any(PATTERNS);
            case 5 -> number(1) + not() + " BETWEEN " + number(1) + " AND " + number(1);
            case 6 -> number(1) + not() + " IN (" + number(1) + ", 2, " + literal() + ")";
            case 7 -> text() + not() + " IN (" + any(WORDS) + ", " + any(WORDS) + ")";
            case 8 -> any(List.of("n1", "t1", "yes", "day", "moment", "json")) + " IS" + not() + " NULL";
            default -> other();
        };
    }

    private String other() {
        return switch (random.nextInt(4)) {
            case 0 -> any(List.of("yes", "TRUE", "FALSE", "yes = false", "yes < true"));
            case 1 -> "day" + any(COMPARATORS) + "DATE('2022-04-1" + random.nextInt(10) + "')";
            case 2 -> "moment IN ('2022-04-16T10:00:00Z', '2022-04-16T10:00:00.5Z')";
            default -> any(List.of(TemporalFunction.values())) + "(" + time() + "," + time() + ")";
        };
    }

    private String time() {
        return switch (random.nextInt(4)) {
            case 0 -> "day";
            case 1 -> "INTERVAL(day, later)";
            case 2 -> "INTERVAL('..','2022-04-1" + random.nextInt(10) + "')";
            default -> "INTERVAL('2022-04-1" + random.nextInt(5) + "', '2022-04-1" + (5 + random.nextInt(5)) + "')";
        };
    }

    private String text() {
        String text = random.nextInt(3) == 0 ? any(WORDS) : any(TEXTS);
        return switch (random.nextInt(4)) {
            case 0 -> "CASEI(" + text + ")";
            case 1 -> "ACCENTI(" + text + ")";
            case 2 -> "CASEI(ACCENTI(" + text + "))";
            default -> text;
        };
    }

    private String literal() {
        return any(List.of("0", "1", "2.50", "-3", "1e3", ".125", "7", "100000000000000000000.5", "-1.5e-12"));
    }

    private String number(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return random.nextInt(3) == 0 ? literal() : any(NUMBERS);
        }
        String left = number(depth - 1);
        String right = number(depth - 1);
        return switch (random.nextInt(8)) {
            case 0 -> "(" + left + " + " + right + ")";
            case 1 -> "(" + left + " - " + right + ")";
            case 2 -> "(" + left + " * " + right + ")";
            case 3, 4 -> "(" + left + " / (" + any(NUMBERS) + " - 1))";
            case 5 -> "(" + left + " % " + any(NUMBERS) + ")";
            case 6 -> "(" + left + " div " + any(NUMBERS) + ")";
            default -> "(-" + any(NUMBERS) + ") ^ " + random.nextInt(4);
        };
    }
}
