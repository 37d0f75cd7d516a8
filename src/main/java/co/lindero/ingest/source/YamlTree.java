package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML document that remembers where everything stands. All scalars are text: {@code 01} stays {@code 01}.
 *
 * @param node the underlying node
 * @param place file name for messages
 */
record YamlTree(Node node, String place) {
    private static final int LONGEST = 1 << 20;

    /** @throws Problem {@code mapping-invalid} when it is no YAML mapping */
    static YamlTree read(Reader reader, String place) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(20);
        options.setMaxAliasesForCollections(50);
        try {
            Node root = new Yaml(options).compose(reader);
            if (root instanceof MappingNode) {
                return new YamlTree(root, place);
            }
            throw invalid(place, "no es un mapa YAML", "is not a YAML mapping");
        } catch (YAMLException e) {
            String message = String.valueOf(e.getMessage()).lines().limit(4).reduce("", (a, b) -> a + " " + b.strip());
            throw invalid(place, "no es YAML:" + message, "is not YAML:" + message);
        }
    }

    private static Problem invalid(String place, String spanish, String english) {
        return Problem.of(ProblemType.MAPPING_INVALID, place + " " + spanish + ".", place + " " + english + ".");
    }

    /** File, line and column, 1-based. */
    String where() {
        return node.getStartMark() == null
                ? place
                : place + ":" + (node.getStartMark().getLine() + 1) + ":"
                        + (node.getStartMark().getColumn() + 1);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The text of a scalar; empty for anything else. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The entries of a mapping, the last of equal keys; empty for anything else. */
    Map<String, YamlTree> entries() {
        Map<String, YamlTree> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(entry -> entries.put(
                            new YamlTree(entry.getKeyNode(), place).text(), new YamlTree(entry.getValueNode(), place)));
        }
        return entries;
    }

    /** Keys that stand more than once in a mapping. */
    List<YamlTree> repeatedKeys() {
        if (!(node instanceof MappingNode mapping)) {
            return List.of();
        }
        Map<String, Integer> seen = new LinkedHashMap<>();
        return mapping.getValue().stream()
                .map(entry -> new YamlTree(entry.getKeyNode(), place))
                .filter(key -> seen.merge(key.text(), 1, Integer::sum) > 1)
                .toList();
    }

    /** The items of a list; empty for anything else. */
    List<YamlTree> items() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(item -> new YamlTree(item, place))
                        .toList()
                : List.of();
    }

    /** The texts of a list, or the single text of a scalar. */
    List<String> texts() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(item -> new YamlTree(item, place).text())
                        .toList()
                : List.of(text());
    }
}
