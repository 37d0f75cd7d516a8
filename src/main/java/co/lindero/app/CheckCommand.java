package co.lindero.app;

import co.lindero.ingest.Footprints;
import co.lindero.ingest.source.ReadOptions;
import co.lindero.licence.BulkChecks;
import co.lindero.licence.CheckService;
import co.lindero.licence.LicencePage;
import co.lindero.licence.LicencePicture;
import co.lindero.licence.LicenceText;
import co.lindero.licence.Verdict;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a proposed licence against all that the plan says. */
@Command(
        name = "check",
        description = "Revisa una licencia propuesta contra todas las normas (check a proposed licence).",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final CommandContext context;

    /** How an answer is written. */
    enum Form {
        TEXT,
        JSON,
        HTML,
        SVG
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "ARCHIVO.json",
            description = "La consulta; docs/licence-check.md la describe (the question).")
    private @Nullable Path file;

    @Option(
            names = "--bulk",
            description =
                    "El archivo tiene muchas consultas, una por línea; responde una por línea (many questions, NDJSON).")
    private boolean bulk;

    @Option(
            names = "--again",
            paramLabel = "ID",
            description = "Evalúa otra vez una revisión con los datos de hoy y dice qué cambia (evaluate again).")
    private @Nullable String again;

    @Option(names = "--show", paramLabel = "ID", description = "Muestra una revisión conservada (show a kept check).")
    private @Nullable String show;

    @Option(
            names = "--footprint",
            paramLabel = "ARCHIVO",
            description = "La huella: shapefile (o .zip), KML, GeoPackage o GeoJSON (the footprint from a file).")
    private @Nullable Path footprint;

    @Option(names = "--layer", paramLabel = "CAPA", description = "Capa del archivo de la huella (its layer).")
    private @Nullable String layer;

    @Option(
            names = "--crs",
            paramLabel = "EPSG:N",
            description = "CRS del archivo de la huella si él no lo dice (its CRS where it states none).")
    private @Nullable String crs;

    @Option(names = "--save", description = "La guarda para siempre (keep it for good).")
    private boolean save;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "text|json|html|svg",
            description = "Forma (format).")
    private Form form = Form.TEXT;

    CheckCommand(CommandContext context) {
        this.context = context;
    }

    /** Returns the subcommands, to be added to the command line. */
    static List<Object> subcommands(CommandContext context) {
        return List.of(new Note(context));
    }

    @Override
    public Integer call() {
        Services services = new Services(context.config(), context.openDatabase());
        CheckService checks = services.checks();
        if (bulk) {
            return bulk(services.bulkChecks(), required(file));
        }
        if (again != null) {
            return again(checks, again);
        }
        byte[] bytes;
        if (show != null) {
            bytes = checks.get(show, context.language());
        } else {
            bytes = checks.make(question(services, read(required(file))), context.language());
        }
        JsonNode answer = Json.read(bytes);
        String id = answer.path("id").asText();
        if (save) {
            checks.save(id);
        }
        if (show == null || save) {
            context.err().println(kept(id));
        }
        context.out()
                .println(
                        switch (form) {
                            case JSON -> Json.pretty(answer);
                            case SVG -> LicencePicture.render(answer, context.language());
                            case HTML -> LicencePage.render(answer, checks.listNotes(id), context.language());
                            case TEXT -> LicenceText.render(answer, checks.listNotes(id), context.language());
                        });
        return answer.path("verdict").asText().equals(Verdict.COMPLIES.code()) ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    /** Says how a check comes again, on the side, so that what is printed can be pasted as it is. */
    private String kept(String id) {
        String again = "./lindero check --show " + id;
        return save
                ? context.language().pick("Guardada para siempre: ", "Kept for good: ") + again
                : context.language().pick("Se conserva ", "Kept for ")
                        + context.config().whole(ConfigKey.LINDERO_CHECK_DAYS)
                        + context.language().pick(" días; con --save, para siempre: ", " days; with --save, for good: ")
                        + again;
    }

    /** Puts the footprint of a file into the question, which may draw nothing else. */
    private JsonNode question(Services services, JsonNode read) {
        if (footprint == null) {
            return read;
        }
        if (!read.isObject()) {
            return read;
        }
        ObjectNode question = read.deepCopy();
        JsonNode stated = question.path("proposal");
        ObjectNode proposal = stated instanceof ObjectNode object ? object : question.putObject("proposal");
        for (String member : List.of("footprint", "fronts", "lots", "roads", "openSpaces")) {
            if (proposal.hasNonNull(member)) {
                throw Problem.of(
                                ProblemType.INVALID_BODY,
                                "La consulta ya dibuja «" + member + "» y además se dio --footprint",
                                "The question draws \"" + member + "\" already, and --footprint was given too")
                        .hint(
                                "Deje todo lo dibujado en la consulta, o solo la huella en el archivo.",
                                "Leave all that is drawn in the question, or the footprint alone in the file.");
            }
        }
        Footprints.Footprint drawn = services.footprints().read(footprint, new ReadOptions(layer, crs, null));
        proposal.set("footprint", Json.read(drawn.geojson()));
        proposal.put("crs", "EPSG:" + drawn.srid());
        return question;
    }

    private Integer bulk(BulkChecks checks, Path questions) {
        try (BufferedReader lines = Files.newBufferedReader(questions)) {
            BulkChecks.Summary summary = checks.run(lines, context.out()::println, context.language());
            context.err()
                    .println(context.language().pick("Consultas: ", "Questions: ") + summary.questions() + " "
                            + summary.verdicts()
                            + context.language().pick("; rechazadas: ", "; refused: ") + summary.refused());
            return summary.allComply() ? ExitCode.DONE : ExitCode.FINDINGS;
        } catch (IOException e) {
            throw unreadable(questions, e);
        }
    }

    private Integer again(CheckService checks, String id) {
        CheckService.Again result = checks.again(id, context.language());
        if (form == Form.JSON) {
            context.out().println(Json.pretty(result));
        } else {
            context.out()
                    .println(context.language().pick("Revisión ", "Check ") + id
                            + context.language().pick(", respondida con la publicación ", ", answered at publication ")
                            + result.publicationBefore()
                            + (result.publicationNow() == null
                                    ? ""
                                    : context.language().pick("; hoy, publicación ", "; today, publication ")
                                            + result.publicationNow())
                            + ".");
            if (result.same()) {
                context.out().println(context.language().pick("Nada cambia.", "Nothing differs."));
            }
            result.differences().forEach(context.out()::println);
        }
        return result.same() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static Path required(@Nullable Path file) {
        if (file == null) {
            throw Problem.of(
                            ProblemType.MISSING_PARAMETER,
                            "Indique el archivo de la consulta, --show ID o --again ID",
                            "Give the file of the question, --show ID or --again ID")
                    .hint("lindero check --help", "lindero check --help");
        }
        return file;
    }

    private static Problem unreadable(Path file, IOException e) {
        return Problem.of(ProblemType.SOURCE_UNREADABLE, file + " no se puede leer", file + " cannot be read", e)
                .hint("Revise que exista y que se pueda leer.", "See that it exists and may be read.");
    }

    private static JsonNode read(Path file) {
        try {
            return Json.mapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw malformed(file, e);
        } catch (CharacterCodingException e) {
            throw Problem.of(ProblemType.INVALID_BODY, file + " no está en UTF-8", file + " is not written in UTF-8", e)
                    .hint("Guárdelo en UTF-8.", "Save it as UTF-8.");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A fault of JSON has a place, but for what exceeds the limits of the reader. */
    private static Problem malformed(Path file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String es = at == null
                ? ": pasa de 1000 niveles o de 1000 cifras"
                : ": línea " + at.getLineNr() + ", columna " + at.getColumnNr();
        String en = at == null
                ? ": more than 1000 levels or digits"
                : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of(
                        ProblemType.INVALID_BODY, file + " no es JSON válido" + es, file + " is not valid JSON" + en, e)
                .hint(
                        "Claves sin repetir, textos entre comillas dobles, números finitos; docs/licence-check.md trae un"
                                + " ejemplo.",
                        "No key twice, texts in double quotes, finite numbers; docs/licence-check.md has an example.");
    }

    /** Notes what an officer decided. */
    @Command(name = "note", description = "Anota lo que decide un funcionario de un hallazgo (note a decision).")
    static final class Note implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(index = "0", paramLabel = "ID", description = "Revisión (check).")
        private String id = "";

        @Parameters(index = "1", paramLabel = "HALLAZGO", description = "Número del hallazgo (finding).")
        private int finding;

        @Option(
                names = "--verdict",
                required = true,
                paramLabel = "complies|does_not_comply",
                description = "Qué decide.")
        private String verdict = "";

        @Option(names = "--text", required = true, paramLabel = "TEXTO", description = "Por qué (why).")
        private String text = "";

        Note(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            CheckService checks = new Services(context.config(), context.openDatabase()).checks();
            checks.note(id, finding, verdict(), text);
            context.out().println(context.language().pick("Anotado.", "Noted."));
            return ExitCode.DONE;
        }

        private Verdict verdict() {
            for (Verdict each : Verdict.values()) {
                if (each.code().equals(verdict.toLowerCase(Locale.ROOT))) {
                    return each;
                }
            }
            return Verdict.NOT_EVALUABLE;
        }
    }
}
