package co.lindero.licence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of a boundary of one class that follow one another without a corner, as they are labelled on a picture: its length, and
 * the place and unit direction (pixels, y down) of the piece in its middle.
 *
 * @param lengthM length along the boundary, m
 * @param spanPx its length on the picture, pixels
 */
record BoundaryStretch(double lengthM, double spanPx, double midX, double midY, double dx, double dy) {
    /** A turn of more than this between two pieces is a corner, as for the runs of docs/quantities.md. */
    private static final double CORNER_DEG = 30;

    private static final double SAME_PX = 0.01;

    /** A piece on the picture. */
    private record Drawn(String side, double metres, double x1, double y1, double x2, double y2) {
        double px() {
            return Math.hypot(x2 - x1, y2 - y1);
        }

        boolean follows(Drawn before) {
            double turn = Math.toDegrees(
                    Math.atan2(y2 - y1, x2 - x1) - Math.atan2(before.y2 - before.y1, before.x2 - before.x1));
            double bent = Math.abs(Math.IEEEremainder(turn, 360));
            return side.equals(before.side)
                    && Math.hypot(x1 - before.x2, y1 - before.y2) < SAME_PX
                    && bent <= CORNER_DEG;
        }
    }

    /** Returns the stretches of a boundary, in its order; the last one goes on into the first where they meet. */
    static List<BoundaryStretch> list(JsonNode pieces, SitePicture picture) {
        List<List<Drawn>> runs = new ArrayList<>();
        for (JsonNode piece : pieces) {
            JsonNode from = piece.path("geometry").path("coordinates").path(0);
            JsonNode to = piece.path("geometry").path("coordinates").path(1);
            Drawn drawn = new Drawn(
                    piece.path("class").asText(),
                    piece.path("lengthM").asDouble(),
                    picture.x(from),
                    picture.y(from),
                    picture.x(to),
                    picture.y(to));
            List<Drawn> last = runs.isEmpty() ? List.of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && drawn.follows(last.get(last.size() - 1))) {
                last.add(drawn);
            } else {
                runs.add(new ArrayList<>(List.of(drawn)));
            }
        }
        if (runs.size() > 1) {
            List<Drawn> last = runs.get(runs.size() - 1);
            if (runs.get(0).get(0).follows(last.get(last.size() - 1))) {
                last.addAll(runs.remove(0));
            }
        }
        return runs.stream().map(BoundaryStretch::of).toList();
    }

    private static BoundaryStretch of(List<Drawn> run) {
        double all = run.stream().mapToDouble(Drawn::px).sum();
        double metres = run.stream().mapToDouble(Drawn::metres).sum();
        double before = 0;
        for (Drawn piece : run) {
            double px = piece.px();
            if (before + px >= all / 2 && px > 0) {
                double along = (all / 2 - before) / px;
                return new BoundaryStretch(
                        metres,
                        all,
                        piece.x1 + (piece.x2 - piece.x1) * along,
                        piece.y1 + (piece.y2 - piece.y1) * along,
                        (piece.x2 - piece.x1) / px,
                        (piece.y2 - piece.y1) / px);
            }
            before += px;
        }
        return new BoundaryStretch(metres, 0, 0, 0, 1, 0);
    }
}
