package co.lindero.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The built-in mappings for what IGAC, DANE and LADM_COL publish. Immutable. */
public final class Profiles {
    private static final String FOLDER = "/profiles/";
    private static final List<String> FILES = List.of(
            "igac-cadastre.yaml",
            "igac-territories.yaml",
            "ladm-pot.yaml",
            "common.yaml",
            "tables.yaml",
            "generic.yaml");

    private final List<Profile> profiles;

    /**
     * One built-in mapping and when it fits.
     *
     * @param mapping the mapping
     * @param kind what it loads
     * @param layers patterns of folded layer names; none: any layer
     * @param columns column choices, each of which needs one present
     */
    private record Profile(Mapping mapping, LoadKind kind, List<Pattern> layers, List<List<String>> columns) {
        boolean fits(LoadKind wanted, LayerInfo layer) {
            String name = Names.fold(layer.name());
            return kind == wanted
                    && !saysItself(layer)
                    && (layers.isEmpty()
                            || layers.stream()
                                    .anyMatch(pattern -> pattern.matcher(name).matches()))
                    && columns.stream().allMatch(choice -> choice.stream().anyMatch(column -> has(layer, column)));
        }

        /** Whether the layer has a column of its own for what the profile would say of all records. */
        private boolean saysItself(LayerInfo layer) {
            return mapping.fields().entrySet().stream()
                    .anyMatch(entry -> entry.getValue() instanceof FieldRule.Constant
                            && layer.findField(entry.getKey()).isPresent());
        }

        private static boolean has(LayerInfo layer, String column) {
            return layer.findField(column).isPresent()
                    || (column.length() > 10
                            && layer.findField(column.substring(0, 10)).isPresent());
        }
    }

    private Profiles(List<Profile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** Reads the profiles that ship with Lindero. */
    public static Profiles standard() {
        List<Profile> profiles = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(Profiles.class.getResourceAsStream(FOLDER + file), file);
                    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                YamlTree.read(reader, file).entries().forEach((name, tree) -> profiles.add(profile(name, tree)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Profiles(profiles);
    }

    /** Returns the first profile that fits the layer, or the generic one; its name is the mapping's. */
    public Mapping choose(LoadKind kind, LayerInfo layer) {
        return profiles.stream()
                .filter(profile -> profile.fits(kind, layer))
                .findFirst()
                .orElseThrow()
                .mapping();
    }

    private static Profile profile(String name, YamlTree tree) {
        Mapping mapping = new MappingReader(tree, name, Mapping.Strictness.LENIENT).read();
        if (!mapping.faults().isEmpty()) {
            throw new IllegalStateException(name + ": " + mapping.faults());
        }
        Map<String, YamlTree> keys = tree.entries();
        LoadKind kind = LoadKind.valueOf(keys.get("kind").text().toUpperCase(java.util.Locale.ROOT));
        YamlTree match = keys.get("match");
        return new Profile(mapping, kind, patterns(match), columns(match));
    }

    private static List<Pattern> patterns(YamlTree match) {
        YamlTree layers = match == null ? null : match.entries().get("layers");
        return layers == null
                ? List.of()
                : layers.texts().stream().map(Pattern::compile).toList();
    }

    private static List<List<String>> columns(YamlTree match) {
        YamlTree columns = match == null ? null : match.entries().get("columns");
        return columns == null
                ? List.of()
                : columns.texts().stream()
                        .map(choice -> List.of(choice.split("\\s*\\|\\s*")))
                        .toList();
    }
}
