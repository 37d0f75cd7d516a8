package co.lindero.ingest;

import co.lindero.geo.CellGrid;
import co.lindero.ingest.raster.RasterClasses;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Counts the values of a raster as they are read, and tells what is noteworthy of them. Not thread-safe. */
final class RasterTally {
    /** A raster of measurements has more different values than this. */
    private static final int FEW_VALUES = 12;

    private static final int SHOWN = 8;

    private final RasterClasses classes;
    private final boolean wholeNumbers;
    private final TreeMap<Float, Long> few = new TreeMap<>();
    private final TreeMap<Float, Long> unlisted = new TreeMap<>();
    private boolean many;
    private long values;
    private float least = Float.POSITIVE_INFINITY;
    private float most = Float.NEGATIVE_INFINITY;

    RasterTally(RasterClasses classes, boolean wholeNumbers) {
        this.classes = classes;
        this.wholeNumbers = wholeNumbers;
    }

    /** Counts cells and returns whether any has a value. */
    boolean add(float[] cells) {
        long before = values;
        for (float value : cells) {
            if (Float.isNaN(value)) {
                continue;
            }
            values++;
            least = Math.min(least, value);
            most = Math.max(most, value);
            if (wholeNumbers && !many) {
                few.merge(value, 1L, Long::sum);
                many = few.size() > FEW_VALUES;
            }
            if (classes.by() == RasterClasses.By.VALUE && classes.of(value) == RasterClasses.UNLISTED) {
                count(unlisted, value);
            }
        }
        return values > before;
    }

    private static void count(Map<Float, Long> counts, float value) {
        if (counts.size() < SHOWN || counts.containsKey(value)) {
            counts.merge(value, 1L, Long::sum);
        }
    }

    /** Writes findings on the raster as a whole. */
    void tell(Handle handle, LoadStore store, CellGrid grid, double cellM) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("columns", grid.columns())
                .put("rows", grid.rows())
                .put("cellM", Math.round(cellM * 1_000) / 1_000.0)
                .put("values", values)
                .put("least", values == 0 ? null : RasterWords.text(least))
                .put("most", values == 0 ? null : RasterWords.text(most));
        if (values == 0) {
            store.addFinding(handle, Finding.Level.ERROR, FindingCode.RASTER_WITHOUT_VALUES, detail);
            return;
        }
        store.addFinding(handle, Finding.Level.INFO, FindingCode.RASTER_READ, detail);
        if (!unlisted.isEmpty()) {
            String list = unlisted.entrySet().stream()
                    .map(each -> RasterWords.text(each.getKey()) + " (" + each.getValue() + ")")
                    .collect(Collectors.joining(", "));
            store.addFinding(
                    handle,
                    Finding.Level.ERROR,
                    FindingCode.RASTER_VALUE_UNLISTED,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("values", list)
                            .put(
                                    "listed",
                                    classes.classes().stream()
                                            .map(each -> RasterWords.text(each.value()))
                                            .collect(Collectors.joining(", "))));
        }
        if (wholeNumbers && !many && classes.by() == RasterClasses.By.THRESHOLD) {
            String list = few.keySet().stream().map(RasterWords::text).collect(Collectors.joining(", "));
            store.addFinding(
                    handle,
                    Finding.Level.WARNING,
                    FindingCode.RASTER_LOOKS_CLASSED,
                    JsonNodeFactory.instance.objectNode().put("values", list));
        }
    }
}
