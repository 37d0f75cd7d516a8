package co.lindero.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of {@code ogrinfo -so -al -nomd}, the only form that GDAL 3.6 prints. */
final class OgrInfoText {
    private static final Pattern LAYER = Pattern.compile("^Layer name: (.*)$");
    private static final Pattern GEOMETRY = Pattern.compile("^Geometry(?: \\(.*\\))?: (.*)$");
    private static final Pattern COUNT = Pattern.compile("^Feature Count: (-?\\d+)$");
    private static final Pattern EXTENT = Pattern.compile(
            "^Extent(?: \\(.*\\))?: \\(([-0-9.e+]+), ([-0-9.e+]+)\\) - \\(([-0-9.e+]+), ([-0-9.e+]+)\\)$");
    private static final Pattern SRS = Pattern.compile("^(?:Layer SRS WKT|SRS WKT \\(.*\\)):$");
    private static final Pattern FIELD =
            Pattern.compile("^(.*): ([A-Za-z0-9]+(?:\\([A-Za-z0-9]+\\))?) \\((\\d+)\\.(\\d+)\\).*$");

    private final String file;
    private final List<LayerInfo> layers = new ArrayList<>();
    private @Nullable String name;
    private String geometry = "None";
    private boolean geometrySeen;
    private long count = -1;
    private @Nullable Extent extent;
    private @Nullable SourceCrs crs;
    private @Nullable StringBuilder wkt;
    private List<FieldInfo> fields = new ArrayList<>();

    private OgrInfoText(String file) {
        this.file = file;
    }

    static List<LayerInfo> parse(String text, String file) {
        OgrInfoText reader = new OgrInfoText(file);
        text.lines().forEach(reader::line);
        reader.endLayer();
        return List.copyOf(reader.layers);
    }

    private void line(String line) {
        Matcher layer = LAYER.matcher(line);
        if (layer.matches()) {
            endLayer();
            name = layer.group(1);
        } else if (name != null) {
            layerLine(line);
        }
    }

    private void layerLine(String line) {
        if (wkt != null && (line.startsWith(" ") || wkt.isEmpty())) {
            wkt.append(line).append('\n');
            return;
        }
        endWkt();
        if (SRS.matcher(line).matches()) {
            wkt = new StringBuilder();
            return;
        }
        if (!heading(line)) {
            field(line);
        }
    }

    private boolean heading(String line) {
        Matcher geometryLine = GEOMETRY.matcher(line);
        if (geometryLine.matches()) {
            geometry = geometrySeen ? geometry : geometryLine.group(1);
            geometrySeen = true;
            return true;
        }
        Matcher countLine = COUNT.matcher(line);
        if (countLine.matches()) {
            count = Long.parseLong(countLine.group(1));
            return true;
        }
        Matcher box = EXTENT.matcher(line);
        if (box.matches()) {
            extent = extent == null ? box(box) : extent;
            return true;
        }
        return false;
    }

    private static Extent box(Matcher box) {
        return new Extent(
                Double.parseDouble(box.group(1)),
                Double.parseDouble(box.group(2)),
                Double.parseDouble(box.group(3)),
                Double.parseDouble(box.group(4)));
    }

    private void field(String line) {
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            fields.add(new FieldInfo(field.group(1), field.group(2), Integer.parseInt(field.group(3))));
        }
    }

    private void endWkt() {
        if (wkt != null && crs == null) {
            crs = SourceCrs.parse(wkt.toString(), SourceCrs.Origin.FILE).orElse(null);
        }
        wkt = null;
    }

    private void endLayer() {
        endWkt();
        if (name != null) {
            layers.add(new LayerInfo(name, file, geometry, count, extent, crs, fields));
        }
        name = null;
        geometry = "None";
        geometrySeen = false;
        count = -1;
        extent = null;
        crs = null;
        fields = new ArrayList<>();
    }
}
