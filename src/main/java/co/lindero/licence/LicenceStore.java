package co.lindero.licence;

import co.lindero.law.LegalSource;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Measures what a licence check asks, on a handle whose transaction the caller holds. Geometries pass as hexadecimal EWKB in
 * the storage CRS; figures are metres and square metres, planar unless they say otherwise, unrounded.
 */
final class LicenceStore {

    /** The site; {@code apart} names parcels that share no boundary with the rest. */
    record Site(
            String ewkb,
            double planarM2,
            double ellipsoidM2,
            @Nullable Double registeredM2,
            int parts,
            List<String> apart) {}

    /** A geometry of the caller, read; {@code ewkb} is null where its coordinates have no place in the storage CRS. */
    record Given(
            @Nullable String ewkb,
            String type,
            boolean empty,
            @Nullable String invalid,
            @Nullable String place,
            double planarM2,
            double ellipsoidM2) {}

    /** How a footprint lies on the site. */
    record Placed(
            double awayM,
            double outsideM2,
            @Nullable String outside,
            @Nullable String place,
            String geojson) {}

    /** The CRS under which a misplaced geometry would lie on the site. */
    record Intended(int srid, boolean swapped) {}

    /** A building of the cadastre. */
    record Building(
            String number,
            @Nullable Integer floors,
            @Nullable Double builtM2,
            @Nullable Double planarM2,
            @Nullable String ewkb) {}

    /** What is built and drawn, together. */
    record Together(
            double planarM2,
            double ellipsoidM2,
            @Nullable Double apartM,
            @Nullable String line) {}

    /** Frontage and depth from one front. */
    record LotFigures(double lengthM, double depthM) {}

    /** The nearest line of a theme. */
    record NearestLine(
            String code, double distanceM, @Nullable String geojson) {}

    /** On which day and at which publication the cadastre is read. */
    record Cadastre(String municipality, LocalDate on, long at) {}

    boolean knowsSrid(Handle handle, int srid) {
        try (Query query = handle.createQuery(Sql.query("licence/knows_srid"))) {
            return query.bind("srid", srid).mapTo(Boolean.class).one();
        }
    }

    Site getSite(Handle handle, List<Long> parcels) {
        try (Query query = handle.createQuery(Sql.query("licence/get_site"))) {
            return query.bindArray("parcels", Long.class, parcels)
                    .map((rs, ctx) -> new Site(
                            rs.getString("geom"),
                            rs.getDouble("planar_m2"),
                            rs.getDouble("ellipsoid_m2"),
                            rs.getObject("registered_m2", Double.class),
                            rs.getInt("parts"),
                            List.of((String[]) rs.getArray("apart").getArray())))
                    .one();
        }
    }

    /**
     * Returns the classed boundary of a site.
     *
     * @param reachM how far a front must be free of other parcels, m
     * @param fronts points that state the fronts; null to find them
     * @param srid CRS of the GeoJSON
     */
    List<BoundaryPiece> listBoundary(
            Handle handle,
            Site site,
            List<Long> parcels,
            Cadastre of,
            double reachM,
            @Nullable String fronts,
            int srid) {
        try (Query query = handle.createQuery(Sql.query("licence/list_boundary"))) {
            return query.bind("site", site.ewkb())
                    .bindArray("parcels", Long.class, parcels)
                    .bind("municipality", of.municipality())
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .bind("reach", reachM)
                    .bind("fronts", fronts)
                    .bind("srid", srid)
                    .map((rs, ctx) -> piece(rs))
                    .list();
        }
    }

    private static BoundaryPiece piece(ResultSet rs) throws SQLException {
        return new BoundaryPiece(
                BoundaryPiece.Side.of(rs.getString("class")),
                rs.getString("reason"),
                rs.getObject("front", Integer.class),
                rs.getDouble("length_m"),
                rs.getDouble("normal"),
                rs.getString("faces"),
                rs.getBoolean("several_fronts"),
                rs.getString("geom"),
                rs.getString("geojson"));
    }

    /** What is drawn of a layout, as EWKB. */
    record Drawn(List<String> lots, List<String> roads, List<String> openSpaces) {}

    /** Returns the classed boundary of each lot of a layout, by its number from 1. */
    Map<Integer, List<BoundaryPiece>> listLotBoundaries(
            Handle handle, Drawn layout, Site site, List<Long> parcels, Cadastre of, double reachM, int srid) {
        Map<Integer, List<BoundaryPiece>> lots = new TreeMap<>();
        try (Query query = handle.createQuery(Sql.query("licence/list_lot_boundaries"))) {
            query.bindArray("lots", String.class, layout.lots())
                    .bindArray("roads", String.class, layout.roads())
                    .bindArray("spaces", String.class, layout.openSpaces())
                    .bind("site", site.ewkb())
                    .bindArray("parcels", Long.class, parcels)
                    .bind("municipality", of.municipality())
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .bind("reach", reachM)
                    .bind("srid", srid)
                    .map((rs, ctx) -> Map.entry(rs.getInt("lot"), piece(rs)))
                    .forEach(row -> lots.computeIfAbsent(row.getKey(), any -> new ArrayList<>())
                            .add(row.getValue()));
        }
        return lots;
    }

