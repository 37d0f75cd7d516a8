package co.lindero.app;

import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.problem.Language;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
    @Option(
            names = "--database",
            paramLabel = "NOMBRE",
            scope = ScopeType.INHERIT,
            description = "Base de datos en la que se trabaja (database to work in).")
    private @Nullable String database;

    @Option(
            names = "--lang",
            paramLabel = "es|en",
            scope = ScopeType.INHERIT,
            converter = LanguageConverter.class,
            description = "Idioma de los textos (language of texts).")
    private @Nullable Language language;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Muestra la traza de los errores internos (show traces of internal errors).")
    private boolean debug;

    Map<ConfigKey, String> settings() {
        Map<ConfigKey, String> settings = new EnumMap<>(ConfigKey.class);
        if (database != null) {
            settings.put(ConfigKey.LINDERO_DATABASE, database);
        }
        return settings;
    }

    Language language() {
        return language == null ? Language.ES : language;
    }

    boolean debug() {
        return debug;
    }

    /** Reads {@code es} and {@code en}. */
    static final class LanguageConverter implements picocli.CommandLine.ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return Language.valueOf(value.toUpperCase(Locale.ROOT));
        }
    }
}
