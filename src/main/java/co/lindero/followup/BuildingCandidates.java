package co.lindero.followup;

import co.lindero.followup.FollowUpAnswer.Candidate;
import co.lindero.followup.FollowUpAnswer.Candidates;
import co.lindero.followup.FollowUpAnswer.Count;
import co.lindero.followup.FollowUpService.Read;
import co.lindero.followup.FollowUpStore.Ceiling;
import co.lindero.followup.FollowUpStore.Ground;
import co.lindero.followup.FollowUpStore.InHarm;
import co.lindero.followup.FollowUpStore.Larger;
import co.lindero.norm.Quantity;
import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lists buildings of the cadastre that no granted licence names and that stand in protection, in high hazard, or are larger than the
 * norms of their zones: candidates for a visit, never verdicts. One use.
 */
final class BuildingCandidates {
    private static final String PROTECTION = "protection";
    private static final String HAZARD = "high-hazard";
    private static final String LARGER = "larger-than-norm";

    private static final Map<Integer, String> LEVELS = Map.of(3, "Alta", 2, "Media", 1, "Baja");

    private final FollowUpStore store;
    private final Read read;
    private final Language language;
    private final Map<String, Long> found = new TreeMap<>();
    private final Map<String, Long> licensed = new TreeMap<>();
    private final List<Candidate> rows = new ArrayList<>();

    BuildingCandidates(FollowUpStore store, Read read, Language language) {
        this.store = store;
        this.read = read;
        this.language = language;
    }

    Candidates list(Handle handle) {
        List<String> themes = themes();
        store.listBuildingsInHarm(handle, read.scope(themes), ThemeCatalogue.listForbidding())
                .forEach(this::add);
        List<Ceiling> ceilings = ceilings(handle);
        if (!ceilings.isEmpty()) {
            store.listLarger(handle, read.scope(read.zoned()), ceilings).forEach(this::add);
        }
        int limit = read.question().limit();
        return new Candidates(
                rows.stream().limit(limit).toList(),
                Stream.of(PROTECTION, HAZARD, LARGER)
                        .map(kind -> new Count(kind, found.getOrDefault(kind, 0L), licensed.getOrDefault(kind, 0L)))
                        .toList(),
                limit,
                rows.size() > limit,
                FollowUpTexts.CANDIDATES.in(language));
    }

    private List<String> themes() {
        Set<String> codes = new TreeSet<>(ThemeCatalogue.listForbidding());
        read.themes().stream().filter(Theme::protective).map(Theme::code).forEach(codes::add);
        return List.copyOf(codes);
    }

    /** Returns the expected themes of hazard and protection of which the plan has no data. */
    static List<String> notLoaded(Read read) {
        Set<String> loaded = new TreeSet<>();
        read.datasets().stream().filter(d -> d.kind().equals("zones")).forEach(d -> loaded.add(d.theme()));
        return ThemeCatalogue.listExpected().stream()
                .filter(ThemeCatalogue.Shipped::protective)
                .map(ThemeCatalogue.Shipped::code)
                .filter(code -> !loaded.contains(code))
                .toList();
    }

    private List<Ceiling> ceilings(Handle handle) {
        List<Ceiling> ceilings = new ArrayList<>();
        for (Ground ground : store.listGround(handle, read.scope(read.zoned()))) {
            Allowance allowance = Allowance.of(read.book(), ground.zones());
            if (allowance.limitsBuildings()) {
                ceilings.add(new Ceiling(
                        ground.key(),
                        number(allowance.floors()),
                        number(allowance.occupation()),
                        number(allowance.construction())));
            }
        }
        return ceilings;
    }

    private static @Nullable Double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(null);
    }

    private void add(InHarm one) {
        String kind = ThemeCatalogue.forbidsBuilding(one.theme()) ? PROTECTION : HAZARD;
        count(kind, one.licensed());
        if (!one.licensed()) {
            rows.add(new Candidate(
                    kind,
                    one.parcel(),
                    one.building(),
                    one.theme(),
                    one.zone(),
                    LEVELS.get(one.rank()),
                    null,
                    null,
                    null,
                    null,
                    one.year(),
                    isOlder(one.year())));
        }
    }

    private void count(String kind, boolean isLicensed) {
        (isLicensed ? licensed : found).merge(kind, 1L, Long::sum);
    }

    private @Nullable Boolean isOlder(@Nullable Integer year) {
        return year == null ? null : Boolean.valueOf(year < read.plannedSince().getYear());
    }

    /** A parcel counts once, whatever it exceeds. */
    private void add(Larger one) {
        if (one.licensed()) {
            count(LARGER, true);
            return;
        }
        int before = rows.size();
        exceeded(one, Quantity.FLOORS, decimal(one.floors()), one.limits().floors());
        exceeded(
                one,
                Quantity.OCCUPATION_INDEX,
                ratio(one.footprintM2(), one.lotM2()),
                one.limits().occupation());
        exceeded(
                one,
                Quantity.CONSTRUCTION_INDEX,
                one.builtM2() == null ? null : ratio(one.builtM2(), one.lotM2()),
                one.limits().construction());
        if (rows.size() > before) {
            count(LARGER, false);
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static BigDecimal ratio(double part, double whole) {
        return BigDecimal.valueOf(part / whole).setScale(6, RoundingMode.HALF_UP);
    }

    private void exceeded(Larger one, Quantity quantity, @Nullable BigDecimal actual, @Nullable Double limit) {
        if (actual == null || limit == null || actual.compareTo(BigDecimal.valueOf(limit)) <= 0) {
            return;
        }
        rows.add(new Candidate(
                LARGER,
                one.parcel(),
                null,
                null,
                one.zones(),
                null,
                quantity.code(),
                actual,
                BigDecimal.valueOf(limit).stripTrailingZeros(),
                quantity.unit(),
                one.year(),
                isOlder(one.year())));
    }
}
