package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.support.CliRun;
import co.lindero.support.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private static TestDatabase database;

    @BeforeAll
    static void createsADatabase() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void dropsTheDatabase() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help"})
    void printsHelpWithTheExitCodes(String option) {
        CliRun run = option.isEmpty() ? CliRun.of(Map.of()) : CliRun.of(Map.of(), option);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("setup", "serve", "config", "version", "4 rechazado");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"setup", "serve", "config", "version", "demo"})
    void printsTheHelpOfEachCommandWithTheGlobalOptions(String command) {
        CliRun run = CliRun.of(Map.of(), command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Uso: lindero " + command, "--database", "--lang", "--debug");
    }

    @Test
    void endsWith2OnAnUnknownCommand() {
        CliRun run = CliRun.of(Map.of(), "stup");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Uso incorrecto", "setup", "lindero --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--srid=x", "--numbers=roman", "--unknown"})
    void endsWith2OnABadOption(String option) {
        CliRun run = CliRun.of(Map.of(), "--lang", "en", "setup", option);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Wrong usage", "lindero setup --help").doesNotContain("\tat ");
    }

    @Test
    void endsWith3AndListsAllFaultsOfTheConfiguration() {
        CliRun run = CliRun.of(Map.of("LINDERO_PROT", "1", "LINDERO_PORT", "x"), "config", "--print");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("LINDERO_PROT", "LINDERO_PORT", "configuration-invalid", "Qué hacer: ");
    }

    @Test
    void showsTheEffectiveConfiguration() {
        CliRun run = CliRun.of(Map.of("LINDERO_PORT", "9999"), "config", "--print");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("LINDERO_PORT = 9999  (environment)");
    }

    @Test
    void endsWith3WhereTheServerDoesNotAnswer() {
        CliRun run =
                CliRun.of(Map.of("LINDERO_DB_URL", "jdbc:postgresql://127.0.0.1:1/x?user=u"), "setup", "--lang", "en");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no connection", "What to do: ", "database-unavailable");
    }

    @Test
    void endsWith3WhereTheDatabaseOfTheAddressIsMissing() {
        String url = database.env().get("LINDERO_DB_URL").replace(database.name(), "lindero_missing");
        CliRun run = CliRun.of(Map.of("LINDERO_DB_URL", url), "setup");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("lindero setup --database lindero_missing");
    }

    @Test
    void setsUpAgainWithoutChange() {
        CliRun run = CliRun.of(database.env(), "setup", "--srid", "9377", "--numbers", "npn");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("EPSG:9377, npn");
    }

    @Test
    void endsWith4WhereAnotherSystemIsAskedFor() {
        CliRun run = CliRun.of(database.env(), "setup", "--srid", "32718");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("ya existe con EPSG:9377", "Código: refused");
    }

    @Test
    void refusesAPortInUseAndNamesAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CliRun run = CliRun.of(database.env(), "serve", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("--port " + (taken.getLocalPort() + 1));
        }
    }

    @Test
    void printsTheVersion() {
        assertThat(CliRun.of(Map.of(), "version").out()).startsWith("lindero ");
    }
}
