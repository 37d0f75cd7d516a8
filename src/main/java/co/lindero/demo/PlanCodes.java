package co.lindero.demo;

import co.lindero.demo.Estate.Kind;
import co.lindero.demo.mesh.Paths;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.town.PlotKind;
import java.util.List;

/** Decides, as a plan would, what zone a piece of ground is in. Whole blocks mostly go together. */
final class PlanCodes {
    private static final double CORRIDOR_M = 300;
    private static final double LARGE_FARM_M2 = 300_000;
    private static final double RIVERSIDE_M = 180;
    private static final String RURAL = "Suelo_Rural_Productivo.Agropecuario";
    private static final String FOOD = "Proteccion_Suelo_Rural.Produccion_Agropecuaria_Explotacion_RRNN";
    private static final String WETLAND =
            "Proteccion_Suelo_Rural.Conservacion_Proteccion_Ambiental.Areas_Importancia_Ecosistemica";

    private final List<Town> towns;
    private final List<Vec> mainRoad = CandelariaMap.roads().get(0).path();
    private final List<Vec> cauca = CandelariaMap.cauca();

    PlanCodes(List<Town> towns) {
        this.towns = List.copyOf(towns);
    }

    /** Returns the activity area of urban ground. */
    String activity(Site site, Vec at) {
        Estate estate = estate(site);
        int block = blockMix(site);
        double central = towns.get(site.town()).centre().distance(at);
        return switch (estate.kind()) {
            case OLD -> central < 70 ? "AC-1" : central < 150 ? "MIX-1" : block % 9 == 0 ? "AD-1" : "AR-2";
            case SOCIAL -> block % 13 == 0 ? "MIX-2" : block % 17 == 1 ? "AD-1" : block % 19 == 2 ? "AR-1" : "AR-3";
            case MIDDLE -> block % 11 == 0 ? "AI-1" : block % 7 == 1 ? "AR-1" : block % 7 == 2 ? "MIX-2" : "AR-2";
            case LINEAR -> block % 6 == 0 ? "MIX-1" : "AR-4";
            default -> block % 8 == 0 ? "MIX-1" : block % 9 == 4 ? "AD-1" : "AR-4";
        };
    }

    /** Returns the treatment of urban ground or ground of expansion. */
    String treatment(Site site, Vec at) {
        int block = blockMix(site) / 7;
        double central = towns.get(site.town()).centre().distance(at);
        return switch (estate(site).kind()) {
            case OLD ->
                central < 110 ? "Conservacion" : block % 8 == 0 ? "Renovacion_Urbana.Reactivacion" : "Consolidacion";
            case SOCIAL ->
                block % 15 == 0
                        ? "Desarrollo"
                        : (block % 21 == 3) == (site.estate() % 2 == 1) ? "Consolidacion" : "Mejoramiento_Integral";
            case MIDDLE -> block % 6 == 0 ? "Desarrollo" : block % 9 == 1 ? "Mejoramiento_Integral" : "Consolidacion";
            case RIVERSIDE -> block % 3 == 0 ? "Renovacion_Urbana.Redesarrollo" : "Mejoramiento_Integral";
            case EXPANSION -> "Desarrollo";
            default -> block % 4 == 0 ? "Desarrollo" : "Mejoramiento_Integral";
        };
    }

    /** Returns the rural category. */
    String rural(Site site, Vec at) {
        if (site.isSettled()) {
            Kind kind = estate(site).kind();
            return kind == Kind.COUNTRY
                    ? "Desarrollo_Restringido.Vivienda_Campestre"
                    : kind == Kind.INDUSTRIAL
                            ? "Desarrollo_Restringido.Suburbano"
                            : "Desarrollo_Restringido.Centro_Poblado_Rural";
        }
        boolean isSmall = site.plot().face().areaM2() < LARGE_FARM_M2;
        if (site.is(PlotKind.RIVER) || (isSmall && Paths.distance(cauca, at) < RIVERSIDE_M)) {
            return WETLAND;
        }
        boolean isWest = at.x() < 4_627_000;
        if (isWest && isSmall && Paths.distance(mainRoad, at) < CORRIDOR_M) {
            return "Desarrollo_Restringido.Corredor_Vial_Suburbano";
        }
        return at.y() + 0.4 * (at.x() - 4_620_000) > 1_931_500 ? FOOD : RURAL;
    }

    Estate estate(Site site) {
        return towns.get(site.town()).estates().get(site.estate());
    }

    private static int blockMix(Site site) {
        int value = (site.town() * 97 + site.plot().block() + 3) * 0x2C1B3C6D;
        return Math.floorMod(value ^ (value >>> 13), 10_007);
    }
}
