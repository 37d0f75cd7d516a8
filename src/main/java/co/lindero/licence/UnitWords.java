package co.lindero.licence;

import co.lindero.law.Bilingual;

/** Units of quantities as people write them after a figure, with the space before them. */
final class UnitWords {
    private UnitWords() {}

    /** Returns the word after a figure of a quantity of this unit. */
    static Bilingual of(String unit) {
        return switch (unit) {
            case "ratio" -> new Bilingual("", "");
            case "floors" -> new Bilingual(" pisos", " floors");
            case "dwellings" -> new Bilingual(" viviendas", " dwellings");
            case "spaces" -> new Bilingual(" parqueaderos", " spaces");
            case "dwellings/ha" -> new Bilingual(" viviendas/ha", " dwellings/ha");
            case "m2" -> new Bilingual(" m²", " m²");
            default -> new Bilingual(" " + unit, " " + unit);
        };
    }

    /** Returns the word after the tolerance: ratios and densities are compared as areas. */
    static Bilingual ofTolerance(String unit) {
        return switch (unit) {
            case "ratio", "dwellings/ha" -> of("m2");
            default -> of(unit);
        };
    }
}
