package co.lindero.licence;

import co.lindero.platform.problem.Language;
import java.util.Arrays;

/** An answer in both languages as it is sent and kept: JSON in UTF-8. */
final class WrittenAnswer {
    private final byte[] both;
    private final int spanishBytes;

    WrittenAnswer(byte[] spanish, byte[] english) {
        this.both = Arrays.copyOf(spanish, spanish.length + english.length);
        this.spanishBytes = spanish.length;
        System.arraycopy(english, 0, both, spanish.length, english.length);
    }

    /**
     * Takes an answer as it was kept.
     *
     * @param both in Spanish, then in English
     * @param spanishBytes how many bytes are the Spanish one
     */
    WrittenAnswer(byte[] both, int spanishBytes) {
        this.both = both;
        this.spanishBytes = spanishBytes;
    }

    byte[] in(Language language) {
        return language == Language.ES
                ? Arrays.copyOf(both, spanishBytes)
                : Arrays.copyOfRange(both, spanishBytes, both.length);
    }

    /** Returns the answer in Spanish and then in English; whoever takes the bytes leaves them as they are. */
    byte[] both() {
        return both;
    }

    int spanishBytes() {
        return spanishBytes;
    }
}
