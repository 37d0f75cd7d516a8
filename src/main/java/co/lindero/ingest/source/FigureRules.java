package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the section {@code quantities} of a mapping of norms: for each column of figures what its norms say, in one map or in
 * a list of them.
 */
final class FigureRules {
    private static final Set<String> ALLOWED = Set.of(
            "quantity", "operator", "unit", "per", "base", "condition", "act", "article", "text", "url", "nothing");
    private static final String NOTHING = "nothing";

    private final List<Problem.Fault> faults;
    private final List<Mapping.FigureRule> rules;

    FigureRules(List<Problem.Fault> faults, List<Mapping.FigureRule> rules) {
        this.faults = faults;
        this.rules = rules;
    }

    void read(YamlTree section) {
        if (!section.isMap()) {
            fault("not-a-map", section, "quantities debe ser un mapa", "quantities must be a map");
        }
        section.repeatedKeys()
                .forEach(key -> fault(
                        "repeated-key", key, "«" + key.text() + "» está repetido", "'" + key.text() + "' is repeated"));
        section.entries().forEach((column, tree) -> {
            if (tree.isList()) {
                tree.items().forEach(item -> add(column, item));
            } else {
                add(column, tree);
            }
        });
    }

    private void add(String column, YamlTree tree) {
        Map<String, String> stated = new LinkedHashMap<>();
        Map<String, YamlTree> entries = tree.entries();
        entries.forEach((key, value) -> {
            if (!ALLOWED.contains(key)) {
                String allowed = String.join(", ", ALLOWED.stream().sorted().toList());
                fault(
                        "unknown-key",
                        value,
                        "clave desconocida «quantities." + column + "." + key + "»; se admite: " + allowed,
                        "unknown key 'quantities." + column + "." + key + "'; allowed: " + allowed);
            } else if (!key.equals(NOTHING)) {
                stated.put(key, value.text().strip());
            }
        });
        for (String needed : List.of("quantity", "operator")) {
            if (stated.getOrDefault(needed, "").isEmpty()) {
                fault(
                        "required-field",
                        tree,
                        "quantities." + column + ": falta " + needed,
                        "quantities." + column + ": " + needed + " is missing");
            }
        }
        List<String> nothing =
                entries.containsKey(NOTHING) ? entries.get(NOTHING).texts() : List.of();
        rules.add(new Mapping.FigureRule(column, stated, nothing, tree.where()));
    }

    private void fault(String code, YamlTree tree, String spanish, String english) {
        faults.add(new Problem.Fault(code, spanish, english, tree.where()));
    }
}
