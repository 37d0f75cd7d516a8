package co.lindero.demo;

import co.lindero.demo.town.PlotKind;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a licence allows, in the words of the register.
 *
 * @param classes classes of licence decided in the act
 * @param areaM2 area licensed; null where there is none
 * @param use use category of the demonstration plan
 */
record LicenceWork(
        List<String> classes,
        List<String> modalities,
        @Nullable Integer areaM2,
        @Nullable Integer dwellings,
        @Nullable Integer floors,
        @Nullable String use) {
    private static final String BUILD = "construccion";
    private static final List<String> SMALL_WORKS = List.of(
            "modificacion", "adecuacion", "reforzamiento_estructural", "restauracion", "reconstruccion", "cerramiento");
    private static final int TOO_MANY_FLOORS = 7;

    /** Makes up what is licensed on a site; what the plan would refuse is among it. */
    static LicenceWork on(Site site, double areaM2, String activity, RandomGenerator random) {
        if (site.is(PlotKind.STREET) || site.is(PlotKind.PARK)) {
            String modality = random.nextInt(3) == 0 ? "ocupacion" : "intervencion";
            return new LicenceWork(List.of("intervencion_espacio_publico"), List.of(modality), null, null, null, null);
        }
        if (site.is(PlotKind.FARM)) {
            return onFarm(areaM2, random);
        }
        int draw = random.nextInt(100);
        if (areaM2 > 1_500 && draw < 60) {
            return estate(areaM2, draw < 25, random);
        }
        if (draw < 10) {
            return new LicenceWork(
                    List.of("subdivision"), List.of(draw < 3 ? "reloteo" : "urbana"), null, null, null, null);
        }
        return building(areaM2, activity, draw, random);
    }

    private static LicenceWork onFarm(double areaM2, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> new LicenceWork(List.of("subdivision"), List.of("rural"), null, null, null, null);
            case 2 ->
                new LicenceWork(
                        List.of("parcelacion"),
                        List.of(random.nextInt(5) == 0 ? "saneamiento" : "desarrollo"),
                        (int) areaM2,
                        1 + (int) Math.min(11, areaM2 / 5_000),
                        null,
                        "R-5");
            case 3 ->
                new LicenceWork(
                        List.of("parcelacion", BUILD),
                        List.of("desarrollo", "obra_nueva"),
                        900 + random.nextInt(900),
                        4 + random.nextInt(4),
                        2,
                        "R-5");
            default ->
                new LicenceWork(
                        List.of(BUILD),
                        List.of("obra_nueva"),
                        120 + random.nextInt(200),
                        1,
                        1,
                        random.nextInt(8) == 0 ? "R-5" : "R-6");
        };
    }

    private static LicenceWork estate(double areaM2, boolean withHouses, RandomGenerator random) {
        int dwellings = (int) Math.max(4, areaM2 / 10_000 * (40 + random.nextInt(50)));
        return withHouses
                ? new LicenceWork(
                        List.of("urbanizacion", BUILD),
                        List.of("desarrollo", "obra_nueva"),
                        dwellings * 62,
                        dwellings,
                        2,
                        "R-4")
                : new LicenceWork(
                        List.of("urbanizacion"),
                        List.of(List.of("saneamiento", "reurbanizacion", "desarrollo", "desarrollo")
                                .get(random.nextInt(4))),
                        (int) areaM2,
                        dwellings,
                        null,
                        "R-4");
    }

    private static LicenceWork building(double areaM2, String activity, int draw, RandomGenerator random) {
        boolean excessive = random.nextInt(9) == 0;
        int floors = excessive ? TOO_MANY_FLOORS + random.nextInt(3) : 1 + random.nextInt(3);
        double occupied = areaM2 * (0.45 + 0.2 * random.nextDouble());
        int built = (int) Math.max(20, occupied * floors * 0.92);
        String use = use(activity, random);
        boolean lived = use.startsWith("R");
        int dwellings = use.equals("R-3") ? floors * 2 : use.equals("R-2") ? 2 : 1;
        List<String> modalities = draw < 55
                ? List.of("obra_nueva")
                : draw < 62
                        ? List.of("demolicion", "obra_nueva")
                        : draw < 82 ? List.of("ampliacion") : List.of(SMALL_WORKS.get(random.nextInt(6)));
        boolean isNew = modalities.contains("obra_nueva");
        return new LicenceWork(
                List.of(BUILD),
                modalities,
                modalities.contains("cerramiento") ? null : isNew ? built : Math.max(12, built / 3),
                lived && isNew ? dwellings : null,
                modalities.contains("cerramiento") ? null : floors,
                use);
    }

    private static String use(String activity, RandomGenerator random) {
        if (random.nextInt(14) == 0) {
            return "C-8";
        }
        if (activity.startsWith("AR")) {
            return List.of("R-1", "R-1", "R-2", "R-3", "C-1").get(random.nextInt(5));
        }
        return List.of("R-3", "C-2", "C-1", "S-1", "I-2").get(random.nextInt(5));
    }
}
