package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the form of an answer: the parameter {@code f} rules, else {@code Accept}, else the first form offered. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * Returns the form to answer in. A route that calls this allows {@code f} among its parameters.
     *
     * @param offered the forms that the route has, the default first
     * @throws Problem {@code invalid-parameter} for an unknown {@code f}, {@code not-acceptable} where {@code Accept}
     *     takes none
     */
    public static Format choose(Context ctx, Format... offered) {
        return choose(ctx.queryParam("f"), ctx.header("Accept"), List.of(offered));
    }

    static Format choose(@Nullable String f, @Nullable String accept, List<Format> offered) {
        if (f != null && !f.isBlank()) {
            return named(f, offered);
        }
        if (accept == null || accept.isBlank()) {
            return offered.get(0);
        }
        return accepted(accept, offered).orElseThrow(() -> notAcceptable(offered));
    }

    private static Format named(String f, List<Format> offered) {
        String name = f.toLowerCase(Locale.ROOT);
        return offered.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Query.invalid(
                        "f",
                        "«f» debe ser uno de: " + names(offered) + ".",
                        "'f' must be one of: " + names(offered) + "."));
    }

    private static Optional<Format> accepted(String accept, List<Format> offered) {
        List<WeightedList.Weighted> ranges = WeightedList.read(accept);
        Format best = null;
        double bestWeight = 0;
        for (Format format : offered) {
            double weight = weight(format, ranges);
            if (weight > bestWeight) {
                best = format;
                bestWeight = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    private static double weight(Format format, List<WeightedList.Weighted> ranges) {
        int closest = 0;
        double weight = 0;
        for (WeightedList.Weighted range : ranges) {
            int match = format.match(range.value());
            if (match > closest) {
                closest = match;
                weight = range.weight();
            }
        }
        return weight;
    }

    private static String names(List<Format> offered) {
        return String.join(
                ", ", new TreeSet<>(offered.stream().map(Format::name).toList()));
    }

    private static Problem notAcceptable(List<Format> offered) {
        String types = offered.stream().map(Format::mediaType).collect(Collectors.joining(", "));
        return Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "Esta respuesta existe como: " + types + ".",
                        "This answer exists as: " + types + ".")
                .hint("Use Accept o el parámetro f.", "Use Accept or the parameter f.")
                .with("available", offered.stream().map(Format::mediaType).toList());
    }
}
