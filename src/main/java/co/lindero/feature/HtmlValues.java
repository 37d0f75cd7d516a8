package co.lindero.feature;

import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes properties for people: the title with the name that filters use, and numbers without exponent, to four decimals,
 * with the decimal sign of the language.
 */
final class HtmlValues {
    private static final int DECIMALS = 4;

    private final Language language;

    HtmlValues(Language language) {
        this.language = language;
    }

    /** Returns the title of a property and, where it is another, its name. */
    String heading(Property property) {
        String title = HtmlPage.escaped(property.title().in(language));
        String name = HtmlPage.escaped(property.name());
        return title.equals(name) ? title : title + "<br><code>" + name + "</code>";
    }

    /** Returns a value, nothing for none. */
    String cell(Property property, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (property.type()) {
            case NUMBER, JSON_NUMBER -> number(value.toString());
            case BOOLEAN, JSON_BOOLEAN ->
                value.toString().equals("true") ? language.pick("sí", "yes") : language.pick("no", "no");
            case STRING, INTEGER, JSON_INTEGER, DATE, TIMESTAMP -> HtmlPage.escaped(value.toString());
        };
    }

    private String number(String text) {
        BigDecimal value = new BigDecimal(text);
        BigDecimal rounded = value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_EVEN) : value;
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return language.pick(plain.replace('.', ','), plain);
    }
}
