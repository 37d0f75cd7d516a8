package co.lindero.licence;

import co.lindero.licence.LicenceQuestion.Proposal;
import co.lindero.licence.SiteStore.Given;
import co.lindero.licence.SiteStore.Intended;
import co.lindero.licence.SiteStore.Placed;
import co.lindero.licence.SiteStore.Site;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the geometries of a proposal and refuses those that cannot be meant: another type, empty, invalid, in another CRS,
 * with swapped axes, off the site. Every fault says where. Confined to one check.
 */
final class ProposalGeometry {
    private static final List<String> AREAL = List.of("Polygon", "MultiPolygon");
    private static final List<String> PLACES = List.of("Point", "MultiPoint");
    /** A stated front must be named by a point this near to the boundary, m. */
    private static final double FRONT_POINT_M = 1.0;
    /** What slips outside by no more than this is the rounding of coordinates, m2. */
    private static final double LEAST_AREA_M2 = 0.000_05;
    /** The systems in which files of Colombian municipalities come. */
    private static final List<Integer> USUAL = List.of(9377, 4326, 4686, 3115, 3116, 21896, 21897, 6249, 3857);

    private final Handle handle;
    private final SiteStore store;
    private final int storage;
    private final List<Fault> faults;
    private @Nullable JsonNode firstPlace;
    private boolean crsUnknown;

    ProposalGeometry(Handle handle, SiteStore store, int storage, List<Fault> faults) {
        this.handle = handle;
        this.store = store;
        this.storage = storage;
        this.faults = faults;
    }

    /** Returns the place of the first fault that has one: a GeoJSON point in the CRS of the proposal. */
    Optional<JsonNode> firstPlace() {
        return Optional.ofNullable(firstPlace);
    }

    /** Returns the SRID that the proposal names, CRS84 where it names none; of an unknown one no geometry is read. */
    int srid(@Nullable String name) {
        if (name == null) {
            return CrsName.CRS84;
        }
        Optional<Integer> srid = CrsName.parse(name).filter(number -> store.knowsSrid(handle, number));
        if (srid.isEmpty()) {
            crsUnknown = true;
            faults.add(new Fault(
                    "unknown-crs",
                    "No se conoce este sistema de coordenadas; escriba EPSG:9377, por ejemplo, o CRS84.",
                    "This coordinate reference system is not known; write EPSG:9377, for example, or CRS84.",
                    "/proposal/crs"));
        }
        return srid.orElse(CrsName.CRS84);
    }

    /**
     * Returns the SRID and the text of a footprint that can be read at once with the ground; empty where something is wrong with its
     * shape or its CRS is not known. A proposal without footprint has no text.
     */
    static Optional<Drawn> readable(Handle handle, SiteStore store, Proposal proposal) {
        Optional<Integer> srid = proposal.crs() == null
                ? Optional.of(CrsName.CRS84)
                : CrsName.parse(proposal.crs()).filter(number -> store.knowsSrid(handle, number));
        JsonNode json = proposal.footprint();
        return srid.filter(known -> json == null || GeometryShape.find(json, AREAL) == null)
                .map(known -> new Drawn(json == null ? null : Json.write(json), known));
    }

    /** A geometry as it is sent to the database; the text is null for none. */
    record Drawn(@Nullable String geojson, int srid) {}

    /**
     * Returns the footprint; null where there is none or it was refused.
     *
     * @param read as it was read already; null where it was not
     */
    @Nullable
    Given footprint(@Nullable JsonNode json, int srid, Site site, @Nullable Given read) {
        String pointer = "/proposal/footprint";
        return json != null && read != null
                ? accepted(read, json, srid, site, pointer)
                : read(json, srid, site, AREAL, pointer);
    }

    /** Returns the points that state the fronts, as EWKB; null where none are stated or they were refused. */
    @Nullable
    String fronts(@Nullable JsonNode json, int srid, Site site) {
        Given given = read(json, srid, site, PLACES, "/proposal/fronts");
        if (given == null || given.ewkb() == null) {
            return null;
        }
        double away = store.getBoundaryDistance(handle, site.ewkb(), given.ewkb());
        if (away > FRONT_POINT_M) {
            faults.add(new Fault(
                    "front-off-boundary",
                    "Un punto está a " + metres(away) + " m del lindero; debe estar a 1 m a lo sumo.",
                    "A point lies " + metres(away) + " m from the boundary; it must be within 1 m.",
                    "/proposal/fronts"));
            return null;
        }
        return given.ewkb();
    }

    /** What of a layout was drawn. */
    record DrawnLayout(List<Given> lots, List<Given> roads, List<Given> openSpaces) {}

