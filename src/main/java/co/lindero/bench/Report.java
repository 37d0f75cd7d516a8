package co.lindero.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured: figures, shares of a whole, and ratios with their goals. Not thread-safe. */
final class Report {
    private static final int NAMED = 6;

    private final PrintStream out;
    private int missed;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Which side of the goal is good. */
    enum Goal {
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Goal(String sign) {
            this.sign = sign;
        }

        boolean isMet(double measured, double goal) {
            return this == AT_MOST ? measured <= goal : measured >= goal;
        }
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    /** Prints an absolute figure, which means something only beside the others of the same run. */
    void figure(String name, double value, String unit) {
        out.printf(Locale.ROOT, "  figure  %-58s %12.3f %s%n", name, value, unit);
        out.flush();
    }

    /** Prints a ratio and whether it reaches its goal. */
    void ratio(String name, double measured, Goal side, double goal) {
        boolean met = side.isMet(measured, goal);
        missed += met ? 0 : 1;
        out.printf(
                Locale.ROOT,
                "  ratio   %-58s %12.3f goal %s %.2f %s%n",
                name,
                measured,
                side.sign,
                goal,
                met ? "pass" : "MISS");
        out.flush();
    }

    /** Prints an absolute figure that has a goal of its own, and whether it reaches it. */
    void limit(String name, double measured, String unit, Goal side, double goal) {
        boolean met = side.isMet(measured, goal);
        missed += met ? 0 : 1;
        out.printf(
                Locale.ROOT,
                "  limit   %-58s %12.3f %s goal %s %.2f %s%n",
                name,
                measured,
                unit,
                side.sign,
                goal,
                met ? "pass" : "MISS");
        out.flush();
    }

    /** Prints the shares of a whole, the largest first. */
    void shares(String name, Map<String, Double> seconds) {
        double sum = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        StringBuilder text = new StringBuilder();
        seconds.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(NAMED)
                .forEach(step -> text.append(String.format(
                        Locale.ROOT,
                        "  %s %.0f %% (%.3f s)",
                        step.getKey(),
                        100 * step.getValue() / sum,
                        step.getValue())));
        out.printf(Locale.ROOT, "  shares  %s:%s%n", name, text);
        out.flush();
    }

    /** Returns how many goals were missed. */
    int missed() {
        return missed;
    }
}
