package co.lindero.cql;

import co.lindero.law.Bilingual;

/** What a name of a condition stands for. Values of different types are never compared with each other. */
public enum CqlType {
    /** An exact decimal number: {@code BigDecimal}, or another boxed number that is turned into one. */
    NUMBER("un número", "a number"),
    /** A text, compared by code point unless CASEI or ACCENTI say otherwise: {@code String}. */
    TEXT("un texto", "a text"),
    /** True or false: {@code Boolean}. */
    BOOLEAN("un valor verdadero/falso", "a boolean"),
    /** A day: {@code LocalDate}. */
    DATE("una fecha", "a date"),
    /** A moment: {@code Instant}. */
    TIMESTAMP("un instante", "a timestamp"),
    /** A geometry; only PostGIS compares geometries. */
    GEOMETRY("una geometría", "a geometry");

    private final String spanish;
    private final String english;

    CqlType(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    /** Returns the type as messages name it, with its article. */
    public Bilingual label() {
        return new Bilingual(spanish, english);
    }

    boolean isTemporal() {
        return this == DATE || this == TIMESTAMP;
    }
}
