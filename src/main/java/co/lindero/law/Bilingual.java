package co.lindero.law;

import co.lindero.platform.problem.Language;

/**
 * A text that people read, in both languages.
 *
 * @param es Spanish, the language of record
 * @param en English
 */
public record Bilingual(String es, String en) {
    /** Returns the text in a language. */
    public String in(Language language) {
        return language.pick(es, en);
    }
}
