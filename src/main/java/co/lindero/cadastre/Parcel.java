package co.lindero.cadastre;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
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

    /** Decimals of an area, m2. */
    private static final int AREA_DECIMALS = 4;

    /**
     * The area that norms on the lot's area are held against.
     *
     * @param m2 area, m2, to 0.0001
     * @param registered true for the area that the cadastre registers, false for the drawn one, planar
     */
    public record LotArea(BigDecimal m2, boolean registered) {}

    /** Returns the lot's area: the registered one, else the drawn one; nothing where neither is known. */
    public Optional<LotArea> lotArea() {
        boolean registered = registeredM2 != null && registeredM2 > 0;
        return Optional.ofNullable(registered ? registeredM2 : planarM2)
                .map(m2 ->
                        new LotArea(BigDecimal.valueOf(m2).setScale(AREA_DECIMALS, RoundingMode.HALF_UP), registered));
    }
}
