package co.lindero.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Set<String> ALLOWED = Set.of("on", "knownAt", "limit", "geometry", "q");

    @Test
    void reportsEveryUnknownAndRepeatedNameAtOnce() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> Query.of(
                        Map.of("known", List.of("1"), "knownat", List.of("1"), "q", List.of("a", "b")), ALLOWED));
        assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_PARAMETER);
        assertThat(problem.faults()).hasSize(3);
        assertThat(problem.detail(Language.ES)).contains("¿quiso decir «knownAt»?", "geometry, knownAt, limit, on, q");
        assertThat(problem.detail(Language.EN)).contains("did you mean 'knownAt'?", "'q' is repeated");
        assertThat(problem.members()).containsEntry("allowed", List.of("geometry", "knownAt", "limit", "on", "q"));
    }

    @Test
    void guessesNothingFarFetched() {
        assertThat(Nearest.of("xyzzy", ALLOWED)).isEmpty();
        assertThat(Nearest.of("geometria", ALLOWED)).contains("geometry");
        assertThat(Nearest.of("no", Set.of("on"))).isEmpty();
    }

    @Test
    void readsTypedValues() {
        Query query = Query.of(
                Map.of(
                        "on", List.of("2026-11-22"),
                        "limit", List.of("10"),
                        "geometry", List.of("true"),
                        "q", List.of("1.50"),
                        "knownAt", List.of(" ")),
                ALLOWED);
        assertThat(query.date("on")).contains(LocalDate.of(2026, 11, 22));
        assertThat(query.integer("limit", 1, 10)).contains(10);
        assertThat(query.bool("geometry")).contains(true);
        assertThat(query.decimal("q", BigDecimal.ONE, BigDecimal.TEN)).contains(new BigDecimal("1.50"));
        assertThat(query.find("knownAt")).isEmpty();
        assertThatThrownBy(() -> query.get("knownAt")).hasMessageContaining("missing-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22-11-2026", "2026-1-1", "2026-02-30", "hoy", "2026-11-22T00:00:00Z", "+2026-11-22"})
    void saysWhatADateLooksLike(String text) {
        Query query = Query.of(Map.of("on", List.of(text)), ALLOWED);
        assertThatThrownBy(() -> query.date("on"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("invalid-parameter")
                .hasMessageContaining("YYYY-MM-DD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "1.5", "1e1", "diez", "99999999999999999999"})
    void refusesNumbersOutsideTheirBounds(String text) {
        Query query = Query.of(Map.of("limit", List.of(text)), ALLOWED);
        assertThatThrownBy(() -> query.integer("limit", 1, 10)).hasMessageContaining("between 1 and 10");
    }

    @Test
    void reportsTheFaultsOfAllDeclaredValuesAtOnce() {
        QuerySpec spec = QuerySpec.none()
                .date("on")
                .whole("limit", 1, 10)
                .bool("geometry")
                .required("q");
        Query query =
                Query.of(Map.of("on", List.of("hoy"), "limit", List.of("0"), "geometry", List.of("sí")), spec.names());
        Problem problem = catchThrowableOfType(Problem.class, () -> spec.check(query));
        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER);
        assertThat(problem.faults()).extracting(Problem.Fault::where).containsExactly("on", "limit", "geometry", "q");
    }

    @Test
    void canonicalTextDoesNotDependOnOrderAndCannotBeForged() {
        Query one = Query.of(Map.of("q", List.of("a"), "on", List.of("b")), ALLOWED);
        Query forged = Query.of(Map.of("on", List.of("b&q=1:a")), ALLOWED);
        assertThat(one.canonical()).isEqualTo("on=1:b&q=1:a&").isNotEqualTo(forged.canonical());
    }
}
