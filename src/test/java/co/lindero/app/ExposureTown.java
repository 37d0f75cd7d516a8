package co.lindero.app;

import co.lindero.support.Town;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * A town of boxes strewn at random: parcels with buildings, zones of hazard that overlap each other and reach over territories,
 * ground that no data reach. It counts its own exposure with JTS, box by box, so that what the service answers has something to be
 * compared with.
 */
final class ExposureTown {
    static final List<String> LEVELS = List.of("Alta", "Media", "Baja");
    static final List<String> KINDS =
            List.of("municipio", "cabecera", "corregimiento", "centro_poblado", "vereda", "barrio", "manzana");
    private static final double SIDE = 400;
    private static final double REACH = 330;
    private static final int ACROSS = 9;
    private static final GeometryFactory BOXES = new GeometryFactory();

    private final Random random = new Random(8);
    private final Map<String, Map<String, Envelope>> groups = new LinkedHashMap<>();
    private final List<Plot> plots = new ArrayList<>();
    private final Map<String, List<Envelope>> inForce = new LinkedHashMap<>();
    private final Map<String, List<Envelope>> draft = new LinkedHashMap<>();

    /** A parcel and what stands on it. */
    private record Plot(
            String number,
            Envelope ground,
            @Nullable String use,
            @Nullable Envelope building,
            int floors,
            double builtM2) {}

    /** What lies in a group at a level. */
    record Counted(long parcels, double drawnM2, long buildings, long floors, double builtM2, double groundM2) {}

    ExposureTown() {
        groups.put("municipio", Map.of("M", box(0, 0, SIDE, SIDE)));
        groups.put("cabecera", Map.of("CAB", box(0, 0, 150, 150)));
        groups.put("corregimiento", Map.of("C1", box(0, 0, 210, SIDE), "C2", box(210, 0, 110, SIDE)));
        groups.put("centro_poblado", Map.of("CP1", box(20, 200, 100, 90), "CP2", box(220, 30, 90, 100)));
        groups.put(
                "vereda",
                Map.of("V1", box(0, 150, 210, 250), "V2", box(210, 0, 110, 200), "V3", box(210, 200, 110, 200)));
        groups.put("barrio", Map.of("B1", box(0, 0, 75, 150), "B2", box(75, 0, 75, 150)));
        groups.put("manzana", Map.of("MZ1", box(0, 0, 40, 70), "MZ2", box(80, 0, 70, 60), "MZ3", box(80, 70, 70, 80)));
        groups.put("land-class", Map.of("urbano", box(0, 0, 150, 150), "rural", box(150, 0, 250, SIDE)));
        strewPlots();
        strewZones(inForce, 7);
        strewZones(draft, 11);
    }

    private static Envelope box(double x, double y, double width, double height) {
        return new Envelope(x, x + width, y, y + height);
    }

    /** Boxes on a tenth of a metre, the inner point of none on the edge of a territory. */
    private void strewPlots() {
        for (int row = 0; row < ACROSS; row++) {
            for (int column = 0; column < ACROSS; column++) {
                Envelope ground =
                        box(column * 44 + tenth(3) + 0.3, row * 44 + tenth(3) + 0.7, 20 + tenth(15), 20 + tenth(15));
                boolean built = random.nextInt(3) > 0;
                plots.add(new Plot(
                        "%04d".formatted(plots.size() + 1),
                        ground,
                        switch (random.nextInt(3)) {
                            case 0 -> "Habitacional";
                            case 1 -> "Comercial";
                            default -> null;
                        },
                        built
                                ? box(
                                        ground.getMinX() + tenth(8),
                                        ground.getMinY() + tenth(8),
                                        5 + tenth(4),
                                        5 + tenth(4))
                                : null,
                        1 + random.nextInt(4),
                        40 + random.nextInt(200)));
            }
        }
    }

    private double tenth(int most) {
        return random.nextInt(most * 10) / 10.0;
    }

