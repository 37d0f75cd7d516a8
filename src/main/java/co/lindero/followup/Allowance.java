package co.lindero.followup;

import co.lindero.norm.IndexBase;
import co.lindero.norm.Norm;
import co.lindero.norm.NormBook;
import co.lindero.norm.Operator;
import co.lindero.norm.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much the norms of a combination of zones allow, where they say it without condition: the strictest of each quantity. An index
 * of another base than the lot says nothing of a lot whose net or usable area is not known.
 *
 * @param floors most floors
 * @param occupation footprint of lot area
 * @param construction built area of lot area
 * @param densityHa dwellings a hectare
 * @legal Decreto 1077 de 2015, art. 2.2.1.1 (índice de ocupación, índice de construcción)
 */
record Allowance(
        Optional<BigDecimal> floors,
        Optional<BigDecimal> occupation,
        Optional<BigDecimal> construction,
        Optional<BigDecimal> densityHa) {

    /** Returns what the norms on a combination of zones allow. */
    static Allowance of(NormBook book, Map<String, String> zones) {
        List<Norm.Scope> scopes = zones.entrySet().stream()
                .map(zone -> new Norm.Scope(zone.getKey(), zone.getValue()))
                .toList();
        List<Norm> norms = new ArrayList<>(book.listMunicipal());
        scopes.forEach(scope -> norms.addAll(book.listNorms(scope)));
        norms.addAll(book.listTwoZone(scopes));
        return new Allowance(
                strictest(norms, Quantity.FLOORS),
                strictest(norms, Quantity.OCCUPATION_INDEX),
                strictest(norms, Quantity.CONSTRUCTION_INDEX),
                strictest(norms, Quantity.DWELLING_DENSITY_HA));
    }

    private static Optional<BigDecimal> strictest(List<Norm> norms, Quantity quantity) {
        return norms.stream()
                .filter(norm -> norm.quantity() == quantity && norm.condition() == null && norm.per() == null)
                .filter(norm -> norm.operator() == Operator.AT_MOST || norm.operator() == Operator.LESS_THAN)
                .filter(norm -> quantity == Quantity.FLOORS || norm.base() == IndexBase.PREDIO)
                .flatMap(norm -> Optional.ofNullable(norm.value()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Returns the built area allowed for each m2 of lot: the index, and no more than all floors of the largest footprint. */
    Optional<BigDecimal> builtShare() {
        Optional<BigDecimal> stacked = occupation.flatMap(share -> floors.map(share::multiply));
        return construction.map(index -> stacked.map(index::min).orElse(index)).or(() -> stacked);
    }

    boolean limitsBuildings() {
        return floors.isPresent() || occupation.isPresent() || construction.isPresent();
    }
}
