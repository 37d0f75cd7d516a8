package co.lindero.licence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a finding shows, as GeoJSON in the CRS of the answer: known already, or drawn when the answer is written. */
@FunctionalInterface
interface Picture {
    Picture NONE = Optional::empty;

    /** Returns the drawing; empty where there is nothing to show. */
    Optional<String> geojson();

    /** Returns a picture of what is drawn already; null shows nothing. */
    static Picture of(@Nullable String geojson) {
        return () -> Optional.ofNullable(geojson);
    }
}
