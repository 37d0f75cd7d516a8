package co.lindero.landuse;

import co.lindero.law.LegalSource;
import co.lindero.norm.Regime;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Norms, use rules and conflicts as a planner reads them in a terminal. Pure. */
final class RuleText {
    private static final Map<String, String> SYMBOLS = Map.of("<=", "≤", ">=", "≥");
    private static final Map<String, String> UNITS = Map.of("m", " m", "m2", " m²", "dwellings/ha", "/ha");
    private static final Map<String, String> PER_ES = Map.of("dwelling", "vivienda", "m2", "m²");

    private final Language language;

    RuleText(Language language) {
        this.language = language;
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    /** Returns a line for each norm. */
    List<String> norms(List<NormFacts> norms) {
        return norms.stream().map(this::norm).toList();
    }

    private String norm(NormFacts norm) {
        return zones(norm)
                + norm.title() + " "
                + limit(norm)
                + (norm.base().equals("predio") ? "" : pick(" de ", " of ") + norm.base())
                + condition(norm.condition(), norm.outcome(), norm.missing())
                + lotArea(norm.lotArea())
                + " — " + cited(norm.sources()) + inherited(norm.inherited(), norm.plan());
    }

    private String zones(NormFacts norm) {
        if (norm.scope().size() < 2) {
            return "";
        }
        String zones = norm.scope().stream().map(NormFacts.ZoneName::zone).collect(Collectors.joining(" + "));
        return zones
                + (Meeting.Kind.NOT_MEASURED.code().equals(norm.sameGround())
                        ? pick(" (no se midió si se encuentran)", " (not measured whether they meet)")
                        : "")
                + ": ";
    }

    private String limit(NormFacts norm) {
        BigDecimal value = norm.value();
        if (value == null) {
            return pick("(citada; la cifra no está codificada)", "(cited; its figure is not encoded)");
        }
        NormFacts.Per per = norm.per();
        return SYMBOLS.getOrDefault(norm.operator(), norm.operator()) + " " + value.toPlainString()
                + UNITS.getOrDefault(norm.unit(), "")
                + (per == null ? "" : pick(" por ", " per ") + amount(per));
    }

    private String amount(NormFacts.Per per) {
        String unit = pick(PER_ES.getOrDefault(per.unit(), per.unit()), per.unit());
        return per.amount().compareTo(BigDecimal.ONE) == 0 ? unit : per.amount().toPlainString() + " " + unit;
    }

    private String condition(@Nullable String condition, String outcome, List<String> missing) {
        if (condition == null) {
            return "";
        }
        String said = switch (outcome) {
            case "applies" -> pick("se cumple", "it holds");
            case "does_not_apply" -> pick("no se cumple: no aplica", "it does not hold: not applicable");
            default ->
                missing.isEmpty()
                        ? pick("no se puede decidir", "it cannot be decided")
                        : pick("depende de ", "depends on ") + String.join(", ", missing);
        };
        return pick(", si ", ", if ") + condition + " [" + said + "]";
    }

    private String lotArea(NormFacts.@Nullable LotAreaFacts area) {
        return area == null
                ? ""
                : pick(" (área del lote: ", " (lot area: ") + area.m2().toPlainString() + " m², "
                        + (area.which().equals("registered")
                                ? pick("registrada", "registered")
                                : pick("dibujada", "drawn"))
                        + ")";
    }

    private String inherited(boolean inherited, String plan) {
        return inherited ? pick(" (heredada de ", " (inherited from ") + plan + ")" : "";
    }

    /** Returns a line for each regime with its categories, a conditional one for each rule. */
    List<String> uses(List<UseFacts> uses) {
        List<String> lines = new ArrayList<>();
        for (Regime regime : Regime.values()) {
            List<UseFacts> same = uses.stream()
                    .filter(use -> use.regime().equals(regime.code()))
                    .toList();
            List<UseFacts> plain =
                    same.stream().filter(use -> !hasMore(regime, use)).toList();
            if (!plain.isEmpty()) {
                lines.add(regime.title().in(language) + ": "
                        + plain.stream().map(this::category).collect(Collectors.joining(", "))
                        + " — "
                        + plain.stream()
                                .map(use -> cited(use.sources()) + inherited(use.inherited(), use.plan()))
                                .distinct()
                                .collect(Collectors.joining("; ")));
            }
            same.stream()
                    .filter(use -> hasMore(regime, use))
                    .forEach(use -> lines.add(regime.title().in(language) + ": " + category(use)
                            + condition(use.condition(), use.outcome(), use.missing())
                            + wording(use) + " — " + cited(use.sources())
                            + inherited(use.inherited(), use.plan())));
        }
        return lines;
    }

    private static boolean hasMore(Regime regime, UseFacts use) {
        return regime == Regime.CONDICIONADO
                || use.condition() != null
                || !wording(use).isEmpty();
    }

    private String category(UseFacts use) {
        int activities = use.activities().size();
        return use.category()
                + (activities == 0 ? "" : " (" + activities + " CIIU)")
                + (use.conflicting() ? pick(" [varios regímenes]", " [several regimes]") : "");
    }

    private static String wording(UseFacts use) {
        return use.sources().stream()
                .map(LegalSource::text)
                .flatMap(Stream::ofNullable)
                .map(text -> " «" + text + "»")
                .collect(Collectors.joining());
    }

    private String cited(List<LegalSource> sources) {
        return sources.stream()
                .map(source -> Stream.of(
                                Optional.ofNullable(source.act()),
                                Optional.ofNullable(source.article()).map(article -> "art. " + article))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** Returns a line that says who prevails over whom, and one that says why. */
    List<String> conflict(ConflictFacts conflict) {
        String measure = conflict.planarM2() != null
                ? " (" + conflict.planarM2().toPlainString() + " m²)"
                : conflict.sameGround().equals(Meeting.Kind.NOT_MEASURED.code())
                        ? pick(" (no se midió si se encuentran)", " (not measured whether they meet)")
                        : "";
        return List.of(
                named(conflict.prevails())
                        + pick(" prevalece sobre ", " prevails over ")
                        + named(conflict.yields())
                        + measure,
                "  " + conflict.why() + " " + cited(conflict.sources()));
    }

    private static String named(ConflictFacts.Side side) {
        return side.title() + " " + side.zone();
    }
}
