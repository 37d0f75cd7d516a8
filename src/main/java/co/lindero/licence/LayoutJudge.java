package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import co.lindero.licence.Evaluation.Inputs;
import co.lindero.licence.Finding.Figures;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.Layout.Lot;
import co.lindero.licence.boundary.BoundaryPiece;
import co.lindero.licence.boundary.BoundaryPiece.Side;
import co.lindero.licence.boundary.Facing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges what national law asks of the lots of a layout, whatever the plan says: that each is reached from public space, and that
 * neither rural ground nor ground of expansion without a partial plan is divided below the smallest rural lot. Confined to one
 * check.
 *
 * <p>Of art. 2.2.6.1.1.6 the article was read, not the number of the paragraph that asks for a front; of art. 45 that there are
 * exceptions, not under which letter each stands: findings cite no more than that.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.6.1.1.6 (access; rural subdivision, also of ground of expansion); Ley 160 de 1994,
 *     arts. 44 and 45 (smallest rural lot)
 */
final class LayoutJudge {
    private static final LegalSource ACCESS = new LegalSource("Decreto 1077 de 2015", "2.2.6.1.1.6", null, null);
    private static final LegalSource UAF_RURAL = new LegalSource("Ley 160 de 1994", "44", null, null);
    private static final LegalSource UAF_EXCEPTIONS = new LegalSource("Ley 160 de 1994", "45", null, null);
    private static final Set<String> URBAN = Set.of("urbano", "expansion_urbana");
    private static final Set<Facing> WAYS_IN = Set.of(Facing.OPEN, Facing.PUBLIC);
    private static final String RURAL = "rural";
    private static final String EXPANSION = "expansion_urbana";

    private final Inputs inputs;
    private final @Nullable String landClass;
    private final boolean rural;
    private final boolean expansion;
    private final List<Finding> findings = new ArrayList<>();

    LayoutJudge(Inputs inputs, JudgedGround ground) {
        this.inputs = inputs;
        this.landClass = ground.landClass();
        this.rural = lies(ground, RURAL);
        this.expansion = lies(ground, EXPANSION);
    }

    private static boolean lies(JudgedGround ground, String landClass) {
        return ground.zones().entrySet().stream()
                .anyMatch(zone -> zone.getKey().theme().equals("land-class")
                        && zone.getValue().role() == TargetZone.Role.ON
                        && zone.getKey().zone().toLowerCase(Locale.ROOT).equals(landClass));
    }

    /** Returns the findings; none where the licence divides no ground. */
    List<Finding> judge() {
        if (inputs.question().licenceClass().dividesGround()) {
            if (inputs.lots().isEmpty()) {
                missingLots();
            }
            inputs.lots().forEach(this::access);
            if (inputs.question().licenceClass() == LicenceClass.SUBDIVISION && (rural || expansion)) {
                smallestRuralLot();
            }
        }
        return List.copyOf(findings);
    }

    private void missingLots() {
        add(
                null,
                Verdict.NOT_EVALUABLE,
                null,
                new Bilingual(
                        "Falta la división en lotes: no se puede juzgar su acceso.",
                        "The layout of lots is missing: their access cannot be judged."),
                List.of("lots"),
                List.of(ACCESS));
    }

    private void access(Lot lot) {
        double frontM = lot.boundary().stream()
                .filter(piece -> piece.side() == Side.FRONT && WAYS_IN.contains(piece.faces()))
                .mapToDouble(BoundaryPiece::lengthM)
                .sum();
        boolean unknown = lot.boundary().stream()
                .anyMatch(piece -> piece.side() == Side.UNKNOWN && piece.faces() == Facing.UNKNOWN);
        String name = "Lote " + lot.number() + ": ";
        String nameEn = "Lot " + lot.number() + ": ";
        if (frontM > 0) {
            String metres = String.format(Locale.ROOT, "%.4f m", frontM);
            add(
                    lot,
                    Verdict.COMPLIES,
                    null,
                    new Bilingual(
                            name + metres + " de frente sobre vía o espacio público.",
                            nameEn + metres + " of front onto a road or public space."),
                    List.of(),
                    List.of(ACCESS));
        } else if (unknown) {
            add(
                    lot,
                    Verdict.NOT_EVALUABLE,
                    null,
                    new Bilingual(
                            name + "no se sabe qué tiene enfrente, porque el catastro termina antes.",
                            nameEn + "what it faces is not known, because the cadastre ends before."),
                    List.of("fronts"),
                    List.of(ACCESS));
        } else {
            withoutFront(lot, name, nameEn);
        }
    }

