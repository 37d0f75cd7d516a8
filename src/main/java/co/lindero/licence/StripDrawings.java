package co.lindero.licence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The strips that the findings of one check ask for. They are drawn all at once when an answer is written, and not at all where
 * none is. Confined to one check.
 */
final class StripDrawings implements NormJudge.StripDrawer {
    /**
     * What of a footprint lies nearer to lines than a distance.
     *
     * @param number its number in this check, from 1
     * @param lines lines, hexadecimal EWKB
     */
    record Strip(int number, List<String> lines, double distanceM) {
        Strip {
            lines = List.copyOf(lines);
        }
    }

    private final List<Strip> strips = new ArrayList<>();
    private final Map<Integer, String> drawn = new LinkedHashMap<>();

    @Override
    public Picture draw(List<String> lines, double distanceM) {
        int number = strips.size() + 1;
        strips.add(new Strip(number, lines, distanceM));
        return () -> Optional.ofNullable(drawn.get(number));
    }

    List<Strip> list() {
        return List.copyOf(strips);
    }

    /** Takes the drawing of a strip; null where nothing is left to draw. */
    void drawn(int number, @Nullable String geojson) {
        if (geojson != null) {
            drawn.put(number, geojson);
        }
    }
}
