package co.lindero.revision;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Golden cases as a planner writes them: YAML or JSON, {@code cases: [{name, parcel, ciiu|category, area, on, expect}]}. */
final class CaseFile {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> KNOWN = Set.of("name", "parcel", "ciiu", "category", "area", "on", "expect");

    private final List<Problem.Fault> faults = new ArrayList<>();

    private CaseFile() {}

    /**
     * Reads the cases of a file.
     *
     * @throws Problem {@code cases-invalid} with every fault
     */
    static List<PlanCase> read(Path file) {
        CaseFile reader = new CaseFile();
        List<PlanCase> cases = reader.cases(tree(file));
        if (!reader.faults.isEmpty()) {
            Problem problem = Problem.of(
                    ProblemType.CASES_INVALID,
                    file.getFileName() + " no tiene la forma de unos casos.",
                    file.getFileName() + " is not a file of cases.");
            reader.faults.forEach(problem::fault);
            throw problem;
        }
        return cases;
    }

    private static JsonNode tree(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw Problem.of(
                    ProblemType.CASES_INVALID,
                    "No se puede leer " + file + " como YAML o JSON.",
                    "Cannot read " + file + " as YAML or JSON.",
                    e);
        }
    }

    private List<PlanCase> cases(JsonNode root) {
        List<PlanCase> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonNode list = root.path("cases");
        if (!list.isArray() || list.isEmpty()) {
            fault("cases", "debe ser una lista con al menos un caso", "must be a list with at least one case");
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode node = list.get(i);
            String where = "cases/" + i;
            node.fieldNames().forEachRemaining(name -> {
                if (!KNOWN.contains(name)) {
                    fault(where + "/" + name, "no se conoce", "is not known");
                }
            });
            String name = text(node, "name");
            String parcel = text(node, "parcel");
            if (name == null || parcel == null || !node.path("expect").isObject()) {
                fault(where, "necesita name, parcel y expect", "needs name, parcel and expect");
            } else if (!names.add(name)) {
                fault(where, "repite el nombre " + name, "repeats the name " + name);
            } else {
                cases.add(new PlanCase(
                        name,
                        new PlanCase.Question(
                                parcel,
                                text(node, "ciiu"),
                                text(node, "category"),
                                area(node, where),
                                day(node, where)),
                        node.get("expect")));
            }
        }
        return cases;
    }

    private @Nullable BigDecimal area(JsonNode node, String where) {
        if (node.path("area").isMissingNode() || node.path("area").isNumber()) {
            return node.has("area") ? node.get("area").decimalValue() : null;
        }
        fault(where + "/area", "debe ser un número", "must be a number");
        return null;
    }

    private @Nullable LocalDate day(JsonNode node, String where) {
        String text = text(node, "on");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault(where + "/on", "debe ser un día AAAA-MM-DD", "must be a day YYYY-MM-DD");
            return null;
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isValueNode() && !node.path(name).isNull()
                ? node.get(name).asText()
                : null;
    }

    private void fault(String where, String es, String en) {
        faults.add(new Problem.Fault("cases-invalid", where + " " + es, where + " " + en, where));
    }
}
