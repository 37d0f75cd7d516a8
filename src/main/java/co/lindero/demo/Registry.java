package co.lindero.demo;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes up the registry's keys: unique by construction, since they count. Not thread-safe. */
final class Registry {
    private static final String CIRCLE = "378-";
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUWXYZ";
    private int next;

    /** Returns the next shared key: three letters, four digits, four letters. */
    String nupre() {
        int number = next++;
        StringBuilder text = new StringBuilder(11).append("CDL");
        text.append(String.format(Locale.ROOT, "%04d", number % 10_000));
        int rest = number / 10_000;
        for (int i = 0; i < 4; i++) {
            text.insert(7, LETTERS.charAt(rest % LETTERS.length()));
            rest /= LETTERS.length();
        }
        return text.toString();
    }

    /** Returns the folio that goes with the last key. */
    String folio() {
        return CIRCLE + (40_000 + next * 7L % 7_000_003L);
    }

    /** Returns what a register may say of a plot: close to the drawn area, sometimes far from it. */
    static double registered(double drawnM2, RandomGenerator random) {
        double off = random.nextInt(25) == 0 ? 0.06 : 0.004;
        double value = drawnM2 * (1 + off * random.nextGaussian());
        return drawnM2 > 10_000 ? Math.round(value / 10) * 10.0 : Math.max(1, Math.round(value * 10) / 10.0);
    }
}
