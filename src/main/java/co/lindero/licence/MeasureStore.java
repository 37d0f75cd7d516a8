package co.lindero.licence;

import co.lindero.licence.ZoneStore.ZoneQuestion;
import co.lindero.licence.boundary.Ewkb;
import co.lindero.licence.boundary.GeoJsonText;
import co.lindero.platform.db.Sql;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures and draws what is proposed, on a handle whose transaction the caller holds. Geometries pass as hexadecimal EWKB in the
 * storage CRS; figures are metres and square metres, planar unless they say otherwise, unrounded. Thread-safe.
 */
final class MeasureStore {
    /** A micrometre, as lindero.exact_geojson writes. */
    private static final int DRAWN_DECIMALS = 6;

    private final int storage;

    /** Makes the store for a storage CRS. */
    MeasureStore(int storage) {
        this.storage = storage;
    }

    /** What is built and drawn, together. */
    record Together(
            double planarM2,
            double ellipsoidM2,
            @Nullable Double apartM,
            @Nullable String line) {}

    /** The nearest line of a theme. */
    record NearestLine(
            String code, double distanceM, @Nullable String geojson) {}

    /** Where a building may stand. */
    record Envelope(double planarM2, @Nullable String geojson) {}

    /** A piece of ground inside or outside a zone. */
    record Cut(boolean inside, String ewkb, double planarM2) {}

    /**
     * Draws geometries as GeoJSON, in their order.
     *
     * @param geometries none empty, storage CRS
     * @param srid CRS of the GeoJSON
     */
    List<String> draw(Handle handle, List<Geometry> geometries, int srid) {
        if (srid == storage) {
            return geometries.stream()
                    .map(geometry -> GeoJsonText.write(geometry, DRAWN_DECIMALS))
                    .toList();
        }
        // only the database knows other systems
        try (Query query = handle.createQuery(Sql.query("licence/list_drawings"))) {
            return query.bindArray(
                            "geometries",
                            String.class,
                            geometries.stream().map(Ewkb::write).toList())
                    .bind("srid", srid)
                    .mapTo(String.class)
                    .list();
        }
    }

    /**
     * Returns what is left of a ground after setbacks and without forbidden ground.
     *
     * @param ground polygon
     * @param lines lines to keep away from, each with its distance in m
     * @param forbidden polygons, lines and points that admit no building
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

    /** Cuts ground by a zone; at most one piece within it and one without. */
    List<Cut> cutGround(Handle handle, String ground, String zone) {
        try (Query query = handle.createQuery(Sql.query("licence/cut_ground"))) {
            return query.bind("ground", ground)
                    .bind("zone", zone)
                    .map((rs, ctx) -> new Cut(rs.getBoolean("inside"), rs.getString("geom"), rs.getDouble("planar_m2")))
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
