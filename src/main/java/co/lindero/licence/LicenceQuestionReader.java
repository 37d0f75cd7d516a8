package co.lindero.licence;

import co.lindero.licence.LicenceQuestion.Proposal;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.Problem.Fault;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a question to the licence check out of JSON. Every wrong member is told at once, each with its JSON pointer; a member
 * that does not exist is one, because an input that is passed over would make a wrong answer.
 */
public final class LicenceQuestionReader {
    private static final Set<String> MEMBERS =
            ordered("parcels", "municipality", "licence", "proposal", "knownAt", "plan");
    private static final Set<String> LICENCE = ordered("class", "modalities", "filedOn", "filingNumber");
    private static final Set<String> PROPOSAL = ordered(
            "ciiu",
            "useCategory",
            "floors",
            "heightM",
            "builtAreaM2",
            "dwellings",
            "parkingSpaces",
            "dedicationM2",
            "netAreaM2",
            "usableAreaM2",
            "footprint",
            "fronts",
            "lots",
            "roads",
            "openSpaces",
            "easementLots",
            "uafException",
            "crs");
    private static final int MOST_PARCELS = 200;
    private static final int MOST_LOTS = 2_000;
    private static final int MOST_FLOORS = 300;
    private static final int MOST_COUNT = 1_000_000;
    private static final BigDecimal MOST_HEIGHT_M = BigDecimal.valueOf(2_000);
    private static final BigDecimal MOST_AREA_M2 = BigDecimal.valueOf(1_000_000_000L);

    private final List<Fault> faults = new ArrayList<>();

    private LicenceQuestionReader() {}

    /**
     * Returns the question.
     *
     * @throws Problem {@code invalid-licence-check} with all faults
     */
    public static LicenceQuestion read(JsonNode json) {
        LicenceQuestionReader reader = new LicenceQuestionReader();
        LicenceQuestion question = reader.question(json);
        if (question == null || !reader.faults.isEmpty()) {
            throw refused(reader.faults);
        }
        return question;
    }

    /** Returns the problem that lists faults of a question. */
    static Problem refused(List<Fault> faults) {
        Problem problem = Problem.of(
                        ProblemType.INVALID_LICENCE_CHECK,
                        "La consulta tiene " + faults.size() + (faults.size() == 1 ? " falta: " : " faltas: ")
                                + String.join(
                                        " ",
                                        faults.stream()
                                                .map(f -> at(f) + f.detailEs())
                                                .toList()),
                        "The question has " + faults.size() + (faults.size() == 1 ? " fault: " : " faults: ")
                                + String.join(
                                        " ",
                                        faults.stream()
                                                .map(f -> at(f) + f.detailEn())
                                                .toList()))
                .hint(FaultHints.of(faults).es(), FaultHints.of(faults).en());
        faults.forEach(problem::fault);
        return problem;
    }

    /** Returns the problem that lists faults of which one has a place. */
    static Problem refused(List<Fault> faults, JsonNode place, String crs) {
        ObjectNode location = place.deepCopy();
        return refused(faults).with("location", location.put("crs", crs));
    }

    private static String at(Fault fault) {
        return fault.where().isEmpty() ? "" : fault.where() + ": ";
    }

