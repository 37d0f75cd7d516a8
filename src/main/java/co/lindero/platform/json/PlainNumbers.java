package co.lindero.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes floating-point numbers without exponent, wherever they come from: a bean, a tree or a stream. */
final class PlainNumbers extends JsonGeneratorDelegate {
    PlainNumbers(JsonGenerator generator) {
        super(generator, false);
    }

    /** Returns a number as a plain decimal; refuses not-a-number and infinity. */
    static String text(double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new IOException("JSON has no number for " + value);
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    /** Returns a number as a plain decimal; refuses not-a-number and infinity. */
    static String text(float value) throws IOException {
        if (!Float.isFinite(value)) {
            throw new IOException("JSON has no number for " + value);
        }
        return new BigDecimal(Float.toString(value)).toPlainString();
    }

    @Override
    public void writeNumber(double value) throws IOException {
        delegate.writeNumber(text(value));
    }

    @Override
    public void writeNumber(float value) throws IOException {
        delegate.writeNumber(text(value));
    }
}
