package co.lindero.demo;

import co.lindero.demo.mesh.Dissolve;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes the territories: unions of sites, so that each kind fits the parcels exactly. */
final class CandelariaTerritories {
    /** Inhabitants in 2019, as published. */
    private static final int POPULATION = 86_584;

    private final CandelariaGround ground;
    private final Veredas veredas;
    private final Dissolve dissolve;
    private final List<String> corregimientos;
    private final Map<Site, Integer> people = new LinkedHashMap<>();

    CandelariaTerritories(CandelariaGround ground) {
        this.ground = ground;
        this.veredas = new Veredas(ground.towns());
        this.dissolve = new Dissolve(ground.mesh());
        this.corregimientos =
                ground.towns().stream().map(Town::corregimiento).distinct().toList();
        count();
    }

    private void count() {
        List<Site> homes = ground.sites().stream()
                .filter(site -> site.is(PlotKind.LOT) || site.is(PlotKind.FARM))
                .toList();
        for (int i = 0; i < homes.size(); i++) {
            int upTo = (int) ((long) POPULATION * (i + 1) / homes.size());
            people.put(homes.get(i), upTo - (int) ((long) POPULATION * i / homes.size()));
        }
    }

    void write(GeoJsonFile file) throws IOException {
        List<Site> all = ground.sites();
        write(file, new Territory("76130", "municipio", "Candelaria", null), all);
        for (Map.Entry<Integer, List<Site>> part :
                grouped(all, site -> corregimiento(site.town())).entrySet()) {
            String name = corregimientos.get(part.getKey());
            String kind = part.getKey() == 0 ? "cabecera" : "corregimiento";
            write(file, new Territory(code(part.getKey()), kind, name, "76130"), part.getValue());
        }
        List<Site> rural =
                all.stream().filter(site -> site.soil() == Site.Soil.RURAL).toList();
        for (Map.Entry<Integer, List<Site>> part : grouped(rural, veredas::of).entrySet()) {
            String code = String.format(Locale.ROOT, "7613000010000%04d", part.getKey());
            String parent = code(corregimiento(veredas.town(part.getKey())));
            write(file, new Territory(code, "vereda", Veredas.name(part.getKey()), parent), part.getValue());
        }
        settlements(file, all.stream().filter(Site::isSettled).toList());
    }

    private void settlements(GeoJsonFile file, List<Site> settled) throws IOException {
        List<Site> built = settled.stream()
                .filter(site -> site.soil() != Site.Soil.EXPANSION)
                .toList();
        for (Map.Entry<Integer, List<Site>> town : grouped(built, Site::town).entrySet()) {
            if (town.getKey() > 0) {
                String name = ground.towns().get(town.getKey()).name();
                String code = String.format(Locale.ROOT, "76130%03d", town.getKey());
                write(
                        file,
                        new Territory(code, "centro_poblado", name, code(corregimiento(town.getKey()))),
                        town.getValue());
            }
            for (Map.Entry<Integer, List<Site>> barrio :
                    grouped(town.getValue(), SiteNumbers::barrio).entrySet()) {
                Site any = barrio.getValue().get(0);
                String parent = code(corregimiento(any.town()));
                write(file, new Territory(barrioCode(any), "barrio", any.name(), parent), barrio.getValue());
                blocks(file, barrio.getValue());
            }
        }
    }

    private void blocks(GeoJsonFile file, List<Site> barrio) throws IOException {
        List<Site> lots =
                barrio.stream().filter(site -> site.plot().block() > 0).toList();
        for (Map.Entry<Integer, List<Site>> block :
                grouped(lots, site -> site.plot().block()).entrySet()) {
            String parent = barrioCode(block.getValue().get(0));
            String code = parent + String.format(Locale.ROOT, "%04d", block.getKey());
            write(file, new Territory(code, "manzana", "Manzana " + block.getKey(), parent), block.getValue());
        }
    }

    private record Territory(
            String code,
            String kind,
            String name,
            @org.jspecify.annotations.Nullable String parent) {}

    private void write(GeoJsonFile file, Territory territory, List<Site> sites) throws IOException {
        List<Face> faces = sites.stream().map(site -> site.plot().face()).toList();
        List<Shape> shapes = dissolve.unite(faces);
        int population =
                sites.stream().mapToInt(site -> people.getOrDefault(site, 0)).sum();
        file.write(
                new Properties()
                        .put("code", territory.code())
                        .put("kind", territory.kind())
                        .put("name", territory.name())
                        .put("parent", territory.parent())
                        .put("population", population),
                Drawing.of(shapes));
    }

    private int corregimiento(int town) {
        return corregimientos.indexOf(ground.towns().get(town).corregimiento());
    }

    private static String code(int corregimiento) {
        return String.format(Locale.ROOT, "76130%02d", corregimiento);
    }

    private static String barrioCode(Site site) {
        return String.format(Locale.ROOT, "76130%02d0100%02d", SiteNumbers.zone(site), SiteNumbers.barrio(site));
    }

    private static Map<Integer, List<Site>> grouped(List<Site> sites, Function<Site, Integer> key) {
        Map<Integer, List<Site>> groups = new TreeMap<>();
        sites.forEach(site -> groups.computeIfAbsent(key.apply(site), any -> new ArrayList<>())
                .add(site));
        return groups;
    }
}
