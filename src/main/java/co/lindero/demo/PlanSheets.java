package co.lindero.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * The norms, the uses, the targets and the table of activities of the demonstration plan, and the bank of projects: made up by hand in the columns of a
 * planner's spreadsheet, kept with the program and written beside the zones that they speak for.
 */
final class PlanSheets {
    static final String ACTIVITIES = "ciiu.csv";
    static final String PROJECTS = "projects.csv";
    /** Kind of the sheets of targets, which not every plan has. */
    static final String TARGETS = "targets";

    private static final List<String> KINDS = List.of("norms", "uses");

    private PlanSheets() {}

    /** Returns the kinds of sheets that each plan has. */
    static List<String> kinds() {
        return KINDS;
    }

    static String name(String kind, int year) {
        return kind + "-" + year + ".csv";
    }

    /** Returns the years of the plans that have targets. */
    static List<Integer> yearsWithTargets() {
        return List.of(2005, 2026);
    }

    static void write(Path folder, int... years) throws IOException {
        copy(folder, ACTIVITIES);
        copy(folder, PROJECTS);
        for (int year : yearsWithTargets()) {
            copy(folder, name(TARGETS, year));
        }
        for (int year : years) {
            for (String kind : KINDS) {
                copy(folder, name(kind, year));
            }
        }
    }

    private static void copy(Path folder, String name) throws IOException {
        try (InputStream sheet = PlanSheets.class.getResourceAsStream("/demo/candelaria/" + name)) {
            Files.copy(Objects.requireNonNull(sheet, name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
