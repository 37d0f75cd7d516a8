package co.lindero.investment;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of an order of importance, as a YAML file states them: which stages are ranked, and for each criterion what is
 * measured, what it weighs, and which values earn nothing and everything. Immutable.
 *
 * @param name name of the criteria
 * @param stages stages that are ranked
 * @param criteria criteria, in their order
 */
record Criteria(String name, List<String> stages, List<Criterion> criteria) {
    private static final String STANDARD = "/profiles/ranking.yaml";
    private static final List<String> STAGES =
            List.of("formulado", "viable", "registrado", "priorizado", "en_ejecucion", "terminado", "suspendido");
    private static final List<String> RANKED = List.of("formulado", "viable", "registrado", "priorizado");
    private static final Set<String> KEYS = Set.of("name", "stages", "criteria");
    private static final Set<String> CRITERION_KEYS = Set.of("name", "measure", "weight", "worst", "best");
    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1_000);
    private static final int MOST_CRITERIA = 30;

    Criteria {
        stages = List.copyOf(stages);
        criteria = List.copyOf(criteria);
    }

    /**
     * One criterion.
     *
     * @param worst value that earns nothing; null for the least among the ranked projects
     * @param best value that earns the weight; null for the most among them. Less than worst where less is better
     */
    record Criterion(
            String name,
            Measure measure,
            BigDecimal weight,
            @Nullable BigDecimal worst,
            @Nullable BigDecimal best) {}

    /** Returns the criteria that ship with Lindero, an example and no policy. */
    static Criteria standard() {
        try (InputStream in = Objects.requireNonNull(Criteria.class.getResourceAsStream(STANDARD))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads criteria.
     *
     * @throws Problem {@code criteria-invalid} with every fault and its place
     */
    static Criteria parse(String yaml) {
        JsonNode tree;
        try {
            tree = new YAMLMapper().readTree(yaml);
        } catch (JacksonException e) {
            throw invalid(List.of(new Problem.Fault(
                    "invalid-yaml",
                    "No es YAML: " + e.getOriginalMessage(),
                    "It is no YAML: " + e.getOriginalMessage(),
                    e.getLocation() == null ? "1" : "línea " + e.getLocation().getLineNr())));
        }
        return new Reader().read(tree);
    }

    /** Returns the same criteria with other weights, by the name of the criterion. */
    Criteria weighing(Map<String, BigDecimal> weights) {
        List<Problem.Fault> faults = new ArrayList<>();
        weights.forEach((named, weight) -> {
            if (criteria.stream().noneMatch(criterion -> criterion.name().equals(named))) {
                faults.add(new Problem.Fault(
                        "unknown-criterion",
                        "No hay un criterio «" + named + "»",
                        "There is no criterion \"" + named + "\"",
                        named));
            } else if (weight.signum() < 0 || weight.compareTo(MOST_WEIGHT) > 0) {
                faults.add(Reader.weight(named));
            }
        });
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        return new Criteria(
                name,
                stages,
                criteria.stream()
                        .map(each -> new Criterion(
                                each.name(),
                                each.measure(),
                                weights.getOrDefault(each.name(), each.weight()),
                                each.worst(),
                                each.best()))
                        .toList());
    }

    /** Reads {@code criterion=weight} pairs. */
    static Map<String, BigDecimal> weights(List<String> pairs) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (String pair : pairs) {
            int sign = pair.lastIndexOf('=');
            String value = pair.substring(sign + 1).strip();
            if (sign < 1 || !value.matches("\\d{1,4}(\\.\\d{1,6})?")) {
                throw invalid(List.of(Reader.weight(pair)));
            }
            weights.put(pair.substring(0, sign).strip(), new BigDecimal(value));
        }
        return weights;
    }

    private static Problem invalid(List<Problem.Fault> faults) {
        Problem problem = Problem.of(
                        ProblemType.CRITERIA_INVALID,
                        "Los criterios no sirven: "
                                + String.join(
                                        "; ",
                                        faults.stream()
                                                .map(f -> f.where() + ": " + f.detailEs())
                                                .toList()),
                        "The criteria cannot be used: "
                                + String.join(
                                        "; ",
                                        faults.stream()
                                                .map(f -> f.where() + ": " + f.detailEn())
                                                .toList()))
                .hint(
                        "Vea un ejemplo en docs/projects.md. Medidas: " + Measure.words() + ".",
                        "See an example in docs/projects.md. Measures: " + Measure.words() + ".");
        faults.forEach(problem::fault);
        return problem;
    }

    /** Collects every fault of a file. */
    private static final class Reader {
        private final List<Problem.Fault> faults = new ArrayList<>();

        Criteria read(@Nullable JsonNode tree) {
            if (tree == null || !tree.isObject()) {
                throw invalid(
                        List.of(fault("criteria", "falta la lista «criteria»", "the list \"criteria\" is missing")));
            }
            unknown(tree, KEYS, "");
            List<String> stages = new ArrayList<>();
            tree.path("stages").forEach(stage -> stages.add(stage.asText()));
            for (String stage : stages) {
                if (!STAGES.contains(stage)) {
                    faults.add(fault("stages", "«" + stage + "» no es una etapa", "\"" + stage + "\" is no stage"));
                }
            }
            List<Criterion> criteria = new ArrayList<>();
            JsonNode list = tree.path("criteria");
            if (list.isEmpty() || !list.isArray() || list.size() > MOST_CRITERIA) {
                faults.add(fault(
                        "criteria", "debe ser una lista de 1 a 30 criterios", "must be a list of 1 to 30 criteria"));
            }
            Set<String> names = new HashSet<>();
            for (int i = 0; i < list.size(); i++) {
                Criterion criterion = criterion(list.get(i), "criteria[" + i + "]");
                if (criterion != null && !names.add(criterion.name())) {
                    faults.add(fault("criteria[" + i + "].name", "está repetido", "is repeated"));
                }
                if (criterion != null) {
                    criteria.add(criterion);
                }
            }
            if (faults.isEmpty()
                    && criteria.stream().allMatch(each -> each.weight().signum() == 0)) {
                faults.add(fault("criteria", "todos los pesos son cero", "all weights are zero"));
            }
            if (!faults.isEmpty()) {
                throw invalid(faults);
            }
            return new Criteria(tree.path("name").asText(""), stages.isEmpty() ? RANKED : stages, criteria);
        }

        private @Nullable Criterion criterion(JsonNode node, String where) {
            unknown(node, CRITERION_KEYS, where + ".");
            String word = node.path("measure").asText();
            Measure measure = Measure.find(word).orElse(null);
            if (measure == null) {
                faults.add(fault(
                        where + ".measure",
                        "«" + word + "» no es una medida; hay: " + Measure.words(),
                        "\"" + word + "\" is no measure; there are: " + Measure.words()));
            }
            BigDecimal weight = number(node, "weight", where);
            if (weight == null || weight.signum() < 0 || weight.compareTo(MOST_WEIGHT) > 0) {
                faults.add(weight(where + ".weight"));
            }
            BigDecimal worst = number(node, "worst", where);
            BigDecimal best = number(node, "best", where);
            if (worst != null && best != null && worst.compareTo(best) == 0) {
                faults.add(fault(where, "worst y best son iguales", "worst and best are equal"));
            }
            return measure == null || weight == null
                    ? null
                    : new Criterion(node.path("name").asText(word), measure, weight, worst, best);
        }

        private @Nullable BigDecimal number(JsonNode node, String key, String where) {
            JsonNode value = node.path(key);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isNumber()) {
                faults.add(fault(where + "." + key, "no es un número", "is no number"));
                return null;
            }
            return new BigDecimal(value.asText());
        }

        private void unknown(JsonNode node, Set<String> known, String where) {
            node.fieldNames().forEachRemaining(key -> {
                if (!known.contains(key)) {
                    faults.add(fault(where + key, "esta clave no existe", "there is no such key"));
                }
            });
        }

        static Problem.Fault weight(String where) {
            return fault(where, "el peso debe ser un número de 0 a 1000", "the weight must be a number from 0 to 1000");
        }

        private static Problem.Fault fault(String where, String spanish, String english) {
            return new Problem.Fault("invalid-criteria", spanish, english, where);
        }
    }
}