    /** Returns what a layout draws: lots, roads and open spaces lie on the site and none on another. */
    DrawnLayout layout(Proposal proposal, int srid, Site site) {
        List<String> pointers = new ArrayList<>();
        List<Given> all = new ArrayList<>();
        List<List<Given>> kinds = new ArrayList<>();
        Map<String, JsonNode> members = new LinkedHashMap<>();
        members.put("lots", proposal.lots());
        members.put("roads", proposal.roads());
        members.put("openSpaces", proposal.openSpaces());
        members.forEach((member, json) -> {
            List<Given> kind = new ArrayList<>();
            for (int i = 0; json != null && i < json.size(); i++) {
                String pointer = "/proposal/" + member + "/" + i;
                Given given = read(json.get(i), srid, site, AREAL, pointer);
                if (given != null) {
                    kind.add(given);
                    pointers.add(pointer);
                }
            }
            all.addAll(kind);
            kinds.add(kind);
        });
        if (all.size() > 1) {
            store.listOverlaps(handle, all.stream().map(Given::ewkb).toList())
                    .forEach(overlap -> faults.add(overlap(
                            pointers.get(overlap.one() - 1), pointers.get(overlap.other() - 1), overlap.planarM2())));
        }
        return new DrawnLayout(kinds.get(0), kinds.get(1), kinds.get(2));
    }

    private static Fault overlap(String one, String other, double planarM2) {
        return new Fault(
                "lots-overlap",
                "Se traslapa con " + one + " en " + metres(planarM2) + " m².",
                "It overlaps " + one + " by " + metres(planarM2) + " m2.",
                other);
    }

    private @Nullable Given read(@Nullable JsonNode json, int srid, Site site, List<String> types, String pointer) {
        if (json == null) {
            return null;
        }
        GeometryShape.Flaw flaw = GeometryShape.find(json, types);
        if (flaw != null) {
            faults.add(new Fault(flaw.code(), flaw.es(), flaw.en(), pointer + flaw.below()));
            return null;
        }
        if (crsUnknown) {
            return null;
        }
        return accepted(store.readGeometry(handle, Json.write(json), srid, storage, site), json, srid, site, pointer);
    }

    /** Returns a geometry that was read where nothing is wrong with it; else notes the fault. */
    private @Nullable Given accepted(Given given, JsonNode json, int srid, Site site, String pointer) {
        if (given.empty()) {
            faults.add(new Fault("empty-geometry", "La geometría está vacía.", "The geometry is empty.", pointer));
            return null;
        }
        Placed placed = given.placed();
        if (given.ewkb() == null || (placed != null && placed.awayM() > 0)) {
            faults.add(misplaced(Json.write(json), srid, site, placed, pointer));
            return null;
        }
        if (given.invalid() != null) {
            String place = place(given.place());
            faults.add(new Fault(
                    "invalid-geometry",
                    "La geometría no es válida: " + InvalidReason.spanish(given.invalid())
                            + (place.isEmpty() ? "" : " en " + place) + ".",
                    "The geometry is not valid: " + given.invalid() + (place.isEmpty() ? "" : " at " + place) + ".",
                    pointer));
            return null;
        }
        if (placed != null && placed.outsideM2() >= LEAST_AREA_M2) {
            String place = place(placed.place());
            faults.add(new Fault(
                    "outside-site",
                    "Hay " + metres(placed.outsideM2()) + " m² fuera del predio, por ejemplo en " + place + ".",
                    metres(placed.outsideM2()) + " m2 lie outside the parcel, for example at " + place + ".",
                    pointer));
            return null;
        }
        return given;
    }

    private Fault misplaced(String text, int srid, Site site, @Nullable Placed placed, String pointer) {
        Set<Integer> candidates = new LinkedHashSet<>(List.of(srid, storage));
        candidates.addAll(USUAL);
        List<Integer> known = new ArrayList<>();
        candidates.stream().filter(number -> store.knowsSrid(handle, number)).forEach(known::add);
        Optional<Intended> intended = store.findIntended(handle, text, srid, site.ewkb(), known);
        if (intended.isPresent() && intended.get().swapped()) {
            return new Fault(
                    "swapped-axes",
                    "Las coordenadas parecen tener los ejes cambiados: con x, y al revés, en "
                            + CrsName.of(intended.get().srid()) + ", caerían sobre el predio.",
                    "The axes seem to be swapped: with x and y exchanged, in "
                            + CrsName.of(intended.get().srid()) + ", they would lie on the parcel.",
                    pointer);
        }
        if (intended.isPresent() && intended.get().srid() != srid) {
            return new Fault(
                    "wrong-crs",
                    "Las coordenadas no son de " + CrsName.of(srid) + ": en "
                            + CrsName.of(intended.get().srid()) + " caerían sobre el predio; indíquelo en crs.",
                    "The coordinates are not of " + CrsName.of(srid) + ": in "
                            + CrsName.of(intended.get().srid()) + " they would lie on the parcel; say so in crs.",
                    pointer);
        }
        if (placed == null) {
            return new Fault(
                    "wrong-crs",
                    "Estas coordenadas no existen en " + CrsName.of(srid) + ".",
                    "These coordinates do not exist in " + CrsName.of(srid) + ".",
                    pointer);
        }
        return new Fault(
                "outside-site",
                "Está a " + metres(placed.awayM()) + " m del predio.",
                "It lies " + metres(placed.awayM()) + " m from the parcel.",
                pointer);
    }

    /** Returns a place as x, y, and keeps the first as the location of the problem. */
    private String place(@Nullable String geojson) {
        if (geojson == null) {
            return "";
        }
        JsonNode point = Json.read(geojson);
        if (firstPlace == null) {
            firstPlace = point;
        }
        JsonNode position = point.path("coordinates");
        return "(" + position.path(0).asText() + ", " + position.path(1).asText() + ")";
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
