package co.lindero.followup;

import co.lindero.followup.FollowUpAnswer.Licensed;
import co.lindero.followup.FollowUpAnswer.Year;
import co.lindero.followup.FollowUpAnswer.Zone;
import co.lindero.followup.FollowUpStore.Ground;
import co.lindero.norm.NormBook;
import co.lindero.register.Licence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds licences up by the zones of a theme and the year of their decision, and what the norms allow on the ground of each. Licences
 * of construction that add built area count with area and dwellings; all others count as licences alone. Pure.
 */
final class ZoneTally {
    private static final Set<String> ADDING = Set.of("obra_nueva", "ampliacion", "reconstruccion");
    private static final BigDecimal M2_OF_HA = BigDecimal.valueOf(10_000);
    private static final int SHARE_DECIMALS = 6;

    private final String theme;
    private final NormBook book;
    private final Map<Map<String, String>, Allowance> allowances = new TreeMap<>(Comparator.comparing(Map::toString));

    ZoneTally(String theme, NormBook book) {
        this.theme = theme;
        this.book = book;
    }

    /** A granted licence and the zones in which it is counted. */
    record Placed(Licence licence, Map<String, String> zones) {}

    private Allowance allowance(Map<String, String> zones) {
        return allowances.computeIfAbsent(zones, key -> Allowance.of(book, key));
    }

    /** Returns a row for each zone by code; the row without zone last. */
    List<Zone> rows(List<Ground> ground, List<Placed> licences) {
        Set<String> codes = new TreeSet<>();
        Stream.concat(ground.stream().map(Ground::zones), licences.stream().map(Placed::zones))
                .forEach(zones -> codes.add(zones.getOrDefault(theme, "")));
        List<Zone> rows = new ArrayList<>();
        for (String code : codes) {
            rows.add(zone(
                    code.isEmpty() ? null : code,
                    ground.stream().filter(one -> isIn(code, one.zones())).toList(),
                    licences.stream().filter(one -> isIn(code, one.zones())).toList()));
        }
        rows.sort(Comparator.comparing(Zone::zone, Comparator.nullsLast(Comparator.naturalOrder())));
        return rows;
    }

    private boolean isIn(String code, Map<String, String> zones) {
        return zones.getOrDefault(theme, "").equals(code);
    }

    private Zone zone(@Nullable String code, List<Ground> ground, List<Placed> licences) {
        BigDecimal all = sum(ground.stream().map(ZoneTally::drawn));
        List<Ground> withNorm = ground.stream()
                .filter(one -> allowance(one.zones()).builtShare().isPresent())
                .toList();
        Optional<BigDecimal> allowed = withNorm.isEmpty()
                ? Optional.empty()
                : Optional.of(sum(withNorm.stream()
                        .map(one -> drawn(one)
                                .multiply(allowance(one.zones()).builtShare().orElseThrow()))));
        List<Ground> withDensity = ground.stream()
                .filter(one -> allowance(one.zones()).densityHa().isPresent())
                .toList();
        Optional<BigDecimal> dwellings = withDensity.isEmpty()
                ? Optional.empty()
                : Optional.of(sum(withDensity.stream()
                        .map(one -> drawn(one)
                                .multiply(allowance(one.zones()).densityHa().orElseThrow())
                                .divide(M2_OF_HA, MathContext.DECIMAL64))));
        Licensed onNorm = licensed(licences.stream()
                .filter(one -> allowance(one.zones()).builtShare().isPresent())
                .map(Placed::licence)
                .toList());
        Licensed onDensity = licensed(licences.stream()
                .filter(one -> allowance(one.zones()).densityHa().isPresent())
                .map(Placed::licence)
                .toList());
        return new Zone(
                code,
                ground.stream().mapToLong(Ground::parcels).sum(),
                rounded(all),
                rounded(all.subtract(sum(withNorm.stream().map(ZoneTally::drawn)))),
                allowed.map(ZoneTally::rounded).orElse(null),
                dwellings.map(ZoneTally::rounded).orElse(null),
                licensed(licences.stream().map(Placed::licence).toList()),
                share(onNorm.areaM2(), allowed),
                share(BigDecimal.valueOf(onDensity.dwellings()), dwellings),
                years(licences));
    }

    private static BigDecimal drawn(Ground ground) {
        return BigDecimal.valueOf(ground.drawnM2());
    }

    private static BigDecimal sum(Stream<BigDecimal> values) {
        return values.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(BigDecimal part, Optional<BigDecimal> whole) {
        return whole.filter(value -> value.signum() > 0)
                .map(value -> part.divide(value, SHARE_DECIMALS, RoundingMode.HALF_UP))
                .orElse(null);
    }

    private static List<Year> years(List<Placed> licences) {
        Map<Integer, List<Licence>> byYear = new TreeMap<>();
        licences.forEach(
                placed -> byYear.computeIfAbsent(decided(placed.licence()).getYear(), year -> new ArrayList<>())
                        .add(placed.licence()));
        return byYear.entrySet().stream()
                .map(entry -> new Year(entry.getKey(), licensed(entry.getValue())))
                .toList();
    }

    /** Returns the day of the decision, or the one that comes nearest to it in the register. */
    static LocalDate decided(Licence licence) {
        return Stream.of(
                        Optional.ofNullable(licence.decidedOn()),
                        Optional.ofNullable(licence.notifiedOn()),
                        Optional.ofNullable(licence.finalOn()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(licence.filedOn());
    }

    private static Licensed licensed(List<Licence> licences) {
        List<Licence> adding = licences.stream()
                .filter(licence -> licence.classes().contains("construccion"))
                .filter(licence -> licence.modalities().stream().anyMatch(ADDING::contains))
                .toList();
        return new Licensed(
                licences.size(),
                sum(adding.stream()
                                .flatMap(licence -> Optional.ofNullable(licence.areaM2()).stream())
                                .map(BigDecimal::valueOf))
                        .setScale(1, RoundingMode.HALF_UP),
                adding.stream()
                        .flatMap(licence -> Optional.ofNullable(licence.dwellings()).stream())
                        .mapToLong(Integer::longValue)
                        .sum(),
                adding.stream().filter(licence -> licence.areaM2() == null).count(),
                adding.stream().filter(licence -> licence.dwellings() == null).count());
    }
}
