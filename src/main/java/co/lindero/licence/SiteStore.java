package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.ParcelStore;
import co.lindero.licence.boundary.Ewkb;
import co.lindero.licence.boundary.KnownGround;
import co.lindero.licence.boundary.Neighbour;
import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Sql;
import co.lindero.publication.Publication;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads the ground that a licence check judges and what a caller draws on it, on a handle whose transaction the caller holds.
 * Geometries pass as hexadecimal EWKB in the storage CRS; figures are metres and square metres, planar unless they say otherwise,
 * unrounded. Thread-safe.
 */
final class SiteStore {

    /**
     * The site.
     *
     * @param geom polygons, storage CRS
     * @param ewkb the same
     * @param apart numbers of parcels that share no boundary with the rest
     * @param neighbours other parcels within reach, in the order of their rows
     */
    record Site(
            Geometry geom,
            String ewkb,
            double planarM2,
            double ellipsoidM2,
            @Nullable Double registeredM2,
            int parts,
            List<String> apart,
            List<Neighbour> neighbours) {}

    /**
     * A geometry of the caller, read.
     *
     * @param ewkb storage CRS; null where its coordinates have no place there
     * @param geom the same
     * @param placed how it lies on the site; null for what is no valid polygon
     */
    record Given(
            @Nullable String ewkb,
            @Nullable Geometry geom,
            String type,
            boolean empty,
            @Nullable String invalid,
            @Nullable String place,
            double planarM2,
            double ellipsoidM2,
            @Nullable Placed placed) {}

    /**
     * How a polygon lies on the site.
     *
     * @param inside whether it lies wholly on the site
     * @param place a point of it outside the site, GeoJSON; null where none of it is
     * @param geojson the polygon itself, in the caller's CRS; null where it lies away from the site
     */
    record Placed(
            double awayM,
            boolean inside,
            double outsideM2,
            @Nullable String place,
            @Nullable String geojson) {}

    /** The CRS under which a misplaced geometry would lie on the site. */
    record Intended(int srid, boolean swapped) {}

    /** Two lots of a layout, numbered from 1, that lie on one another. */
    record Overlap(int one, int other, double planarM2) {}

    /** A building of the cadastre. */
    record Building(
            String number,
            @Nullable Integer floors,
            @Nullable Double builtM2,
            @Nullable Double planarM2,
            @Nullable String ewkb) {}

    /** On which day and at which publication the cadastre is read. */
    record Cadastre(String municipality, LocalDate on, long at) {}

    /**
     * Ground of one parcel that is read at once.
     *
     * @param number its number
     * @param at publication; null for the newest
     * @param reachM how far outward neighbours are asked for, m
     * @param geojson footprint; null for none
     * @param srid CRS of the footprint
     * @param storage SRID of the storage CRS
     */
    record GroundQuestion(
            String number,
            LocalDate on,
            @Nullable Long at,
            double reachM,
            @Nullable String geojson,
            int srid,
            int storage) {}

    /**
     * The ground of one parcel.
     *
     * @param known publication at which it was read
     * @param footprint null where none was asked for
     */
    record Ground(
            Publication known,
            Parcel parcel,
            Site site,
            @Nullable Given footprint,
            List<Building> buildings) {}

    /** Systems that the database was found to know: they are not forgotten. */
    private final Set<Integer> knownSrids = ConcurrentHashMap.newKeySet();

    boolean knowsSrid(Handle handle, int srid) {
        if (knownSrids.contains(srid)) {
            return true;
        }
        try (Query query = handle.createQuery(Sql.query("licence/knows_srid"))) {
            boolean known = query.bind("srid", srid).mapTo(Boolean.class).one();
            if (known) {
                knownSrids.add(srid);
            }
            return known;
        }
    }

