package co.lindero.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ErrorCatalogueTest {
    private final ErrorCatalogue catalogue = ErrorCatalogue.read();

    @Test
    void explainsEveryProblemAndNothingElse() {
        assertThat(catalogue.entries().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .toList());
    }

    @Test
    void givesTheStatusOfTheCode() {
        for (ProblemType type : ProblemType.values()) {
            assertThat(catalogue.get(type).status()).as(type.code()).isEqualTo(type.status());
        }
    }

    @Test
    void readsEveryHeadingOfTheFile() throws IOException {
        long headings = Files.readAllLines(Path.of("docs/errors.md")).stream()
                .filter(line -> line.startsWith("## "))
                .count();
        assertThat(catalogue.entries()).hasSize((int) headings);
    }
}
