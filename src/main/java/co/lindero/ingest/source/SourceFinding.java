package co.lindero.ingest.source;

import co.lindero.platform.problem.Language;

/**
 * Something about a file that the reader noticed and that does not stop it.
 *
 * @param level how much it matters
 * @param code stable kebab-case code
 * @param spanish what is the matter, in Spanish
 * @param english the same in English
 */
public record SourceFinding(Level level, String code, String spanish, String english) {
    /** How much a finding matters. */
    public enum Level {
        INFO,
        WARNING,
        ERROR
    }

    static SourceFinding warning(String code, String spanish, String english) {
        return new SourceFinding(Level.WARNING, code, spanish, english);
    }

    static SourceFinding info(String code, String spanish, String english) {
        return new SourceFinding(Level.INFO, code, spanish, english);
    }

    /** Returns what is the matter in the language asked for. */
    public String message(Language language) {
        return language.pick(spanish, english);
    }
}
