package co.lindero.cql;

import co.lindero.law.Bilingual;

/**
 * A text that is refused, and where. Whoever takes the text from a person turns this into a problem or a finding; it is
 * never a fault of the program.
 */
public final class CqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of fault a text has. */
    public enum Kind {
        /** Longer than {@link CqlText#MAX_LENGTH}. */
        TOO_LONG,
        /** Nested or chained beyond the limits of {@link CqlText}. */
        TOO_COMPLEX,
        /** Not a sentence of the language. */
        SYNTAX,
        /** A name that is not on the list. */
        UNKNOWN_NAME,
        /** A function that the standard does not have, or that is not offered. */
        UNKNOWN_FUNCTION,
        /** Things of different types compared or combined. */
        TYPE,
        /** A number, date, text or geometry that cannot be. */
        VALUE,
        /** A division by what is zero already in the text. */
        DIVISION_BY_ZERO
    }

    private final Kind kind;
    private final int line;
    private final int column;
    private final transient Bilingual message;

    CqlException(Kind kind, int line, int column, Bilingual message) {
        super(kind + " at " + line + ":" + column + ": " + message.en());
        this.kind = kind;
        this.line = line;
        this.column = column;
        this.message = message;
    }

    static CqlException at(Source place, Kind kind, String spanish, String english) {
        return new CqlException(kind, place.line(), place.column(), new Bilingual(spanish, english));
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the line, the first being 1. */
    public int line() {
        return line;
    }

    /** Returns the column in characters (code points), the first being 1. */
    public int column() {
        return column;
    }

    /** Returns what is wrong and what would be right, without the place. */
    public Bilingual message() {
        return message;
    }
}
