package co.lindero.platform.json;

import co.lindero.platform.problem.Language;
import java.util.Arrays;

/** One JSON value in two languages, UTF-8. Immutable. */
public final class ToldJson {
    private final byte[] both;
    private final int spanishBytes;

    /**
     * Takes a value as it was written.
     *
     * @param both in Spanish, then in English; whoever gives the bytes leaves them as they are
     * @param spanishBytes how many of them are the Spanish one
     */
    public ToldJson(byte[] both, int spanishBytes) {
        this.both = both;
        this.spanishBytes = spanishBytes;
    }

    /** Returns the value in a language. */
    public byte[] in(Language language) {
        return language == Language.ES
                ? Arrays.copyOf(both, spanishBytes)
                : Arrays.copyOfRange(both, spanishBytes, both.length);
    }

    /** Returns the value in Spanish and then in English; whoever takes the bytes leaves them as they are. */
    public byte[] both() {
        return both;
    }

    /** Returns how many bytes the Spanish one has. */
    public int spanishBytes() {
        return spanishBytes;
    }
}
