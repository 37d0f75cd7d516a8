package co.lindero.licence;

import co.lindero.licence.LicenceService.Case;
import co.lindero.licence.MeasureStore.Cut;
import co.lindero.licence.TargetZone.Role;
import co.lindero.norm.Norm;
import co.lindero.norm.Norm.Scope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * A piece of a parcel on which the same norms hold everywhere.
 *
 * @param zones zones that lie on all of it, of the themes that divide the parcel
 * @param divided themes that divide the parcel: a norm of one of their zones holds only where that zone lies
 * @param ewkb the piece
 * @param planarM2 its area, m2
 */
record HeadroomGround(List<Scope> zones, Set<String> divided, String ewkb, double planarM2) {
    HeadroomGround {
        zones = List.copyOf(zones);
        divided = Set.copyOf(divided);
    }

    /** Cuts a parcel by the zones of every theme that carries norms there; the largest pieces first. */
    static List<HeadroomGround> list(Handle handle, MeasureStore store, Case made) {
        List<TargetZone> cutting = new ArrayList<>();
        Set<String> divided = new HashSet<>();
        for (TargetTheme theme : made.themes()) {
            List<TargetZone> on = theme.zones(Role.ON).stream()
                    .filter(zone -> zone.dimension() == 2 && zone.ewkb() != null)
                    .toList();
            boolean rules = on.stream().anyMatch(zone -> made.book().speaksOf(scope(zone)));
            boolean whole = on.size() == 1
                    && on.get(0).onTargetM2() >= made.facts().site().planarM2() - Evaluation.LEAST_AREA_M2;
            if (rules && !whole) {
                cutting.addAll(on);
                divided.add(theme.code());
            }
        }
        List<HeadroomGround> grounds = List.of(new HeadroomGround(
                List.of(),
                divided,
                made.facts().site().ewkb(),
                made.facts().site().planarM2()));
        for (TargetZone zone : cutting) {
            grounds = grounds.stream()
                    .flatMap(ground -> ground.cut(handle, store, zone))
                    .toList();
        }
        return grounds.stream()
                .sorted((one, other) -> Double.compare(other.planarM2(), one.planarM2()))
                .toList();
    }

    private static Scope scope(TargetZone zone) {
        return new Scope(zone.theme(), zone.code());
    }

    private Stream<HeadroomGround> cut(Handle handle, MeasureStore store, TargetZone zone) {
        List<Cut> cuts = store.cutGround(handle, ewkb, Objects.requireNonNull(zone.ewkb()));
        return cuts.stream()
                .map(cut -> new HeadroomGround(
                        cut.inside()
                                ? Stream.concat(zones.stream(), Stream.of(scope(zone)))
                                        .toList()
                                : zones,
                        divided,
                        cuts.size() == 1 ? ewkb : cut.ewkb(),
                        cuts.size() == 1 ? planarM2 : cut.planarM2()));
    }

    /** Tells whether a norm holds here. */
    boolean holds(Norm norm) {
        return Stream.of(norm.scope(), norm.second())
                .filter(Objects::nonNull)
                .allMatch(scope -> scope == null || !divided.contains(scope.theme()) || zones.contains(scope));
    }
}
