package co.lindero.licence.boundary;

import co.lindero.licence.boundary.BoundaryCutter.Piece;
import co.lindero.licence.boundary.BoundaryPiece.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Classes the boundary of a site into fronts, sides and rear. The rules are those of docs/quantities.md, "Clases de lindero";
 * this is their one implementation. Pure.
 */
public final class Boundary {
    /** Less than this from the normal of the front is a side, degrees. */
    private static final double SIDE_DEG = 125;
    /** More than this is the rear, degrees. */
    private static final double REAR_DEG = 145;
    /** Fronts this much apart face different streets, degrees. */
    private static final double OTHER_STREET_DEG = 60;
    /** Fronts no more than this apart face the same street, degrees. */
    private static final double SAME_STREET_DEG = 15;
    /** So much front there must be in each direction of a corner lot, m. */
    private static final double CORNER_FRONT_M = 1.0;

    private final List<Piece> pieces;
    private final int[] runs;
    private final Fronts fronts;
    private final @Nullable Double facing;
    private final Set<Integer> steps;

    private Boundary(List<Piece> pieces, int[] runs, Fronts fronts) {
        this.pieces = pieces;
        this.runs = runs;
        this.fronts = fronts;
        this.facing = fronts.normal();
        this.steps = Steps.find(pieces, runs, fronts);
    }

    /**
     * What a boundary is classed by.
     *
     * @param before neighbours that count before the site itself where both lie on one spot: lots and roads of a layout
     * @param after neighbours that count after it: parcels of the cadastre
     * @param known ground of which the cadastre speaks
     * @param reachM how far outward a front must be free of other parcels, m
     */
    public record Surroundings(List<Neighbour> before, List<Neighbour> after, KnownGround known, double reachM) {
        public Surroundings {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        /** Returns the same for a lot of a layout, with what the layout draws around it. */
        public Surroundings with(List<Neighbour> drawn) {
            return new Surroundings(drawn, after, known, reachM);
        }
    }

    /**
     * Returns the classed pieces in the order of the boundary.
     *
     * @param site polygons, storage CRS
     * @param stated points beside the boundary by which a person states the fronts; null to find them
     */
    public static List<BoundaryPiece> list(Geometry site, Surroundings around, @Nullable Geometry stated) {
        List<Piece> pieces =
                new BoundaryCutter(site, around.before(), around.after(), around.known(), around.reachM()).cut();
        int[] runs = Runs.number(pieces, stated == null);
        Fronts fronts = stated == null ? Fronts.found(pieces, runs) : Fronts.stated(pieces, runs, stated);
        return new Boundary(pieces, runs, fronts).classed();
    }

    private List<BoundaryPiece> classed() {
        boolean several = hasSeveralFronts();
        Map<Integer, Integer> numbers = fronts.numbers();
        List<BoundaryPiece> list = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Classed classed = classed(piece, runs[i], several);
            list.add(new BoundaryPiece(
                    classed.side(),
                    classed.reason(),
                    classed.side() == Side.FRONT ? numbers.getOrDefault(runs[i], 0) : null,
                    piece.lengthM(),
                    piece.normal(),
                    piece.faces(),
                    several,
                    piece.line()));
        }
        return list;
    }

    private record Classed(Side side, @Nullable String reason) {
        static Classed sure(Side side) {
            return new Classed(side, null);
        }
    }

    private Classed classed(Piece piece, int run, boolean several) {
        if (fronts.isFront(run, piece)) {
            return Classed.sure(Side.FRONT);
        }
        return switch (piece.faces()) {
            case JOINED -> Classed.sure(Side.JOINED);
            case UNKNOWN -> new Classed(Side.UNKNOWN, "outside-coverage");
            case VOID -> new Classed(Side.UNKNOWN, "hole-without-parcel");
            case NOTCH -> new Classed(Side.UNKNOWN, "narrow-notch");
            default -> piece.isHole() ? Classed.sure(Side.SIDE) : byDirection(piece, run, several);
        };
    }

    private Classed byDirection(Piece piece, int run, boolean several) {
        if (facing == null) {
            return new Classed(Side.SIDE_OR_REAR, "no-front");
        }
        double turn = several
                ? fronts.runs().values().stream()
                        .mapToDouble(front -> Angles.between(piece.normal(), front.normal()))
                        .max()
                        .orElseThrow()
                : Angles.between(piece.normal(), facing);
        if (turn < SIDE_DEG) {
            return Classed.sure(Side.SIDE);
        }
        if (several) {
            return new Classed(Side.SIDE_OR_REAR, "several-fronts");
        }
        if (turn <= REAR_DEG) {
            return new Classed(Side.SIDE_OR_REAR, "oblique");
        }
        return steps.contains(run) ? new Classed(Side.SIDE_OR_REAR, "step") : Classed.sure(Side.REAR);
    }

    /** Tells whether there is front in two directions; a chamfer is none of them, but adds to its neighbours. */
    private boolean hasSeveralFronts() {
        List<Piece> all = new ArrayList<>();
        List<Piece> own = new ArrayList<>();
        Set<Double> tried = new HashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (fronts.isFront(runs[i], pieces.get(i))) {
                all.add(pieces.get(i));
                if (!fronts.isChamfer(runs[i])) {
                    own.add(pieces.get(i));
                }
            }
        }
        return own.stream()
                .mapToDouble(Piece::normal)
                .filter(tried::add)
                .anyMatch(normal -> length(all, normal, 0, SAME_STREET_DEG) >= CORNER_FRONT_M
                        && length(own, normal, Math.nextUp(OTHER_STREET_DEG), 180) >= CORNER_FRONT_M);
    }

    /** Returns the length of pieces whose normals lie so far from a direction, m. */
    private static double length(List<Piece> pieces, double normal, double leastDeg, double mostDeg) {
        return pieces.stream()
                .filter(piece -> {
                    double angle = Angles.between(normal, piece.normal());
                    return angle >= leastDeg && angle <= mostDeg;
                })
                .mapToDouble(Piece::lengthM)
                .sum();
    }
}
