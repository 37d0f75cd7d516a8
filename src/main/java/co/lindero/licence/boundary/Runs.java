package co.lindero.licence.boundary;

import co.lindero.licence.boundary.BoundaryCutter.Piece;
import java.util.List;

/** Numbers the runs of a boundary: pieces in a row without a corner between them. */
final class Runs {
    /** A turn of more than this is a corner, degrees. */
    private static final double CORNER_DEG = 30;

    private Runs() {}

    /**
     * Returns the run of each piece, from 0 in the order of the boundary.
     *
     * @param byFacing whether a run also ends where what is front turns into what is none; a stated front is a whole run, whatever
     *     lies outside it
     */
    static int[] number(List<Piece> pieces, boolean byFacing) {
        int[] runs = new int[pieces.size()];
        int next = 0;
        for (int from = 0; from < pieces.size(); ) {
            int to = from;
            while (to < pieces.size()
                    && pieces.get(to).ring() == pieces.get(from).ring()) {
                to++;
            }
            next = ring(pieces.subList(from, to), byFacing, runs, from, next);
            from = to;
        }
        return runs;
    }

    /** Numbers one ring and returns the next number. What comes before its first corner continues its last run. */
    private static int ring(List<Piece> ring, boolean byFacing, int[] runs, int from, int first) {
        int corners = 0;
        int untilFirst = 0;
        for (int i = 0; i < ring.size(); i++) {
            Piece before = ring.get((i + ring.size() - 1) % ring.size());
            if (begins(before, ring.get(i), byFacing)) {
                corners++;
            }
            if (corners == 0) {
                untilFirst++;
            }
            runs[from + i] = first + Math.max(0, corners - 1);
        }
        int count = Math.max(1, corners);
        for (int i = 0; i < untilFirst; i++) {
            runs[from + i] = first + count - 1;
        }
        return first + count;
    }

    private static boolean begins(Piece before, Piece piece, boolean byFacing) {
        return Angles.between(piece.normal(), before.normal()) > CORNER_DEG
                || (byFacing && piece.faces().isFront() != before.faces().isFront());
    }
}
