package co.lindero.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a project bank. A project may stand in several records, by its code: what is said of the project must agree
 * among them, while amounts, contracts and places add up.
 */
public final class ProjectTargets {
    /** Kinds of viability that the national methodology asks for. */
    public static final List<String> VIABILITIES =
            List.of("social", "economic", "technical", "financial", "environmental");

    /** Columns of the project itself. */
    private static final List<String> PROJECT = List.of(
            "code",
            "bpin",
            "name",
            "purpose",
            "axis",
            "programme",
            "product",
            "indicator",
            "office",
            "stage",
            "start_on",
            "end_on",
            "people_served",
            "land_classes",
            "total");

    /** Columns of one line of the budget, of one contract, of one place. */
    private static final List<String> LINE = List.of(
            "work",
            "year",
            "source",
            "initial",
            "additions",
            "final",
            "committed",
            "obliged",
            "paid",
            "physical_percent",
            "physical_share",
            "contract",
            "contract_url",
            "contract_value",
            "contract_start_on",
            "contract_end_on",
            "parcel",
            "territory",
            "territory_kind",
            "place_kind",
            "place_precision",
            "place_lon",
            "place_lat",
            "place");

    private ProjectTargets() {}

    static List<Target> list() {
        return names().stream().map(Target::text).toList();
    }

    /** Returns the names of all columns, in the order of the template. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(PROJECT);
        for (String kind : VIABILITIES) {
            Stream.of("", "_by", "_on").map(part -> "viability_" + kind + part).forEach(names::add);
        }
        names.addAll(LINE);
        return List.copyOf(names);
    }
}
