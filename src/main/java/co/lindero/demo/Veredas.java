package co.lindero.demo;

import co.lindero.demo.mesh.Vec;
import java.util.List;

/** Divides the land of each settlement into three veredas by direction. The names are made up. */
final class Veredas {
    private static final int PER_TOWN = 3;
    private static final List<String> NAMES = List.of(
            "La Ceiba",
            "El Guásimo",
            "Chiminangos",
            "La Esperanza",
            "San Isidro",
            "El Porvenir",
            "Las Garzas",
            "El Samán",
            "La Palma",
            "Patio Bonito",
            "La Florida Baja",
            "El Trébol",
            "Santa Elena",
            "La Selva",
            "Los Almendros",
            "El Rincón",
            "La Cabaña",
            "San Antonio",
            "La Primavera",
            "El Mango",
            "Las Brisas",
            "Buenos Aires",
            "La Aurora",
            "El Diamante",
            "San Rafael",
            "La Cristalina",
            "El Totumo",
            "La Victoria",
            "Los Naranjos",
            "El Edén",
            "La Pradera",
            "San Marcos",
            "El Placer",
            "Guadualejo",
            "La Gloria",
            "El Recreo",
            "Las Delicias",
            "San Pablo",
            "El Hormiguero Viejo",
            "La Unión",
            "Cantarrana",
            "El Danubio",
            "La Isabela",
            "Los Caimitos",
            "Santa Inés");

    private final List<Town> towns;

    Veredas(List<Town> towns) {
        this.towns = List.copyOf(towns);
    }

    /** Returns the number, from 1, of the vereda that a site lies in; settlements lie in the first of theirs. */
    int of(Site site) {
        if (site.isSettled()) {
            return site.town() * PER_TOWN + 1;
        }
        Vec place = site.plot().face().innerPlace();
        Vec centre = towns.get(site.town()).centre();
        double turn = StrictMath.atan2(place.y() - centre.y(), place.x() - centre.x()) / (2 * Math.PI) + 0.5;
        return site.town() * PER_TOWN + 1 + Math.min(PER_TOWN - 1, (int) (turn * PER_TOWN));
    }

    /** Returns the town whose land a vereda divides. */
    int town(int vereda) {
        return (vereda - 1) / PER_TOWN;
    }

    static String name(int vereda) {
        return NAMES.get((vereda - 1) % NAMES.size());
    }
}
