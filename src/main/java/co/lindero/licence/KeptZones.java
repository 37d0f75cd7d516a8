package co.lindero.licence;

import co.lindero.licence.TargetZone.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the kept parts of a parcel say of a target on it, where they say enough: of a theme that leaves the whole parcel alone, and of
 * one of which a single zone covers it. They say what {@code lindero.zones_on_target} would measure; a test asks for both. Pure.
 */
final class KeptZones {
    /** Areas below this are none, m2. */
    private static final double LEAST_AREA_M2 = 0.000_05;
    /** Least width of zones of a theme that states none, m. */
    private static final double LEAST_WIDTH_M = 0.30;
    /** More rings than an outline and one hole may leave a polygon narrower than its area and outline tell. */
    private static final int MOST_RINGS = 2;

    private KeptZones() {}

    /** What a kept part is: the summary of a theme on a parcel, or what of the theme lies on it. */
    enum Kind {
        SUMMARY,
        PART,
        NOISE,
        DECLARATION
    }

    /**
     * A row of {@code lindero.derived_part}; areas in m2, planar, unrounded.
     *
     * @param rows rows of the zone, ascending; none on a summary
     * @param sensitive summary: whether a move of boundaries within their accuracy changes which zones lie on the parcel
     */
    record Part(
            String theme,
            Kind kind,
            @Nullable String code,
            List<Long> rows,
            int dimension,
            double planarM2,
            double uncoveredM2,
            double unknownM2,
            boolean sensitive) {}

    /**
     * How a theme is drawn.
     *
     * @param minWidthM least width of its zones, m; null for 0.30 m at the most
     */
    record Rule(
            boolean tilesGround,
            boolean protective,
            @Nullable Double minWidthM) {}

    /**
     * A target that lies wholly on one parcel.
     *
     * @param drawn whether it is a footprint; false for the whole parcel
     * @param planarM2 its area, m2
     * @param perimeterM length of its rings, m
     * @param rings how many they are
     * @param parcelM2 area of the parcel, m2
     * @param ewkb the target, hexadecimal EWKB in the storage CRS
     * @param geojson the target in the CRS of the answer
     */
    record Target(
            boolean drawn,
            double planarM2,
            double perimeterM,
            int rings,
            double parcelM2,
            String ewkb,
            String geojson) {}

    /** A zone on the target without what it states, and its rows. */
    record Found(TargetZone zone, List<Long> rows) {}

    /** Returns the summary and the zones of a theme by its kept parts; empty where they must be measured. */
    static Optional<List<Found>> find(Target target, Rule rule, List<Part> parts) {
        if (!isPlain(target, parts) || !(rule.protective() || !target.drawn() || isWide(target, rule))) {
            return Optional.empty();
        }
        double uncovered = parts.stream().mapToDouble(Part::uncoveredM2).sum();
        double unknown = parts.stream().mapToDouble(Part::unknownM2).sum();
        List<Found> found = new ArrayList<>();
        for (Part part : parts) {
            switch (part.kind()) {
                case DECLARATION -> found.add(new Found(declaration(part), part.rows()));
                case PART -> found.add(new Found(covering(part, target), part.rows()));
                default -> found.add(new Found(summary(part.theme(), target, uncovered, unknown), List.of()));
            }
        }
        return Optional.of(found);
    }

    private static boolean isPlain(Target target, List<Part> parts) {
        long summaries = count(parts, Kind.SUMMARY);
        if (summaries != 1 || count(parts, Kind.NOISE) > 0 || parts.stream().anyMatch(Part::sensitive)) {
            return false;
        }
        double uncovered = parts.stream().mapToDouble(Part::uncoveredM2).sum();
        double unknown = parts.stream().mapToDouble(Part::unknownM2).sum();
        double area = target.parcelM2();
        return switch ((int) count(parts, Kind.PART)) {
            // partly known, or partly outside the theme's ground: which part the target lies on must be measured
            case 0 -> isNoneOrAll(unknown, area) && isNoneOrAll(uncovered, area);
            case 1 ->
                uncovered + unknown < LEAST_AREA_M2
                        && parts.stream()
                                .filter(part -> part.kind() == Kind.PART)
                                .allMatch(part -> part.dimension() == 2 && part.planarM2() >= area);
            default -> false;
        };
    }

    private static long count(List<Part> parts, Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).count();
    }

    private static boolean isNoneOrAll(double part, double area) {
        return part < LEAST_AREA_M2 || part >= area - LEAST_AREA_M2;
    }

    /** As {@code lindero.maybe_narrower}, the other way round: what is as narrow as boundary noise is judged by the long way. */
    private static boolean isWide(Target target, Rule rule) {
        double width = 2 * (rule.minWidthM() == null ? LEAST_WIDTH_M : rule.minWidthM());
        return width <= 0 || (target.rings() <= MOST_RINGS && target.planarM2() >= target.perimeterM() * width / 2);
    }

    private static TargetZone summary(String theme, Target target, double uncovered, double unknown) {
        double area = target.planarM2();
        boolean isUncovered = uncovered >= LEAST_AREA_M2 && unknown < LEAST_AREA_M2;
        return row(
                theme,
                Role.SUMMARY,
                "",
                0,
                area,
                target.parcelM2(),
                null,
                target.drawn() ? (isUncovered ? area : 0) : uncovered,
                target.drawn() ? (unknown >= LEAST_AREA_M2 ? area : 0) : unknown,
                null);
    }

    private static TargetZone covering(Part part, Target target) {
        return row(
                part.theme(),
                Role.ON,
                Objects.requireNonNullElse(part.code(), ""),
                2,
                target.planarM2(),
                target.parcelM2(),
                0.0,
                0,
                0,
                target);
    }

    private static TargetZone declaration(Part part) {
        return row(
                part.theme(),
                Role.DECLARATION,
                Objects.requireNonNullElse(part.code(), ""),
                -1,
                0,
                0,
                null,
                0,
                0,
                null);
    }

    private static TargetZone row(
            String theme,
            Role role,
            String code,
            int dimension,
            double onTargetM2,
            double onSiteM2,
            @Nullable Double distanceM,
            double uncoveredM2,
            double unknownM2,
            @Nullable Target drawn) {
        return new TargetZone(
                theme,
                role,
                code,
                null,
                List.of(),
                0,
                null,
                dimension,
                onTargetM2,
                onSiteM2,
                null,
                null,
                distanceM,
                null,
                uncoveredM2,
                unknownM2,
                drawn == null ? null : drawn.ewkb(),
                drawn == null ? null : drawn.geojson());
    }
}
