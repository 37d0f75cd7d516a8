package co.lindero.cadastre;

import org.jspecify.annotations.Nullable;

/**
 * A parcel of the cadastre.
 *
 * @param id row in the database
 * @param municipality DIVIPOLA code
 * @param dataset dataset that holds it
 * @param number parcel number
 * @param previousNumber former number of 20 digits
 * @param nupre NUPRE
 * @param folio registry folio
 * @param address address as the cadastre writes it
 * @param registeredM2 alphanumeric area, m2
 * @param destination economic destination, a fiscal attribute
 * @param condition property condition
 * @param planarM2 drawn area in the storage CRS, m2, unrounded; null without plot
 * @param ellipsoidM2 area on the ellipsoid, m2, unrounded; null without plot
 * @param geometry GeoJSON in longitude, latitude, where it was asked for
 */
public record Parcel(
        long id,
        String municipality,
        String dataset,
        String number,
        @Nullable String previousNumber,
        @Nullable String nupre,
        @Nullable String folio,
        @Nullable String address,
        @Nullable Double registeredM2,
        @Nullable String destination,
        @Nullable String condition,
        @Nullable Double planarM2,
        @Nullable Double ellipsoidM2,
        @Nullable String geometry) {

    /** Tells whether the parcel has a plot of its own. */
    public boolean isDrawn() {
        return planarM2 != null;
    }
}
