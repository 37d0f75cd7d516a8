package co.lindero.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemMappingTest {
    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "408, TIMEOUT",
        "413, REQUEST_TOO_LARGE",
        "414, URI_TOO_LONG",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "418, INVALID_REQUEST",
        "429, OVERLOADED",
        "431, HEADERS_TOO_LARGE",
        "500, INTERNAL",
        "501, INTERNAL",
        "503, OVERLOADED",
        "504, TIMEOUT"
    })
    void mapsStatuses(int status, ProblemType type) {
        assertThat(ProblemMapping.of(new HttpResponseException(status)).type()).isEqualTo(type);
        assertThat(ProblemMapping.ofStatus(status, new IOException()).type()).isEqualTo(type);
    }

    static Stream<Arguments> bugs() {
        return Stream.of(
                Arguments.of(new IllegalArgumentException("a")),
                Arguments.of(new NullPointerException()),
                Arguments.of(new IOException("/home/someone/secret")),
                Arguments.of(new StackOverflowError()));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void takesWhatIsNoProblemForABug(Throwable thrown) {
        Problem problem = ProblemMapping.of(thrown);
        assertThat(problem.type()).isEqualTo(ProblemType.INTERNAL);
        assertThat(problem.getCause()).isSameAs(thrown);
    }

    @Test
    void leavesProblemsAsTheyAre() {
        Problem problem = Problem.of(ProblemType.REFUSED, "no", "no");
        assertThat(ProblemMapping.of(problem)).isSameAs(problem);
    }
}