    /** Returns all of the ground of a parcel in one statement; empty where the number does not name one drawn parcel. */
    Optional<Ground> findGround(Handle handle, GroundQuestion of) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("value", of.number());
        values.put("onDay", of.on().toString());
        values.put("at", of.at());
        values.put("reach", of.reachM());
        values.put("geojson", of.geojson());
        values.put("srid", of.srid());
        values.put("storage", of.storage());
        List<Optional<Ground>> found =
                BoundSql.of(Sql.query("licence/find_ground"), values).list(handle.getConnection(), SiteStore::ground);
        return found.size() == 1 ? found.get(0) : Optional.empty();
    }

    private static Optional<Ground> ground(ResultSet rs) throws SQLException {
        Parcel parcel = ParcelStore.read(rs, "plot_m2");
        if (!parcel.isDrawn()) {
            return Optional.empty();
        }
        Double registered = parcel.registeredM2();
        Site site = site(
                rs,
                new SiteAreas(
                        Objects.requireNonNull(parcel.planarM2()),
                        Objects.requireNonNull(parcel.ellipsoidM2()),
                        registered != null && registered > 0 ? registered : null),
                List.of());
        return Optional.of(new Ground(
                new Publication(
                        rs.getLong("publication"),
                        rs.getObject("at", OffsetDateTime.class).toInstant()),
                parcel,
                site,
                rs.getString("type") == null ? null : given(rs, "given_geom", "given_ellipsoid_m2"),
                buildings(rs)));
    }

    private static List<Building> buildings(ResultSet rs) throws SQLException {
        Array listed = rs.getArray("numbers");
        if (listed == null) {
            return List.of();
        }
        String[] numbers = (String[]) listed.getArray();
        Integer[] floors = (Integer[]) rs.getArray("floors").getArray();
        Double[] built = (Double[]) rs.getArray("built_m2").getArray();
        Double[] drawn = (Double[]) rs.getArray("drawn_m2").getArray();
        String[] geoms = (String[]) rs.getArray("geoms").getArray();
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> new Building(numbers[i], floors[i], built[i], drawn[i], geoms[i]))
                .toList();
    }

    /** Areas of a site, m2; what is registered is null where one of the parcels has none. */
    private record SiteAreas(
            double planarM2, double ellipsoidM2, @Nullable Double registeredM2) {}

    /**
     * Returns the site and what lies around it.
     *
     * @param reachM how far outward neighbours are asked for, m
     */
    Site getSite(Handle handle, List<Long> parcels, Cadastre of, double reachM) {
        try (Query query = handle.createQuery(Sql.query("licence/get_site"))) {
            return query.bindArray("parcels", Long.class, parcels)
                    .bind("municipality", of.municipality())
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .bind("reach", reachM)
                    .map((rs, ctx) -> site(
                            rs,
                            new SiteAreas(
                                    rs.getDouble("planar_m2"),
                                    rs.getDouble("ellipsoid_m2"),
                                    rs.getObject("registered_m2", Double.class)),
                            List.of((String[]) rs.getArray("apart").getArray())))
                    .one();
        }
    }

    private static Site site(ResultSet rs, SiteAreas areas, List<String> apart) throws SQLException {
        Geometry geom = Ewkb.read(rs.getBytes("geom"));
        byte[] neighbours = rs.getBytes("neighbours");
        return new Site(
                geom,
                Ewkb.write(geom),
                areas.planarM2(),
                areas.ellipsoidM2(),
                areas.registeredM2(),
                rs.getInt("parts"),
                apart,
                neighbours == null
                        ? List.of()
                        : Neighbour.list(
                                Ewkb.read(neighbours),
                                List.of((String[]) rs.getArray("faces").getArray()),
                                List.of((Long[]) rs.getArray("ids").getArray())));
    }

    KnownGround getKnownGround(Handle handle, Cadastre of) {
        try (Query query = handle.createQuery(Sql.query("licence/get_known_ground"))) {
            return query.bind("municipality", of.municipality())
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .map((rs, ctx) -> new KnownGround(
                            rs.getBoolean("everywhere"),
                            geometry(rs.getBytes("coverage")),
                            geometry(rs.getBytes("municipal_limit"))))
                    .one();
        }
    }

    private static @Nullable Geometry geometry(byte @Nullable [] ewkb) {
        return ewkb == null ? null : Ewkb.read(ewkb);
    }

    /** Returns what of a site lots, roads and spaces of a layout leave over; empty for nothing. */
    Optional<Geometry> findRemainder(Handle handle, Site site, List<String> placed) {
        try (Query query = handle.createQuery(Sql.query("licence/get_remainder"))) {
            return query.bind("site", site.ewkb())
                    .bindArray("placed", String.class, placed)
                    .map((rs, ctx) -> Optional.ofNullable(geometry(rs.getBytes("geom"))))
                    .one();
        }
    }

    Given readGeometry(Handle handle, String geojson, int srid, int storage, Site site) {
        try (Query query = handle.createQuery(Sql.query("licence/read_geometry"))) {
            return query.bind("geojson", geojson)
                    .bind("srid", srid)
                    .bind("storage", storage)
                    .bind("site", site.ewkb())
                    .map((rs, ctx) -> given(rs, "geom", "ellipsoid_m2"))
                    .one();
        }
    }

    private static Given given(ResultSet rs, String geom, String ellipsoidM2) throws SQLException {
        String ewkb = rs.getString(geom);
        return new Given(
                ewkb,
                ewkb == null ? null : Ewkb.read(ewkb),
                rs.getString("type"),
                rs.getBoolean("is_empty"),
                rs.getString("invalid"),
                rs.getString("place"),
                rs.getDouble("planar_m2"),
                rs.getDouble(ellipsoidM2),
                placed(rs));
    }

    private static @Nullable Placed placed(ResultSet rs) throws SQLException {
        Double away = rs.getObject("away_m", Double.class);
        return away == null
                ? null
                : new Placed(
                        away,
                        rs.getBoolean("is_inside"),
                        rs.getDouble("outside_m2"),
                        rs.getString("outside_place"),
                        rs.getString("drawn"));
    }

    double getBoundaryDistance(Handle handle, String site, String points) {
        try (Query query = handle.createQuery(Sql.query("licence/get_boundary_distance"))) {
            return query.bind("site", site)
                    .bind("points", points)
                    .mapTo(Double.class)
                    .one();
        }
    }

    Optional<Intended> findIntended(Handle handle, String geojson, int srid, String site, List<Integer> candidates) {
        try (Query query = handle.createQuery(Sql.query("licence/find_intended_crs"))) {
            return query.bind("geojson", geojson)
                    .bind("srid", srid)
                    .bind("site", site)
                    .bindArray("candidates", Integer.class, candidates)
                    .map((rs, ctx) -> new Intended(rs.getInt("srid"), rs.getBoolean("swapped")))
                    .findOne();
        }
    }

    List<Overlap> listOverlaps(Handle handle, List<@Nullable String> lots) {
        try (Query query = handle.createQuery(Sql.query("licence/list_lot_overlaps"))) {
            return query.bindArray("lots", String.class, lots)
                    .map((rs, ctx) -> new Overlap(rs.getInt("one"), rs.getInt("other"), rs.getDouble("planar_m2")))
                    .list();
        }
    }

    List<Building> listBuildings(Handle handle, List<Long> parcels, List<String> numbers, Cadastre of) {
        try (Query query = handle.createQuery(Sql.query("licence/list_existing_buildings"))) {
            return query.bindArray("parcels", Long.class, parcels)
                    .bindArray("numbers", String.class, numbers)
                    .bind("municipality", of.municipality())
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .map((rs, ctx) -> new Building(
                            rs.getString("number"),
                            rs.getObject("floors", Integer.class),
                            rs.getObject("built_area_m2", Double.class),
                            rs.getObject("planar_m2", Double.class),
                            rs.getString("geom")))
                    .list();
        }
    }
}
