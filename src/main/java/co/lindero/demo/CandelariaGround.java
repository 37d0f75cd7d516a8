package co.lindero.demo;

import co.lindero.demo.mesh.Carver;
import co.lindero.demo.mesh.Cutter;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Frame;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Paths;
import co.lindero.demo.mesh.Slicer;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.town.Block;
import co.lindero.demo.town.Farms;
import co.lindero.demo.town.Lots;
import co.lindero.demo.town.Plot;
import co.lindero.demo.town.PlotKind;
import co.lindero.demo.town.Streets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Divides the municipality: roads first, settlements on them, rivers, then farms. Not thread-safe. */
final class CandelariaGround {
    private static final double BANK_M = 70;
    private static final double SNAP_M = 0.4;
    private static final double LARGEST_FARM_M2 = 3_000_000;
    private static final int FARMS_PER_EXPANSION = 7;

    static final String CASES = "Casos";
    static final String LICENCES = "Licencias";

    private final Seeds seeds;
    private final Mesh mesh = new Mesh();
    private final Cutter cutter = new Cutter(mesh, SNAP_M);
    private final Carver carver = new Carver(cutter);
    private final List<Town> towns = CandelariaMap.towns();
    private final Map<Face, String> strips = new LinkedHashMap<>();
    private final List<Site> sites = new ArrayList<>();
    private final int[] blocks = new int[towns.size()];
    private List<Face> land;
    private final List<CaseLots> cases = new ArrayList<>();

    CandelariaGround(Seeds seeds) {
        this.seeds = seeds;
        this.land = List.of(new Face(CandelariaMap.limit().stream()
                .map(place -> Node.at(place.x(), place.y()))
                .toList()));
    }

    Mesh mesh() {
        return mesh;
    }

    List<Town> towns() {
        return towns;
    }

    List<Site> sites() {
        return sites;
    }

    /** Returns the parcels of the blocks of acceptance cases; their faces are sites like all others. */
    List<CaseParcel> caseParcels() {
        return cases.stream().flatMap(block -> block.parcels().stream()).toList();
    }

    List<CaseZone> caseZones() {
        return cases.stream().flatMap(block -> block.zones().stream()).toList();
    }

    Cutter cutter() {
        return cutter;
    }

    /** Lays roads, settlements and rivers; what is left is open land. */
    void lay() {
        CandelariaMap.roads().forEach(this::strip);
        for (int town = 0; town < towns.size(); town++) {
            settle(town);
        }
        int carmelo = IntStream.range(0, towns.size())
                .filter(town -> towns.get(town).name().equals("El Carmelo"))
                .findFirst()
                .orElseThrow();
        addCases(carmelo, CASES, CaseBlock.build(mesh, setAside(CaseBlock.outline())));
        addCases(carmelo, LICENCES, LicenceBlock.build(mesh, setAside(LicenceBlock.outline())));
        List<Face> roadFaces = List.copyOf(strips.keySet());
        roadFaces.forEach(face -> shorten(face, PlotKind.ROAD));
        strips.clear();
        CandelariaMap.rivers().forEach(this::strip);
        List.copyOf(strips.keySet()).forEach(face -> shorten(face, PlotKind.RIVER));
    }

    /** Divides the open land into exactly so many farms. */
    void farm(int wanted) {
        RandomGenerator random = seeds.of("farms", 0);
        for (Face face : new Farms(cutter, 17, LARGEST_FARM_M2, random).divide(land, wanted)) {
            addRural(face, PlotKind.FARM, "");
        }
        land = List.of();
    }

    /** Returns the largest farm that reaches the bank of the Cauca. */
    Site largestRiversideFarm() {
        List<Vec> cauca = CandelariaMap.cauca();
        return sites.stream()
                .filter(site -> site.is(PlotKind.FARM))
                .filter(site ->
                        site.plot().face().ring().stream().anyMatch(node -> Paths.distance(cauca, node.vec()) < BANK_M))
                .max(Comparator.comparingDouble(site -> site.plot().face().areaM2()))
                .orElseThrow();
    }

    private void strip(Road road) {
        Carver.Carved carved = carver.strip(land, road.path(), road.widthM());
        carved.inside().forEach(face -> strips.put(face, road.name()));
        land = carved.outside();
    }

