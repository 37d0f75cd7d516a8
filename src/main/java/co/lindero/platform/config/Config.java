package co.lindero.platform.config;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The effective settings: file, then environment, then command line, the later over the earlier. Immutable.
 *
 * <p>An unknown {@code LINDERO_} name or a bad value stops the start with a list of all faults.
 */
public final class Config {
    private static final String METRES = "[0-9]{1,3}(\\.[0-9]{1,2})?";

    private final Map<ConfigKey, String> values;
    private final Map<ConfigKey, String> origins;

    private Config(Map<ConfigKey, String> values, Map<ConfigKey, String> origins) {
        this.values = values;
        this.origins = origins;
    }

    /**
     * Reads the settings.
     *
     * @param home folder of the project, for the defaults of paths and the properties file
     * @param environment the process environment, or a test's stand-in
     * @param commandLine values given as options
     * @throws Problem {@code configuration-invalid} with every fault
     */
    public static Config read(Path home, Map<String, String> environment, Map<ConfigKey, String> commandLine) {
        Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
        Map<ConfigKey, String> origins = new EnumMap<>(ConfigKey.class);
        List<String> faults = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            values.put(key, key.defaultValue());
            origins.put(key, "default");
        }
        values.put(ConfigKey.LINDERO_HOME, home.toString());
        values.put(ConfigKey.LINDERO_VAR, home.resolve("var").toString());
        Path file = Path.of(environment.getOrDefault(
                "LINDERO_CONFIG", home.resolve("lindero.properties").toString()));
        if (Files.exists(file)) {
            fileValues(file, faults)
                    .forEach((name, value) -> put(values, origins, name, value, file.toString(), faults));
        } else if (environment.containsKey("LINDERO_CONFIG")) {
            faults.add("LINDERO_CONFIG: " + file + " no existe");
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("LINDERO_") && !value.isEmpty()) {
                put(values, origins, name, value, "environment", faults);
            }
        });
        commandLine.forEach((key, value) -> put(values, origins, key.name(), value, "command line", faults));
        Config config = new Config(values, origins);
        config.check(faults);
        if (!faults.isEmpty()) {
            throw Problem.of(
                            ProblemType.CONFIGURATION_INVALID,
                            "La configuración tiene errores: " + String.join("; ", faults),
                            "The configuration has faults: " + String.join("; ", faults))
                    .hint("Vea las claves en docs/configuration.md.", "See the keys in docs/configuration.md.");
        }
        return config;
    }

    private static Map<String, String> fileValues(Path file, List<String> faults) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            faults.add(file + ": " + e.getMessage());
        }
        Map<String, String> values = new java.util.TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static void put(
            Map<ConfigKey, String> values,
            Map<ConfigKey, String> origins,
            String name,
            String value,
            String origin,
            List<String> faults) {
        try {
            ConfigKey key = ConfigKey.valueOf(name);
            values.put(key, value.strip());
            origins.put(key, origin);
        } catch (IllegalArgumentException e) {
            faults.add(name + ": no es una clave de configuración (" + origin + ")");
        }
    }

    private void check(List<String> faults) {
        number(ConfigKey.LINDERO_TILE_CACHE_BYTES, 0, 8_000_000_000L, faults);
        number(ConfigKey.LINDERO_TILE_ROWS_BYTES, 0, 2_000_000_000L, faults);
        number(ConfigKey.LINDERO_FEATURE_CACHE_BYTES, 0, 8_000_000_000L, faults);
        number(ConfigKey.LINDERO_PORT, 0, 65_535, faults);
        number(ConfigKey.LINDERO_SMALL_COUNT, 0, 1_000, faults);
        number(ConfigKey.LINDERO_POOL_SIZE, 1, 200, faults);
        number(ConfigKey.LINDERO_STATEMENT_TIMEOUT_S, 1, 86_400, faults);
        number(ConfigKey.LINDERO_REQUEST_TIMEOUT_S, 1, 86_400, faults);
        number(ConfigKey.LINDERO_MAX_BODY_BYTES, 1_000, 1_000_000_000, faults);
        number(ConfigKey.LINDERO_LOAD_TIMEOUT_S, 1, 864_000, faults);
        number(ConfigKey.LINDERO_LOAD_MAX_BYTES, 1, 1_000_000_000_000L, faults);
        number(ConfigKey.LINDERO_PROJECT_DISTANCE_M, 0, 5_000, faults);
        number(ConfigKey.LINDERO_CHECK_DAYS, 1, 36_500, faults);
        number(ConfigKey.LINDERO_FRONT_REACH_M, 1, 100, faults);
        number(ConfigKey.LINDERO_CHECKS_PER_MINUTE, 0, 1_000_000, faults);
        number(ConfigKey.LINDERO_UAF_M2, 0, 100_000_000_000L, faults);
        matches(ConfigKey.LINDERO_RIPARIAN_STRIP_M, METRES, "un ancho en metros, hasta 999", faults);
        matches(
                ConfigKey.LINDERO_ROAD_STRIPS_M,
                METRES + "(\\s*,\\s*" + METRES + "){2}",
                "tres anchos en metros, de primer, segundo y tercer orden",
                faults);
        matches(ConfigKey.LINDERO_DATABASE, "[a-z][a-z0-9_]{0,40}", "un nombre en minúsculas, cifras y _", faults);
        matches(ConfigKey.LINDERO_MUNICIPALITY, "|[0-9A-Za-z_-]{1,20}", "un código de municipio", faults);
        matches(ConfigKey.LINDERO_PUBLIC_URL, "|https?://[^\\s]+", "una dirección http o https", faults);
        matches(ConfigKey.LINDERO_DB_URL, "|jdbc:postgresql:.+", "jdbc:postgresql://…", faults);
        try {
            ZoneId.of(get(ConfigKey.LINDERO_TIMEZONE));
        } catch (DateTimeException e) {
            faults.add("LINDERO_TIMEZONE: " + get(ConfigKey.LINDERO_TIMEZONE) + " no es una zona horaria");
        }
    }

    private void number(ConfigKey key, long least, long most, List<String> faults) {
        try {
            long value = Long.parseLong(get(key));
            if (value < least || value > most) {
                faults.add(key + ": " + value + " no está entre " + least + " y " + most);
            }
        } catch (NumberFormatException e) {
            faults.add(key + ": «" + get(key) + "» no es un número entero");
        }
    }

    private void matches(ConfigKey key, String pattern, String expected, List<String> faults) {
        if (!get(key).matches(pattern)) {
            faults.add(key + ": «" + redacted(key) + "» no es " + expected);
        }
    }

    /** Returns the value, empty where the key is not set. */
    public String get(ConfigKey key) {
        return values.getOrDefault(key, "");
    }

    /** Returns the value, or nothing where the key is not set. */
    public Optional<String> find(ConfigKey key) {
        return Optional.of(get(key)).filter(value -> !value.isEmpty());
    }

    /** Tells whether a file, the environment or the command line gave the value. */
    public boolean isSet(ConfigKey key) {
        return !"default".equals(origins.get(key));
    }

    public int integer(ConfigKey key) {
        return Integer.parseInt(get(key));
    }

    public long whole(ConfigKey key) {
        return Long.parseLong(get(key));
    }

    public Duration seconds(ConfigKey key) {
        return Duration.ofSeconds(whole(key));
    }

    public Path path(ConfigKey key) {
        return Path.of(get(key)).toAbsolutePath().normalize();
    }

    public ZoneId zone() {
        return ZoneId.of(get(ConfigKey.LINDERO_TIMEZONE));
    }

    /** Returns one line per key, value and origin, secrets hidden. */
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            lines.add(key + " = " + redacted(key) + "  (" + origins.get(key) + ")");
        }
        return lines;
    }

    private String redacted(ConfigKey key) {
        return get(key).replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("//([^:/@]+):[^@]*@", "//$1:***@");
    }
}
