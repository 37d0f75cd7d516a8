package co.lindero.ingest.source;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lindero inspect} tells about a delivery, before anything is loaded.
 *
 * @param file name of what was delivered
 * @param layers one entry per layer
 */
public record Inspection(String file, List<Layer> layers) {
    public Inspection {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param info what the file says of it
     * @param format its format
     * @param encoding of its text
     * @param kind what it would be loaded as
     * @param profile name of the mapping that fits
     * @param columns its columns with samples
     * @param fields columns of the proposed mapping, by target
     * @param domains official lists that values are translated to, by target
     * @param crsProblem what is wrong with its coordinate reference system, null if nothing
     * @param findings what was noticed
     */
    public record Layer(
            LayerInfo info,
            SourceFormat format,
            TextEncoding encoding,
            LoadKind kind,
            String profile,
            List<Column> columns,
            List<Proposal> fields,
            Map<String, List<String>> domains,
            @Nullable Problem crsProblem,
            List<SourceFinding> findings) {}

    /**
     * One column.
     *
     * @param field the column
     * @param personal whether it is never loaded
     * @param samples up to three values, {@code ***} for a personal column
     */
    public record Column(FieldInfo field, boolean personal, List<String> samples) {}

    /**
     * How one target would be fed.
     *
     * @param target name of the target
     * @param required whether a load needs it
     * @param field how it would be fed, null where nothing fits
     */
    public record Proposal(
            String target, boolean required, @Nullable ResolvedField field) {}

    /**
     * Inspects the layer asked for, or all of them.
     *
     * @param kind what it would be loaded as, empty to guess
     */
    public static Inspection of(
            SourceFile source, Optional<LoadKind> kind, Profiles profiles, PersonalColumns personal) {
        List<LayerInfo> shown = source.options().layer() == null ? source.layers() : List.of(source.chosenLayer());
        List<Layer> layers = new ArrayList<>();
        for (LayerInfo layer : shown) {
            layers.add(layer(source, layer, kind.orElseGet(() -> guess(layer, profiles)), profiles, personal));
        }
        return new Inspection(String.valueOf(source.path().getFileName()), layers);
    }

    /** Returns the report as text for a terminal. */
    public String render(Language language) {
        return new InspectionText(this, language).render();
    }

    /** Returns a mapping file for the first layer; lines that somebody must decide on are comments. */
    public String renderMapping(Language language) {
        return MappingProposal.render(layers.get(0), language);
    }

    /** Returns the report as plain maps and lists, for JSON. */
    public Map<String, Object> toMap(Language language) {
        return InspectionMap.of(this, language);
    }

    private static LoadKind guess(LayerInfo layer, Profiles profiles) {
        for (LoadKind kind : LoadKind.values()) {
            if (!profiles.choose(kind, layer).name().startsWith("generic-")) {
                return kind;
            }
        }
        return LoadKind.ZONES;
    }

    private static Layer layer(
            SourceFile source, LayerInfo layer, LoadKind kind, Profiles profiles, PersonalColumns personal) {
        Mapping mapping = profiles.choose(kind, layer);
        Set<String> hidden = new HashSet<>(personal.list(kind, layer));
        Map<String, List<String>> samples = Samples.read(source, layer, hidden);
        List<Column> columns = new ArrayList<>();
        for (FieldInfo field : layer.fields()) {
            columns.add(new Column(
                    field, hidden.contains(field.name()), List.copyOf(samples.getOrDefault(field.name(), List.of()))));
        }
        List<Proposal> fields = kind.targets().stream()
                .map(target -> new Proposal(
                        target.name(),
                        target.required(),
                        MappingResolution.propose(mapping, kind, layer, personal, target)
                                .orElse(null)))
                .toList();
        return new Layer(
                layer,
                source.format(layer),
                source.encoding(layer),
                kind,
                mapping.name(),
                columns,
                fields,
                mapping.domains(),
                source.crsProblem(layer).orElse(null),
                source.findings(layer));
    }
}