    private static Set<String> ordered(String... names) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }

    private @Nullable LicenceQuestion question(JsonNode json) {
        Members root = new Members(json, "", faults);
        if (!json.isObject()) {
            root.fault("invalid-member", "", "Se espera un objeto JSON.", "A JSON object is expected.");
            return null;
        }
        root.requireKnown(MEMBERS);
        List<String> parcels = parcels(root);
        Members licence = root.object("licence", true);
        licence.requireKnown(LICENCE);
        LicenceClass of = licenceClass(licence);
        List<String> modalities = modalities(licence, of);
        Members given = root.object("proposal", false);
        Proposal proposal = proposal(given);
        var filedOn = licence.date("filedOn");
        var filingNumber = licence.text("filingNumber");
        KnownAt known = knownAt(root);
        var municipality = root.text("municipality");
        var plan = root.text("plan");
        return of == null
                ? null
                : new LicenceQuestion(
                        parcels,
                        municipality.orElse(null),
                        of,
                        modalities,
                        filedOn.orElse(null),
                        filingNumber.orElse(null),
                        proposal,
                        known,
                        plan.orElse(null));
    }

    private static List<String> parcels(Members root) {
        List<String> parcels = root.texts("parcels", MOST_PARCELS);
        JsonNode given = root.node("parcels");
        if (given == null || (given.isArray() && given.isEmpty())) {
            root.fault(
                    "missing-member",
                    "parcels",
                    "Indique al menos un número predial.",
                    "Give at least one parcel number.");
        } else if (new LinkedHashSet<>(parcels).size() < parcels.size()) {
            root.fault("invalid-member", "parcels", "Un predio está repetido.", "A parcel is repeated.");
        }
        return parcels;
    }

    private static @Nullable LicenceClass licenceClass(Members licence) {
        String known = String.join(", ", LicenceClass.codes());
        if (licence.node("class") == null) {
            licence.fault(
                    "missing-member", "class", "Falta la clase; las hay: " + known + ".", "Classes: " + known + ".");
            return null;
        }
        Optional<String> given = licence.text("class");
        LicenceClass found = given.flatMap(LicenceClass::find).orElse(null);
        if (given.isPresent() && found == null) {
            licence.fault(
                    "unknown-licence-class",
                    "class",
                    "No existe esta clase de licencia; las hay: " + known + ".",
                    "There is no such class of licence; there are: " + known + ".");
        }
        return found;
    }

    private static List<String> modalities(Members licence, @Nullable LicenceClass of) {
        List<String> given = licence.texts("modalities", 20);
        if (of == null) {
            return given;
        }
        String known = String.join(", ", of.modalities());
        JsonNode list = licence.node("modalities");
        if (of == LicenceClass.CONSTRUCCION && (list == null || (list.isArray() && list.isEmpty()))) {
            licence.fault(
                    "missing-member",
                    "modalities",
                    "Falta la modalidad; las hay: " + known + ".",
                    "The modality is missing; there are: " + known + ".");
        }
        for (int i = 0; list != null && list.isArray() && i < list.size(); i++) {
            String modality = list.get(i).isTextual() ? list.get(i).textValue().strip() : "";
            if (!modality.isEmpty() && !of.modalities().contains(modality)) {
                licence.fault(
                        "unknown-modality",
                        "modalities/" + i,
                        "No existe esta modalidad de " + of.code() + "; las hay: " + known + ".",
                        "There is no such modality of " + of.code() + "; there are: " + known + ".");
            }
        }
        if (new LinkedHashSet<>(given).size() < given.size()) {
            licence.fault("invalid-member", "modalities", "Una modalidad está repetida.", "A modality is repeated.");
        }
        return given;
    }

    private static Proposal proposal(Members given) {
        given.requireKnown(PROPOSAL);
        String ciiu = given.text("ciiu").orElse(null);
        if (ciiu != null && !ciiu.matches("\\d{4}")) {
            given.fault(
                    "invalid-member",
                    "ciiu",
                    "Se espera una clase CIIU de cuatro dígitos.",
                    "A CIIU class of four digits is expected.");
        }
        String exception = given.text("uafException").orElse(null);
        if (exception != null && !exception.matches("[a-d]")) {
            given.fault(
                    "invalid-member",
                    "uafException",
                    "Se espera el literal a, b, c o d del artículo 45 de la Ley 160 de 1994.",
                    "One of the letters a, b, c or d of article 45 of Ley 160 de 1994 is expected.");
        }
        JsonNode lots = polygons(given, "lots");
        return new Proposal(
                ciiu,
                given.text("useCategory").orElse(null),
                given.whole("floors", MOST_FLOORS),
                given.number("heightM", MOST_HEIGHT_M),
                given.number("builtAreaM2", MOST_AREA_M2),
                given.whole("dwellings", MOST_COUNT),
                given.whole("parkingSpaces", MOST_COUNT),
                given.number("dedicationM2", MOST_AREA_M2),
                given.number("netAreaM2", MOST_AREA_M2),
                given.number("usableAreaM2", MOST_AREA_M2),
                given.node("footprint"),
                given.node("fronts"),
                lots,
                polygons(given, "roads"),
                polygons(given, "openSpaces"),
                given.places("easementLots", lots == null ? 0 : lots.size()),
                exception,
                given.text("crs").orElse(null));
    }

    private static @Nullable JsonNode polygons(Members given, String member) {
        JsonNode list = given.node(member);
        if (list != null && (!list.isArray() || list.isEmpty() || list.size() > MOST_LOTS)) {
            given.fault(
                    "invalid-member",
                    member,
                    "Se espera una lista de 1 a " + MOST_LOTS + " polígonos GeoJSON.",
                    "A list of 1 to " + MOST_LOTS + " GeoJSON polygons is expected.");
            return null;
        }
        return list;
    }

    private static KnownAt knownAt(Members root) {
        JsonNode given = root.node("knownAt");
        if (given == null) {
            return new KnownAt.Newest();
        }
        try {
            return KnownAt.parse(given.asText());
        } catch (Problem e) {
            root.fault(
                    "invalid-member",
                    "knownAt",
                    "Se espera un número de publicación o un instante.",
                    "A publication number or an instant is expected.");
            return new KnownAt.Newest();
        }
    }
}
