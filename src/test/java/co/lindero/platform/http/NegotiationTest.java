package co.lindero.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    private static final List<Format> OFFERED = List.of(Format.GEOJSON, Format.HTML, Format.PDF);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-    | -                                                    | application/geo+json",
                "-    | */*                                                  | application/geo+json",
                "-    | text/html,application/xhtml+xml,*/*;q=0.8            | text/html",
                "-    | application/json                                     | application/geo+json",
                "-    | application/pdf;q=0.9, text/html;q=0.5               | application/pdf",
                "-    | text/*                                               | text/html",
                "-    | */*;q=0.1, application/geo+json;q=0                  | text/html",
                "-    | image/png, */*;q=0.1                                 | application/geo+json",
                "pdf  | text/html                                            | application/pdf",
                "JSON | text/html                                            | application/geo+json",
                "html | image/png                                            | text/html"
            })
    void chooses(String f, String accept, String mediaType) {
        assertThat(Negotiation.choose(f, accept, OFFERED).mediaType()).isEqualTo(mediaType);
    }

    /** As GDAL and the OGC's test suites ask for the description of a service. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.oai.openapi+json;version=3.0",
                "application/vnd.oai.openapi+json; version=3.0; q=0.9, text/html;q=0.1",
                "application/vnd.oai.openapi+json",
                "application/json"
            })
    void aFormWithAVersionIsNamedWithItAndWithout(String accept) {
        Format described = new Format("json", "application/vnd.oai.openapi+json;version=3.0");

        assertThat(Negotiation.choose(null, accept, List.of(Format.HTML, described)))
                .isEqualTo(described);
    }

    @Test
    void refusesWhatIsNotOffered() {
        assertThatThrownBy(() -> Negotiation.choose(null, "image/png", OFFERED))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-acceptable");
        assertThatThrownBy(() -> Negotiation.choose("xml", "text/html", OFFERED))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("invalid-parameter")
                .hasMessageContaining("html, json, pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                     | ES",
                "en                    | EN",
                "en-GB,en;q=0.9        | EN",
                "es-CO,es;q=0.9,en;q=0.8 | ES",
                "en;q=0.5, es;q=0.4    | EN",
                "en;q=0                | ES",
                "fr                    | ES",
                "fr, en;q=0.1          | EN",
                "*                     | ES",
                ";;q=,,                | ES"
            })
    void choosesSpanishUnlessEnglishIsPreferred(String header, Language language) {
        assertThat(AcceptLanguage.choose(header)).isEqualTo(language);
    }
}
