package co.lindero.licence.boundary;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The ground of which the cadastre speaks: beyond it, that no parcel is there is not known. Thread-safe.
 */
public final class KnownGround {
    private final boolean everywhere;
    private final @Nullable PreparedGeometry coverage;
    private final @Nullable PreparedGeometry limit;

    /**
     * Makes the ground.
     *
     * @param everywhere whether the cadastre speaks for all of the municipality
     * @param coverage what else it speaks for, polygons; null for nothing
     * @param limit ground of the municipality; null where it is not loaded
     */
    public KnownGround(boolean everywhere, @Nullable Geometry coverage, @Nullable Geometry limit) {
        this.everywhere = everywhere;
        this.coverage = prepared(coverage);
        this.limit = prepared(limit);
    }

    private static @Nullable PreparedGeometry prepared(@Nullable Geometry geometry) {
        return geometry == null ? null : PreparedGeometryFactory.prepare(geometry);
    }

    boolean covers(Geometry line) {
        return (everywhere || (coverage != null && coverage.covers(line))) && (limit == null || limit.covers(line));
    }
}
