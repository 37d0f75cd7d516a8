package co.lindero.tile;

import java.util.ArrayList;
import java.util.List;

/** The rows of a layer that meet a square of ground, in order. Immutable. */
final class Ground {
    private static final int NUMBERS = 4;
    /** No more rows than most tiles hold: room for them is made at once. */
    private static final int USUAL = 128;

    private final List<TileRow> rows;
    /** West, south, east and north of each row, side by side: most rows are passed over by these alone. */
    private final double[] boxes;

    private final long bytes;

    Ground(List<TileRow> rows) {
        this.rows = List.copyOf(rows);
        this.boxes = new double[NUMBERS * rows.size()];
        long sum = 0;
        int at = 0;
        for (TileRow row : rows) {
            MapBox box = row.box();
            boxes[at++] = box.west();
            boxes[at++] = box.south();
            boxes[at++] = box.east();
            boxes[at++] = box.north();
            sum += row.bytes();
        }
        this.bytes = sum;
    }

    /** Returns about how many bytes of memory the rows take. */
    long bytes() {
        return bytes;
    }

    /** Returns the rows whose boxes meet a box, in order. */
    List<TileRow> meeting(MapBox box) {
        List<TileRow> found = new ArrayList<>(Math.min(USUAL, rows.size()));
        for (int row = 0, at = 0; at < boxes.length; row++, at += NUMBERS) {
            if (boxes[at] <= box.east()
                    && boxes[at + 1] <= box.north()
                    && boxes[at + 2] >= box.west()
                    && boxes[at + 3] >= box.south()) {
                found.add(rows.get(row));
            }
        }
        return found;
    }
}