    private void withoutFront(Lot lot, String name, String nameEn) {
        boolean easement = inputs.question().proposal().easementLots().contains(lot.number());
        if (easement) {
            add(
                    lot,
                    Verdict.NEEDS_REVIEW,
                    null,
                    new Bilingual(
                            name + "sin frente sobre vía; se indicó una servidumbre, que debe probarse.",
                            nameEn + "no front onto a road; an easement was stated, which must be proven."),
                    List.of(),
                    List.of(ACCESS));
        } else if (landClass != null && URBAN.contains(landClass)) {
            add(
                    lot,
                    Verdict.DOES_NOT_COMPLY,
                    null,
                    new Bilingual(
                            name
                                    + "no tiene frente sobre vía pública; no puede accederse por zonas verdes ni comunales.",
                            nameEn + "it has no front onto a public road; access over green or common ground is none."),
                    List.of(),
                    List.of(ACCESS));
        } else {
            add(
                    lot,
                    Verdict.NEEDS_REVIEW,
                    null,
                    new Bilingual(
                            name
                                    + "sin frente sobre vía ni servidumbre indicada; fuera del suelo urbano debe mostrarse por"
                                    + " dónde se llega (easementLots).",
                            nameEn
                                    + "no front onto a road and no easement stated; outside urban land, how it is reached must"
                                    + " be shown (easementLots)."),
                    List.of(),
                    List.of(ACCESS));
        }
    }

    private void smallestRuralLot() {
        if (inputs.uafM2() == 0) {
            add(
                    null,
                    Verdict.NOT_EVALUABLE,
                    null,
                    new Bilingual(
                            "Suelo rural o de expansión: no está configurada la Unidad Agrícola Familiar (LINDERO_UAF_M2).",
                            "Rural land or land of expansion: the Unidad Agrícola Familiar is not configured"
                                    + " (LINDERO_UAF_M2)."),
                    List.of("LINDERO_UAF_M2"),
                    smallestLotSources());
            return;
        }
        inputs.lots().forEach(this::smallestRuralLot);
    }

    private void smallestRuralLot(Lot lot) {
        BigDecimal limit = BigDecimal.valueOf(inputs.uafM2());
        BigDecimal actual = BigDecimal.valueOf(lot.given().planarM2()).setScale(3, RoundingMode.HALF_UP);
        BigDecimal margin = actual.subtract(limit);
        String exception = inputs.question().proposal().uafException();
        boolean holds = margin.signum() >= 0;
        boolean wholly = RURAL.equals(landClass);
        Verdict verdict =
                holds ? Verdict.COMPLIES : exception == null && wholly ? Verdict.DOES_NOT_COMPLY : Verdict.NEEDS_REVIEW;
        String es = "Lote " + lot.number() + ": " + actual.toPlainString() + " m²; la Unidad Agrícola Familiar es "
                + limit.toPlainString() + " m².";
        String en = "Lot " + lot.number() + ": " + actual.toPlainString() + " m2; the Unidad Agrícola Familiar is "
                + limit.toPlainString() + " m2.";
        if (!holds && exception != null) {
            es += " Se indicó la excepción del literal " + exception + " del artículo 45, que debe probarse.";
            en += " The exception of letter " + exception + " of article 45 was stated, which must be proven.";
        } else if (!holds && EXPANSION.equals(landClass)) {
            es += " Suelo de expansión: rige mientras no haya plan parcial adoptado; debe revisarse si lo hay.";
            en +=
                    " Land of expansion: it holds until a partial plan is adopted; whether there is one must be reviewed.";
        } else if (!holds && !wholly) {
            es += " Solo una parte del predio es rural o de expansión: debe revisarse si el lote lo es.";
            en += " Only a part of the site is rural or of expansion: whether the lot is must be reviewed.";
        }
        add(
                lot,
                verdict,
                new Figures(actual, ">=", limit, "m2", margin, Comparison.AREA_TOLERANCE_M2, List.of()),
                new Bilingual(es, en),
                List.of(),
                smallestLotSources());
    }

    private List<LegalSource> smallestLotSources() {
        return expansion ? List.of(ACCESS, UAF_RURAL, UAF_EXCEPTIONS) : List.of(UAF_RURAL, UAF_EXCEPTIONS);
    }

    private void add(
            @Nullable Lot lot,
            Verdict verdict,
            @Nullable Figures figures,
            Bilingual message,
            List<String> missing,
            List<LegalSource> sources) {
        findings.add(new Finding(
                Subject.ofLot(lot == null ? null : lot.number()),
                verdict,
                figures,
                message,
                new Bilingual("La licencia divide el suelo en lotes.", "The licence divides the ground into lots."),
                missing,
                sources,
                Picture.NONE));
    }
}
