package co.lindero.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The themes of the demonstration plan: titles in Spanish, the ground they speak for, what they rest on. The airport's
 * surface is none of those that Lindero ships: a planner adds a theme without code.
 */
enum DemoTheme {
    LAND_CLASS("land-class", "Clasificación del suelo", "Ley 388 de 1997, arts. 30 a 35", 50, "--partition"),
    ACTIVITY_AREA(
            "activity-area",
            "Área de actividad",
            "Decreto 1077 de 2015, art. 2.2.1.1",
            80,
            "--partition --ground urbano --min-area 1.0 --min-width 0.10"),
    URBAN_TREATMENT(
            "urban-treatment",
            "Tratamiento urbanístico",
            "Decreto 1077 de 2015, art. 2.2.1.1",
            70,
            "--partition --ground urbano,expansion_urbana --min-area 1.0 --min-width 0.10"),
    RURAL_ZONING(
            "rural-zoning",
            "Zonificación del suelo rural",
            "Decreto 1077 de 2015, arts. 2.2.2.2.1.3 y 2.2.2.2.1.4",
            70,
            "--partition --ground rural"),
    URBAN_PROTECTION("urban-protection", "Suelo de protección", "Ley 388 de 1997, art. 35", 20, ""),
    GENERAL_SYSTEM("general-system", "Sistemas generales", "Ley 388 de 1997, arts. 11 a 16", 60, ""),
    ROAD_RESERVATION("road-reservation", "Reserva y afectación vial", "Ley 1228 de 2008, art. 2", 40, ""),
    RIPARIAN_BUFFER("riparian-buffer", "Ronda hídrica", "Decreto-Ley 2811 de 1974, art. 83", 20, ""),
    HERITAGE("heritage", "Patrimonio cultural", "Ley 388 de 1997, art. 10", 30, ""),
    SUBURBAN_CORRIDOR("suburban-corridor", "Corredor vial suburbano", "Decreto 1077 de 2015, art. 2.2.2.2.2.3", 60, ""),
    AIRPORT_SURFACE(
            "airport-surface",
            "Superficie limitadora de obstáculos del aeropuerto",
            "Código de Comercio, arts. 1823 y 1824",
            40,
            ""),
    HAZARD_FLOOD("hazard-flood", "Amenaza por inundación fluvial", DemoTheme.RISK, 10, "--hazard"),
    HAZARD_FLOOD_PLUVIAL("hazard-flood-pluvial", "Amenaza por inundación pluvial", DemoTheme.RISK, 10, "--hazard"),
    HAZARD_FLASH_FLOOD("hazard-flash-flood", "Amenaza por avenida torrencial", DemoTheme.RISK, 10, "--hazard"),
    HAZARD_MASS_MOVEMENT("hazard-mass-movement", "Amenaza por movimiento en masa", DemoTheme.RISK, 10, "--hazard"),
    HAZARD_CONDITION("hazard-condition", "Área con condición de amenaza", DemoTheme.RISK, 10, "--hazard"),
    RISK_CONDITION("risk-condition", "Área con condición de riesgo", DemoTheme.RISK, 5, "--hazard");

    private static final String RISK = "Decreto 1077 de 2015, art. 2.2.2.1.3.1.1 y siguientes";

    private final String code;
    private final String title;
    private final String legalBasis;
    private final int precedence;
    private final String options;

    DemoTheme(String code, String title, String legalBasis, int precedence, String options) {
        this.code = code;
        this.title = title;
        this.legalBasis = legalBasis;
        this.precedence = precedence;
        this.options = options;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    /** Returns the positional accuracy of its datasets, in metres: 1:2 000 for towns, 1:25 000 for rivers. */
    String accuracyM() {
        return switch (this) {
            case HAZARD_FLOOD, HAZARD_CONDITION, RISK_CONDITION -> "12.5";
            case HAZARD_FLOOD_PLUVIAL, RIPARIAN_BUFFER, SUBURBAN_CORRIDOR -> "2.5";
            case ROAD_RESERVATION -> "1.0";
            default -> "0.10";
        };
    }

    /** Returns the ground its datasets speak for. */
    String coverage() {
        return switch (this) {
            case HAZARD_FLOOD, HAZARD_FLOOD_PLUVIAL, RIPARIAN_BUFFER -> "coverage-" + code + ".geojson";
            default -> "municipality";
        };
    }

    /**
     * Returns the command that adds this theme to a plan.
     *
     * @param place options that name municipality and plan
     */
    List<String> addCommand(List<String> place) {
        List<String> args = new ArrayList<>(List.of("plan", "theme", "add"));
        args.addAll(place);
        args.addAll(List.of("--theme", code, "--title", title));
        args.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ", -1)));
        args.addAll(List.of("--precedence", String.valueOf(precedence), "--legal-basis", legalBasis));
        return args;
    }

    /**
     * Returns the command that loads zones of this theme.
     *
     * @param place options that name municipality and plan
     * @param file file beside the manifest
     * @param facts further options: accuracy, coverage, dataset
     */
    List<String> loadCommand(List<String> place, String file, List<String> facts) {
        List<String> args = new ArrayList<>(List.of("load", "zones", file));
        args.addAll(place);
        args.addAll(List.of("--theme", code));
        args.addAll(facts);
        return args;
    }
}
