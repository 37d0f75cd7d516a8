package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Measure.Known;
import co.lindero.licence.Measure.Missing;
import co.lindero.licence.Measure.Reading;
import co.lindero.licence.Measure.Spread;
import co.lindero.licence.boundary.BoundaryPiece;
import co.lindero.licence.boundary.BoundaryPiece.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Setbacks: the least distance between the footprint and the boundary pieces of a class. Pieces whose class is not sure count
 * both ways. Definitions in docs/quantities.md. Pure.
 */
final class SetbackMeasures {
    private static final Map<String, Bilingual> REASONS = Map.of(
            "outside-coverage",
            new Bilingual(
                    "el catastro cargado no llega a lo que hay enfrente",
                    "the loaded cadastre does not reach what lies beyond"),
            "hole-without-parcel",
            new Bilingual(
                    "dentro del predio hay un hueco sin predio en el catastro",
                    "the site has a hole with no parcel of the cadastre in it"),
            "narrow-notch",
            new Bilingual(
                    "el lindero entra en una muesca más angosta que la distancia con que se busca el espacio público",
                    "the boundary runs into a notch narrower than the reach in which public space is sought"),
            "several-fronts",
            new Bilingual(
                    "el lote es esquinero: sin declarar su frente principal no se sabe cuál lindero es posterior",
                    "on a corner lot, which boundary is the rear is not known unless the main front is stated"),
            "no-front",
            new Bilingual("el lote no tiene frente a espacio público", "the lot has no front onto public space"),
            "oblique",
            new Bilingual(
                    "un lindero es oblicuo al frente (entre 125° y 145°): no se sabe si es lateral o posterior",
                    "a boundary is oblique to the front (between 125° and 145°): side or rear is not sure"),
            "step",
            new Bilingual(
                    "un escalón de menos de 5 m mira hacia atrás en medio de un lindero que sigue igual: no se sabe si es lateral o posterior",
                    "a step of less than 5 m faces backward within a boundary that goes on as before: side or rear is not sure"));

    private final SiteFacts facts;
    /** From the footprint to each piece of the boundary, in its order, m; empty without footprint. */
    private final List<Double> distances;

    SetbackMeasures(SiteFacts facts) {
        this.facts = facts;
        Geometry footprint = facts.footprintGeom();
        this.distances = footprint == null
                ? List.of()
                : facts.boundary().stream()
                        .map(piece -> footprint.distance(piece.line()))
                        .toList();
    }

    /** Returns the setback from a class of boundary. */
    Measure of(Side side) {
        List<BoundaryPiece> boundary = facts.boundary();
        if (boundary.stream().noneMatch(piece -> piece.side().mayBe(side))) {
            return side == Side.FRONT
                    ? Missing.of("fronts", reason("no-front"))
                    : new Measure.Absent(
                            side == Side.REAR
                                    ? new Bilingual(
                                            "El lote no tiene lindero posterior.", "The lot has no rear boundary.")
                                    : new Bilingual(
                                            "El lote no tiene lindero lateral.", "The lot has no side boundary."));
        }
        if (facts.footprint() == null) {
            return Missing.of(
                    "footprint", new Bilingual("falta la huella de la edificación", "the footprint is missing"));
        }
        BigDecimal sure = least(piece -> piece.side() == side);
        BigDecimal possible = least(piece -> piece.side().mayBe(side));
        if (sure != null && possible != null && sure.compareTo(possible) == 0) {
            return known(side, List.of(reading(side, sure)), Spread.ONE, false);
        }
        List<Reading> readings = new ArrayList<>();
        if (possible != null) {
            readings.add(reading(side, possible));
        }
        if (sure != null) {
            readings.add(reading(side, sure));
        }
        return known(side, readings, Spread.OPEN, sure == null);
    }

    private @Nullable BigDecimal least(Predicate<BoundaryPiece> which) {
        return IntStream.range(0, facts.boundary().size())
                .filter(i -> which.test(facts.boundary().get(i)))
                .mapToObj(distances::get)
                .min(Double::compare)
                .map(BigDecimal::valueOf)
                .orElse(null);
    }

    private Known known(Side side, List<Reading> readings, Spread spread, boolean mayBeAbsent) {
        boolean open = spread == Spread.OPEN;
        return new Known(
                readings,
                spread,
                open ? why(side) : null,
                open && isSettledByFronts(side) ? List.of("fronts") : List.of(),
                mayBeAbsent,
                facts.boundary().stream()
                        .filter(piece -> open ? piece.side().mayBe(side) : piece.side() == side)
                        .map(BoundaryPiece::line)
                        .toList(),
                null);
    }

    private boolean isSettledByFronts(Side side) {
        return !facts.frontsStated()
                && facts.boundary().stream()
                        .anyMatch(piece -> piece.side() != side
                                && piece.side().mayBe(side)
                                && ("several-fronts".equals(piece.reason()) || "no-front".equals(piece.reason())));
    }

    private Bilingual why(Side side) {
        TreeSet<String> reasons = new TreeSet<>();
        facts.boundary().stream()
                .filter(piece -> piece.side() != side && piece.side().mayBe(side) && piece.reason() != null)
                .forEach(piece -> reasons.add(String.valueOf(piece.reason())));
        return new Bilingual(
                String.join("; ", reasons.stream().map(r -> reason(r).es()).toList()),
                String.join("; ", reasons.stream().map(r -> reason(r).en()).toList()));
    }

    static Bilingual reason(String code) {
        return REASONS.getOrDefault(code, new Bilingual(code, code));
    }

    private Reading reading(Side side, BigDecimal distance) {
        String stated = facts.frontsStated() ? ", frente declarado por el solicitante" : "";
        String statedEn = facts.frontsStated() ? ", front as stated by the applicant" : "";
        Bilingual how = switch (side) {
            case FRONT ->
                new Bilingual("de la huella al frente del lote" + stated, "from the footprint to the front" + statedEn);
            case REAR ->
                new Bilingual(
                        "de la huella al lindero posterior" + stated, "from the footprint to the rear" + statedEn);
            default ->
                new Bilingual("de la huella al lindero lateral" + stated, "from the footprint to the sides" + statedEn);
        };
        return new Reading(distance, null, how);
    }
}
