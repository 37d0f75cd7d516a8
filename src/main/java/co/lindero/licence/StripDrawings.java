package co.lindero.licence;

import co.lindero.licence.boundary.SetbackStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * The strips that the findings of one check ask for. They are drawn when an answer is written, and not at all where none is.
 * Confined to one check.
 */
final class StripDrawings implements NormJudge.StripDrawer {
    /** What of a footprint lies nearer to lines than a distance; nothing until it is drawn. */
    static final class SetbackPicture implements Picture {
        private final List<LineString> lines;
        private final double distanceM;
        private @Nullable String drawn;

        private SetbackPicture(List<LineString> lines, double distanceM) {
            this.lines = List.copyOf(lines);
            this.distanceM = distanceM;
        }

        /** Returns the strip, storage CRS; empty where nothing of the footprint lies so near. */
        Optional<Geometry> of(Geometry footprint) {
            return SetbackStrip.find(footprint, lines, distanceM);
        }

        /** Takes its drawing. */
        void drawn(String geojson) {
            drawn = geojson;
        }

        @Override
        public Optional<String> geojson() {
            return Optional.ofNullable(drawn);
        }
    }

    private final List<SetbackPicture> strips = new ArrayList<>();

    @Override
    public Picture draw(List<LineString> lines, double distanceM) {
        SetbackPicture strip = new SetbackPicture(lines, distanceM);
        strips.add(strip);
        return strip;
    }

    List<SetbackPicture> list() {
        return List.copyOf(strips);
    }
}
