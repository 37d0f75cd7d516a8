package co.lindero.feature;

import co.lindero.platform.db.Sql;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What PostGIS knows of coordinate reference systems. */
final class CrsStore {
    /** Tells whether the registered axis order begins with the northing. */
    boolean isNorthFirst(Handle handle, int srid) {
        try (Query query = handle.createQuery(Sql.query("feature/find_axis_order"))) {
            return query.bind("srid", srid)
                    .map((rs, ctx) -> northFirst(rs.getString("srtext")))
                    .findOne()
                    .orElse(false);
        }
    }

    static boolean northFirst(String wkt) {
        String upper = wkt.toUpperCase(java.util.Locale.ROOT);
        int north = upper.lastIndexOf(",NORTH");
        int east = upper.lastIndexOf(",EAST");
        return north >= 0 && (east < 0 || north < east);
    }
}
