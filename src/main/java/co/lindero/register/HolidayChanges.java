package co.lindero.register;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Holidays that a municipality adds to the national calendar or takes out of it, each with its source: what the calendar's library
 * has and the municipality could not read in the law, or days on which its offices are closed by decree. Immutable.
 */
public final class HolidayChanges {
    /** No change. */
    public static final HolidayChanges NONE = new HolidayChanges(new TreeMap<>());

    private final NavigableMap<LocalDate, Change> byDay;

    private HolidayChanges(NavigableMap<LocalDate, Change> byDay) {
        this.byDay = byDay;
    }

    /**
     * A change of one day.
     *
     * @param day the day, {@code YYYY-MM-DD}
     * @param holiday whether it is a holiday now
     * @param source where that is from
     */
    public record Change(String day, boolean holiday, String source) {}

    /**
     * Reads a file: lists {@code added} and {@code removed} of {@code day} and {@code source}.
     *
     * @throws Problem {@code configuration-invalid} with every fault of the file
     */
    public static HolidayChanges read(Path file) {
        List<String> faults = new ArrayList<>();
        TreeMap<LocalDate, Change> changes = new TreeMap<>();
        try {
            JsonNode root = new YAMLMapper().readTree(file.toFile());
            root.fieldNames().forEachRemaining(name -> {
                if (name.equals("added") || name.equals("removed")) {
                    root.get(name).forEach(entry -> add(changes, entry, name.equals("added"), faults));
                } else {
                    faults.add(name + ": added, removed");
                }
            });
        } catch (IOException e) {
            faults.add(e.getClass().getSimpleName());
        }
        if (!faults.isEmpty()) {
            throw Problem.of(
                            ProblemType.CONFIGURATION_INVALID,
                            "El archivo de festivos " + file + " no se puede usar: " + String.join("; ", faults),
                            "The file of holidays " + file + " cannot be used: " + String.join("; ", faults))
                    .hint(
                            "Cada entrada de added o removed lleva day (AAAA-MM-DD) y source; vea docs/licence-register.md.",
                            "Each entry of added or removed has day (YYYY-MM-DD) and source; see docs/licence-register.md.");
        }
        return new HolidayChanges(changes);
    }

    private static void add(Map<LocalDate, Change> changes, JsonNode entry, boolean holiday, List<String> faults) {
        String text = entry.path("day").asText("");
        String source = entry.path("source").asText("").strip();
        try {
            LocalDate day = LocalDate.parse(text);
            if (source.isEmpty()) {
                faults.add(text + ": source");
            } else if (changes.putIfAbsent(day, new Change(day.toString(), holiday, source)) != null) {
                faults.add(text + ": 2");
            }
        } catch (DateTimeParseException e) {
            faults.add("day: " + text);
        }
    }

    /** Returns whether a day is a holiday, given what the calendar says. */
    boolean isHoliday(LocalDate day, boolean inCalendar) {
        Change change = byDay.get(day);
        return change == null ? inCalendar : change.holiday();
    }

    /** Returns the changes after one day and up to another, by day. */
    List<Change> between(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? List.copyOf(byDay.subMap(from, false, to, true).values())
                : List.of();
    }
}
