package co.lindero.demo;

import co.lindero.demo.mesh.Clip;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Rings;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Draws a building on most lots, behind the front and a few centimetres off the neighbours. */
final class Buildings {
    private static final double SMALLEST_M2 = 14;
    private static final double OFF_THE_LINE_M = 0.12;
    private static final double SMALLHOLDING_M2 = 30_000;

    private final RandomGenerator random;

    Buildings(RandomGenerator random) {
        this.random = random;
    }

    void write(Map<Site, ParcelRow> parcels, GeoJsonFile file) throws IOException {
        for (Map.Entry<Site, ParcelRow> entry : parcels.entrySet()) {
            Site site = entry.getKey();
            double share = random.nextDouble();
            double depth = random.nextDouble();
            boolean isBuilt = site.is(PlotKind.LOT)
                    ? !entry.getValue().destination().startsWith("Lote_") && share < 0.97
                    : site.is(PlotKind.FARM) && share < farmhouses(site);
            if (isBuilt) {
                Optional<List<Node>> outline = site.is(PlotKind.LOT) ? onLot(site, depth) : house(site, depth);
                if (outline.isPresent()) {
                    write(entry.getValue(), outline.get(), file);
                }
            }
        }
    }

    /** Nearly every smallholding has its house; cane fields mostly have none. */
    private static double farmhouses(Site site) {
        return site.plot().face().areaM2() < SMALLHOLDING_M2 ? 0.75 : 0.3;
    }

    private void write(ParcelRow parcel, List<Node> outline, GeoJsonFile file) throws IOException {
        double footprint = Rings.areaM2(outline);
        int floors = parcel.condition().startsWith("PH")
                ? 4
                : 1 + (random.nextInt(10) < 4 ? 1 : 0) + (random.nextInt(20) == 0 ? 1 : 0);
        file.write(
                new Properties()
                        .put("number", parcel.number() + String.format(Locale.ROOT, "-%02d", 1))
                        .put("parcel", parcel.number())
                        .put("floors", floors)
                        .putM2("built_area_m2", footprint * floors * 0.96)
                        .put("use", use(parcel))
                        .put("year", 1940 + random.nextInt(84)),
                Drawing.of(List.of(new Shape(outline, List.of()))));
    }

    private static String use(ParcelRow parcel) {
        return switch (parcel.destination()) {
            case "Comercial" -> "Comercial.Comercio";
            case "Industrial" -> "Industrial.Industrias";
            case "Educativo" -> "Institucional.Colegio_y_Universidades";
            case "Religioso" -> "Institucional.Casas_de_Culto";
            case "Salubridad" -> "Institucional.Puestos_de_Salud";
            default ->
                parcel.condition().startsWith("PH")
                        ? "Residencial.Apartamentos_4_y_mas_pisos_en_PH"
                        : "Residencial.Vivienda_Hasta_3_Pisos";
        };
    }

    private static Optional<List<Node>> onLot(Site site, double depth) {
        Vec front = site.plot().front();
        List<Vec> lot = Clip.places(site.plot().face());
        double foremost =
                lot.stream().mapToDouble(place -> along(front, place)).max().orElseThrow();
        double rearmost =
                lot.stream().mapToDouble(place -> along(front, place)).min().orElseThrow();
        double length = foremost - rearmost;
        double setback = length > 20 ? 2 + depth * 2 : depth < 0.3 ? 0.3 : 1.5;
        List<Vec> body = Clip.keep(lot, front, rearmost + length * (0.15 + 0.3 * depth), foremost - setback);
        return rounded(Clip.inset(body, OFF_THE_LINE_M));
    }

    private static Optional<List<Node>> house(Site site, double depth) {
        Vec at = site.plot().face().innerPlace();
        double half = 5 + 6 * depth;
        List<Vec> house = List.of(
                at.plus(-half, -half * 0.7),
                at.plus(half, -half * 0.7),
                at.plus(half, half * 0.7),
                at.plus(-half, half * 0.7));
        return house.stream().allMatch(place -> site.plot().face().contains(place)) ? rounded(house) : Optional.empty();
    }

    private static double along(Vec direction, Vec place) {
        return direction.x() * place.x() + direction.y() * place.y();
    }

    private static Optional<List<Node>> rounded(List<Vec> ring) {
        List<Node> nodes = ring.stream()
                .map(place -> Node.at(place.x(), place.y()))
                .distinct()
                .toList();
        return nodes.size() >= 3 && Rings.areaM2(nodes) >= SMALLEST_M2 ? Optional.of(nodes) : Optional.empty();
    }
}
