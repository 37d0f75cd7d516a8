package co.lindero.revision;

import co.lindero.norm.Norm;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.NormBook;
import co.lindero.norm.UseRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two books say differently of ground that goes from one zone to another. Pairs of zones are few, so what was worked out
 * once is kept. Not thread-safe.
 */
final class RuleChanges {
    private static final String UNLISTED = "unlisted";

    private final NormBook before;
    private final NormBook after;
    private final Map<List<Optional<Scope>>, List<Change>> known = new HashMap<>();

    RuleChanges(NormBook before, NormBook after) {
        this.before = before;
        this.after = after;
    }

    /**
     * One thing said differently.
     *
     * @param kind norm or use
     * @param subject use category, or quantity, operator, unit and condition of a norm
     * @param from what was said; null for nothing
     * @param to what is said; null for nothing
     */
    record Change(
            String kind,
            String subject,
            @Nullable String from,
            @Nullable String to) {}

    /** Returns what is said differently of ground that goes from a zone to a zone; null for no zone. */
    List<Change> ofZone(@Nullable Scope from, @Nullable Scope to) {
        return known.computeIfAbsent(
                List.of(Optional.ofNullable(from), Optional.ofNullable(to)), key -> compareZones(from, to));
    }

    private List<Change> compareZones(@Nullable Scope from, @Nullable Scope to) {
        List<Change> changes = new ArrayList<>(differences("use", uses(before, from), uses(after, to)));
        changes.addAll(differences(
                "norm",
                norms(from == null ? List.of() : before.listNorms(from)),
                norms(to == null ? List.of() : after.listNorms(to))));
        return List.copyOf(changes);
    }

    /** Returns what is said differently of the whole municipality. */
    List<Change> ofMunicipality() {
        List<Change> changes = new ArrayList<>(
                differences("use", regimes(before.listMunicipalUses()), regimes(after.listMunicipalUses())));
        changes.addAll(differences("norm", norms(before.listMunicipal()), norms(after.listMunicipal())));
        return List.copyOf(changes);
    }

    /** Returns what norms of two zones say differently of ground on which both lie. */
    List<Change> ofTwoZones(
            @Nullable Scope from, @Nullable Scope to, @Nullable Scope otherFrom, @Nullable Scope otherTo) {
        return known.computeIfAbsent(
                Stream.of(from, to, otherFrom, otherTo)
                        .map(Optional::ofNullable)
                        .toList(),
                key -> List.copyOf(
                        differences("norm", norms(pair(before, from, otherFrom)), norms(pair(after, to, otherTo)))));
    }

    /**
     * Returns the themes on whose zones something is said differently, and those that norms of two zones join to themes whose
     * zones are drawn differently.
     *
     * @param different codes of the themes whose zones are drawn differently
     */
    Set<String> themes(Set<String> different) {
        Set<String> themes = new TreeSet<>();
        Stream.concat(before.zones().stream(), after.zones().stream())
                .filter(zone -> !ofZone(zone, zone).isEmpty())
                .forEach(zone -> themes.add(zone.theme()));
        Stream.concat(before.zonePairs().stream(), after.zonePairs().stream())
                .distinct()
                .filter(pair -> pair.stream().anyMatch(zone -> different.contains(zone.theme()))
                        || !ofTwoZones(pair.get(0), pair.get(0), pair.get(1), pair.get(1))
                                .isEmpty())
                .forEach(pair -> pair.forEach(zone -> themes.add(zone.theme())));
        return themes;
    }

    private static List<Norm> pair(NormBook book, @Nullable Scope one, @Nullable Scope other) {
        return one == null || other == null ? List.of() : book.listTwoZone(List.of(one, other));
    }

    private static Map<String, String> norms(List<Norm> norms) {
        Map<String, String> said = new TreeMap<>();
        for (Norm norm : norms) {
            String subject = norm.quantity().code() + " " + norm.operator().symbol()
                    + (norm.condition() == null ? "" : " | " + norm.condition());
            Norm.Per per = norm.per();
            said.merge(
                    subject,
                    (norm.value() == null
                                    ? "?"
                                    : norm.value().toPlainString() + " "
                                            + norm.quantity().unit())
                            + (per == null ? "" : " / " + per.amount().toPlainString() + " " + per.unit()),
                    (one, two) -> one + "; " + two);
        }
        return said;
    }

    /** Regimes by category; what a zone with rules does not list is unlisted, of a zone without rules nothing is said. */
    private Map<String, String> uses(NormBook book, @Nullable Scope zone) {
        List<UseRule> rules = zone == null ? List.of() : book.listUses(zone);
        Map<String, String> said = new TreeMap<>();
        if (!rules.isEmpty()) {
            new TreeSet<>(Stream.concat(before.categories().stream(), after.categories().stream())
                            .toList())
                    .forEach(category -> said.put(category, UNLISTED));
            said.putAll(regimes(rules));
        }
        return said;
    }

    private static Map<String, String> regimes(List<UseRule> rules) {
        Map<String, String> said = new TreeMap<>();
        for (UseRule rule : rules) {
            said.merge(
                    rule.category(),
                    rule.regime().code() + (rule.condition() == null ? "" : " | " + rule.condition()),
                    (one, two) -> one.equals(two) ? one : one + "; " + two);
        }
        return said;
    }

    private static List<Change> differences(String kind, Map<String, String> from, Map<String, String> to) {
        return Stream.concat(from.keySet().stream(), to.keySet().stream())
                .distinct()
                .sorted()
                .filter(subject -> !Objects.equals(from.get(subject), to.get(subject)))
                .map(subject -> new Change(kind, subject, from.get(subject), to.get(subject)))
                .toList();
    }
}
