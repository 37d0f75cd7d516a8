package co.lindero.demo;

import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import java.io.IOException;

/**
 * One zone as it is written.
 *
 * @param code canonical or plan code
 * @param label what people read
 * @param article article of the act
 * @param text what the article says
 */
record ZoneRow(String code, String label, String article, String text) {
    void write(GeoJsonFile file, String act, Drawing drawing) throws IOException {
        file.write(
                new Properties()
                        .put("code", code)
                        .put("label", label)
                        .put("act", act)
                        .put("article", article)
                        .put("text", text),
                drawing);
    }
}
