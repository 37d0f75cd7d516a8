package co.lindero.bench;

import co.lindero.platform.db.Sql;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The statements that one warm answer runs, as a script for pgbench, from the same files. */
final class AnswerScript {
    private AnswerScript() {}

    /** Returns a script that asks about one of so many numbers at random. */
    static String render(int numbers, LocalDate on) {
        return String.join(
                        "\n",
                        "\\set i random(1, " + numbers + ")",
                        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;",
                        kept("publication/find_newest", "at_"),
                        kept("parcel/find_by_number", "p_")
                                .replace(":value", "(SELECT n.number FROM public.bench_number n WHERE n.i = :i)")
                                .replace(":at)", ":at_id)"),
                        statement("landuse/list_kept_parts")
                                        .replace(":parcel", ":p_id")
                                        .replace(":municipality", ":p_municipality")
                                        .replace(":plan", "'PBOT-2005'")
                                + ";",
                        statement("landuse/list_buildings")
                                        .replace(":parcel", ":p_number")
                                        .replace(":municipality", ":p_municipality")
                                        .replace(":at)", ":at_id)")
                                + ";",
                        "COMMIT;",
                        "")
                .replace(":onDay", "'" + on + "'");
    }

    private static String kept(String name, String prefix) {
        return statement(name) + " \\gset " + prefix;
    }

    private static String statement(String name) {
        String text =
                Sql.query(name).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining(" "));
        return text.strip().replaceAll(";$", "");
    }
}
