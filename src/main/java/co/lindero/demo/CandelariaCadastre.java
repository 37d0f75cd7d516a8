package co.lindero.demo;

import co.lindero.demo.mesh.Dissolve;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.town.PlotKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes the register: a parcel for each site, and the units, condominium, cemetery and informal plots. */
final class CandelariaCadastre {
    private static final int PH_EVERY = 420;
    private static final int PH_UNITS = 8;
    private static final int GRAVES = 16;
    /** So that the old number of a unit is never that of a plot. */
    private static final int FIRST_UNIT = 501;

    private static final int INFORMAL = 24;
    private static final double HORIZONTAL_FROM_M2 = 110;

    private final CandelariaGround ground;
    private final Mesh mesh;
    private final SiteNumbers numbers;
    private final Registry registry = new Registry();
    private final RandomGenerator random;
    private final Set<Site> horizontal = new HashSet<>();
    private final List<Site> estateCommons = new ArrayList<>();
    private final List<ParcelRow> rows = new ArrayList<>();
    private final Map<Site, ParcelRow> bySite = new LinkedHashMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final Site cemetery;
    private int graves;
    private int condominiumUnits;

    CandelariaCadastre(CandelariaGround ground, Seeds seeds) {
        this.ground = ground;
        this.mesh = ground.mesh();
        this.numbers = new SiteNumbers(new Veredas(ground.towns()));
        this.random = seeds.of("register", 0);
        List<Site> lots = ground.sites().stream()
                .filter(site -> site.is(PlotKind.LOT) && !site.isCase())
                .filter(site -> !isCondominium(site) && site.plot().face().areaM2() > HORIZONTAL_FROM_M2)
                .toList();
        for (int i = PH_EVERY / 2; i < lots.size(); i += PH_EVERY) {
            horizontal.add(lots.get(i));
        }
        ground.sites().stream()
                .filter(site -> isCondominium(site) && !site.is(PlotKind.LOT))
                .forEach(estateCommons::add);
        this.cemetery = ground.sites().stream()
                .filter(site -> site.is(PlotKind.PARK) && site.town() == 0 && site.estate() > 0)
                .max(Comparator.comparingDouble(site -> site.plot().face().areaM2()))
                .orElseThrow();
    }

    /** Returns how many parcels there will be beside the farms. */
    int withoutFarms() {
        int commons = estateCommons.isEmpty() ? 0 : estateCommons.size() - 1;
        int joined = ground.caseParcels().stream()
                .mapToInt(parcel -> parcel.faces().size() - 1)
                .sum();
        return ground.sites().size() - commons - joined + horizontal.size() * PH_UNITS + GRAVES + INFORMAL;
    }

    /** Registers everything; the farms must be there. */
    void register() {
        Map<Face, CaseParcel> cases = new HashMap<>();
        ground.caseParcels().forEach(parcel -> parcel.faces().forEach(face -> cases.put(face, parcel)));
        ParcelNumber condominium = condominium();
        Set<CaseParcel> done = new HashSet<>();
        for (Site site : ground.sites()) {
            CaseParcel special = cases.get(site.plot().face());
            if (special != null) {
                if (done.add(special)) {
                    registerCase(special, site);
                }
            } else if (isCondominium(site)) {
                if (site.is(PlotKind.LOT)) {
                    String unit = String.format(Locale.ROOT, "0000%04d", FIRST_UNIT + condominiumUnits++);
                    add(site, SiteNumbers.unit(condominium, 8, unit), "Condominio.Unidad_Predial", plain(site));
                }
            } else {
                registerPlain(site);
            }
        }
        informal();
    }

    List<ParcelRow> rows() {
        return rows;
    }

    /** Returns the parcel of a site that has one of its own. */
    Map<Site, ParcelRow> bySite() {
        return bySite;
    }

    /** Returns a parcel number for each kind of case, by the key of the case. */
    Map<String, String> examples() {
        return examples;
    }

    /** Returns the planar area of a parcel as it is drawn. */
    double drawnM2(String number) {
        return rows.stream()
                .filter(row -> row.number().equals(number) && row.drawing() instanceof Drawing.Area)
                .map(row -> (Drawing.Area) row.drawing())
                .flatMap(area -> area.shapes().stream())
                .mapToDouble(Shape::areaM2)
                .sum();
    }

    private boolean isCondominium(Site site) {
        return site.isSettled()
                && ground.towns().get(site.town()).estates().get(site.estate()).kind() == Estate.Kind.COUNTRY;
    }

