package co.lindero.risk;

import co.lindero.geo.CellCodec;
import co.lindero.geo.CellCoverage;
import co.lindero.geo.CellGrid;
import co.lindero.geo.CellWindow;
import co.lindero.risk.RiskAnswer.CellClass;
import co.lindero.risk.RiskAnswer.CellFacts;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Maximum, mean and share over each threshold of the values of a raster on a plot: every cell counts with the area of it that
 * lies on the plot. The one implementation of this; cells without a value count in none of them and are told apart.
 *
 * <p><b>Shape</b>: polygons. <b>CRS</b>: that of the grid; areas are scaled to those of the plot in the storage CRS. <b>Precision</b>:
 * exact for the cells; the values are those of the cells, nothing is interpolated. Used once, tile after tile.
 */
final class CellStatistics {
    private static final int AREA_DECIMALS = 4;
    private static final int SHARE_DECIMALS = 6;
    private static final int MEAN_DECIMALS = 4;
    /** A cell of which less lies on the plot is only touched. */
    private static final double LEAST_PART = 1e-9;

    private final ParcelRaster raster;
    private final CellCoverage coverage;
    private final CellWindow window;
    private final boolean byValue;
    private final float[] values;
    private final double[] cells;
    private double known;
    private double sum;
    private float most = Float.NEGATIVE_INFINITY;

    CellStatistics(ParcelRaster raster) {
        this.raster = raster;
        this.coverage = new CellCoverage(raster.grid());
        addRings(raster.target());
        this.window = coverage.window();
        this.byValue = raster.classes().path("by").asText().equals("value");
        JsonNode classes = raster.classes().path("classes");
        this.values = new float[classes.size()];
        this.cells = new double[classes.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = classes.get(i).path("value").floatValue();
        }
    }

    private void addRings(Geometry target) {
        Geometry normal = target.norm();
        for (int i = 0; i < normal.getNumGeometries(); i++) {
            if (normal.getGeometryN(i) instanceof Polygon polygon) {
                coverage.add(xy(polygon.getExteriorRing()));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    coverage.add(xy(polygon.getInteriorRingN(hole)));
                }
            }
        }
    }

    private static double[] xy(LineString ring) {
        double[] xy = new double[ring.getNumPoints() * 2];
        for (int i = 0; i < ring.getNumPoints(); i++) {
            xy[2 * i] = ring.getCoordinateN(i).x;
            xy[2 * i + 1] = ring.getCoordinateN(i).y;
        }
        return xy;
    }

    /** Returns the tiles that are needed: first row, last row, first column, last column; none where last is before first. */
    CellWindow tiles() {
        if (window.size() == 0) {
            return new CellWindow(0, 0, 0, 0);
        }
        int row = window.row() / CellGrid.TILE;
        int column = window.column() / CellGrid.TILE;
        return new CellWindow(
                column,
                row,
                (window.column() + window.width() - 1) / CellGrid.TILE - column + 1,
                (window.row() + window.height() - 1) / CellGrid.TILE - row + 1);
    }

    /** Adds the cells of a tile. */
    void add(int tileRow, int tileColumn, byte[] stored) {
        CellWindow whole = CellWindow.ofTile(raster.grid(), tileRow, tileColumn);
        float[] of = CellCodec.decode(stored, whole.size());
        int left = Math.max(whole.column(), window.column());
        int top = Math.max(whole.row(), window.row());
        CellWindow met = new CellWindow(
                left,
                top,
                Math.min(whole.column() + whole.width(), window.column() + window.width()) - left,
                Math.min(whole.row() + whole.height(), window.row() + window.height()) - top);
        double[] parts = coverage.parts(met);
        for (int row = 0; row < met.height(); row++) {
            int at = (top - whole.row() + row) * whole.width() + left - whole.column();
            for (int column = 0; column < met.width(); column++) {
                count(of[at + column], parts[row * met.width() + column]);
            }
        }
    }

    private void count(float value, double part) {
        if (Float.isNaN(value) || part < LEAST_PART) {
            return;
        }
        known += part;
        sum += part * value;
        most = Math.max(most, value);
        for (int i = 0; i < values.length; i++) {
            if (byValue ? value == values[i] : value >= values[i]) {
                cells[i] += part;
            }
        }
    }

    /** Returns the figures; shares are of the drawn area of the plot. */
    CellFacts facts(double drawnM2) {
        double m2PerCell = raster.planarM2() / coverage.areaCells();
        List<CellClass> classes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            classes.add(new CellClass(
                    raster.classes().path("classes").get(i).path("level").asText(),
                    decimal(values[i]),
                    decimal(cells[i] * m2PerCell, AREA_DECIMALS),
                    decimal(cells[i] * m2PerCell / drawnM2, SHARE_DECIMALS)));
        }
        boolean any = known > 0 && !byValue;
        double knownM2 = Math.min(known * m2PerCell, drawnM2);
        return new CellFacts(
                raster.dataset(),
                byValue ? "value" : "threshold",
                raster.unit(),
                decimal(raster.cellM(), AREA_DECIMALS),
                any ? decimal(most) : null,
                any ? decimal(sum / known, MEAN_DECIMALS) : null,
                decimal(knownM2, AREA_DECIMALS),
                decimal(drawnM2 - knownM2, AREA_DECIMALS),
                classes);
    }

    private static BigDecimal decimal(float value) {
        BigDecimal plain = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Returns the figures of a plot from the tiles that a reader lists. */
    static @Nullable CellFacts of(ParcelRaster raster, double drawnM2, TileReader reader) {
        CellStatistics statistics = new CellStatistics(raster);
        CellWindow tiles = statistics.tiles();
        if (tiles.size() > 0) {
            reader.read(raster.content(), tiles, statistics::add);
        }
        return statistics.coverage.areaCells() > 0 ? statistics.facts(drawnM2) : null;
    }

    /** Lists the tiles of a box of tiles, one by one. */
    @FunctionalInterface
    interface TileReader {
        void read(long content, CellWindow tiles, ParcelRaster.TileSink each);
    }
}
