package co.lindero.demo;

import co.lindero.demo.mesh.Vec;
import java.util.List;

/** Says where a site is. The names of farms are made up. */
final class Addresses {
    private static final List<String> FARMS = List.of(
            "El Samán",
            "La Germania",
            "Los Chorros",
            "El Paraíso",
            "Santa Rita",
            "La Cecilia",
            "El Otoño",
            "San Jorge",
            "La Josefina",
            "El Silencio",
            "La Margarita",
            "Piedechinche Bajo",
            "El Vergel",
            "La Rivera",
            "Potrerito",
            "Las Mercedes",
            "El Descanso",
            "La Ceja",
            "San Fernando",
            "Bellavista");

    private Addresses() {}

    static String of(Site site) {
        return switch (site.plot().kind()) {
            case FARM -> farm(site);
            case ROAD, RIVER -> site.name();
            case LOT, STREET, PARK -> site.plot().address() + " " + site.name();
        };
    }

    private static String farm(Site site) {
        Vec place = site.plot().face().innerPlace();
        int pick = Math.floorMod(Destinations.mix(site), FARMS.size());
        double area = site.plot().face().areaM2();
        String kind = area > 400_000 ? "Hacienda" : area > 60_000 ? "Suerte" : "Lote";
        return kind + " " + FARMS.get(pick)
                + (kind.equals("Suerte") ? " " + (1 + Math.floorMod((int) place.x(), 90)) : "");
    }
}
