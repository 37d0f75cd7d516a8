package co.lindero.demo;

import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The zone files of one plan, one a theme. Not thread-safe. */
final class ZoneFiles implements AutoCloseable {
    private final Path folder;
    private final String prefix;
    private final String act;
    private final Map<DemoTheme, GeoJsonFile> files = new EnumMap<>(DemoTheme.class);

    /**
     * @param folder where
     * @param prefix before the theme's code in the file name
     * @param act the act that each zone names
     */
    ZoneFiles(Path folder, String prefix, String act) {
        this.folder = folder;
        this.prefix = prefix;
        this.act = act;
    }

    void write(DemoTheme theme, String code, Drawing drawing) throws IOException {
        ZoneRow zone = new ZoneRow(
                code,
                Labels.of(code),
                article(theme, code),
                text(theme, code),
                theme == DemoTheme.ROAD_RESERVATION ? roadOrder(code) : null);
        zone.write(file(theme), act, drawing);
    }

    /** Order of a road (Ley 1228 de 2008), from which its exclusion strip follows; a street of the town has none. */
    private static String roadOrder(String code) {
        return switch (code) {
            case "RV-1" -> "primer orden";
            case "RV-2", "RV-3", "VP-1" -> "segundo orden";
            default -> code.startsWith("RV-") ? "tercer orden" : "urbana";
        };
    }

    /**
     * Writes a statement without geometry.
     *
     * @param appliesTo {@code municipality}, or a land class in lower case
     */
    void state(DemoTheme theme, String code, String appliesTo, String text) throws IOException {
        file(theme)
                .write(
                        new Properties()
                                .put("code", code)
                                .put("label", Labels.of(code))
                                .put("applies_to", appliesTo)
                                .put("act", act)
                                .put("article", article(theme, code))
                                .put("text", text),
                        new Drawing.None());
    }

    String name(DemoTheme theme) {
        return prefix + theme.code();
    }

    boolean holds(DemoTheme theme) {
        return files.containsKey(theme);
    }

    private GeoJsonFile file(DemoTheme theme) throws IOException {
        GeoJsonFile file = files.get(theme);
        if (file == null) {
            file = new GeoJsonFile(folder, name(theme));
            files.put(theme, file);
        }
        return file;
    }

    private static String article(DemoTheme theme, String code) {
        return String.valueOf(20 + Math.floorMod(theme.code().hashCode(), 60) + Math.floorMod(code.hashCode(), 9));
    }

    private static String text(DemoTheme theme, String code) {
        return theme.title() + ": " + Labels.of(code) + " (texto de demostración).";
    }

    @Override
    public void close() throws IOException {
        for (GeoJsonFile file : files.values()) {
            file.close();
        }
    }
}
