package co.lindero.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "mapas.gov.co, mapas.gov.co",
                "mapas.gov.co:8080, mapas.gov.co:8080",
                "[::1]:8080, [::1]:8080",
                "127.0.0.1, 127.0.0.1",
                "-, localhost:80",
                "evil/x, localhost:80",
                "user@evil, localhost:80",
                "\"><script>, localhost:80",
                "a:b, localhost:80"
            })
    void trustsOnlyWhatLooksLikeAHost(String header, String host) {
        assertThat(Links.hostOr(header, 80)).isEqualTo(host);
    }
}
