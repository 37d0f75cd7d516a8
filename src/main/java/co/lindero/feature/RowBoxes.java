package co.lindero.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Where the features of a collection lie at one moment: their boxes, EPSG:4326, x = longitude, degrees. Tells which of them meet a
 * box for certain and which may; that is for PostGIS to say. Immutable.
 */
final class RowBoxes {
    /** What a box takes in memory, about. */
    static final int BYTES = 120;

    private final HPRtree tree = new HPRtree();
    private final int size;

    RowBoxes(List<RowBox> boxes) {
        boxes.forEach(box -> tree.insert(box, box));
        tree.build();
        this.size = boxes.size();
    }

    /** The box of a row's geometry. */
    static final class RowBox extends Envelope {
        private static final long serialVersionUID = 1L;

        private final long row;

        RowBox(long row, double west, double south, double east, double north) {
            super(west, east, south, north);
            this.row = row;
        }

        long row() {
            return row;
        }

        /**
         * Tells whether the geometry meets another box that this one meets, by the boxes alone: where no more than one side of the
         * other cuts this one, the point in which the geometry touches the opposite side of its own box lies within the other.
         */
        boolean surelyMeets(Envelope other) {
            int cuts = 0;
            cuts += getMinX() < other.getMinX() ? 1 : 0;
            cuts += getMaxX() > other.getMaxX() ? 1 : 0;
            cuts += getMinY() < other.getMinY() ? 1 : 0;
            cuts += getMaxY() > other.getMaxY() ? 1 : 0;
            return cuts <= 1;
        }
    }

    int size() {
        return size;
    }

    /** Returns the rows whose boxes meet a box, in the order of their numbers, of those after a number. */
    List<RowBox> meeting(Envelope box, long after) {
        List<RowBox> found = new ArrayList<>();
        tree.query(box, item -> {
            RowBox candidate = (RowBox) item;
            if (candidate.row > after) {
                found.add(candidate);
            }
        });
        found.sort(Comparator.comparingLong(RowBox::row));
        return found;
    }
}
