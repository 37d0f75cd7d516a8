package co.lindero.landuse;

import co.lindero.cadastre.Parcel.LotArea;
import co.lindero.landuse.NormFacts.LotAreaFacts;
import co.lindero.landuse.NormFacts.TestFacts;
import co.lindero.landuse.NormFacts.ZoneName;
import co.lindero.landuse.UseFacts.ActivityFacts;
import co.lindero.norm.Condition;
import co.lindero.norm.Norm;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.NormBook;
import co.lindero.norm.Quantity;
import co.lindero.norm.UseRule;
import co.lindero.platform.problem.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes norms and use rules for one parcel in one language, each with the outcome of its condition. Pure. */
final class RuleWriter {
    private final NormBook book;
    private final KnownFacts known;
    private final Language language;

    RuleWriter(NormBook book, KnownFacts known, Language language) {
        this.book = book;
        this.known = known;
        this.language = language;
    }

    /** Returns the norms of one zone. */
    List<NormFacts> listNorms(Scope zone, String themeTitle) {
        String why = language.pick(
                "La zona " + zone.zone() + " del tema «" + themeTitle + "» está en el predio.",
                "Zone " + zone.zone() + " of theme \"" + themeTitle + "\" lies on the parcel.");
        return book.listNorms(zone).stream().map(norm -> norm(norm, null, why)).toList();
    }

    /** Returns the norms of the whole municipality. */
    List<NormFacts> listMunicipal() {
        String why = language.pick("Rige en todo el municipio.", "It holds in the whole municipality.");
        return book.listMunicipal().stream().map(norm -> norm(norm, null, why)).toList();
    }

    /** Returns a norm of two zones that are both on the parcel. */
    NormFacts ofTwoZones(Norm norm, Meeting meeting) {
        String zones = Stream.of(norm.scope(), norm.second())
                .flatMap(Stream::ofNullable)
                .map(zone -> zone.zone() + " (" + zone.theme() + ")")
                .reduce((one, other) -> one + language.pick(" y ", " and ") + other)
                .orElse("");
        String why = meeting.kind() == Meeting.Kind.YES
                ? language.pick(
                        "Las zonas " + zones + " están sobre un mismo suelo del predio.",
                        "Zones " + zones + " lie on the same ground of the parcel.")
                : language.pick(
                        "Las zonas " + zones + " están ambas en el predio; no se midió si se encuentran.",
                        "Zones " + zones + " are both on the parcel; whether they meet was not measured.");
        return norm(norm, meeting.kind().code(), why);
    }

    /** Returns the use rules of one zone. */
    List<UseFacts> listUses(Scope zone) {
        return uses(book.listUses(zone));
    }

    /** Returns the use rules of the whole municipality. */
    List<UseFacts> listMunicipalUses() {
        return uses(book.listMunicipalUses());
    }

    private List<UseFacts> uses(List<UseRule> rules) {
        Map<String, Long> regimes = NormBook.countRegimes(rules);
        return rules.stream()
                .map(rule -> use(rule, regimes.getOrDefault(rule.category(), 0L) > 1))
                .toList();
    }

    private NormFacts norm(Norm norm, @Nullable String sameGround, String why) {
        Condition.Outcome outcome = outcome(book.findCondition(norm));
        Norm.Per per = norm.per();
        return new NormFacts(
                norm.id(),
                norm.quantity().code(),
                norm.quantity().title().in(language),
                norm.operator().symbol(),
                norm.value(),
                norm.quantity().unit(),
                per == null ? null : new NormFacts.Per(per.amount(), per.unit()),
                norm.base().code(),
                norm.condition(),
                outcome.outcome().code(),
                outcome.missing(),
                TestFacts.listOf(outcome, language),
                asksForLotArea(norm) ? lotArea() : null,
                zones(norm),
                sameGround,
                why,
                norm.plan(),
                book.isInherited(norm.plan()),
                norm.version(),
                text(norm.validFrom()),
                text(norm.validTo()),
                List.of(norm.source()));
    }

    private UseFacts use(UseRule rule, boolean conflicting) {
        Condition.Outcome outcome = outcome(book.findCondition(rule));
        return new UseFacts(
                rule.id(),
                rule.category(),
                rule.regime().code(),
                conflicting,
                rule.condition(),
                outcome.outcome().code(),
                outcome.missing(),
                TestFacts.listOf(outcome, language),
                book.listActivitiesOf(rule.category()).stream()
                        .map(activity -> new ActivityFacts(
                                activity.ciiu(), activity.areaMinM2(), activity.areaMaxM2(), activity.note()))
                        .toList(),
                rule.plan(),
                book.isInherited(rule.plan()),
                rule.version(),
                text(rule.validFrom()),
                text(rule.validTo()),
                List.of(rule.source()));
    }

    private Condition.Outcome outcome(Optional<Condition> condition) {
        return condition.map(c -> c.evaluate(known.values()::get)).orElse(Condition.Outcome.ALWAYS);
    }

    private boolean asksForLotArea(Norm norm) {
        return norm.quantity() == Quantity.LOT_AREA_M2
                || book.findCondition(norm)
                        .filter(condition -> condition.names().contains(KnownFacts.LOT_AREA))
                        .isPresent();
    }

    private @Nullable LotAreaFacts lotArea() {
        LotArea area = known.lotArea();
        return area == null ? null : new LotAreaFacts(area.m2(), area.registered() ? "registered" : "planar");
    }

    private static List<ZoneName> zones(Norm norm) {
        List<ZoneName> zones = new ArrayList<>();
        Stream.of(Optional.ofNullable(norm.scope()), Optional.ofNullable(norm.second()))
                .flatMap(Optional::stream)
                .forEach(zone -> zones.add(new ZoneName(zone.theme(), zone.zone())));
        return zones;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
