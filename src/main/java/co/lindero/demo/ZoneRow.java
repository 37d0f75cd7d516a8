package co.lindero.demo;

import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One zone as it is written.
 *
 * @param code canonical or plan code
 * @param label what people read
 * @param article article of the act
 * @param text what the article says
 * @param roadOrder order of a road; null for all else
 */
record ZoneRow(
        String code,
        String label,
        String article,
        String text,
        @Nullable String roadOrder) {
    void write(GeoJsonFile file, String act, Drawing drawing) throws IOException {
        Properties properties = new Properties()
                .put("code", code)
                .put("label", label)
                .put("act", act)
                .put("article", article)
                .put("text", text);
        file.write(roadOrder == null ? properties : properties.put("orden", roadOrder), drawing);
    }
}
