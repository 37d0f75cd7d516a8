package co.lindero.licence;

import co.lindero.platform.problem.Language;

/** An answer in both languages as it is sent and kept: JSON in UTF-8. Whoever takes the bytes leaves them as they are. */
final class WrittenAnswer {
    private final byte[] spanish;
    private final byte[] english;

    WrittenAnswer(byte[] spanish, byte[] english) {
        this.spanish = spanish;
        this.english = english;
    }

    byte[] in(Language language) {
        return language == Language.ES ? spanish : english;
    }
}
