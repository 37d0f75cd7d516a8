package co.lindero.norm;

import co.lindero.law.Bilingual;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a norm can ask of a lot, a building or a site: a closed list, each with its unit and its measuring definition in
 * docs/quantities.md. National law defines the two indices alone; the rest each plan defines for itself.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.1.1 (índice de ocupación, índice de construcción)
 */
public enum Quantity {
    OCCUPATION_INDEX("ratio", "Índice de ocupación", "Occupation index"),
    CONSTRUCTION_INDEX("ratio", "Índice de construcción", "Construction index"),
    FLOORS("floors", "Número de pisos", "Number of floors"),
    HEIGHT_M("m", "Altura", "Height"),
    FRONT_SETBACK_M("m", "Antejardín", "Front setback"),
    SIDE_SETBACK_M("m", "Aislamiento lateral", "Side setback"),
    REAR_SETBACK_M("m", "Aislamiento posterior", "Rear setback"),
    BUILDING_DISTANCE_M("m", "Distancia entre edificaciones", "Distance between buildings"),
    WATERCOURSE_DISTANCE_M("m", "Distancia a cauce", "Distance to watercourse"),
    ROAD_AXIS_DISTANCE_M("m", "Distancia al eje de la vía", "Distance to road axis"),
    LOT_AREA_M2("m2", "Área de lote", "Lot area"),
    LOT_FRONTAGE_M("m", "Frente de lote", "Lot frontage"),
    LOT_DEPTH_M("m", "Fondo de lote", "Lot depth"),
    FOOTPRINT_AREA_M2("m2", "Área de ocupación", "Footprint area"),
    BUILT_AREA_M2("m2", "Área construida", "Built area"),
    DWELLINGS("dwellings", "Número de viviendas", "Dwellings"),
    DWELLING_DENSITY_HA("dwellings/ha", "Densidad de viviendas", "Dwelling density"),
    PARKING_SPACES("spaces", "Parqueaderos", "Parking spaces"),
    DEDICATION_SHARE("ratio", "Cesión obligatoria", "Mandatory dedication");

    private final String unit;
    private final String spanish;
    private final String english;

    Quantity(String unit, String es, String en) {
        this.unit = unit;
        this.spanish = es;
        this.english = en;
    }

    /** Returns the code that files and answers use, such as {@code occupation_index}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the unit in which its figures are stated. */
    public String unit() {
        return unit;
    }

    /** Returns its name for people. */
    public Bilingual title() {
        return new Bilingual(spanish, english);
    }

    /** Finds a quantity by its code. */
    public static Optional<Quantity> find(String code) {
        return Arrays.stream(values()).filter(q -> q.code().equals(code)).findFirst();
    }
}
