package co.lindero.demo.out;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The members of one feature's properties, in the order they were put. Not thread-safe. */
public final class Properties {
    private final StringBuilder text = new StringBuilder(256);

    /** Puts a text, or null. */
    public Properties put(String name, @Nullable String value) {
        key(name);
        if (value == null) {
            text.append("null");
        } else {
            Json.quote(text, value);
        }
        return this;
    }

    /** Puts a whole number. */
    public Properties put(String name, long value) {
        key(name);
        text.append(value);
        return this;
    }

    /** Puts a number of square metres with two decimals. */
    public Properties putM2(String name, double value) {
        key(name);
        text.append(String.format(Locale.ROOT, "%.2f", value));
        return this;
    }

    private void key(String name) {
        if (text.length() > 0) {
            text.append(',');
        }
        Json.quote(text, name);
        text.append(':');
    }

    @Override
    public String toString() {
        return "{" + text + "}";
    }
}
