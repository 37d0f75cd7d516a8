package co.lindero.demo;

/** Gives each site an economic destination from the official list. */
final class Destinations {
    private Destinations() {}

    static String of(Site site) {
        return switch (site.plot().kind()) {
            case STREET, ROAD -> "Infraestructura_Transporte";
            case PARK -> "Uso_Publico";
            case RIVER -> "Uso_Publico";
            case FARM -> farm(site);
            case LOT -> lot(site);
        };
    }

    private static String farm(Site site) {
        return switch (mix(site) % 14) {
            case 0 -> "Pecuario";
            case 1 -> "Agropecuario";
            case 2 -> "Agroindustrial";
            case 3 -> site.plot().face().areaM2() < 15_000 ? "Recreacional" : "Agricola";
            default -> "Agricola";
        };
    }

    private static String lot(Site site) {
        if (site.name().startsWith("Parque Industrial")) {
            return "Industrial";
        }
        return switch (mix(site) % 40) {
            case 0, 1, 2 -> "Comercial";
            case 3, 4 -> "Lote_Urbanizado_No_Construido";
            case 5 -> "Lote_Urbanizable_No_Urbanizado";
            case 6 -> site.plot().face().areaM2() > 250 ? "Educativo" : "Habitacional";
            case 7 -> site.plot().face().areaM2() > 250 ? "Religioso" : "Habitacional";
            case 8 -> site.plot().face().areaM2() > 300 ? "Salubridad" : "Habitacional";
            default -> "Habitacional";
        };
    }

    /** Returns a number that depends on nothing but the place. */
    static int mix(Site site) {
        long value = site.plot().face().ring().get(0).x() * 31
                + site.plot().face().ring().get(0).y() * 17
                + site.plot().face().ring().size();
        value = (value ^ (value >>> 15)) * 0x2C1B3C6DL;
        return (int) Math.floorMod(value ^ (value >>> 12), 100_003L);
    }
}
