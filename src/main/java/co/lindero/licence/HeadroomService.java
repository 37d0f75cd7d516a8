package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.HeadroomAnswer.Limit;
import co.lindero.licence.HeadroomAnswer.Part;
import co.lindero.licence.HeadroomAnswer.Storey;
import co.lindero.licence.LicenceQuestion.Proposal;
import co.lindero.licence.LicenceService.Case;
import co.lindero.licence.MeasureStore.Envelope;
import co.lindero.licence.SiteStore.Building;
import co.lindero.licence.SiteStore.Site;
import co.lindero.licence.TargetZone.Role;
import co.lindero.licence.boundary.BoundaryPiece;
import co.lindero.licence.boundary.BoundaryPiece.Side;
import co.lindero.norm.IndexBase;
import co.lindero.norm.Norm;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.Operator;
import co.lindero.norm.Quantity;
import co.lindero.plan.Dataset;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.JsonText;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The licence check turned round: what may be built, by the same norms, boundary and comparison. What is drawn at the headroom
 * complies by the check. A boundary whose class is not sure is kept away from by the strictest norm it may fall under.
 * Thread-safe.
 */
public final class HeadroomService {
    private static final int MOST_FLOORS = 50;
    private static final int FLOORS_WITHOUT_LIMIT = 3;

    private final Database database;
    private final LicenceService licences;

    public HeadroomService(Database database, LicenceService licences) {
        this.database = database;
        this.licences = licences;
    }

    /**
     * A question about headroom.
     *
     * @param crs CRS of the answer's geometries; null for the storage CRS
     */
    public record Question(
            String number,
            @Nullable String municipality,
            @Nullable LocalDate on,
            KnownAt knownAt,
            @Nullable String plan,
            @Nullable String crs) {}

    /** Answers; the problems are those of the licence check. */
    public HeadroomAnswer answer(Question question, Language language) {
        return database.read(handle -> answer(handle, question, language));
    }

    private HeadroomAnswer answer(Handle handle, Question question, Language language) {
        String crs = question.crs() == null ? CrsName.of(database.srid()) : question.crs();
        Case made = licences.prepare(handle, asked(question, crs, null));
        List<Building> buildings = made.facts().buildings();
        Set<Norm> undecided = new LinkedHashSet<>();
        List<Part> parts = new ArrayList<>();
        for (HeadroomGround ground : HeadroomGround.list(handle, licences.store(), made)) {
            parts.add(new PartReader(handle, question, crs, made, ground, undecided).read());
        }
        return new HeadroomAnswer(
                made.facts().parcels().get(0).number(),
                made.on().toString(),
                made.known().number(),
                crs,
                area(buildings.stream()
                        .mapToDouble(b -> Optional.ofNullable(b.planarM2()).orElse(0.0))
                        .sum()),
                built(buildings),
                buildings.stream()
                        .flatMap(b -> Stream.ofNullable(b.floors()))
                        .max(Integer::compare)
                        .orElse(null),
                site(handle, made),
                parts,
                undecided.stream().map(HeadroomService::limit).toList(),
                warnings(handle, made, question, crs, language),
                made.datasets().stream().anyMatch(Dataset::demonstration) ? Boolean.TRUE : null,
                language.pick(
                        "Cálculo informativo: no otorga derechos (Decreto 1077 de 2015, art. 2.2.6.1.3.1).",
                        "Informative: it creates no right (Decreto 1077 de 2015, art. 2.2.6.1.3.1)."));
    }

    private HeadroomAnswer.Site site(Handle handle, Case made) {
        Site site = made.facts().site();
        AnswerWriter.Drawn drawn = licences.draw(handle, made.facts(), new StripDrawings());
        return new HeadroomAnswer.Site(
                site.registeredM2() == null ? null : area(site.registeredM2()),
                area(site.planarM2()),
                AnswerWriter.boundary(made.facts(), drawn),
                drawn.site());
    }

    /** What the figures do not tell: remarks on data and plan, what themes forbid or leave unknown. */
    private List<String> warnings(Handle handle, Case made, Question question, String crs, Language language) {
        Stream<Bilingual> remarks = made.remarks().stream().map(AnswerWriter.Remark::text);
        Stream<Bilingual> plan =
                Remarks.ofData(made.plan(), made.on(), made.datasets()).stream().map(AnswerWriter.Remark::text);
        Stream<Bilingual> grounds = licences.evaluate(handle, made, asked(question, crs, 1)).findings().stream()
                .filter(finding -> finding.verdict() != Verdict.COMPLIES)
                .filter(finding -> finding.subject().kind() == Finding.Kind.PROTECTION
                        || finding.subject().kind() == Finding.Kind.COVERAGE)
                .map(Finding::message);
        return Stream.of(plan, remarks, grounds)
                .flatMap(each -> each)
                .map(text -> text.in(language))
                .distinct()
                .toList();
    }

