package co.lindero.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingCodeTest {
    private static final Pattern OF_READER =
            Pattern.compile("SourceFinding\\s*\\.(?:warning|info)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern OF_STATEMENT = Pattern.compile("'(?:ERROR|WARNING|INFO)'(?: END)?,\\s*'([a-z-]+)'");
    private static final Pattern ENTRY = Pattern.compile("(?m)^## ([a-z-]+)$");

    @ParameterizedTest
    @EnumSource
    void everyCodeSpeaksBothLanguagesOfTheSameFigures(FindingCode code) {
        String es = code.message(Json.read("{}")).es();
        String en = code.message(Json.read("{}")).en();
        assertThat(es).endsWith(".").isNotEqualTo(en);
        assertThat(en).endsWith(".");
        assertThat(es.chars().filter(c -> c == '—').count())
                .isEqualTo(en.chars().filter(c -> c == '—').count());
    }

    @Test
    void fillsTheFigures() {
        assertThat(FindingCode.GAP.message(Json.read("{\"areaM2\": 12.5}")).es())
                .isEqualTo("Hay un vacío de 12.5 m² entre las zonas.");
        assertThat(FindingCode.find("gap")).contains(FindingCode.GAP);
        assertThat(FindingCode.find("gaps")).isEmpty();
    }

    @Test
    void theCatalogueExplainsEveryCodeAndNothingElse() throws IOException {
        Set<String> known = new TreeSet<>(codesBelow(Path.of("src/main/java/co/lindero/ingest/source"), OF_READER));
        Arrays.stream(FindingCode.values()).map(FindingCode::code).forEach(known::add);
        Set<String> explained = new TreeSet<>();
        Matcher entries = ENTRY.matcher(Files.readString(Path.of("docs/findings.md")));
        while (entries.find()) {
            assertThat(explained.add(entries.group(1))).as(entries.group(1)).isTrue();
        }
        assertThat(explained).isEqualTo(known).contains("crs-candidates", "invalid-geometry");
    }

    @Test
    void everyEntrySaysLevelMeaningAndWhatToDo() throws IOException {
        for (String entry : Files.readString(Path.of("docs/findings.md")).split("(?m)^## ", -1)) {
            if (entry.startsWith("# ") || entry.isBlank()) {
                continue;
            }
            assertThat(entry).contains("- Nivel: ", "- Qué significa: ", "- Qué hacer: ");
        }
    }

    @Test
    void everyCodeOfAStatementIsInTheCatalogue() throws IOException {
        Set<String> used = codesBelow(Path.of("sql/query/load"), OF_STATEMENT);
        assertThat(used).contains("number-malformed", "gap");
        assertThat(used).allSatisfy(code -> assertThat(FindingCode.find(code)).isPresent());
    }

    private static Set<String> codesBelow(Path folder, Pattern pattern) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher found = pattern.matcher(Files.readString(file));
                while (found.find()) {
                    codes.add(found.group(1));
                }
            }
        }
        return codes;
    }
}
