package co.lindero.licence;

import co.lindero.norm.Quantity;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/**
 * The picture of a licence check or of a headroom, to scale: the site with its classed boundary and the setbacks that norms ask
 * for; the footprint and what fails, or where a building may stand. Drawn from the answer alone. Pure.
 */
public final class LicencePicture {
    private static final String FAILS = "#e53935";
    private static final String CONCERNED = "#ffb300";
    private static final Map<String, Quantity> SETBACKS = Map.of(
            "front", Quantity.FRONT_SETBACK_M,
            "side", Quantity.SIDE_SETBACK_M,
            "rear", Quantity.REAR_SETBACK_M);

    private LicencePicture() {}

    /** Renders the picture of a licence check. */
    public static String render(JsonNode answer, Language language) {
        SitePicture picture = begun(answer, language);
        picture.named(answer.at("/site/footprint"), "#b0bec5", "#455a64", language.pick("huella", "footprint"));
        for (JsonNode finding : answer.path("findings")) {
            boolean bad = finding.path("verdict").asText().equals(Verdict.DOES_NOT_COMPLY.code());
            boolean ground = finding.path("kind").asText().equals("protection");
            boolean whole = finding.path("geometry").equals(answer.at("/site/footprint"));
            if ((bad || ground) && !whole) {
                picture.named(
                        finding.path("geometry"),
                        bad ? FAILS : CONCERNED,
                        bad ? "#b71c1c" : "#ff8f00",
                        bad
                                ? language.pick("no cumple", "does not comply")
                                : language.pick("zona por revisar", "zone to review"));
            }
        }
        JsonNode boundary = answer.at("/site/boundary");
        SETBACKS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setback -> strictest(answer, setback.getValue())
                        .ifPresent(metres -> picture.setback(boundary, setback.getKey(), metres)));
        picture.boundary(boundary);
        return picture.finished();
    }

    /** Renders the picture of a headroom: where a building of one floor may stand, and of more floors where that is less. */
    static String headroom(JsonNode answer, Language language) {
        SitePicture picture = begun(answer, language);
        for (JsonNode part : answer.path("parts")) {
            JsonNode before = null;
            for (JsonNode storey : part.path("byFloors")) {
                JsonNode envelope = storey.path("envelope");
                if (before == null) {
                    picture.named(
                            envelope,
                            "#a5d6a7",
                            "#2e7d32",
                            language.pick("donde cabe el edificio", "where a building may stand"));
                } else if (!envelope.equals(before)) {
                    picture.area(envelope, "none", "#1b5e20", 1.0);
                }
                before = envelope;
            }
        }
        picture.boundary(answer.at("/site/boundary"));
        return picture.finished();
    }

    private static SitePicture begun(JsonNode answer, Language language) {
        JsonNode site = answer.at("/site/geometry");
        SitePicture picture = new SitePicture(site, answer.path("crs").asText().equals("CRS84"), language);
        picture.area(site, "#f4f1ea", "#f4f1ea", 0.5);
        return picture;
    }

    /** Returns the greatest least distance that a judged norm asks for. */
    private static OptionalDouble strictest(JsonNode answer, Quantity quantity) {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .filter(finding -> finding.path("quantity").asText().equals(quantity.code())
                        && finding.path("limit").isNumber()
                        && finding.path("operator").asText().startsWith(">"))
                .mapToDouble(finding -> finding.path("limit").asDouble())
                .filter(metres -> metres > 0)
                .max();
    }
}