    private void strewZones(Map<String, List<Envelope>> zones, int each) {
        for (String level : LEVELS) {
            List<Envelope> boxes = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                boxes.add(box(tenth(300), tenth(350), 15 + tenth(60), 15 + tenth(60)));
            }
            zones.put(level, boxes);
        }
    }

    /** Loads the town with plan P1 in force and the draft P2. */
    void load(Town town) {
        territories(town).load();
        Town.Load parcels = town.parcels();
        Town.Load buildings = town.buildings();
        for (Plot plot : plots) {
            rect(parcels.parcel(plot.number()), plot.ground());
            if (plot.use() != null) {
                parcels.with("destination", plot.use());
            }
            if (plot.building() != null) {
                rect(
                        buildings
                                .building(plot.number(), plot.floors(), plot.builtM2())
                                .with("use", "Residencial"),
                        plot.building());
            }
        }
        parcels.load();
        buildings.load();
        town.theme("land-class", "--partition", "--accuracy", "0.1", "--coverage", "municipality");
        Town.Load classes = town.zones("land-class");
        groups.get("land-class")
                .forEach((code, ground) -> rect(classes.zone(code.equals("rural") ? "Rural" : "Urbano"), ground));
        classes.load();
        zones(town, inForce);
        town.plan("P2", "2030-01-01", "--revises", "P1", "--status", "draft");
        zones(town, draft);
        town.in("P1");
    }

    private Town.Load territories(Town town) {
        Town.Load file = town.territories();
        for (String kind : KINDS) {
            groups.get(kind)
                    .forEach((code, ground) ->
                            rect(file.territory(kind, kind.equals("municipio") ? town.municipality() : code), ground));
        }
        return file;
    }

    private void zones(Town town, Map<String, List<Envelope>> zones) {
        town.theme("hazard-flood");
        Town.Load file = town.zones("hazard-flood");
        zones.forEach((level, boxes) -> boxes.forEach(ground -> rect(file.zone(level), ground)));
        file.load("--accuracy", "0.1", "--coverage", town.coverage("reach", 0, 0, REACH, SIDE));
    }

    private static void rect(Town.Load file, Envelope ground) {
        file.rect(ground.getMinX(), ground.getMinY(), ground.getWidth(), ground.getHeight());
    }

    /** Returns the codes of the groups of a kind; an empty code for what lies in none. */
    List<String> codes(String by) {
        List<String> codes = new ArrayList<>(
                by.equals("use")
                        ? List.of("Comercial", "Habitacional")
                        : List.copyOf(groups.get(by).keySet()));
        codes.add("");
        return codes;
    }

    /** Counts what lies in a group at a level, or at none or no_data. */
    Counted count(String by, String code, String level, boolean ofDraft) {
        Map<String, Geometry> ground = levels(ofDraft);
        long parcels = 0;
        double drawn = 0;
        long buildings = 0;
        long floors = 0;
        double built = 0;
        for (Plot plot : plots) {
            Geometry shape = BOXES.toGeometry(plot.ground());
            if (isIn(by, code, plot, plot.ground())) {
                parcels += highest(ground, shape).equals(level) ? 1 : 0;
                drawn += area(ground, shape, level);
            }
            if (plot.building() != null && isIn(by, code, plot, plot.building())) {
                boolean here =
                        highest(ground, BOXES.toGeometry(plot.building())).equals(level);
                buildings += here ? 1 : 0;
                floors += here ? plot.floors() : 0;
                built += here ? plot.builtM2() : 0;
            }
        }
        return new Counted(parcels, drawn, buildings, floors, built, ground(by, code, ground, level));
    }

    private double ground(String by, String code, Map<String, Geometry> ground, String level) {
        if (!ground.containsKey(level) || by.equals("use")) {
            return 0;
        }
        Geometry all = ground.get(level);
        return code.isEmpty()
                ? groups.get(by).values().stream()
                        .map(BOXES::toGeometry)
                        .reduce(all, Geometry::difference)
                        .getArea()
                : all.intersection(BOXES.toGeometry(groups.get(by).get(code))).getArea();
    }

    private boolean isIn(String by, String code, Plot plot, Envelope shape) {
        if (by.equals("use")) {
            return code.equals(plot.use() == null ? "" : plot.use());
        }
        Predicate<Envelope> holds = group -> group.contains(shape.centre());
        return code.isEmpty()
                ? groups.get(by).values().stream().noneMatch(holds)
                : holds.test(groups.get(by).get(code));
    }

    /** The ground of each level that no higher one takes; beyond the reach of the draft the plan that it revises still speaks. */
    private Map<String, Geometry> levels(boolean ofDraft) {
        Map<String, Geometry> levels = new LinkedHashMap<>();
        Geometry taken = BOXES.createPolygon();
        for (String level : LEVELS) {
            Geometry all = union(inForce.get(level));
            if (ofDraft) {
                all = all.difference(BOXES.toGeometry(reach())).union(union(draft.get(level)));
            }
            levels.put(level, all.difference(taken));
            taken = taken.union(all);
        }
        return levels;
    }

    private static Geometry union(List<Envelope> boxes) {
        return UnaryUnionOp.union(boxes.stream().map(BOXES::toGeometry).toList());
    }

    private static Envelope reach() {
        return box(0, 0, REACH, SIDE);
    }

    private static double area(Map<String, Geometry> ground, Geometry shape, String level) {
        if (ground.containsKey(level)) {
            return ground.get(level).intersection(shape).getArea();
        }
        Geometry left = ground.values().stream().reduce(shape, Geometry::difference);
        Geometry reached = left.intersection(BOXES.toGeometry(reach()));
        return level.equals("none") ? reached.getArea() : left.getArea() - reached.getArea();
    }

    private static String highest(Map<String, Geometry> ground, Geometry shape) {
        return LEVELS.stream()
                .filter(level -> area(ground, shape, level) > 1e-6)
                .findFirst()
                .orElseGet(() -> area(ground, shape, "no_data") > 1e-6 ? "no_data" : "none");
    }
}
