package co.lindero.licence;

import java.util.Map;

/** Why a geometry is not valid, in Spanish, from what PostGIS says in English. Pure. */
final class InvalidReason {
    private static final Map<String, String> SPANISH = Map.of(
            "Self-intersection", "se cruza a sí misma",
            "Ring Self-intersection", "un anillo se toca a sí mismo",
            "Hole lies outside shell", "un hueco está fuera de su contorno",
            "Holes are nested", "un hueco está dentro de otro",
            "Nested shells", "un polígono está dentro de otro",
            "Interior is disconnected", "un hueco parte el interior en dos",
            "Duplicate Rings", "un anillo está repetido",
            "Too few points in geometry component", "un anillo tiene muy pocos puntos distintos");

    private InvalidReason() {}

    /** Returns the Spanish of a reason; one that is not known stays as it is. */
    static String spanish(String reason) {
        return SPANISH.getOrDefault(reason, reason);
    }
}
