package co.lindero.risk;

import co.lindero.geo.CellGrid;
import co.lindero.geo.CellWindow;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** What zones state of hazard and risk, and the levels on a parcel, on a handle whose transaction the caller holds. */
final class RiskStore {
    private static final int TILES_FETCHED = 16;

    /**
     * Where and when a question is asked.
     *
     * @param municipality DIVIPOLA code
     * @param parcel number of the plot
     * @param chain plan that answers and those it inherits from
     * @param on legal day
     * @param at publication
     */
    record Plot(String municipality, String parcel, List<String> chain, LocalDate on, long at) {}

    /** One level on a parcel; areas in m2, planar, unrounded. */
    record LevelRow(RiskLevel level, double planarM2) {}

    private static Query bind(Query query, Plot plot) {
        return query.bind("municipality", plot.municipality())
                .bind("parcel", plot.parcel())
                .bindArray("chain", String.class, plot.chain())
                .bind("onDay", plot.on().toString())
                .bind("at", plot.at());
    }

    /** Returns what the zones of some themes on a plot state, by theme and code. */
    List<ZoneFacts> listZoneFacts(Handle handle, Plot plot, List<String> themes) {
        try (Query query = handle.createQuery(Sql.query("risk/list_zone_facts"))) {
            return bind(query, plot)
                    .bindArray("themes", String.class, themes)
                    .map((rs, ctx) -> new ZoneFacts(
                            rs.getString("theme"),
                            rs.getString("code"),
                            RiskLevel.of(rs.getInt("rank")),
                            rs.getInt("ranks") > 1,
                            rs.getObject("mitigable", Boolean.class),
                            rs.getString("study"),
                            rs.getBoolean("detailed")))
                    .list();
        }
    }

    /** Returns the rasters that speak of a plot, by theme. */
    List<ParcelRaster> listRasters(Handle handle, Plot plot, List<String> themes) {
        try (Query query = handle.createQuery(Sql.query("risk/list_parcel_rasters"))) {
            return bind(query, plot)
                    .bindArray("themes", String.class, themes)
                    .map((rs, ctx) -> new ParcelRaster(
                            rs.getString("theme"),
                            rs.getString("dataset"),
                            rs.getLong("content_id"),
                            new CellGrid(
                                    rs.getDouble("origin_x"),
                                    rs.getDouble("origin_y"),
                                    rs.getDouble("step_x"),
                                    rs.getDouble("step_y"),
                                    rs.getInt("columns"),
                                    rs.getInt("rows")),
                            rs.getDouble("cell_m"),
                            rs.getString("unit"),
                            Json.read(rs.getString("classes")),
                            rs.getDouble("planar_m2"),
                            polygons(rs.getBytes("target"))))
                    .list();
        }
    }

    private static Geometry polygons(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS wrote what JTS cannot read", e);
        }
    }

    /** Hands over the tiles of a raster within a box of tiles, one at a time. */
    void forEachTile(Handle handle, long content, CellWindow tiles, ParcelRaster.TileSink each) {
        try (Query query = handle.createQuery(Sql.query("risk/list_raster_tiles"))) {
            query.setFetchSize(TILES_FETCHED)
                    .bind("content", content)
                    .bind("fromRow", tiles.row())
                    .bind("toRow", tiles.row() + tiles.height() - 1)
                    .bind("fromColumn", tiles.column())
                    .bind("toColumn", tiles.column() + tiles.width() - 1)
                    .map((rs, ctx) -> {
                        each.accept(rs.getInt("tile_row"), rs.getInt("tile_col"), rs.getBytes("cells"));
                        return true;
                    })
                    .forEach(read -> {});
        }
    }

    /** Returns the levels of a theme on a plot, the highest first; they add up to the drawn area. */
    List<LevelRow> listLevels(Handle handle, Plot plot, String theme) {
        try (Query query = handle.createQuery(Sql.query("risk/list_parcel_levels"))) {
            return bind(query, plot)
                    .bind("theme", theme)
                    .map((rs, ctx) -> new LevelRow(RiskLevel.of(rs.getInt("rank")), rs.getDouble("planar_m2")))
                    .list();
        }
    }
}
