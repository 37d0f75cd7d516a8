package co.lindero.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigTest {
    @TempDir
    Path home;

    @Test
    void takesTheDefaultsWhereNothingIsSet() {
        Config config = Config.read(home, Map.of(), Map.of());
        assertThat(config.get(ConfigKey.LINDERO_PORT)).isEqualTo("8080");
        assertThat(config.path(ConfigKey.LINDERO_VAR)).isEqualTo(home.resolve("var"));
        assertThat(config.find(ConfigKey.LINDERO_DB_URL)).isEmpty();
        assertThat(config.isSet(ConfigKey.LINDERO_PORT)).isFalse();
    }

    @Test
    void putsTheEnvironmentOverTheFileAndTheCommandLineOverBoth() throws IOException {
        Files.writeString(
                home.resolve("lindero.properties"),
                "LINDERO_PORT=1\nLINDERO_POOL_SIZE=2\nLINDERO_DATABASE=from_file\n");
        Config config = Config.read(
                home, Map.of("LINDERO_PORT", "3", "LINDERO_POOL_SIZE", "4"), Map.of(ConfigKey.LINDERO_PORT, "5"));
        assertThat(config.integer(ConfigKey.LINDERO_PORT)).isEqualTo(5);
        assertThat(config.integer(ConfigKey.LINDERO_POOL_SIZE)).isEqualTo(4);
        assertThat(config.get(ConfigKey.LINDERO_DATABASE)).isEqualTo("from_file");
        assertThat(config.isSet(ConfigKey.LINDERO_DATABASE)).isTrue();
    }

    @Test
    void listsAllFaultsAtOnce() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> Config.read(home, Map.of("LINDERO_PROT", "1", "LINDERO_POOL_SIZE", "many"), Map.of()));
        assertThat(problem.type()).isEqualTo(ProblemType.CONFIGURATION_INVALID);
        assertThat(problem.detail(Language.ES)).contains("LINDERO_PROT").contains("LINDERO_POOL_SIZE");
    }

    @ParameterizedTest
    @CsvSource({
        "LINDERO_PORT, 65536",
        "LINDERO_PORT, x",
        "LINDERO_POOL_SIZE, 0",
        "LINDERO_DATABASE, Lindero",
        "LINDERO_DATABASE, a b",
        "LINDERO_PUBLIC_URL, ftp://x",
        "LINDERO_DB_URL, postgresql://x",
        "LINDERO_TIMEZONE, America/Macondo",
        "LINDERO_CONFIG, /nowhere/lindero.properties"
    })
    void refusesABadValue(String name, String value) {
        Problem problem = catchThrowableOfType(Problem.class, () -> Config.read(home, Map.of(name, value), Map.of()));
        assertThat(problem.detail(Language.ES)).contains(name);
    }

    @Test
    void hidesPasswords() {
        Config config = Config.read(
                home, Map.of("LINDERO_DB_URL", "jdbc:postgresql://h/d?user=u&password=s3cret&ssl=true"), Map.of());
        assertThat(config.describe()).noneMatch(line -> line.contains("s3cret"));
        assertThat(config.describe()).anyMatch(line -> line.contains("password=***&ssl=true  (environment)"));
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryKeyInTheDocumentation(ConfigKey key) throws IOException {
        assertThat(Files.readString(Path.of("docs/configuration.md"))).contains("| `" + key + "` |");
    }
}
