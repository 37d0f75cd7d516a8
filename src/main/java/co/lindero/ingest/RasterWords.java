package co.lindero.ingest;

import co.lindero.ingest.RasterStore.Level;
import co.lindero.ingest.raster.RasterClasses;
import co.lindero.ingest.raster.RasterClasses.By;
import co.lindero.ingest.raster.RasterClasses.RasterClass;
import co.lindero.ingest.raster.RasterLevel;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the zones of a raster are called, and how its classes are stored. Pure. */
final class RasterWords {
    private RasterWords() {}

    /** Returns a value as people write it. */
    static String text(float value) {
        return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** Returns what the zones of each level say. */
    static List<Level> levels(RasterClasses classes, @Nullable String unit) {
        return classes.by() == By.THRESHOLD ? byThreshold(classes.classes(), unit) : byValue(classes.classes());
    }

    private static List<Level> byThreshold(List<RasterClass> classes, @Nullable String unit) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            RasterClass each = classes.get(i);
            String from = text(each.value());
            String to = i + 1 < classes.size() ? text(classes.get(i + 1).value()) : null;
            String range = Stream.of("desde " + from, to == null ? null : "hasta menos de " + to, unit)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            levels.add(new Level(
                    each.level().rank(), each.level().code(), each.level().code() + ": " + range, from, to));
        }
        return levels;
    }

    private static List<Level> byValue(List<RasterClass> classes) {
        return Stream.of(RasterLevel.LOW, RasterLevel.MEDIUM, RasterLevel.HIGH)
                .filter(level -> classes.stream().anyMatch(each -> each.level() == level))
                .map(level -> {
                    List<String> values = classes.stream()
                            .filter(each -> each.level() == level)
                            .map(each -> text(each.value()))
                            .toList();
                    return new Level(
                            level.rank(),
                            level.code(),
                            level.code() + ": clase " + String.join(", ", values),
                            values.get(0),
                            values.get(values.size() - 1));
                })
                .toList();
    }

    /** Returns how values became levels, as the database keeps it. */
    static ObjectNode json(RasterClasses classes) {
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("by", classes.by() == By.THRESHOLD ? "threshold" : "value");
        ArrayNode list = root.putArray("classes");
        classes.classes()
                .forEach(each -> list.addObject()
                        .put("level", each.level().code())
                        .put("value", new BigDecimal(text(each.value()))));
        return root;
    }
}
