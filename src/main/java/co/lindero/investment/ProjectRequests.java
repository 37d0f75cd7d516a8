package co.lindero.investment;

import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads what requests about projects have in common. Immutable. */
final class ProjectRequests {
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
    private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);

    private final String defaultMunicipality;

    ProjectRequests(String defaultMunicipality) {
        this.defaultMunicipality = defaultMunicipality;
    }

    Moment moment(Query query) {
        return new Moment(
                municipality(query),
                query.date("on").orElse(null),
                query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new));
    }

    /** Reads the state up to which movement is told: {@code to}, or the newest. */
    Moment until(Query query, ZoneId zone) {
        return new Moment(
                municipality(query),
                query.date("on").orElse(null),
                query.find("to").map(text -> ReviewService.parse(text, zone)).orElseGet(KnownAt.Newest::new));
    }

    private String municipality(Query query) {
        return query.find("municipality").orElseGet(() -> {
            if (defaultMunicipality.isEmpty()) {
                throw Problem.of(
                                ProblemType.MISSING_PARAMETER,
                                "Falta el parámetro «municipality».",
                                "The parameter 'municipality' is missing.")
                        .hint("Por ejemplo municipality=76130.", "For example municipality=76130.");
            }
            return defaultMunicipality;
        });
    }

    /** Reads {@code bbox}: west, south, east, north in degrees. */
    static ProjectFilter.@Nullable Box box(Query query) {
        String text = query.find("bbox").orElse(null);
        if (text == null) {
            return null;
        }
        String[] parts = text.split(",", -1);
        BigDecimal[] numbers = new BigDecimal[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].strip().matches("-?\\d{1,3}(\\.\\d{1,18})?")) {
                throw noBox(text);
            }
            numbers[i] = new BigDecimal(parts[i].strip());
        }
        if (parts.length != 4
                || numbers[0].compareTo(numbers[2]) > 0
                || numbers[1].compareTo(numbers[3]) > 0
                || numbers[0].abs().max(numbers[2].abs()).compareTo(HALF_TURN) > 0
                || numbers[1].abs().max(numbers[3].abs()).compareTo(QUARTER_TURN) > 0) {
            throw noBox(text);
        }
        return new ProjectFilter.Box(
                numbers[0].doubleValue(), numbers[1].doubleValue(), numbers[2].doubleValue(), numbers[3].doubleValue());
    }

    private static Problem noBox(String text) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return Query.invalid(
                "bbox",
                "«bbox» debe ser oeste,sur,este,norte en grados, no «" + shown + "».",
                "'bbox' must be west,south,east,north in degrees, not '" + shown + "'.");
    }
}
