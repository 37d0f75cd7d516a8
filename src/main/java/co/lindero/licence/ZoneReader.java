package co.lindero.licence;

import co.lindero.licence.KeptZones.Found;
import co.lindero.licence.KeptZones.Part;
import co.lindero.licence.KeptZones.Rule;
import co.lindero.licence.KeptZones.Target;
import co.lindero.licence.ZoneStore.AtHand;
import co.lindero.licence.ZoneStore.ZoneFacts;
import co.lindero.licence.ZoneStore.ZoneQuestion;
import co.lindero.plan.Strip;
import co.lindero.plan.StripStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Reads the zones and strips on or near what a check judges: by kept parts where they say enough, else measured. What zones state is
 * kept by publication, at which it never changes. Thread-safe.
 */
final class ZoneReader {
    private static final int MOST_FACTS = 10_000;
    /** One order for kept and measured zones, whatever the collation of the database; what has no code comes last. */
    private static final Comparator<TargetZone> ORDER = Comparator.comparing(TargetZone::theme)
            .thenComparing(zone -> zone.role().name())
            .thenComparing(zone -> zone.code().isEmpty())
            .thenComparing(TargetZone::code)
            .thenComparing(TargetZone::dimension);

    /**
     * The themes that are asked for.
     *
     * @param rules how each theme is drawn, by its code
     * @param halves half widths of the strips of themes that hold lines, m
     */
    record Themes(Map<String, Rule> rules, Map<String, List<Double>> halves) {
        boolean isEmpty() {
            return rules.isEmpty() && halves.isEmpty();
        }
    }

    /**
     * What lies on or near a target.
     *
     * @param zones zones of the themes, and of each theme its summary; by theme, role, code and dimension
     * @param strips strips along lines where no official zones speak, by theme and code; of each theme the union of those drawn
     *     last, without code
     */
    record OnTarget(List<TargetZone> zones, List<Strip> strips) {}

    /** A zone, by its rows, at a publication. */
    private record ZoneKey(List<Long> rows, long at) {}

    private final ZoneStore store = new ZoneStore();
    private final StripStore strips;
    private final Cache<ZoneKey, ZoneFacts> facts =
            Caffeine.newBuilder().maximumSize(MOST_FACTS).build();

    ZoneReader(StripStore strips) {
        this.strips = strips;
    }

    /** Returns what lies on or near the target, on a handle whose transaction the caller holds. */
    OnTarget read(Handle handle, ZoneQuestion of, Themes themes) {
        if (themes.isEmpty()) {
            return new OnTarget(List.of(), List.of());
        }
        AtHand atHand = atHand(handle, of, themes);
        Map<String, List<Part>> parts = atHand.parts().stream().collect(Collectors.groupingBy(Part::theme));
        Optional<Target> whole = Optional.ofNullable(of.whole());
        List<Found> kept = new ArrayList<>();
        List<String> others = new ArrayList<>();
        themes.rules()
                .forEach((theme, rule) -> whole.flatMap(
                                target -> KeptZones.find(target, rule, parts.getOrDefault(theme, List.of())))
                        .ifPresentOrElse(kept::addAll, () -> others.add(theme)));
        List<Found> measured = others.isEmpty() ? List.of() : store.listMeasured(handle, of, others);
        Map<List<Long>, ZoneFacts> known = facts(handle, kept, measured, of.at());
        List<TargetZone> zones =
                new ArrayList<>(whole.isEmpty() ? List.of() : judged(handle, whole.get(), themes, kept, known));
        measured.forEach(found -> zones.add(stating(found, known)));
        zones.sort(ORDER);
        return new OnTarget(zones, strips(handle, of, atHand.lined()));
    }

    private AtHand atHand(Handle handle, ZoneQuestion of, Themes themes) {
        Set<String> kept = of.whole() == null ? Set.of() : themes.rules().keySet();
        return kept.isEmpty() && themes.halves().isEmpty()
                ? new AtHand(List.of(), List.of())
                : store.listAtHand(handle, of, kept, themes.halves());
    }

    private List<Strip> strips(Handle handle, ZoneQuestion of, List<String> lined) {
        StripStore.When when = new StripStore.When(of.municipality(), of.chain(), of.on(), of.at());
        StripStore.Ground ground = new StripStore.Ground(of.parcels(), of.target(), of.srid());
        return lined.stream()
                .flatMap(theme -> strips.list(handle, when, theme, ground).stream())
                .toList();
    }

    private static TargetZone stating(Found found, Map<List<Long>, ZoneFacts> known) {
        return found.rows().isEmpty()
                ? found.zone()
                : found.zone().with(Objects.requireNonNull(known.get(found.rows())));
    }

    /** Tells of the zones that cover the target whether they stay there; a zone of a partition is followed by the next one. */
    private List<TargetZone> judged(
            Handle handle, Target target, Themes themes, List<Found> kept, Map<List<Long>, ZoneFacts> known) {
        List<Found> moving = new ArrayList<>();
        List<Double> accuraciesM = new ArrayList<>();
        Map<Found, Boolean> sure = new HashMap<>();
        for (Found found : kept) {
            if (found.zone().role() == TargetZone.Role.ON) {
                Double accuracyM =
                        Objects.requireNonNull(known.get(found.rows())).accuracyM();
                if (accuracyM != null
                        && (accuracyM == 0
                                || Objects.requireNonNull(
                                                themes.rules().get(found.zone().theme()))
                                        .tilesGround())) {
                    sure.put(found, true);
                } else if (accuracyM != null) {
                    moving.add(found);
                    accuraciesM.add(accuracyM);
                }
            }
        }
        if (!moving.isEmpty()) {
            List<Boolean> staying =
                    store.listStaying(handle, moving.stream().map(Found::rows).toList(), accuraciesM, target.ewkb());
            for (int i = 0; i < moving.size(); i++) {
                sure.put(moving.get(i), staying.get(i));
            }
        }
        return kept.stream()
                .map(found -> stating(found, known).staying(sure.get(found)))
                .toList();
    }

    private Map<List<Long>, ZoneFacts> facts(Handle handle, List<Found> kept, List<Found> measured, long at) {
        Map<List<Long>, ZoneFacts> known = new HashMap<>();
        List<List<Long>> unknown = new ArrayList<>();
        for (List<Found> some : List.of(kept, measured)) {
            for (Found found : some) {
                List<Long> rows = found.rows();
                if (!rows.isEmpty() && !known.containsKey(rows) && !unknown.contains(rows)) {
                    ZoneFacts present = facts.getIfPresent(new ZoneKey(rows, at));
                    if (present == null) {
                        unknown.add(rows);
                    } else {
                        known.put(rows, present);
                    }
                }
            }
        }
        if (!unknown.isEmpty()) {
            List<ZoneFacts> read = store.listFacts(handle, unknown, at);
            for (int i = 0; i < unknown.size(); i++) {
                facts.put(new ZoneKey(unknown.get(i), at), read.get(i));
                known.put(unknown.get(i), read.get(i));
            }
        }
        return known;
    }

    /** Tells whether two zones lie on one another on the target. */
    boolean meet(Handle handle, TargetZone one, TargetZone other) {
        return one.ewkb() != null && other.ewkb() != null && store.meet(handle, one.ewkb(), other.ewkb());
    }
}