    private ParcelNumber condominium() {
        Site first = estateCommons.get(0);
        ParcelNumber number = numbers.next(first, 8);
        List<Shape> shapes = new Dissolve(mesh)
                .unite(estateCommons.stream().map(site -> site.plot().face()).toList());
        rows.add(row(number, "Condominio.Matriz", "Condominio Campestre Brisas", "Habitacional", Drawing.of(shapes)));
        examples.put("Condominio.Matriz", number.npn());
        return number;
    }

    private void registerCase(CaseParcel parcel, Site site) {
        ParcelNumber number = numbers.next(site, 0);
        Drawing.Area drawing = new Drawing.Area(parcel.shapes());
        String address = "Calle 9 # 1-" + parcel.key() + " " + site.plot().address();
        rows.add(new ParcelRow(
                number.npn(),
                number.previous(),
                registry.nupre(),
                registry.folio(),
                address,
                parcel.registeredM2(),
                "Lote_Urbanizado_No_Construido",
                "NPH",
                drawing));
        examples.put(parcel.key(), number.npn());
    }

    private void registerPlain(Site site) {
        if (site.equals(cemetery)) {
            ParcelNumber number = numbers.next(site, 7);
            add(site, number, "Parque_Cementerio.Matriz", plain(site));
            while (graves < GRAVES) {
                String unit = String.format(Locale.ROOT, "0000%04d", FIRST_UNIT + graves++);
                rows.add(row(
                        SiteNumbers.unit(number, 7, unit),
                        "Parque_Cementerio.Unidad_Predial",
                        "Parque cementerio, lote " + graves,
                        "Servicios_Funerarios",
                        new Drawing.None()));
            }
        } else if (horizontal.contains(site)) {
            ParcelNumber number = numbers.next(site, 9);
            add(site, number, "PH.Matriz", plain(site));
            for (int i = 0; i < PH_UNITS; i++) {
                String unit = String.format(Locale.ROOT, "01%02d%04d", 1 + i / 2, i + 1);
                ParcelNumber own = SiteNumbers.unit(number, 9, unit);
                String address = site.plot().address() + " Apto " + (1 + i / 2) + "0" + (1 + i % 2);
                rows.add(row(own, "PH.Unidad_Predial", address, "Habitacional", new Drawing.None()));
                examples.putIfAbsent("PH.Unidad_Predial", own.npn());
            }
        } else {
            int condition = SiteNumbers.condition(site.plot().kind());
            String name = condition == 0 ? "NPH" : condition == 3 ? "Bien_Uso_Publico" : "Via";
            add(site, numbers.next(site, condition), name, plain(site));
        }
    }

    /** Plots without title on the riverside, each on the ground of a formal parcel. */
    private void informal() {
        Vec river = ground.towns().get(2).centre();
        List<Site> hosts = ground.sites().stream()
                .filter(site -> site.is(PlotKind.FARM) && site.plot().face().areaM2() > 20_000)
                .sorted(Comparator.comparingDouble(
                        site -> site.plot().face().innerPlace().distance(river)))
                .limit(INFORMAL)
                .toList();
        for (Site host : hosts) {
            Vec at = host.plot().face().innerPlace();
            Shape shape = new Shape(
                    List.of(
                            Node.at(at.x() - 4, at.y() - 7),
                            Node.at(at.x() + 4, at.y() - 7),
                            Node.at(at.x() + 4, at.y() + 7),
                            Node.at(at.x() - 4, at.y() + 7)),
                    List.of());
            ParcelNumber number = numbers.next(host, 2);
            rows.add(row(number, "Informal", "Mejora a la orilla", "Habitacional", Drawing.of(List.of(shape))));
            examples.putIfAbsent("Informal", number.npn());
        }
    }

    private Drawing plain(Site site) {
        return Drawing.of(mesh, site.plot().face());
    }

    private void add(Site site, ParcelNumber number, String condition, Drawing drawing) {
        ParcelRow row = row(number, condition, Addresses.of(site), Destinations.of(site), drawing);
        rows.add(row);
        bySite.put(site, row);
        examples.putIfAbsent(condition, number.npn());
        if (site.is(PlotKind.FARM) && !site.isSettled()) {
            examples.putIfAbsent("finca", number.npn());
        }
    }

    private ParcelRow row(ParcelNumber number, String condition, String address, String destination, Drawing drawing) {
        double drawn = drawing instanceof Drawing.Area area
                ? area.shapes().stream().mapToDouble(Shape::areaM2).sum()
                : 48 + random.nextInt(40);
        boolean hasFolio = number.condition() != 2 && number.condition() != 3 && number.condition() != 4;
        return new ParcelRow(
                number.npn(),
                number.previous(),
                registry.nupre(),
                hasFolio ? registry.folio() : null,
                address,
                Registry.registered(drawn, random),
                destination,
                condition,
                drawing);
    }
}
