package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.licence.LicenceStore.Building;
import co.lindero.licence.LicenceStore.Cadastre;
import co.lindero.licence.LicenceStore.Given;
import co.lindero.licence.LicenceStore.Placed;
import co.lindero.licence.LicenceStore.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ground that a check judges and what is drawn on it.
 *
 * @param parcels plots of the site, in the order asked
 * @param site their union
 * @param cadastre day and publication at which the cadastre was read
 * @param boundary the classed boundary
 * @param frontsStated whether a person stated the fronts
 * @param footprint the footprint read; null for none
 * @param placed how it lies on the site; null for none
 * @param layout lots and open spaces of a layout
 * @param buildings buildings of the cadastre on the site
 * @param srid CRS of the caller's geometries and of those answered
 */
record SiteFacts(
        List<Parcel> parcels,
        Site site,
        Cadastre cadastre,
        List<BoundaryPiece> boundary,
        boolean frontsStated,
        @Nullable Given footprint,
        @Nullable Placed placed,
        Layout layout,
        List<Building> buildings,
        int srid) {

    List<Long> ids() {
        return parcels.stream().map(Parcel::id).toList();
    }

    /** Returns the footprint as EWKB in the storage CRS; null for none. */
    @Nullable
    String footprintEwkb() {
        return footprint == null ? null : footprint.ewkb();
    }
}
