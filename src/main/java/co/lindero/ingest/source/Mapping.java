package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A mapping as written: by a planner in a file, or in a built-in profile.
 *
 * @param name name of the file or profile
 * @param source what it says about reading the file
 * @param only which records it is for, one condition for each column; none: all records
 * @param fields rule of each target
 * @param values translation of values, by target
 * @param domains named lists of official values that a target's values are translated to, by target
 * @param figures columns that each hold the figures of norms, as many as are said of them
 * @param strictness whether a missing column is a fault
 * @param faults what was wrong with it when it was read
 */
public record Mapping(
        String name,
        ReadOptions source,
        List<Condition> only,
        Map<String, FieldRule> fields,
        Map<String, Map<String, String>> values,
        Map<String, List<String>> domains,
        List<FigureRule> figures,
        Strictness strictness,
        List<Problem.Fault> faults) {
    /**
     * Records whose column holds one of some values.
     *
     * @param column column of the file
     * @param values the values, compared as text
     * @param where place in the mapping file
     */
    record Condition(String column, List<String> values, String where) {
        Condition {
            values = List.copyOf(values);
        }
    }

    /**
     * A norm that each figure of a column makes.
     *
     * @param column column of the file
     * @param stated what the norm says besides, by target: quantity, operator, unit and others
     * @param nothing figures that stand for none, such as 0
     * @param where place in the mapping file
     */
    public record FigureRule(String column, Map<String, String> stated, List<String> nothing, String where) {
        public FigureRule {
            stated = Map.copyOf(stated);
            nothing = List.copyOf(nothing);
        }
    }

    /** What a rule does that names no column of the layer. */
    enum Strictness {
        /** It is a fault: somebody wrote it for this file. */
        STRICT,
        /** It is left out, unless the target is required: profiles list what may come. */
        LENIENT
    }

    public Mapping {
        only = List.copyOf(only);
        fields = Map.copyOf(fields);
        values = Map.copyOf(values);
        domains = Map.copyOf(domains);
        figures = List.copyOf(figures);
        faults = List.copyOf(faults);
    }

    /**
     * Reads a mapping file; faults other than broken YAML are kept and told together with those of the layer.
     *
     * @throws Problem {@code mapping-invalid} when it cannot be read at all
     */
    public static Mapping read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw Problem.of(
                    ProblemType.MAPPING_INVALID,
                    "El archivo de asignación «" + file + "» no se puede leer.",
                    "The mapping file '" + file + "' cannot be read.",
                    e);
        }
    }

    static Mapping read(Reader yaml, String name) {
        return new MappingReader(YamlTree.read(yaml, name), name, Strictness.STRICT).read();
    }

    /**
     * Applies the mapping to a layer.
     *
     * @throws Problem {@code mapping-invalid} with every fault and its place
     */
    public ResolvedMapping resolve(LoadKind kind, LayerInfo layer, PersonalColumns personal) {
        return new MappingResolution(this, kind, layer, personal).resolve();
    }
}