    /** Long strips are kept in pieces, as a register does. */
    private void shorten(Face face, PlotKind kind) {
        String name = strips.getOrDefault(face, "");
        Slicer slicer = new Slicer(cutter);
        List<Face> rest = List.of(face);
        Vec origin = CandelariaMap.at(0, 0);
        for (double easting = 10_000; easting < 38_000; easting += 900) {
            Slicer.Sides sides = slicer.slice(rest, Frame.at(origin, 11), easting);
            sides.low().forEach(piece -> addRural(piece, kind, name));
            rest = sides.high();
        }
        rest.forEach(piece -> addRural(piece, kind, name));
    }

    private void addRural(Face face, PlotKind kind, String name) {
        Vec place = face.innerPlace();
        int nearest = IntStream.range(0, towns.size())
                .boxed()
                .min(Comparator.comparingDouble(town -> towns.get(town).centre().distance(place)))
                .orElseThrow();
        sites.add(new Site(Plot.open(face, kind, 0, name), Site.Soil.RURAL, nearest, -1, name));
    }

    private void settle(int town) {
        for (int estate = 0; estate < towns.get(town).estates().size(); estate++) {
            Estate plan = towns.get(town).estates().get(estate);
            Carver.Carved fields = carver.enclose(land, plan.outline());
            if (fields.inside().isEmpty()) {
                throw new IllegalStateException(plan.barrio() + " touches neither road nor neighbour");
            }
            land = fields.outside();
            Map<Face, String> before = new LinkedHashMap<>(strips);
            strips.clear();
            for (Map.Entry<Face, String> strip : before.entrySet()) {
                Carver.Carved carved = carver.enclose(List.of(strip.getKey()), plan.outline());
                carved.outside().forEach(face -> strips.put(face, strip.getValue()));
                for (Face face : carved.inside()) {
                    add(Plot.open(face, PlotKind.STREET, 0, strip.getValue()), town, estate);
                }
            }
            build(fields.inside(), town, estate);
        }
    }

    private void build(List<Face> ground, int town, int estate) {
        Estate plan = towns.get(town).estates().get(estate);
        RandomGenerator random = seeds.of("estate", town * 100L + estate);
        if (plan.kind() == Estate.Kind.EXPANSION) {
            new Farms(cutter, plan.style().degrees(), LARGEST_FARM_M2, random)
                    .divide(ground, FARMS_PER_EXPANSION)
                    .forEach(face -> add(Plot.open(face, PlotKind.FARM, 0, plan.barrio()), town, estate));
            return;
        }
        Slicer slicer = new Slicer(cutter);
        Frame frame = plan.frame();
        Streets.Layout layout = new Streets(slicer).lay(ground, frame, plan.style(), random);
        Lots lots = new Lots(slicer, frame, plan.style(), random);
        for (Block block : layout.blocks()) {
            blocks[town]++;
            if (plan.kind() == Estate.Kind.OLD && block.face().contains(frame.place(30, 40))) {
                add(Plot.open(block.face(), PlotKind.PARK, blocks[town], "Parque Principal"), town, estate);
                continue;
            }
            for (Plot plot : lots.divide(block, blocks[town])) {
                add(plot, town, estate);
            }
        }
        for (Face street : layout.streets()) {
            add(Plot.open(street, PlotKind.STREET, 0, "Vía pública"), town, estate);
        }
    }

    private void add(Plot plot, int town, int estate) {
        Town of = towns.get(town);
        Estate plan = of.estates().get(estate);
        Site.Soil soil = plan.kind() == Estate.Kind.EXPANSION
                ? Site.Soil.EXPANSION
                : of.isUrban() ? Site.Soil.URBAN : Site.Soil.RURAL;
        sites.add(new Site(plot, soil, town, estate, plan.barrio()));
    }

    private List<Face> setAside(List<Vec> outline) {
        Carver.Carved carved = carver.enclose(land, outline);
        land = carved.outside();
        return carved.inside();
    }

    private void addCases(int town, String name, CaseLots block) {
        cases.add(block);
        blocks[town]++;
        for (CaseParcel parcel : block.parcels()) {
            parcel.faces().forEach(face -> add(Plot.open(face, PlotKind.LOT, blocks[town], name), town, 0));
        }
        block.rest().forEach(face -> add(Plot.open(face, PlotKind.PARK, blocks[town], name), town, 0));
    }
}
