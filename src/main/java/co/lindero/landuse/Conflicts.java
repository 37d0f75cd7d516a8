package co.lindero.landuse;

import co.lindero.landuse.ConflictFacts.Side;
import co.lindero.landuse.Meeting.Place;
import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.landuse.ThemeJudge.JudgedPart;
import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import co.lindero.norm.NormBook;
import co.lindero.platform.problem.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which zones on a parcel are in conflict, who prevails and why. A conflict is a zone of a higher determinant — hazard other
 * than low, risk, protection, riparian buffer, heritage, road reservation, or a planner's own protective theme — on the same
 * ground as a zone that grants uses or figures, where the precedence of the themes says who comes first. Pure.
 *
 * @legal Ley 388 de 1997, arts. 10 (determinants are norms of higher rank), 15 (hierarchy of norms), 35 (protection land);
 *     Decreto-Ley 2811 de 1974, art. 83 lit. d (riparian strip)
 */
final class Conflicts {
    private static final String LEY_388 = "Ley 388 de 1997";
    private static final LegalSource HIERARCHY = law(LEY_388, "15");
    private static final Set<String> GRANTING =
            Set.of("activity-area", "urban-treatment", "rural-zoning", "suburban-corridor");
    /** Of the official levels of hazard, the one that by itself restricts nothing. */
    private static final String LOW_HAZARD = "baja";

    private final NormBook book;
    private final double drawnM2;
    private final Language language;

    Conflicts(NormBook book, double drawnM2, Language language) {
        this.book = book;
        this.drawnM2 = drawnM2;
        this.language = language;
    }

    /** Why a kind of theme prevails. */
    private record Ground(Bilingual why, List<LegalSource> sources) {
        static final Ground RISK = of(
                "La amenaza y el riesgo son determinantes de superior jerarquía: lo que exijan prevalece sobre los usos y la"
                        + " edificabilidad de la zona.",
                "Hazard and risk are determinants of higher rank: what they demand prevails over the uses and figures of the"
                        + " zone.",
                law(LEY_388, "10, num. 1"),
                law(LEY_388, "35"));
        static final Ground RIPARIAN = of(
                "La ronda hídrica es determinante ambiental de superior jerarquía: la norma municipal de la zona le cede.",
                "The riparian buffer is an environmental determinant of higher rank: the municipal norm of the zone yields.",
                law(LEY_388, "10, num. 1"),
                law("Decreto-Ley 2811 de 1974", "83, lit. d"));
        static final Ground PROTECTION = of(
                "El suelo de protección tiene restringida la posibilidad de urbanizarse, sea cual sea la norma de la zona.",
                "Protection land may not be developed freely, whatever the norm of the zone.",
                law(LEY_388, "10, num. 1"),
                law(LEY_388, "35"));
        static final Ground HERITAGE = of(
                "La conservación del patrimonio cultural es determinante de superior jerarquía: la norma de la zona le cede.",
                "The conservation of cultural heritage is a determinant of higher rank: the norm of the zone yields.",
                law(LEY_388, "10, num. 2"));
        static final Ground ROAD = of(
                "La reserva para infraestructura vial es determinante de superior jerarquía: la norma de la zona le cede.",
                "The reservation for road infrastructure is a determinant of higher rank: the norm of the zone yields.",
                law(LEY_388, "10, num. 3"));

        private static Ground of(String es, String en, LegalSource... sources) {
            return new Ground(new Bilingual(es, en), List.of(sources));
        }
    }

    private static LegalSource law(String act, String article) {
        return new LegalSource(act, article, null, null);
    }

    /** Returns the conflicts, in the order of the themes. */
    List<ConflictFacts> list(List<Judged> themes) {
        List<ConflictFacts> found = new ArrayList<>();
        for (Judged above : themes) {
            Optional<Ground> ground = ground(above);
            for (Judged below : ground.isPresent() ? themes : List.<Judged>of()) {
                if (grants(below) && above.scope().precedence() < below.scope().precedence()) {
                    found.addAll(between(above, below, ground.get()));
                }
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Ground> ground(Judged theme) {
        String code = theme.scope().code();
        return switch (code) {
            case "riparian-buffer" -> Optional.of(Ground.RIPARIAN);
            case "heritage" -> Optional.of(Ground.HERITAGE);
            case "road-reservation" -> Optional.of(Ground.ROAD);
            default ->
                code.startsWith("hazard-") || code.startsWith("risk-")
                        ? Optional.of(Ground.RISK)
                        : isProtective(theme) ? Optional.of(Ground.PROTECTION) : Optional.empty();
        };
    }

    private static boolean isProtective(Judged theme) {
        return theme.scope().theme() != null && theme.scope().theme().protective();
    }

    private boolean grants(Judged theme) {
        String code = theme.scope().code();
        boolean ruled =
                book.themesWithNorms().contains(code) || book.themesWithUses().contains(code);
        return GRANTING.contains(code)
                || (ruled && !code.equals("land-class") && ground(theme).isEmpty());
    }

    private List<ConflictFacts> between(Judged above, Judged below, Ground ground) {
        List<ConflictFacts> found = new ArrayList<>();
        for (JudgedPart upper : above.parts()) {
            for (JudgedPart lower : isLowHazard(above, upper) ? List.<JudgedPart>of() : below.parts()) {
                Meeting meeting = Meeting.of(new Place(above, upper), new Place(below, lower), drawnM2);
                if (meeting.kind() != Meeting.Kind.NO) {
                    found.add(new ConflictFacts(
                            side(above, upper),
                            side(below, lower),
                            meeting.planarM2(),
                            meeting.kind().code(),
                            ground.why.in(language),
                            sources(above, ground)));
                }
            }
        }
        return found;
    }

    private static boolean isLowHazard(Judged theme, JudgedPart part) {
        String zone = part.row().zoneCode();
        return theme.scope().code().startsWith("hazard-")
                && zone != null
                && zone.toLowerCase(Locale.ROOT).equals(LOW_HAZARD);
    }

    private Side side(Judged theme, JudgedPart part) {
        String zone = part.row().zoneCode();
        return new Side(
                theme.scope().code(),
                theme.scope().title().in(language),
                zone == null ? "" : zone,
                part.row().label(),
                theme.scope().precedence());
    }

    private static List<LegalSource> sources(Judged theme, Ground ground) {
        List<LegalSource> sources = new ArrayList<>(ground.sources);
        sources.add(HIERARCHY);
        @Nullable
        String basis =
                theme.scope().theme() == null ? null : theme.scope().theme().legalBasis();
        if (basis != null) {
            sources.add(new LegalSource(basis, null, null, null));
        }
        return List.copyOf(sources);
    }
}
