package co.lindero.revision;

import co.lindero.norm.Norm.Scope;
import co.lindero.revision.RevisionStore.Plot;
import co.lindero.revision.RuleChanges.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts, parcel by parcel, what moves and what is said differently of it. Not thread-safe. */
final class ChangeCounter {
    private static final double LEAST_M2 = 0.01;

    private final RuleChanges rules;
    private final List<Change> everywhere;
    private final List<List<String>> themePairs;
    private final Tally zones = new Tally();
    private final Tally uses = new Tally();
    private final Tally norms = new Tally();
    private final Map<Long, Changed> changed = new LinkedHashMap<>();

    ChangeCounter(Comparison comparison) {
        this.rules =
                new RuleChanges(comparison.before().book(), comparison.after().book());
        this.everywhere = rules.ofMunicipality();
        TreeSet<String> pairs = new TreeSet<>(comparison.before().book().themePairs());
        pairs.addAll(comparison.after().book().themePairs());
        this.themePairs =
                pairs.stream().map(pair -> List.of(pair.split(" ", 2))).toList();
    }

    /** A parcel on which something changes, with the ground that changes its zone, m2. */
    record Changed(Plot plot, List<ZoneChange> zones, List<String> rules) {}

    /** A change of zone on a parcel. */
    record ZoneChange(
            String theme,
            @Nullable String from,
            @Nullable String to,
            @Nullable Double m2) {}

    /** Counts one parcel. */
    void count(Plot plot, Map<String, List<Move>> moves) {
        Set<String> said = new TreeSet<>();
        List<ZoneChange> zoneChanges = new ArrayList<>();
        moves.forEach((theme, list) -> list.forEach(move -> {
            if (move.isChange()) {
                zones.add(new Tally.Key(theme, "", move.from(), move.to()), plot.id(), move.m2());
                zoneChanges.add(new ZoneChange(theme, move.from(), move.to(), move.m2()));
            }
            record(theme, rules.ofZone(scope(theme, move.from()), scope(theme, move.to())), plot, move.m2(), said);
        }));
        record("", everywhere, plot, plot.planarM2(), said);
        themePairs.forEach(pair -> countPair(pair, plot, moves, said));
        if (!zoneChanges.isEmpty() || !said.isEmpty()) {
            changed.put(plot.id(), new Changed(plot, List.copyOf(zoneChanges), List.copyOf(said)));
        }
    }

    private void countPair(List<String> pair, Plot plot, Map<String, List<Move>> moves, Set<String> said) {
        List<Move> ones = moves.getOrDefault(pair.get(0), List.of());
        List<Move> others = moves.getOrDefault(pair.get(1), List.of());
        for (Move one : ones) {
            for (Move other : others) {
                List<Change> changes = rules.ofTwoZones(
                        scope(pair.get(0), one.from()),
                        scope(pair.get(0), one.to()),
                        scope(pair.get(1), other.from()),
                        scope(pair.get(1), other.to()));
                record(String.join(" + ", pair), changes, plot, common(one, other, plot), said);
            }
        }
    }

    /** Ground on which two moves lie: known where one of them is the whole parcel. */
    private static @Nullable Double common(Move one, Move other, Plot plot) {
        if (one.area() >= plot.planarM2() - LEAST_M2) {
            return other.m2();
        }
        return other.area() >= plot.planarM2() - LEAST_M2 ? one.m2() : null;
    }

    private void record(String theme, List<Change> changes, Plot plot, @Nullable Double m2, Set<String> said) {
        for (Change change : changes) {
            Tally tally = change.kind().equals("use") ? uses : norms;
            tally.add(new Tally.Key(theme, change.subject(), change.from(), change.to()), plot.id(), m2);
            said.add(change.kind() + " " + change.subject() + ": " + change.from() + " -> " + change.to());
        }
    }

    private static @Nullable Scope scope(String theme, @Nullable String zone) {
        return zone == null ? null : new Scope(theme, zone);
    }

    List<Tally.Row> zones() {
        return zones.rows();
    }

    List<Tally.Row> uses() {
        return uses.rows();
    }

    List<Tally.Row> norms() {
        return norms.rows();
    }

    List<Changed> changed() {
        return List.copyOf(changed.values());
    }
}
