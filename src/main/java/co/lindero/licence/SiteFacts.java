package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.licence.SiteStore.Building;
import co.lindero.licence.SiteStore.Cadastre;
import co.lindero.licence.SiteStore.Given;
import co.lindero.licence.SiteStore.Placed;
import co.lindero.licence.SiteStore.Site;
import co.lindero.licence.boundary.BoundaryPiece;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

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

    /** Returns the footprint in the storage CRS; null for none. */
    @Nullable
    Geometry footprintGeom() {
        return footprint == null ? null : footprint.geom();
    }

    /** Returns the footprint as what is judged; null where there is none, and where it lies outside by no more than is let pass. */
    KeptZones.@Nullable Target footprintTarget() {
        Placed placed = footprint == null ? null : footprint.placed();
        if (placed == null || !placed.inside()) {
            return null;
        }
        return target(
                Objects.requireNonNull(footprint.geom()),
                footprint.planarM2(),
                Objects.requireNonNull(footprint.ewkb()),
                Objects.requireNonNull(placed.geojson()));
    }

    /** Returns the site as what is judged, given as GeoJSON in the CRS of the answer. */
    KeptZones.Target siteTarget(String geojson) {
        return target(site.geom(), site.planarM2(), site.ewkb(), geojson);
    }

    private KeptZones.Target target(Geometry geom, double planarM2, String ewkb, String geojson) {
        int rings = 0;
        for (int i = 0; i < geom.getNumGeometries(); i++) {
            rings += 1 + ((Polygon) geom.getGeometryN(i)).getNumInteriorRing();
        }
        return new KeptZones.Target(
                footprint != null, planarM2, geom.getLength(), rings, site.planarM2(), ewkb, geojson);
    }
}
