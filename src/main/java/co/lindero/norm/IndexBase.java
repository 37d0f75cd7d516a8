package co.lindero.norm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The area that an index is taken of; plans differ, so that every norm says it. */
public enum IndexBase {
    /** The whole lot. */
    PREDIO,
    /** Gross area less what roads and protection take of it. */
    AREA_NETA,
    /** Net area less the dedications. */
    AREA_UTIL;

    /** Returns the official value that files and answers use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a base by its code. */
    public static Optional<IndexBase> find(String code) {
        return Arrays.stream(values()).filter(b -> b.code().equals(code)).findFirst();
    }
}
