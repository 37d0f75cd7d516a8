package co.lindero.demo;

import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.Manifest;
import co.lindero.demo.town.Plot;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Writes any number of parcels that tile a rectangle without gap or overlap, and ten themes of zones over them. One
 * town after the other is built and forgotten, so that memory does not grow with the number. EPSG:9377, metres, x =
 * easting, y = northing.
 */
public final class FabricGenerator {
    private static final int PARCELS_PER_TOWN = 4000;
    private static final Vec SOUTH_WEST = new Vec(4_612_000, 1_918_000);

    private final DemoSettings settings;
    private final Seeds seeds;
    private final Registry registry = new Registry();
    private final int towns;
    private final int columns;
    private final double sideM;

    /** Prepares to generate; nothing is written yet. */
    public FabricGenerator(DemoSettings settings) {
        this.settings = settings;
        this.seeds = new Seeds(settings.seed());
        this.towns = (settings.parcels() + PARCELS_PER_TOWN - 1) / PARCELS_PER_TOWN;
        this.columns = (int) Math.ceil(Math.sqrt(towns));
        this.sideM = FabricTown.sideM((settings.parcels() + towns - 1) / towns);
    }

    /** Writes parcels.geojson, zones-THEME.geojson and manifest.yaml into a folder that is there. */
    public void generate(Path folder) throws IOException {
        try (FabricFiles files = new FabricFiles(folder)) {
            for (int town = 0; town < towns; town++) {
                town(town, files);
            }
            for (int row = 0; row * columns < towns; row++) {
                RandomGenerator random = seeds.of("river", row);
                double swing = Math.min(140, sideM * 0.06);
                double width = Math.min(columns, towns - row * columns) * sideM;
                double northing = SOUTH_WEST.y() + row * sideM + sideM * 0.3;
                new FabricRiver(SOUTH_WEST.x(), SOUTH_WEST.x() + width, northing, swing, random).write(files);
            }
            manifest(files).write(folder);
        }
    }

    private static Manifest manifest(FabricFiles files) {
        String plan = "PBOT-2005";
        List<String> municipality = List.of("--municipality", ParcelNumber.MUNICIPALITY);
        Manifest manifest = new Manifest();
        manifest.add(Stream.of(
                        List.of("plan", "add"),
                        municipality,
                        List.of("--code", plan, "--kind", "PBOT", "--act", FabricFiles.ACT, "--from", "2005-06-01"))
                .flatMap(List::stream)
                .toList());
        manifest.add(Stream.of(List.of("load", "parcels", "parcels.geojson"), municipality)
                .flatMap(List::stream)
                .toList());
        List<String> place = List.of("--municipality", ParcelNumber.MUNICIPALITY, "--plan", plan);
        for (DemoTheme theme : DemoTheme.values()) {
            String name = "zones-" + theme.code();
            if (files.names().contains(name)) {
                manifest.add(theme.addCommand(place));
                manifest.add(theme.loadCommand(
                        place, name + ".geojson", List.of("--accuracy", "0.10", "--coverage", "municipality")));
            }
        }
        return manifest;
    }

    private void town(int index, FabricFiles files) throws IOException {
        RandomGenerator random = seeds.of("town", index);
        int parcels =
                (int) ((long) settings.parcels() * (index + 1) / towns - (long) settings.parcels() * index / towns);
        Vec corner = SOUTH_WEST.plus(index % columns * sideM, Math.floorDiv(index, columns) * sideM);
        FabricTown town = FabricTown.build(corner, sideM, parcels, random);
        PlotNumbers numbers = new PlotNumbers(1 + index / 99, 1 + index % 99, 1 + index / 99);
        for (Plot plot : town.plots()) {
            row(plot, town, numbers, random).write(files.parcels());
        }
        new FabricZones(town, files).write();
    }

    private ParcelRow row(Plot plot, FabricTown town, PlotNumbers numbers, RandomGenerator random) {
        ParcelNumber number = numbers.next(plot);
        Drawing.Area drawing = (Drawing.Area) Drawing.of(town.mesh(), plot.face());
        boolean isPrivate = plot.kind() == PlotKind.LOT || plot.kind() == PlotKind.FARM;
        String nupre = registry.nupre();
        return new ParcelRow(
                number.npn(),
                number.previous(),
                nupre,
                isPrivate ? registry.folio() : null,
                plot.address(),
                Registry.registered(drawing.shapes().get(0).areaM2(), random),
                destination(plot.kind()),
                condition(number.condition()),
                drawing);
    }

    private static String destination(PlotKind kind) {
        return switch (kind) {
            case LOT -> "Habitacional";
            case FARM -> "Agricola";
            case STREET, ROAD -> "Infraestructura_Transporte";
            case PARK, RIVER -> "Uso_Publico";
        };
    }

    private static String condition(int digit) {
        return switch (digit) {
            case 3 -> "Bien_Uso_Publico";
            case 4 -> "Via";
            default -> "NPH";
        };
    }
}
