package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the YAML of a mapping and collects what is wrong with it. */
final class MappingReader {
    private static final Set<String> PROFILE_KEYS = Set.of("kind", "match", "domains", "title");

    private final YamlTree root;
    private final String name;
    private final Mapping.Strictness strictness;
    private final List<Problem.Fault> faults = new ArrayList<>();

    MappingReader(YamlTree root, String name, Mapping.Strictness strictness) {
        this.root = root;
        this.name = name;
        this.strictness = strictness;
    }

    Mapping read() {
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        Map<String, List<String>> domains = new LinkedHashMap<>();
        ReadOptions source = ReadOptions.ofFile();
        List<Mapping.Condition> only = new ArrayList<>();
        List<Mapping.FigureRule> figures = new ArrayList<>();
        repeated(root);
        for (Map.Entry<String, YamlTree> entry : root.entries().entrySet()) {
            YamlTree section = entry.getValue();
            switch (entry.getKey()) {
                case "source" -> source = source(section);
                case "only" -> only(section, only);
                case "fields" -> fields(section, fields);
                case "values" -> values(section, values);
                case "quantities" -> new FigureRules(faults, figures).read(section);
                case "domains" -> section.entries().forEach((target, list) -> domains.put(target, list.texts()));
                default -> otherKey(entry.getKey(), section);
            }
        }
        return new Mapping(name, source, only, fields, values, domains, figures, strictness, faults);
    }

    private void otherKey(String key, YamlTree section) {
        if (strictness == Mapping.Strictness.STRICT || !PROFILE_KEYS.contains(key)) {
            unknownKey(key, section, "source, only, fields, values, quantities");
        }
    }

    private ReadOptions source(YamlTree section) {
        requireMap(section, "source");
        Map<String, YamlTree> entries = section.entries();
        entries.forEach((key, value) -> {
            if (!Set.of("layer", "crs", "encoding").contains(key)) {
                unknownKey("source." + key, value, "layer, crs, encoding");
            }
        });
        return new ReadOptions(text(entries.get("layer")), text(entries.get("crs")), text(entries.get("encoding")));
    }

    private void only(YamlTree section, List<Mapping.Condition> only) {
        requireMap(section, "only");
        section.entries().forEach((column, values) -> {
            if (values.isMap() || values.texts().isEmpty()) {
                fault(
                        "only-without-values",
                        values,
                        "only." + column + " debe decir un valor o una lista de valores",
                        "only." + column + " must say a value or a list of values");
            } else {
                only.add(new Mapping.Condition(column, values.texts(), values.where()));
            }
        });
    }

    private static @Nullable String text(@Nullable YamlTree tree) {
        return tree == null || tree.text().isBlank() ? null : tree.text();
    }

    private void fields(YamlTree section, Map<String, FieldRule> fields) {
        requireMap(section, "fields");
        section.entries().forEach((target, tree) -> rule(target, tree).ifPresent(rule -> fields.put(target, rule)));
    }

    private Optional<FieldRule> rule(String target, YamlTree tree) {
        if (tree.isMap()) {
            return special(target, tree);
        }
        List<String> columns =
                tree.texts().stream().filter(column -> !column.isBlank()).toList();
        if (columns.isEmpty()) {
            fault(
                    "empty-field",
                    tree,
                    "fields." + target + " no dice ninguna columna",
                    "fields." + target + " names no column");
            return Optional.empty();
        }
        return Optional.of(new FieldRule.Column(columns, tree.where()));
    }

    private Optional<FieldRule> special(String target, YamlTree tree) {
        Map<String, YamlTree> entries = tree.entries();
        if (entries.keySet().equals(Set.of("const"))) {
            return Optional.of(new FieldRule.Constant(entries.get("const").text(), tree.where()));
        }
        if (entries.keySet().equals(Set.of("join"))) {
            return Optional.of(new FieldRule.Joined(entries.get("join").texts(), tree.where()));
        }
        unknownKey("fields." + target + "." + String.join(",", entries.keySet()), tree, "const, join");
        return Optional.empty();
    }

    private void values(YamlTree section, Map<String, Map<String, String>> values) {
        requireMap(section, "values");
        section.entries().forEach((target, tree) -> {
            requireMap(tree, "values." + target);
            Map<String, String> translation = new LinkedHashMap<>();
            tree.entries().forEach((seen, canonical) -> translation.put(seen.strip(), canonical.text()));
            values.put(target, translation);
        });
    }

    private void requireMap(YamlTree tree, String what) {
        if (!tree.isMap()) {
            fault("not-a-map", tree, what + " debe ser un mapa", what + " must be a map");
        }
        repeated(tree);
    }

    private void repeated(YamlTree tree) {
        tree.repeatedKeys()
                .forEach(key -> fault(
                        "repeated-key", key, "«" + key.text() + "» está repetido", "'" + key.text() + "' is repeated"));
    }

    private void unknownKey(String key, YamlTree tree, String allowed) {
        fault(
                "unknown-key",
                tree,
                "clave desconocida «" + key + "»; se admite: " + allowed,
                "unknown key '" + key + "'; allowed: " + allowed);
    }

    private void fault(String code, YamlTree tree, String spanish, String english) {
        faults.add(new Problem.Fault(code, spanish, english, tree.where()));
    }
}
