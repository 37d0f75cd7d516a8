package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.LicenceQuestion.Proposal;
import co.lindero.licence.Measure.Absent;
import co.lindero.licence.Measure.Known;
import co.lindero.licence.Measure.Missing;
import co.lindero.licence.Measure.Reading;
import co.lindero.licence.MeasureStore.Together;
import co.lindero.licence.SiteStore.Building;
import co.lindero.licence.SiteStore.Given;
import co.lindero.licence.ZoneStore.ZoneQuestion;
import co.lindero.licence.boundary.BoundaryPiece.Side;
import co.lindero.norm.IndexBase;
import co.lindero.norm.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Every quantity of a proposal on a site, by the definitions of docs/quantities.md; measured in the database once, when first
 * asked for. Confined to one check and its handle.
 */
final class SiteMeasures {
    private static final BigDecimal HECTARE_M2 = BigDecimal.valueOf(10_000);

    private final Handle handle;
    private final MeasureStore store;
    private final LicenceQuestion question;
    private final SiteFacts facts;
    private final ZoneQuestion zones;
    private final Map<Quantity, Measure> measured = new EnumMap<>(Quantity.class);
    private @Nullable SetbackMeasures setbacks;
    private @Nullable Together together;

    SiteMeasures(Handle handle, MeasureStore store, LicenceQuestion question, SiteFacts facts, ZoneQuestion zones) {
        this.handle = handle;
        this.store = store;
        this.question = question;
        this.facts = facts;
        this.zones = zones;
    }

    /** Returns what is known of a quantity; an index is taken of a base. */
    Measure of(Quantity quantity, IndexBase base) {
        return switch (quantity) {
            case OCCUPATION_INDEX -> ratio(footprintReadings(), base);
            case CONSTRUCTION_INDEX -> ratio(of(Quantity.BUILT_AREA_M2, base), base);
            case DEDICATION_SHARE -> ratio(dedication(), base);
            case DWELLING_DENSITY_HA -> ratio(dwellingsPerHectare(), base);
            default -> {
                Measure known = measured.get(quantity);
                if (known == null) {
                    known = plain(quantity);
                    measured.put(quantity, known);
                }
                yield known;
            }
        };
    }

    private Proposal proposal() {
        return question.proposal();
    }

    private Measure plain(Quantity quantity) {
        return switch (quantity) {
            case FLOORS -> stated("floors", whole(proposal().floors()), "los pisos propuestos", "the proposed floors");
            case HEIGHT_M -> stated("heightM", proposal().heightM(), "la altura propuesta", "the proposed height");
            case DWELLINGS ->
                stated(
                        "dwellings",
                        whole(proposal().dwellings()),
                        "las viviendas propuestas",
                        "the proposed dwellings");
            case PARKING_SPACES ->
                stated(
                        "parkingSpaces",
                        whole(proposal().parkingSpaces()),
                        "los parqueaderos propuestos",
                        "the proposed parking spaces");
            case BUILT_AREA_M2 -> builtArea();
            case FOOTPRINT_AREA_M2 -> footprintReadings();
            case LOT_AREA_M2 -> Known.ways(baseReadings(), null);
            case LOT_FRONTAGE_M -> lotFigure(quantity);
            case LOT_DEPTH_M -> lotFigure(quantity);
            case FRONT_SETBACK_M -> setbacks().of(Side.FRONT);
            case SIDE_SETBACK_M -> setbacks().of(Side.SIDE);
            case REAR_SETBACK_M -> setbacks().of(Side.REAR);
            case BUILDING_DISTANCE_M -> buildingDistance();
            case WATERCOURSE_DISTANCE_M -> lineDistance("riparian-buffer", "cauce", "watercourse");
            case ROAD_AXIS_DISTANCE_M -> lineDistance("road-reservation", "eje de vía", "road axis");
            case OCCUPATION_INDEX, CONSTRUCTION_INDEX, DEDICATION_SHARE, DWELLING_DENSITY_HA ->
                throw new IllegalStateException(quantity + " needs a base");
        };
    }

    private static @Nullable BigDecimal whole(@Nullable Integer value) {
        return value == null ? null : BigDecimal.valueOf(value);
    }

    private static Measure stated(String input, @Nullable BigDecimal value, String es, String en) {
        return value == null
                ? Missing.of(input, new Bilingual("no se indicó: " + es, "not stated: " + en))
                : Known.of(value, new Bilingual(es, en));
    }

