package co.lindero.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryFilesTest {
    private static final Path QUERIES = Path.of("sql/query");

    @Test
    void everyStatementFileIsNamedByTheCodeThatRunsIt() throws IOException {
        String sources = read(Path.of("src/main/java"), ".java");
        List<Path> files = list(QUERIES, ".sql");
        assertThat(files).isNotEmpty();
        assertThat(files.stream().filter(file -> !isNamed(file, sources))).isEmpty();
    }

    /** By its path, by its bare name, or by a beginning that the code completes with a kind: "check_" + kind. */
    private static boolean isNamed(Path file, String sources) {
        String path = QUERIES.relativize(file).toString().replace(".sql", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        String folder = path.substring(0, path.length() - name.length());
        String verb = name.substring(0, name.indexOf('_') + 1);
        return sources.contains('"' + path + '"')
                || sources.contains('"' + name + '"')
                || Pattern.compile("\"(" + Pattern.quote(folder) + ")?" + Pattern.quote(verb) + "\\w*\"\\s*\\+")
                        .matcher(sources)
                        .find();
    }

    @Test
    void everyStatementFileBeginsByTellingWhatItIsFor() throws IOException {
        for (Path file : list(QUERIES, ".sql")) {
            assertThat(Files.readString(file)).as(file.toString()).startsWith("-- ");
        }
    }

    private static String read(Path folder, String suffix) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : list(folder, suffix)) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static List<Path> list(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
