package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.licence.SiteStore.Building;
import co.lindero.licence.SiteStore.Cadastre;
import co.lindero.licence.SiteStore.Given;
import co.lindero.licence.SiteStore.Placed;
import co.lindero.licence.SiteStore.Site;
import co.lindero.licence.boundary.BoundaryPiece;
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
        Layout layout,
        List<Building> buildings,
        int srid) {

    List<Long> ids() {
        return parcels.stream().map(Parcel::id).toList();
    }

    /** Returns the footprint as GeoJSON in the CRS of the caller; null for none. */
    @Nullable
    String footprintGeojson() {
        return footprint == null || footprint.placed() == null
                ? null
                : footprint.placed().geojson();
    }

    /** Returns the footprint as EWKB in the storage CRS; null for none. */
    @Nullable
    String footprintEwkb() {
        return footprint == null ? null : footprint.ewkb();
    }

    /** Tells whether the footprint lies wholly on the site; null for none. */
    @Nullable
    Boolean footprintInside() {
        Placed placed = footprint == null ? null : footprint.placed();
        return placed == null ? null : Boolean.valueOf(placed.inside());
    }
}
