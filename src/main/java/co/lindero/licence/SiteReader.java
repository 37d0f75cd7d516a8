package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.licence.ProposalGeometry.DrawnLayout;
import co.lindero.licence.SiteStore.Cadastre;
import co.lindero.licence.SiteStore.Given;
import co.lindero.licence.SiteStore.Ground;
import co.lindero.licence.SiteStore.GroundQuestion;
import co.lindero.licence.SiteStore.Site;
import co.lindero.licence.boundary.Boundary;
import co.lindero.licence.boundary.Boundary.Surroundings;
import co.lindero.licence.boundary.Ewkb;
import co.lindero.licence.boundary.Facing;
import co.lindero.licence.boundary.KnownGround;
import co.lindero.licence.boundary.Neighbour;
import co.lindero.platform.problem.Problem.Fault;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads the site of a check, classes its boundary and lays what is drawn on it. The ground of which the cadastre speaks is kept
 * by municipality, day and publication, for which it never changes. Thread-safe.
 */
final class SiteReader {
    private static final int MOST_GROUNDS = 50;
    private static final Duration KEPT = Duration.ofHours(1);

    private final SiteStore store = new SiteStore();
    private final int storage;
    private final double reachM;
    private final Cache<Cadastre, KnownGround> grounds = Caffeine.newBuilder()
            .maximumSize(MOST_GROUNDS)
            .expireAfterAccess(KEPT)
            .build();

    /**
     * Makes the reader.
     *
     * @param storage SRID of the storage CRS
     * @param reachM how far outward a front must be free of other parcels, m
     */
    SiteReader(int storage, double reachM) {
        this.storage = storage;
        this.reachM = reachM;
    }

    /**
     * Reads the ground of a question about one parcel in one round trip, on a handle whose transaction the caller holds; empty where
     * it takes more: a number that names no drawn parcel or several, a footprint that cannot be read.
     *
     * @param number full number of the parcel
     * @param at publication; null for the newest
     */
    Optional<Ground> find(Handle handle, LicenceQuestion question, String number, LocalDate on, @Nullable Long at) {
        return ProposalGeometry.readable(handle, store, question.proposal())
                .flatMap(drawn -> store.findGround(
                        handle, new GroundQuestion(number, on, at, reachM, drawn.geojson(), drawn.srid(), storage)));
    }

    /**
     * Returns the ground and what is drawn on it, on a handle whose transaction the caller holds.
     *
     * @param found the ground as it was read already; null where it was not
     * @throws co.lindero.platform.problem.Problem {@code invalid-licence-check} with all that is wrong with site and geometries
     */
    SiteFacts read(
            Handle handle, LicenceQuestion question, List<Parcel> parcels, Cadastre cadastre, @Nullable Ground found) {
        List<Fault> faults = new ArrayList<>();
        List<Long> ids = parcels.stream().map(Parcel::id).toList();
        Site site = found == null ? store.getSite(handle, ids, cadastre, reachM) : found.site();
        if (!site.apart().isEmpty()) {
            faults.add(apart(site.apart()));
        }
        ProposalGeometry geometry = new ProposalGeometry(handle, store, storage, faults);
        int srid = geometry.srid(question.proposal().crs());
        Given footprint = geometry.footprint(
                question.proposal().footprint(), srid, site, found == null ? null : found.footprint());
        String fronts = geometry.fronts(question.proposal().fronts(), srid, site);
        DrawnLayout drawn = geometry.layout(question.proposal(), srid, site);
        if (geometry.firstPlace().isPresent()) {
            throw LicenceQuestionReader.refused(faults, geometry.firstPlace().get(), CrsName.of(srid));
        }
        if (!faults.isEmpty()) {
            throw LicenceQuestionReader.refused(faults);
        }
        Surroundings around = surroundings(handle, site, cadastre);
        return new SiteFacts(
                parcels,
                site,
                cadastre,
                Boundary.list(site.geom(), around, fronts == null ? null : Ewkb.read(fronts)),
                fronts != null,
                footprint,
                layout(handle, drawn, site, around),
                found == null
                        ? store.listBuildings(
                                handle,
                                ids,
                                parcels.stream().map(Parcel::number).toList(),
                                cadastre)
                        : found.buildings(),
                srid);
    }

    private static Fault apart(List<String> numbers) {
        String list = String.join(", ", numbers);
        return new Fault(
                "parcels-not-adjacent",
                "No comparten lindero con los demás y no pueden ser un solo predio: " + list + ".",
                "They share no boundary with the rest and cannot be one site: " + list + ".",
                "/parcels");
    }

    private Surroundings surroundings(Handle handle, Site site, Cadastre cadastre) {
        KnownGround known = grounds.getIfPresent(cadastre);
        if (known == null) {
            known = store.getKnownGround(handle, cadastre);
            grounds.put(cadastre, known);
        }
        return new Surroundings(List.of(), site.neighbours(), known, reachM);
    }

    /**
     * Classes the boundary of every lot: the other lots and what is left of the site are its neighbours, roads and open spaces of
     * the layout its public space, and beyond the site what the cadastre has there.
     */
    private Layout layout(Handle handle, DrawnLayout drawn, Site site, Surroundings around) {
        if (drawn.lots().isEmpty()) {
            return new Layout(List.of(), drawn.openSpaces());
        }
        List<Neighbour> shared = new ArrayList<>(neighbours(drawn.roads(), Facing.PUBLIC));
        store.findRemainder(
                        handle,
                        site,
                        Stream.of(drawn.lots(), drawn.roads(), drawn.openSpaces())
                                .flatMap(List::stream)
                                .flatMap(given -> Stream.ofNullable(given.ewkb()))
                                .toList())
                .ifPresent(left -> shared.add(new Neighbour(left, Facing.PRIVATE)));
        shared.addAll(neighbours(drawn.openSpaces(), Facing.GREEN));
        List<Neighbour> lots = neighbours(drawn.lots(), Facing.PRIVATE);
        List<Layout.Lot> classed = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            Geometry lot = lots.get(i).geom();
            List<Neighbour> others = new ArrayList<>(shared);
            others.addAll(lots.subList(0, i));
            others.addAll(lots.subList(i + 1, lots.size()));
            List<Neighbour> near = others.stream()
                    .filter(other -> other.geom().getEnvelopeInternal().distance(lot.getEnvelopeInternal()) <= reachM)
                    .toList();
            classed.add(new Layout.Lot(i + 1, drawn.lots().get(i), Boundary.list(lot, around.with(near), null)));
        }
        return new Layout(classed, drawn.openSpaces());
    }

    private static List<Neighbour> neighbours(List<Given> drawn, Facing faces) {
        return drawn.stream()
                .flatMap(given -> Stream.<@Nullable Geometry>ofNullable(given.geom()))
                .map(geom -> new Neighbour(geom, faces))
                .toList();
    }
}
