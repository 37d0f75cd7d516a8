package co.lindero.ingest;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the report of a load: JSON, CSV, and GeoJSON of the findings with a place, which opens in QGIS. Findings pass
 * through one at a time, however many there are.
 */
final class Reports implements AutoCloseable {
    private final Writer json;
    private final Writer csv;
    private final Writer geoJson;
    private String jsonSeparator = "\n";
    private String geoJsonSeparator = "\n";

    private Reports(Writer json, Writer csv, Writer geoJson) {
        this.json = json;
        this.csv = csv;
        this.geoJson = geoJson;
    }

    /**
     * Makes the folder, before anything is read: a load whose report cannot be written is not begun.
     *
     * @throws Problem {@code environment}
     */
    static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "report-", ".tmp"));
        } catch (IOException e) {
            throw unwritable(folder, null, e);
        }
    }

    /**
     * Writes the three files.
     *
     * @param ofFile findings on the file as a whole that only the reader knows
     * @param others hands over all other findings
     * @throws Problem {@code environment}, which says where the load was published nevertheless
     */
    static void write(
            LoadOutcome outcome, LoadRequest request, List<Finding> ofFile, Consumer<Consumer<Finding>> others) {
        Path folder = outcome.reports();
        try (Reports reports = new Reports(
                Files.newBufferedWriter(folder.resolve("report.json")),
                Files.newBufferedWriter(folder.resolve("findings.csv")),
                Files.newBufferedWriter(folder.resolve("findings.geojson")))) {
            reports.begin(summary(outcome, request));
            ofFile.forEach(reports::add);
            others.accept(reports::add);
            reports.end();
        } catch (IOException e) {
            throw unwritable(folder, outcome.publication(), e);
        } catch (UncheckedIOException e) {
            throw unwritable(folder, outcome.publication(), e.getCause());
        }
    }

    private static Problem unwritable(Path folder, @Nullable Long publication, IOException cause) {
        String es = publication == null ? "" : "; la carga sí quedó publicada como " + publication;
        String en = publication == null ? "" : "; the load was published as " + publication + " nevertheless";
        return Problem.of(
                        ProblemType.ENVIRONMENT,
                        "No se pudo escribir el informe en " + folder + ": " + cause.getMessage() + es,
                        "The report could not be written to " + folder + ": " + cause.getMessage() + en,
                        cause)
                .hint("Dé otra carpeta con --report.", "Give another folder with --report.");
    }

    private static ObjectNode summary(LoadOutcome outcome, LoadRequest request) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("status", outcome.status().name().toLowerCase(Locale.ROOT));
        root.put("publication", outcome.publication());
        root.put("kind", outcome.kind().word());
        root.put("municipality", request.municipality());
        root.put("plan", request.plan());
        root.put("theme", request.theme());
        root.put("dataset", outcome.dataset());
        root.put("file", String.valueOf(request.file().getFileName()));
        root.put("profile", outcome.profile());
        root.set("counts", Json.tree(outcome.counts()));
        root.set("personalColumnsSkipped", Json.tree(outcome.personal()));
        root.set("findingCounts", Json.tree(outcome.findings().counts()));
        return root;
    }

    private void begin(ObjectNode summary) throws IOException {
        String head = Json.pretty(summary).strip();
        json.write(head.substring(0, head.length() - 1).stripTrailing());
        json.write(",\n  \"findings\" : [");
        csv.write("level,code,record,key,x,y,message,column\r\n");
        geoJson.write("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    private void add(Finding finding) {
        try {
            json.write(jsonSeparator);
            json.write("    " + Json.write(node(finding).set("place", finding.place())));
            jsonSeparator = ",\n";
            csv.write(line(finding));
            if (finding.place() != null) {
                ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
                feature.set("geometry", finding.place());
                feature.set("properties", node(finding));
                geoJson.write(geoJsonSeparator);
                geoJson.write(Json.write(feature));
                geoJsonSeparator = ",\n";
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() throws IOException {
        json.write("\n  ]\n}\n");
        geoJson.write("\n]}\n");
    }

    private static ObjectNode node(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("level", finding.level().name())
                .put("code", finding.code())
                .put("record", finding.record())
                .put("key", finding.key())
                .put("message", finding.message().es());
        return node.set("detail", finding.detail());
    }

    private static String line(Finding finding) {
        return String.join(
                        ",",
                        finding.level().name(),
                        finding.code(),
                        Objects.toString(finding.record(), ""),
                        quoted(Objects.toString(finding.key(), "")),
                        Objects.toString(finding.x(), ""),
                        Objects.toString(finding.y(), ""),
                        quoted(finding.message().es()),
                        quoted(finding.detail().path("column").asText("")))
                + "\r\n";
    }

    /** Quotes a cell; one that a spreadsheet would take for a formula is made text. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)^[=+\\-@\\t\\r].*") && !text.matches("^[+\\-]?[0-9., ]+$") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        try (json;
                csv;
                geoJson) {
            geoJson.flush();
        }
    }
}
