package co.lindero.bench;

import co.lindero.platform.db.Sql;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The statements that one warm answer runs, as a script for pgbench, from the same files. */
final class AnswerScript {
    private AnswerScript() {}

    /** Returns a script that asks about one of so many numbers at random. */
    static String render(int numbers, LocalDate on) {
        return "\\set i random(1, " + numbers + ")\n"
                + statement("landuse/list_kept_answer")
                        .replace(":value", "(SELECT n.number FROM public.bench_number n WHERE n.i = :i)")
                        .replace(":plan", "'PBOT-2005'")
                        .replace(":onDay", "'" + on + "'")
                + ";\n";
    }

    private static String statement(String name) {
        String text =
                Sql.query(name).lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining(" "));
        return text.strip().replaceAll(";$", "");
    }
}
