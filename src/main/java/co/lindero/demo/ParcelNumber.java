package co.lindero.demo;

import java.util.Locale;

/**
 * A national parcel number by its parts.
 *
 * @param zone 0 rural, 1 seat, 2.. other settlements
 * @param sector cadastral sector
 * @param commune commune, 0 in rural land
 * @param barrio neighbourhood, 0 in rural land
 * @param block manzana or vereda
 * @param plot number within the block, not 0
 * @param condition property condition, one digit
 * @param unit the last eight digits: building, floor, unit
 */
record ParcelNumber(int zone, int sector, int commune, int barrio, int block, int plot, int condition, String unit) {
    static final String MUNICIPALITY = "76130";
    static final String WHOLE = "00000000";

    /** Returns the 30 digits. */
    String npn() {
        return MUNICIPALITY
                + digits(zone, 2)
                + digits(sector, 2)
                + digits(commune, 2)
                + digits(barrio, 2)
                + digits(block, 4)
                + digits(plot, 4)
                + condition
                + unit;
    }

    /** Returns the 20 digits used before: derived for condition 0, with the customary endings else. */
    String previous() {
        String head = MUNICIPALITY + digits(zone, 2) + digits(sector, 2) + digits(block, 4);
        boolean isUnit = condition == 7 || condition == 8;
        if (isUnit && !WHOLE.equals(unit)) {
            return head + unit.substring(4) + "00" + condition;
        }
        if (condition == 9 && !WHOLE.equals(unit)) {
            return head + digits(plot, 4) + "9" + unit.substring(6);
        }
        return head + digits(plot, 4) + "00" + condition;
    }

    private static String digits(int value, int width) {
        String text = String.format(Locale.ROOT, "%0" + width + "d", value);
        if (text.length() > width) {
            throw new IllegalStateException(value + " does not fit into " + width + " digits");
        }
        return text;
    }
}
