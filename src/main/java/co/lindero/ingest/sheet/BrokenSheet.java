package co.lindero.ingest.sheet;

import java.io.IOException;

/** Thrown where a file cannot be read as a spreadsheet; both messages say where. */
public final class BrokenSheet extends IOException {
    private static final long serialVersionUID = 1L;

    private final String spanish;

    BrokenSheet(String spanish, String english) {
        super(english);
        this.spanish = spanish;
    }

    /** Returns what is the matter, in Spanish. */
    public String spanish() {
        return spanish;
    }

    /** Returns what is the matter, in English. */
    public String english() {
        return String.valueOf(getMessage());
    }
}
