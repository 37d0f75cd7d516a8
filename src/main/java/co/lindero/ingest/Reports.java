package co.lindero.ingest;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes the report of a load: JSON, CSV, and GeoJSON of the findings with a place, which opens in QGIS. */
final class Reports {
    private Reports() {}

    static void write(LoadOutcome outcome, LoadRequest request) {
        Path folder = outcome.reports();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("report.json"), Json.pretty(summary(outcome, request)));
            csv(outcome, folder.resolve("findings.csv"));
            geoJson(outcome, folder.resolve("findings.geojson"));
        } catch (IOException e) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "No se pudo escribir el informe en " + folder + ": " + e.getMessage(),
                            "The report could not be written to " + folder + ": " + e.getMessage(),
                            e)
                    .hint("Dé otra carpeta con --report.", "Give another folder with --report.");
        }
    }

    private static ObjectNode summary(LoadOutcome outcome, LoadRequest request) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("status", outcome.status().name().toLowerCase(java.util.Locale.ROOT));
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
        var list = root.putArray("findings");
        for (Finding finding : outcome.findings()) {
            ObjectNode node = list.addObject();
            node.put("level", finding.level().name());
            node.put("code", finding.code());
            node.put("record", finding.record());
            node.put("key", finding.key());
            node.put("message", finding.message().es());
            node.set("detail", finding.detail());
            node.set("place", finding.place());
        }
        return root;
    }

    private static void csv(LoadOutcome outcome, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("level,code,record,key,x,y,message\r\n");
            for (Finding finding : outcome.findings()) {
                out.write(String.join(
                        ",",
                        finding.level().name(),
                        finding.code(),
                        Objects.toString(finding.record(), ""),
                        quoted(Objects.toString(finding.key(), "")),
                        Objects.toString(finding.x(), ""),
                        Objects.toString(finding.y(), ""),
                        quoted(finding.message().es())));
                out.write("\r\n");
            }
        }
    }

    /** Quotes a cell; one that a spreadsheet would take for a formula is made text. */
    private static String quoted(String text) {
        String safe = text.matches("^[=+\\-@\\t].*") && !text.matches("^[+\\-]?[0-9., ]+$") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static void geoJson(LoadOutcome outcome, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[");
            String separator = "\n";
            for (Finding finding : outcome.findings()) {
                if (finding.place() == null) {
                    continue;
                }
                ObjectNode feature = JsonNodeFactory.instance.objectNode();
                feature.put("type", "Feature");
                feature.set("geometry", finding.place());
                feature.putObject("properties")
                        .put("level", finding.level().name())
                        .put("code", finding.code())
                        .put("record", finding.record())
                        .put("key", finding.key())
                        .put("message", finding.message().es());
                out.write(separator);
                out.write(Json.write(feature));
                separator = ",\n";
            }
            out.write("\n]}\n");
        }
    }
}
