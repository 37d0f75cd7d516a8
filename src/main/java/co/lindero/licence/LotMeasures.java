package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Layout.Lot;
import co.lindero.licence.Measure.Known;
import co.lindero.licence.Measure.Missing;
import co.lindero.licence.Measure.Reading;
import co.lindero.licence.Measure.Spread;
import co.lindero.licence.boundary.BoundaryPiece;
import co.lindero.licence.boundary.BoundaryPiece.Side;
import co.lindero.licence.boundary.Facing;
import co.lindero.licence.boundary.LotFigures;
import co.lindero.norm.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;

/**
 * Area, frontage and depth of a lot, by the definitions of docs/quantities.md: the same for a parcel as it lies and for a lot of
 * a layout. Pure.
 */
final class LotMeasures {
    private LotMeasures() {}

    /** Returns what is known of a quantity of a lot of a layout. */
    static Measure of(Lot lot, Quantity quantity) {
        return quantity == Quantity.LOT_AREA_M2
                ? area(lot)
                : figure(quantity, Objects.requireNonNull(lot.given().geom()), lot.boundary(), false);
    }

    private static Measure area(Lot lot) {
        String which = " " + lot.number();
        return Known.ways(
                List.of(
                        new Reading(
                                BigDecimal.valueOf(lot.given().planarM2()),
                                null,
                                new Bilingual("lote" + which + ", planar", "lot" + which + ", planar")),
                        new Reading(
                                BigDecimal.valueOf(lot.given().ellipsoidM2()),
                                null,
                                new Bilingual("lote" + which + ", elipsoidal", "lot" + which + ", ellipsoidal"))),
                null);
    }

    /** Returns frontage or depth: of the one front, or of each where there are several. */
    static Measure figure(Quantity quantity, Geometry ground, List<BoundaryPiece> boundary, boolean frontsStated) {
        List<BoundaryPiece> fronts = boundary.stream()
                .filter(piece -> piece.front() != null && piece.front() > 0)
                .toList();
        if (fronts.isEmpty()) {
            return Missing.of("fronts", SetbackMeasures.reason("no-front"));
        }
        boolean several = fronts.get(0).severalFronts();
        List<LotFigures> figures = LotFigures.list(ground, fronts, several);
        boolean frontage = quantity == Quantity.LOT_FRONTAGE_M;
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            readings.add(reading(figures.get(i), frontage, several ? " " + (i + 1) : ""));
        }
        double unknown = boundary.stream()
                .filter(piece -> piece.side() == Side.UNKNOWN && piece.faces() != Facing.VOID)
                .mapToDouble(BoundaryPiece::lengthM)
                .sum();
        if (frontage && unknown > 0) {
            readings.add(new Reading(
                    readings.get(0).amount().add(BigDecimal.valueOf(unknown)),
                    null,
                    new Bilingual(
                            "frente si lo desconocido fuera espacio público",
                            "front if what is unknown were public space")));
        }
        boolean open = readings.size() > 1;
        return new Known(
                readings,
                open ? Spread.OPEN : Spread.ONE,
                open ? SetbackMeasures.reason(several ? "several-fronts" : "outside-coverage") : null,
                open && several && !frontsStated ? List.of("fronts") : List.of(),
                false,
                List.of(),
                null);
    }

    private static Reading reading(LotFigures figures, boolean frontage, String which) {
        return new Reading(
                BigDecimal.valueOf(frontage ? figures.lengthM() : figures.depthM()),
                null,
                frontage
                        ? new Bilingual("frente" + which + " del lote", "front" + which + " of the lot")
                        : new Bilingual("fondo desde el frente" + which, "depth from front" + which));
    }
}
