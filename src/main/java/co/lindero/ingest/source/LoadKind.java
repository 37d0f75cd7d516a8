package co.lindero.ingest.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a layer is loaded as, each with the targets its columns may be mapped to. */
public enum LoadKind {
    PARCELS,
    BUILDINGS,
    TERRITORIES,
    ZONES,
    NORMS,
    USES,
    CIIU,
    PROJECTS,
    LICENCES;

    /** Returns the targets in the order they are documented. */
    public List<Target> targets() {
        return switch (this) {
            case PARCELS ->
                List.of(
                        Target.required("number"),
                        Target.text("previous_number"),
                        Target.text("nupre"),
                        Target.text("folio"),
                        Target.text("address"),
                        new Target("registered_area_m2", false, Target.Type.NUMBER),
                        Target.text("destination"),
                        Target.text("condition"));
            case BUILDINGS ->
                List.of(
                        Target.text("number"),
                        Target.text("parcel"),
                        new Target("floors", false, Target.Type.INTEGER),
                        new Target("built_area_m2", false, Target.Type.NUMBER),
                        Target.text("use"),
                        new Target("year", false, Target.Type.INTEGER));
            case TERRITORIES ->
                List.of(
                        Target.required("code"),
                        Target.required("kind"),
                        Target.text("name"),
                        Target.text("parent"),
                        new Target("population", false, Target.Type.INTEGER));
            case ZONES ->
                List.of(
                        Target.required("code"),
                        Target.text("label"),
                        Target.text("applies_to"),
                        Target.text("act"),
                        Target.text("article"),
                        Target.text("text"),
                        Target.text("url"),
                        // hazard and risk: kept among the attributes, where lindero.zone_rank looks for them
                        Target.text("level"),
                        Target.text("study"),
                        Target.text("mitigable"));
            case PROJECTS -> ProjectTargets.list();
            case NORMS ->
                texts("scope_theme, scope_zone, scope2_theme, scope2_zone, quantity, operator, value, unit, per, base,"
                        + " condition, act, article, text, url, valid_from, valid_to");
            case USES ->
                texts("scope_theme, scope_zone, category, regime, condition, act, article, text, url, valid_from,"
                        + " valid_to");
            case CIIU -> texts("ciiu, category, area_min_m2, area_max_m2, note");
            case LICENCES ->
                texts("number, class, modalities, status, filed_on, observed_on, answered_on, decided_on, notified_on,"
                        + " final_on, extension_final_on, act, parcels, area_m2, dwellings, floors, use");
        };
    }

    /** Targets that are read as text, whatever they hold: their rows are told what is wrong with a cell, by its place. */
    private List<Target> texts(String names) {
        List<String> needed = switch (this) {
            case NORMS -> List.of("quantity", "operator", "act", "article");
            case USES -> List.of("category", "regime", "act", "article");
            default -> List.of("ciiu", "category");
        };
        return Stream.of(names.split(",\\s*"))
                .map(name -> needed.contains(name) ? Target.required(name) : Target.text(name))
                .toList();
    }

    /** Whether it is a planner's table: rows without geometry, numbered as the spreadsheet shows them. */
    public boolean isTable() {
        return this == NORMS || this == USES || this == CIIU;
    }

    /** Whether what is loaded belongs to a plan. */
    public boolean isOfPlan() {
        return this == ZONES || isTable();
    }

    /** Whether columns without a target are kept as attributes. */
    public boolean keepsAttributes() {
        return this == ZONES;
    }

    /** Returns the word of the command line, such as {@code parcels}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a target by its name. */
    public Optional<Target> findTarget(String name) {
        return targets().stream().filter(target -> target.name().equals(name)).findFirst();
    }
}
