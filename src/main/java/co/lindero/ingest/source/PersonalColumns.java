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
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which columns are about persons and are never read into the database: names, documents, contacts, sex, ethnicity and
 * the like. Immutable.
 *
 * <p>Names are compared without case, accents and separators; a name of ten characters, the length at which a Shapefile
 * cuts names off, also counts when it begins a longer one.
 *
 * <p>Legal source: Ley 1581 de 2012, artículos 4, 5 y 10; Ley 1712 de 2014, artículo 18.
 */
public final class PersonalColumns {
    private static final String RESOURCE = "/profiles/personal-columns.yaml";
    private static final int SHAPEFILE_NAME = 10;
    private static final Pattern NUMBERED = Pattern.compile("^(.{8})_\\d$|^(.{7})_\\d\\d$");

    private final Map<String, List<String>> names;
    private final Map<String, List<String>> words;
    private final Map<String, List<String>> counts;

    private PersonalColumns(
            Map<String, List<String>> names, Map<String, List<String>> words, Map<String, List<String>> counts) {
        this.names = names;
        this.words = words;
        this.counts = counts;
    }

    /** Returns the list that ships with Lindero. */
    public static PersonalColumns standard() {
        try (InputStream in = Objects.requireNonNull(PersonalColumns.class.getResourceAsStream(RESOURCE));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(reader, RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a list: under {@code all} and under each kind of load, {@code names} (whole names) and {@code words} (parts
     * between separators, or the beginning of one); under {@code counts} whole names of columns that say how many people,
     * not who.
     */
    public static PersonalColumns read(Reader yaml, String place) {
        YamlTree tree = YamlTree.read(yaml, place);
        Map<String, List<String>> names = new TreeMap<>();
        Map<String, List<String>> words = new TreeMap<>();
        Map<String, List<String>> counts = new TreeMap<>();
        Map<String, Map<String, List<String>>> lists = Map.of("names", names, "words", words, "counts", counts);
        tree.entries()
                .forEach((kind, section) -> section.entries()
                        .forEach((list, entries) -> lists.get(list)
                                .put(
                                        kind,
                                        entries.texts().stream()
                                                .map(Names::fold)
                                                .toList())));
        return new PersonalColumns(names, words, counts);
    }

    /** Whether a column is personal when it comes with a load of this kind. */
    public boolean isPersonal(LoadKind kind, String column) {
        String folded = Names.fold(column);
        if (listed(counts, kind).contains(folded)) {
            return false;
        }
        return listed(names, kind).stream().anyMatch(name -> isName(column, folded, name))
                || listed(words, kind).stream().anyMatch(word -> hasWord(column, folded, word));
    }

    /** Lists a layer's personal columns in the order of the file. */
    public List<String> list(LoadKind kind, LayerInfo layer) {
        return layer.fields().stream()
                .map(FieldInfo::name)
                .filter(name -> isPersonal(kind, name))
                .toList();
    }

    private static List<String> listed(Map<String, List<String>> lists, LoadKind kind) {
        List<String> all = new ArrayList<>(lists.getOrDefault("all", List.of()));
        all.addAll(lists.getOrDefault(kind.word(), List.of()));
        return all;
    }

    private static boolean isName(String column, String folded, String name) {
        return folded.equals(name) || (column.length() == SHAPEFILE_NAME && isCutOff(folded, name));
    }

    private static boolean hasWord(String column, String folded, String word) {
        return folded.startsWith(word)
                || folded.contains("_" + word)
                || (column.length() == SHAPEFILE_NAME && isCutOff(folded, word));
    }

    private static boolean isCutOff(String folded, String name) {
        var numbered = NUMBERED.matcher(folded);
        String beginning = !numbered.matches() ? folded : Objects.requireNonNullElse(numbered.group(1), folded);
        return beginning.length() >= 8 && name.startsWith(beginning);
    }
}