    /** Returns frontage and depth from each front, in the order of their groups. */
    List<LotFigures> listLotFigures(
            Handle handle, String site, List<BoundaryPiece> pieces, ToIntFunction<BoundaryPiece> group) {
        try (Query query = handle.createQuery(Sql.query("licence/list_lot_figures"))) {
            return query.bind("site", site)
                    .bindArray(
                            "pieces",
                            String.class,
                            pieces.stream().map(BoundaryPiece::ewkb).toList())
                    .bindArray(
                            "groups",
                            Integer.class,
                            pieces.stream().map(group::applyAsInt).toList())
                    .bindArray(
                            "normals",
                            Double.class,
                            pieces.stream().map(BoundaryPiece::normal).toList())
                    .map((rs, ctx) -> new LotFigures(rs.getDouble("length_m"), rs.getDouble("depth_m")))
                    .list();
        }
    }

    Given readGeometry(Handle handle, String geojson, int srid, int storage) {
        try (Query query = handle.createQuery(Sql.query("licence/read_geometry"))) {
            return query.bind("geojson", geojson)
                    .bind("srid", srid)
                    .bind("storage", storage)
                    .map((rs, ctx) -> new Given(
                            rs.getString("geom"),
                            rs.getString("type"),
                            rs.getBoolean("is_empty"),
                            rs.getString("invalid"),
                            rs.getString("place"),
                            rs.getDouble("planar_m2"),
                            rs.getDouble("ellipsoid_m2")))
                    .one();
        }
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

    Placed getFootprint(Handle handle, String footprint, String site, int srid) {
        try (Query query = handle.createQuery(Sql.query("licence/get_footprint"))) {
            return query.bind("footprint", footprint)
                    .bind("site", site)
                    .bind("srid", srid)
                    .map((rs, ctx) -> new Placed(
                            rs.getDouble("away_m"),
                            rs.getDouble("outside_m2"),
                            rs.getString("outside"),
                            rs.getString("place"),
                            rs.getString("geojson")))
                    .one();
        }
    }

    /** Two lots of a layout, numbered from 1, that lie on one another. */
    record Overlap(int one, int other, double planarM2) {}

    List<Overlap> listOverlaps(Handle handle, List<@Nullable String> lots) {
        try (Query query = handle.createQuery(Sql.query("licence/list_lot_overlaps"))) {
            return query.bindArray("lots", String.class, lots)
                    .map((rs, ctx) -> new Overlap(rs.getInt("one"), rs.getInt("other"), rs.getDouble("planar_m2")))
                    .list();
        }
    }

    /** Where a building may stand. */
    record Envelope(double planarM2, @Nullable String geojson) {}

    /**
     * Returns what is left of a ground after setbacks and without forbidden ground.
     *
     * @param ground polygon
     * @param lines lines to keep away from, each with its distance in m
     * @param forbidden polygons that admit no building
     */
    Envelope getEnvelope(
            Handle handle,
            String ground,
            List<String> lines,
            List<Double> distances,
            List<String> forbidden,
            int srid) {
        try (Query query = handle.createQuery(Sql.query("licence/get_envelope"))) {
            return query.bind("ground", ground)
                    .bindArray("lines", String.class, lines)
                    .bindArray("distances", Double.class, distances)
                    .bindArray("forbidden", String.class, forbidden)
                    .bind("srid", srid)
                    .map((rs, ctx) -> new Envelope(rs.getDouble("planar_m2"), rs.getString("geojson")))
                    .one();
        }
    }

    /** A piece of ground inside or outside a zone. */
    record Cut(boolean inside, String ewkb, double planarM2) {}

    /** Cuts ground by a zone; at most one piece within it and one without. */
    List<Cut> cutGround(Handle handle, String ground, String zone) {
        try (Query query = handle.createQuery(Sql.query("licence/cut_ground"))) {
            return query.bind("ground", ground)
                    .bind("zone", zone)
                    .map((rs, ctx) -> new Cut(rs.getBoolean("inside"), rs.getString("geom"), rs.getDouble("planar_m2")))
                    .list();
        }
    }

    /** Returns a geometry as GeoJSON. */
    String drawGeometry(Handle handle, String ewkb, int srid) {
        try (Query query = handle.createQuery(Sql.query("licence/draw_geometry"))) {
            return query.bind("geom", ewkb)
                    .bind("srid", srid)
                    .mapTo(String.class)
                    .one();
        }
    }

    /** Returns the distances from a footprint to lines, in their order. */
    List<Double> listDistances(Handle handle, String footprint, List<String> lines) {
        try (Query query = handle.createQuery(Sql.query("licence/list_distances"))) {
            return query.bind("footprint", footprint)
                    .bindArray("lines", String.class, lines)
                    .map((rs, ctx) -> rs.getDouble("distance_m"))
                    .list();
        }
    }

    /** Returns what of a footprint lies nearer to lines than a distance, as GeoJSON; null where nothing does. */
    @Nullable
    String drawStrip(Handle handle, String footprint, List<String> lines, double distanceM, int srid) {
        try (Query query = handle.createQuery(Sql.query("licence/draw_strip"))) {
            return query.bind("footprint", footprint)
                    .bindArray("lines", String.class, lines)
                    .bind("distance", distanceM)
                    .bind("srid", srid)
                    .map((rs, ctx) -> Optional.ofNullable(rs.getString("geojson")))
                    .findOne()
                    .flatMap(strip -> strip)
                    .orElse(null);
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

    Together getTogether(Handle handle, String footprint, List<String> buildings, int srid) {
        try (Query query = handle.createQuery(Sql.query("licence/get_building_figures"))) {
            return query.bind("footprint", footprint)
                    .bindArray("buildings", String.class, buildings)
                    .bind("srid", srid)
                    .map((rs, ctx) -> new Together(
                            rs.getDouble("together_m2"),
                            rs.getDouble("together_ellipsoid_m2"),
                            rs.getObject("apart_m", Double.class),
                            rs.getString("line")))
                    .one();
        }
    }

    /**
     * What the zones of themes are asked for.
     *
     * @param kept whether the parts that are kept are those of the publication {@code at}
     */
    record ZoneQuestion(
            List<Long> parcels,
            @Nullable String target,
            String municipality,
            List<String> chain,
            LocalDate on,
            long at,
            boolean kept,
            int srid) {}

    /** Returns the zones of some themes on or near the target, and of each theme its summary. */
    List<TargetZone> listZones(Handle handle, ZoneQuestion of, List<String> themes) {
        try (Query query = handle.createQuery(Sql.query("licence/list_zones"))) {
            return query.bindArray("parcels", Long.class, of.parcels())
                    .bind("target", of.target())
                    .bind("municipality", of.municipality())
                    .bindArray("chain", String.class, of.chain())
                    .bindArray("themes", String.class, themes)
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .bind("kept", of.kept())
                    .bind("srid", of.srid())
                    .map((rs, ctx) -> zone(rs))
                    .list();
        }
    }

    private static TargetZone zone(ResultSet rs) throws SQLException {
        String sources = rs.getString("sources");
        return new TargetZone(
                rs.getString("theme"),
                TargetZone.Role.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(rs.getString("code")).orElse(""),
                rs.getString("label"),
                sources == null ? List.of() : List.copyOf(Json.readList(sources, LegalSource.class)),
                rs.getInt("rank"),
                rs.getObject("mitigable", Boolean.class),
                rs.getInt("dimension"),
                rs.getDouble("on_target_m2"),
                rs.getDouble("on_site_m2"),
                rs.getObject("length_m", Double.class),
                rs.getObject("point_count", Integer.class),
                rs.getObject("distance_m", Double.class),
                rs.getObject("is_sure", Boolean.class),
                rs.getDouble("uncovered_m2"),
                rs.getDouble("unknown_m2"),
                rs.getString("geom"),
                rs.getString("geojson"));
    }

    boolean meet(Handle handle, String one, String other) {
        try (Query query = handle.createQuery(Sql.query("licence/meet_on_target"))) {
            return query.bind("one", one)
                    .bind("other", other)
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    Optional<NearestLine> findNearestLine(Handle handle, ZoneQuestion of, String theme, String footprint) {
        try (Query query = handle.createQuery(Sql.query("licence/find_nearest_line"))) {
            return query.bind("footprint", footprint)
                    .bind("municipality", of.municipality())
                    .bind("theme", theme)
                    .bindArray("chain", String.class, of.chain())
                    .bind("onDay", of.on().toString())
                    .bind("at", of.at())
                    .bind("srid", of.srid())
                    .map((rs, ctx) ->
                            new NearestLine(rs.getString("code"), rs.getDouble("distance_m"), rs.getString("geojson")))
                    .findOne();
        }
    }
}
