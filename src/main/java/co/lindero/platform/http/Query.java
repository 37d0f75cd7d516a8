package co.lindero.platform.http;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request, read strictly: a name that the route does not know and a name given twice are
 * refused, all of them at once. A parameter without text counts as absent. Immutable.
 *
 * <p>Routes with several typed parameters declare them in a {@link QuerySpec}, which also reports the faults of all
 * values at once.
 */
public final class Query {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the parameters of a request.
     *
     * @param allowed the names that the route knows
     * @throws Problem {@code unknown-parameter} or {@code invalid-parameter}, with every fault
     */
    public static Query of(Context ctx, Set<String> allowed) {
        return of(ctx.queryParamMap(), allowed);
    }

    /** Reads some parameters of a request that decide which others it may have; the others are not looked at yet. */
    public static Query some(Context ctx, Set<String> names) {
        Map<String, List<String>> given = new TreeMap<>(ctx.queryParamMap());
        given.keySet().retainAll(names);
        return of(given, names);
    }

    static Query of(Map<String, List<String>> given, Set<String> allowed) {
        List<Problem.Fault> faults = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        boolean unknown = false;
        for (Map.Entry<String, List<String>> parameter : given.entrySet()) {
            String name = parameter.getKey();
            if (!allowed.contains(name)) {
                unknown = true;
                faults.add(unknown(name, allowed));
            } else if (parameter.getValue().size() > 1) {
                faults.add(new Problem.Fault(
                        "repeated-parameter",
                        "El parámetro «" + name + "» está repetido.",
                        "The parameter '" + name + "' is repeated.",
                        name));
            } else if (parameter.getValue().isEmpty()) {
                faults.add(new Problem.Fault(
                        "invalid-parameter",
                        "El valor de «" + name + "» lleva una secuencia % que no se puede leer.",
                        "The value of '" + name + "' carries a % sequence that cannot be read.",
                        name));
            } else if (!parameter.getValue().get(0).isBlank()) {
                values.put(name, parameter.getValue().get(0));
            }
        }
        if (!faults.isEmpty()) {
            throw combined(unknown ? ProblemType.UNKNOWN_PARAMETER : ProblemType.INVALID_PARAMETER, faults)
                    .with("allowed", List.copyOf(new TreeSet<>(allowed)));
        }
        return new Query(values);
    }

    private static Problem.Fault unknown(String name, Collection<String> allowed) {
        String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
        Optional<String> nearest = Nearest.of(name, allowed);
        return new Problem.Fault(
                "unknown-parameter",
                "El parámetro «" + shown + "» no existe"
                        + nearest.map(known -> "; ¿quiso decir «" + known + "»?")
                                .orElse(".")
                        + listed(allowed, " Se admiten: ", " No se admite ninguno."),
                "There is no parameter '" + shown + "'"
                        + nearest.map(known -> "; did you mean '" + known + "'?")
                                .orElse(".")
                        + listed(allowed, " Allowed: ", " None is allowed."),
                shown);
    }

    private static String listed(Collection<String> allowed, String some, String none) {
        return allowed.isEmpty() ? none : some + String.join(", ", new TreeSet<>(allowed)) + ".";
    }

    static Problem combined(ProblemType type, List<Problem.Fault> faults) {
        Problem problem = Problem.of(
                type,
                String.join(" ", faults.stream().map(Problem.Fault::detailEs).toList()),
                String.join(" ", faults.stream().map(Problem.Fault::detailEn).toList()));
        faults.forEach(problem::fault);
        return problem;
    }

    /** Returns the problem of a value that a route itself found wrong. */
    public static Problem invalid(String name, String spanish, String english) {
        return combined(
                ProblemType.INVALID_PARAMETER, List.of(new Problem.Fault("invalid-parameter", spanish, english, name)));
    }

    /** Returns the problem of several values that a route itself found wrong. */
    public static Problem invalid(List<Problem.Fault> faults) {
        return combined(ProblemType.INVALID_PARAMETER, faults);
    }

    /** Returns the parameters that were given, by name. */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Returns the text of a parameter. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Returns the text of a parameter.
     *
     * @throws Problem {@code missing-parameter}
     */
    public String get(String name) {
        return find(name)
                .orElseThrow(() -> combined(
                        ProblemType.MISSING_PARAMETER,
                        List.of(new Problem.Fault(
                                "missing-parameter",
                                "Falta el parámetro «" + name + "».",
                                "The parameter '" + name + "' is missing.",
                                name))));
    }

    /** Returns a day written {@code YYYY-MM-DD}. */
    public Optional<LocalDate> date(String name) {
        return find(name).map(text -> {
            try {
                if (DATE.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException e) {
                throw notADate(name, e);
            }
            throw notADate(name, null);
        });
    }

    private static Problem notADate(String name, @Nullable Exception cause) {
        Problem problem = invalid(
                name,
                "«" + name + "» debe ser una fecha que exista, escrita AAAA-MM-DD, por ejemplo 2026-11-22.",
                "'" + name + "' must be a date that exists, written YYYY-MM-DD, for example 2026-11-22.");
        if (cause != null) {
            problem.addSuppressed(cause);
        }
        return problem;
    }

    /** Returns a whole number within bounds, both included. */
    public Optional<Long> whole(String name, long least, long most) {
        return find(name).map(text -> {
            if (WHOLE.matcher(text).matches()) {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            }
            throw invalid(
                    name,
                    "«" + name + "» debe ser un número entero entre " + least + " y " + most + ".",
                    "'" + name + "' must be a whole number between " + least + " and " + most + ".");
        });
    }

    /** Returns a whole number within bounds, both included. */
    public Optional<Integer> integer(String name, int least, int most) {
        return whole(name, least, most).map(Math::toIntExact);
    }

    /** Returns a decimal number within bounds, both included; written with a point and without exponent. */
    public Optional<BigDecimal> decimal(String name, BigDecimal least, BigDecimal most) {
        return find(name).map(text -> {
            if (DECIMAL.matcher(text).matches()) {
                BigDecimal value = new BigDecimal(text);
                if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                    return value;
                }
            }
            String bounds = least.toPlainString() + " y " + most.toPlainString();
            throw invalid(
                    name,
                    "«" + name + "» debe ser un número entre " + bounds + ", con punto decimal.",
                    "'" + name + "' must be a number between " + bounds.replace(" y ", " and ")
                            + ", with a decimal point.");
        });
    }

    /** Returns a choice written {@code true} or {@code false}. */
    public Optional<Boolean> bool(String name) {
        return oneOf(name, Set.of("true", "false")).map(Boolean::valueOf);
    }

    /** Returns one of a closed list of words. */
    public Optional<String> oneOf(String name, Set<String> words) {
        return find(name).map(text -> {
            if (words.contains(text)) {
                return text;
            }
            String list = String.join(", ", new TreeSet<>(words));
            throw invalid(
                    name,
                    "«" + name + "» debe ser uno de: " + list + ".",
                    "'" + name + "' must be one of: " + list + ".");
        });
    }

    /** Returns the parameters as one text that does not depend on their order, for {@link Etags}. */
    public String canonical() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.length())
                .append(':')
                .append(value)
                .append('&'));
        return text.toString();
    }
}
