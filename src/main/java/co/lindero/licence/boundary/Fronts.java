package co.lindero.licence.boundary;

import co.lindero.licence.boundary.BoundaryCutter.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The fronts of a boundary, found or stated, and which of them are chamfers. */
final class Fronts {
    /** A front shorter than this may be a chamfer, m. */
    private static final double CHAMFER_M = 5;
    /** A chamfer turns from each of its neighbours by this much at least and at most, degrees. */
    private static final double CHAMFER_LEAST_DEG = 15;

    private static final double CHAMFER_MOST_DEG = 75;
    /** Fronts this near touch, m. */
    private static final double TOUCHING_M = 0.001;
    /** Lengths by which fronts are numbered are taken to the millimetre. */
    private static final double NUMBERED_PER_M = 1000;

    /**
     * A front from corner to corner.
     *
     * @param west least easting
     * @param south least northing
     */
    record Run(int number, List<Piece> pieces, double lengthM, double normal, double west, double south) {
        static Run of(int number, List<Piece> pieces) {
            return new Run(
                    number,
                    pieces,
                    pieces.stream().mapToDouble(Piece::lengthM).sum(),
                    Angles.mean(pieces),
                    pieces.stream()
                            .mapToDouble(p -> p.line().getEnvelopeInternal().getMinX())
                            .min()
                            .orElseThrow(),
                    pieces.stream()
                            .mapToDouble(p -> p.line().getEnvelopeInternal().getMinY())
                            .min()
                            .orElseThrow());
        }

        boolean touches(Run other) {
            return pieces.stream()
                    .anyMatch(one ->
                            other.pieces.stream().anyMatch(two -> one.line().isWithinDistance(two.line(), TOUCHING_M)));
        }
    }

    private final @Nullable Set<Integer> stated;
    private final Map<Integer, Run> runs;
    private final Set<Integer> chamfers = new HashSet<>();

    private Fronts(List<Piece> pieces, int[] runs, @Nullable Set<Integer> stated) {
        this.stated = stated;
        Map<Integer, List<Piece>> byRun = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (isFront(runs[i], pieces.get(i))) {
                byRun.computeIfAbsent(runs[i], any -> new ArrayList<>()).add(pieces.get(i));
            }
        }
        this.runs = new LinkedHashMap<>();
        byRun.forEach((number, of) -> this.runs.put(number, Run.of(number, of)));
        this.runs.values().stream().filter(this::cutsACorner).forEach(run -> chamfers.add(run.number()));
    }

    static Fronts found(List<Piece> pieces, int[] runs) {
        return new Fronts(pieces, runs, null);
    }

    /** Takes the runs of outer boundary nearest to points as the fronts. */
    static Fronts stated(List<Piece> pieces, int[] runs, Geometry points) {
        Set<Integer> stated = new HashSet<>();
        for (int p = 0; p < points.getNumGeometries(); p++) {
            int nearest = -1;
            double away = Double.POSITIVE_INFINITY;
            for (int i = 0; i < pieces.size(); i++) {
                double distance = pieces.get(i).line().distance(points.getGeometryN(p));
                if (!pieces.get(i).isHole() && distance < away) {
                    nearest = i;
                    away = distance;
                }
            }
            stated.add(runs[nearest]);
        }
        return new Fronts(pieces, runs, stated);
    }

    boolean isFront(int run, Piece piece) {
        return stated == null ? piece.faces().isFront() : stated.contains(run);
    }

    /** Tells whether a run is short and lies between two longer fronts. */
    private boolean cutsACorner(Run run) {
        return run.lengthM() < CHAMFER_M
                && 2
                        <= runs.values().stream()
                                .filter(other -> other.number() != run.number() && other.lengthM() > run.lengthM())
                                .filter(other -> {
                                    double turn = Angles.between(other.normal(), run.normal());
                                    return turn >= CHAMFER_LEAST_DEG && turn <= CHAMFER_MOST_DEG;
                                })
                                .filter(run::touches)
                                .count();
    }

    boolean isChamfer(int run) {
        return chamfers.contains(run);
    }

    /** Returns all fronts, chamfers too, by their run. */
    Map<Integer, Run> runs() {
        return runs;
    }

    /** Returns the mean normal of the fronts, without chamfers; null where there is no front. */
    @Nullable
    Double normal() {
        List<Piece> pieces = runs.values().stream()
                .filter(run -> !isChamfer(run.number()))
                .flatMap(run -> run.pieces().stream())
                .toList();
        return pieces.isEmpty() ? null : Angles.mean(pieces);
    }

    /** Returns the number of each front by its run: 1 the longest; a chamfer has none. */
    Map<Integer, Integer> numbers() {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        runs.values().stream()
                .filter(run -> !isChamfer(run.number()))
                .sorted(Comparator.<Run>comparingDouble(run -> -Math.rint(run.lengthM() * NUMBERED_PER_M))
                        .thenComparingDouble(Run::west)
                        .thenComparingDouble(Run::south)
                        .thenComparingInt(Run::number))
                .forEach(run -> numbers.put(run.number(), numbers.size() + 1));
        return numbers;
    }
}