    private static @Nullable BigDecimal built(List<Building> buildings) {
        return buildings.stream().anyMatch(b -> b.builtM2() == null)
                ? null
                : area(buildings.stream()
                        .mapToDouble(b -> Optional.ofNullable(b.builtM2()).orElse(0.0))
                        .sum());
    }

    private static LicenceQuestion asked(Question question, String crs, @Nullable Integer floors) {
        return new LicenceQuestion(
                List.of(question.number()),
                question.municipality(),
                LicenceClass.CONSTRUCCION,
                List.of(Modality.OBRA_NUEVA.code()),
                question.on(),
                null,
                Proposal.ofFloors(floors, crs),
                question.knownAt(),
                question.plan());
    }

    private static Limit limit(Norm norm) {
        return new Limit(
                norm.quantity().code(),
                norm.operator().symbol(),
                norm.value(),
                norm.scope() == null ? null : norm.scope().zone(),
                Optional.ofNullable(norm.source().act()).orElse(""),
                Optional.ofNullable(norm.source().article()).orElse(""),
                norm.condition());
    }

    private static BigDecimal area(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.DOWN);
    }

    /** Reads the headroom of one part. */
    private final class PartReader {
        private final Handle handle;
        private final Question question;
        private final String crs;
        private final Case made;
        private final HeadroomGround ground;
        private final Set<Norm> undecided;
        /** Of the storey that is being read, by quantity; and of all storeys. */
        private final Map<Quantity, Norm> limits = new EnumMap<>(Quantity.class);

        private final Set<Norm> allLimits = new LinkedHashSet<>();

        PartReader(
                Handle handle, Question question, String crs, Case made, HeadroomGround ground, Set<Norm> undecided) {
            this.handle = handle;
            this.question = question;
            this.crs = crs;
            this.made = made;
            this.ground = ground;
            this.undecided = undecided;
        }

        Part read() {
            List<Storey> storeys = new ArrayList<>();
            Integer most = null;
            for (int floors = 1; floors <= MOST_FLOORS; floors++) {
                List<Norm> norms = norms(floors);
                limits.clear();
                Optional<BigDecimal> allowed = upper(norms, Quantity.FLOORS);
                allLimits.addAll(limits.values());
                if (allowed.isPresent() && allowed.get().compareTo(BigDecimal.valueOf(floors)) < 0) {
                    most = floors - 1;
                    break;
                }
                if (allowed.isEmpty() && floors > FLOORS_WITHOUT_LIMIT) {
                    break;
                }
                storeys.add(storey(floors, norms));
            }
            Integer standing = made.facts().buildings().stream()
                    .flatMap(b -> Stream.ofNullable(b.floors()))
                    .max(Integer::compare)
                    .orElse(0);
            Optional<Scope> first = ground.zones().stream().findFirst();
            return new Part(
                    first.map(Scope::theme).orElse(null),
                    first.map(Scope::zone).orElse(null),
                    ground.zones().stream()
                            .map(zone -> new HeadroomAnswer.Zone(zone.theme(), zone.zone()))
                            .toList(),
                    area(ground.planarM2()),
                    most,
                    most == null ? null : Math.max(0, most - standing),
                    storeys,
                    allLimits.stream().map(HeadroomService::limit).toList());
        }

        /** Returns the norms with a value that apply here with so many floors. */
        private List<Norm> norms(int floors) {
            Evaluation.Result result = licences.evaluate(handle, made, asked(question, crs, floors));
            boolean hasFront = made.facts().boundary().stream()
                    .anyMatch(piece -> piece.side().mayBe(Side.FRONT));
            List<Norm> here = Stream.concat(result.applied().stream(), result.undecided().stream())
                    .filter(ground::holds)
                    .toList();
            here.stream()
                    .filter(norm -> norm.value() == null
                            || result.undecided().contains(norm)
                            || (norm.quantity() == Quantity.FRONT_SETBACK_M && !hasFront))
                    .forEach(undecided::add);
            return here.stream()
                    .filter(norm -> norm.value() != null && result.applied().contains(norm))
                    .toList();
        }

        private Storey storey(int floors, List<Norm> norms) {
            Envelope envelope = envelope(norms);
            Map<String, BigDecimal> footprints = new LinkedHashMap<>();
            footprints.put("envelope", area(envelope.planarM2()));
            upper(norms, Quantity.FOOTPRINT_AREA_M2).ifPresent(v -> footprints.put("footprint_area_m2", v));
            index(norms, Quantity.OCCUPATION_INDEX).ifPresent(v -> footprints.put("occupation_index", v));
            Map.Entry<String, BigDecimal> footprint = least(footprints);
            Map<String, BigDecimal> areas = new LinkedHashMap<>();
            areas.put("footprint x floors", footprint.getValue().multiply(BigDecimal.valueOf(floors)));
            upper(norms, Quantity.BUILT_AREA_M2).ifPresent(v -> areas.put("built_area_m2", v));
            index(norms, Quantity.CONSTRUCTION_INDEX).ifPresent(v -> areas.put("construction_index", v));
            Map.Entry<String, BigDecimal> built = least(areas);
            BigDecimal standing = area(made.facts().buildings().stream()
                    .mapToDouble(b -> Optional.ofNullable(b.planarM2()).orElse(0.0))
                    .sum());
            BigDecimal standingBuilt = built(made.facts().buildings());
            allLimits.addAll(limits.values());
            return new Storey(
                    floors,
                    area(envelope.planarM2()),
                    footprint.getValue(),
                    footprint.getValue().subtract(standing).max(BigDecimal.ZERO),
                    built.getValue(),
                    standingBuilt == null
                            ? null
                            : built.getValue().subtract(standingBuilt).max(BigDecimal.ZERO),
                    footprint.getKey(),
                    built.getKey(),
                    limits.values().stream().map(HeadroomService::limit).toList(),
                    envelope.geojson() == null ? null : new JsonText(envelope.geojson()));
        }

        private static Map.Entry<String, BigDecimal> least(Map<String, BigDecimal> figures) {
            return figures.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
        }

        private Envelope envelope(List<Norm> norms) {
            List<String> lines = new ArrayList<>();
            List<Double> distances = new ArrayList<>();
            for (BoundaryPiece piece : made.facts().boundary()) {
                double distance = Stream.of(
                                Map.entry(Side.FRONT, Quantity.FRONT_SETBACK_M),
                                Map.entry(Side.SIDE, Quantity.SIDE_SETBACK_M),
                                Map.entry(Side.REAR, Quantity.REAR_SETBACK_M))
                        .filter(e -> piece.side().mayBe(e.getKey()))
                        .flatMap(e -> lower(norms, e.getValue()).stream())
                        .mapToDouble(BigDecimal::doubleValue)
                        .max()
                        .orElse(0);
                if (distance > 0) {
                    lines.add(piece.ewkb());
                    distances.add(distance);
                }
            }
            List<String> forbidden = made.themes().stream()
                    .flatMap(theme -> theme.zones(Role.ON).stream())
                    .filter(PartReader::forbids)
                    .flatMap(zone -> Stream.ofNullable(zone.ewkb()))
                    .toList();
            return licences.store()
                    .getEnvelope(
                            handle,
                            ground.ewkb(),
                            lines,
                            distances,
                            forbidden,
                            made.facts().srid());
        }

        private static boolean forbids(TargetZone zone) {
            ProtectiveZone meaning = ProtectiveZone.of(zone);
            return meaning == ProtectiveZone.FORBIDS || meaning == ProtectiveZone.NON_MITIGABLE_RISK;
        }

        /** Returns the least upper limit on a quantity, and remembers its norm. */
        private Optional<BigDecimal> upper(List<Norm> norms, Quantity quantity) {
            return norms.stream()
                    .filter(norm -> norm.quantity() == quantity && norm.per() == null)
                    .filter(norm -> norm.operator() == Operator.AT_MOST || norm.operator() == Operator.EQUAL)
                    .min(Comparator.comparing(norm -> Objects.requireNonNull(norm.value())))
                    .map(norm -> {
                        limits.put(quantity, norm);
                        return Objects.requireNonNull(norm.value());
                    });
        }

        private Optional<BigDecimal> lower(List<Norm> norms, Quantity quantity) {
            return norms.stream()
                    .filter(norm -> norm.quantity() == quantity)
                    .filter(norm -> norm.operator() == Operator.AT_LEAST || norm.operator() == Operator.EQUAL)
                    .max(Comparator.comparing(norm -> Objects.requireNonNull(norm.value())))
                    .map(norm -> {
                        limits.put(quantity, norm);
                        return Objects.requireNonNull(norm.value());
                    });
        }

        /** Returns the area that an index leaves on the whole parcel. */
        private Optional<BigDecimal> index(List<Norm> norms, Quantity quantity) {
            Double registered = made.facts().site().registeredM2();
            double base = registered == null ? made.facts().site().planarM2() : registered;
            return upper(
                            norms.stream()
                                    .filter(norm -> norm.base() == IndexBase.PREDIO)
                                    .toList(),
                            quantity)
                    .map(value -> value.multiply(BigDecimal.valueOf(base)).setScale(3, RoundingMode.HALF_UP));
        }
    }
}