    /** Returns the areas that an index may be taken of: registered, else planar, with the ellipsoidal beside it. */
    private List<Reading> baseReadings() {
        Double registered = facts.site().registeredM2();
        if (registered != null) {
            return List.of(new Reading(
                    BigDecimal.valueOf(registered),
                    null,
                    new Bilingual("área registrada del predio", "registered area of the parcel")));
        }
        return List.of(
                new Reading(
                        area(facts.site().planarM2()),
                        null,
                        new Bilingual("área dibujada del predio, planar", "drawn area of the parcel, planar")),
                new Reading(
                        area(facts.site().ellipsoidM2()),
                        null,
                        new Bilingual("área dibujada del predio, elipsoidal", "drawn area, ellipsoidal")));
    }

    /** Areas are taken to 0.0001 m2, as answers write them: what is computed can be computed again from what is shown. */
    private static BigDecimal area(double value) {
        return BigDecimal.valueOf(value).setScale(4, java.math.RoundingMode.HALF_UP);
    }

    private Measure ratio(Measure upper, IndexBase base) {
        if (!(upper instanceof Known known)) {
            return upper;
        }
        if (base == IndexBase.AREA_NETA && proposal().netAreaM2() == null) {
            return Missing.of("netAreaM2", new Bilingual("falta el área neta urbanizable", "the net area is missing"));
        }
        if (base == IndexBase.AREA_UTIL && proposal().usableAreaM2() == null) {
            return Missing.of("usableAreaM2", new Bilingual("falta el área útil", "the usable area is missing"));
        }
        List<Reading> bases = base == IndexBase.PREDIO
                ? baseReadings()
                : List.of(new Reading(
                        Objects.requireNonNull(
                                base == IndexBase.AREA_NETA
                                        ? proposal().netAreaM2()
                                        : proposal().usableAreaM2()),
                        null,
                        base == IndexBase.AREA_NETA
                                ? new Bilingual("área neta indicada", "net area as stated")
                                : new Bilingual("área útil indicada", "usable area as stated")));
        int ways = Math.max(known.readings().size(), bases.size());
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < ways; i++) {
            Reading over = known.readings().get(Math.min(i, known.readings().size() - 1));
            Reading under = bases.get(Math.min(i, bases.size() - 1));
            readings.add(new Reading(
                    over.amount(),
                    under.amount(),
                    new Bilingual(
                            over.how().es() + ", sobre " + under.how().es(),
                            over.how().en() + ", over " + under.how().en())));
        }
        return Known.ways(readings, known.geojson());
    }

    /** Returns the ground that is given: as stated, and as the layout draws it, roads apart. */
    private Measure dedication() {
        List<Given> drawn = facts.layout().openSpaces();
        BigDecimal stated = proposal().dedicationM2();
        if (drawn.isEmpty()) {
            return stated("dedicationM2", stated, "el área cedida", "the area dedicated");
        }
        List<Reading> readings = new ArrayList<>();
        readings.add(new Reading(
                area(drawn.stream().mapToDouble(Given::planarM2).sum()),
                null,
                new Bilingual("área dibujada de las cesiones, sin vías", "drawn area that is given, roads apart")));
        if (stated != null) {
            readings.add(new Reading(stated, null, new Bilingual("área cedida indicada", "area dedicated as stated")));
        }
        return Known.ways(readings, null);
    }

    private Measure dwellingsPerHectare() {
        Integer dwellings = proposal().dwellings();
        return dwellings == null
                ? of(Quantity.DWELLINGS, IndexBase.PREDIO)
                : Known.of(
                        BigDecimal.valueOf(dwellings).multiply(HECTARE_M2),
                        new Bilingual("las viviendas propuestas por hectárea", "the proposed dwellings a hectare"));
    }

    /** Returns the ground under the footprint, in an extension together with the buildings that stand. */
    private Measure footprintReadings() {
        Given footprint = facts.footprint();
        if (footprint == null) {
            return Missing.of(
                    "footprint", new Bilingual("falta la huella de la edificación", "the footprint is missing"));
        }
        String geojson = facts.footprintGeojson();
        if (!question.has(Modality.AMPLIACION)) {
            return Known.ways(
                    List.of(
                            new Reading(
                                    area(footprint.planarM2()),
                                    null,
                                    new Bilingual("huella planar", "planar footprint")),
                            new Reading(
                                    area(footprint.ellipsoidM2()),
                                    null,
                                    new Bilingual("huella elipsoidal", "ellipsoidal footprint"))),
                    geojson);
        }
        if (facts.buildings().stream().anyMatch(building -> building.ewkb() == null)) {
            return undrawn();
        }
        Together all = together();
        return Known.ways(
                List.of(
                        new Reading(
                                area(all.planarM2()),
                                null,
                                new Bilingual(
                                        "huella y edificaciones existentes, planar",
                                        "footprint and existing buildings, planar")),
                        new Reading(
                                area(all.ellipsoidM2()),
                                null,
                                new Bilingual(
                                        "huella y edificaciones existentes, elipsoidal",
                                        "footprint and existing buildings, ellipsoidal"))),
                geojson);
    }

    private static Measure undrawn() {
        return Missing.of(
                "buildings",
                new Bilingual(
                        "el catastro no tiene dibujada una edificación existente",
                        "an existing building is not drawn in the cadastre"));
    }

    private Together together() {
        if (together == null) {
            together = store.getTogether(
                    handle,
                    Objects.requireNonNull(facts.footprintEwkb()),
                    facts.buildings().stream()
                            .flatMap(building -> java.util.stream.Stream.ofNullable(building.ewkb()))
                            .toList(),
                    facts.srid());
        }
        return together;
    }

    /** Returns the built area; in an extension what is stated is added to what stands. */
    private Measure builtArea() {
        Measure stated = stated(
                "builtAreaM2", proposal().builtAreaM2(), "el área construida propuesta", "the proposed built area");
        if (!question.has(Modality.AMPLIACION) || !(stated instanceof Known known)) {
            return stated;
        }
        BigDecimal sum = known.readings().get(0).amount();
        for (Building building : facts.buildings()) {
            if (building.builtM2() == null) {
                return Missing.of(
                        "buildings",
                        new Bilingual(
                                "el catastro no dice el área construida de la edificación " + building.number(),
                                "the cadastre does not state the built area of building " + building.number()));
            }
            sum = sum.add(BigDecimal.valueOf(building.builtM2()));
        }
        return Known.of(
                sum, new Bilingual("área construida existente y propuesta", "existing and proposed built area"));
    }

    private SetbackMeasures setbacks() {
        if (setbacks == null) {
            setbacks = new SetbackMeasures(facts);
        }
        return setbacks;
    }

    private Measure buildingDistance() {
        if (facts.footprint() == null) {
            return Missing.of(
                    "footprint", new Bilingual("falta la huella de la edificación", "the footprint is missing"));
        }
        if (question.has(Modality.DEMOLICION) || facts.buildings().isEmpty()) {
            Together alone =
                    store.getTogether(handle, Objects.requireNonNull(facts.footprintEwkb()), List.of(), facts.srid());
            return distance(alone);
        }
        return facts.buildings().stream().anyMatch(building -> building.ewkb() == null)
                ? undrawn()
                : distance(together());
    }

    private static Measure distance(Together bodies) {
        return bodies.apartM() == null
                ? new Absent(new Bilingual("Hay una sola edificación.", "There is only one building."))
                : Known.ways(
                        List.of(new Reading(
                                BigDecimal.valueOf(bodies.apartM()),
                                null,
                                new Bilingual(
                                        "entre las edificaciones más cercanas", "between the nearest buildings"))),
                        bodies.line());
    }

    private Measure lineDistance(String theme, String es, String en) {
        String footprint = facts.footprintEwkb();
        if (footprint == null) {
            return Missing.of(
                    "footprint", new Bilingual("falta la huella de la edificación", "the footprint is missing"));
        }
        return store.findNearestLine(handle, zones, theme, footprint)
                .<Measure>map(line -> Known.ways(
                        List.of(new Reading(
                                BigDecimal.valueOf(line.distanceM()),
                                null,
                                new Bilingual(
                                        "de la huella al " + es + " " + line.code(),
                                        "from the footprint to " + en + " " + line.code()))),
                        line.geojson()))
                .orElseGet(() -> Missing.of(
                        theme,
                        new Bilingual(
                                "no hay ningún " + es + " cargado en el tema " + theme,
                                "no " + en + " is loaded in theme " + theme)));
    }

    private Measure lotFigure(Quantity quantity) {
        return LotMeasures.figure(quantity, facts.site().geom(), facts.boundary(), facts.frontsStated());
    }
}
