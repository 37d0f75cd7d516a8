package co.lindero.tile;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What publications changed of the layers. Thread-safe. */
final class TileStore {
    /** Boxes are snapped to a grid this wide, so that neighbouring parcels fall together: a tile of zoom 14. */
    private static final double GRID_M = 2 * TileAddress.HALF_WORLD_M / (1 << 14);

    private static final int MOST_BOXES = 5_000;
    /** Kinds of dataset whose rows are looked at one by one; any other change touches everything. */
    private static final Set<String> CADASTRAL = Set.of("parcels", "buildings", "territories");

    /** Few rows, drawn in part on plots of parcels: a load of them touches all of their tiles. */
    private static final List<String> ON_PLOTS = List.of("projects", "licences");

    private final Database database;

    TileStore(Database database) {
        this.database = database;
    }

    private record Published(long id, String kind, String subject) {}

    /** Returns what the publications of a municipality after one, up to another, have changed. */
    List<Touched> listTouched(String municipality, long after, long upTo) {
        return database.read(handle -> {
            List<Published> published;
            try (Query query = handle.createQuery(Sql.query("tile/list_publications"))) {
                published = query.bind("municipality", municipality)
                        .bind("after", after)
                        .bind("upTo", upTo)
                        .map((rs, ctx) ->
                                new Published(rs.getLong("id"), rs.getString("kind"), rs.getString("subject")))
                        .list();
            }
            List<Touched> touched = new ArrayList<>();
            published.forEach(publication -> touched.addAll(touched(handle, municipality, publication)));
            return touched;
        });
    }

    private static List<Touched> touched(Handle handle, String municipality, Published publication) {
        long id = publication.id();
        String[] subject = publication.subject().split("/", -1);
        boolean ofRows = publication.kind().equals("load") || publication.kind().equals("revert");
        if (ofRows && CADASTRAL.contains(subject[0])) {
            List<Touched> touched = new ArrayList<>();
            touched.add(new Touched(id, subject[0], boxes(handle, id, subject[0], "")));
            if (subject[0].equals("territories")) {
                // a parcel shows in which territory it lies
                touched.add(new Touched(id, "parcels", null));
            }
            if (subject[0].equals("parcels")) {
                // projects and licences are drawn on the plots that they name
                ON_PLOTS.forEach(layer -> touched.add(new Touched(id, layer, null)));
            }
            return touched;
        }
        if (ofRows && ON_PLOTS.contains(subject[0])) {
            return List.of(new Touched(id, subject[0], null));
        }
        if (ofRows && subject[0].equals("zones")) {
            String theme = subject[1];
            boolean everywhere = changesFacts(handle, municipality, theme, id);
            return List.of(new Touched(id, theme, everywhere ? null : boxes(handle, id, "zones", theme)));
        }
        if (ofRows && Set.of("norms", "uses", "ciiu").contains(subject[0])) {
            return List.of();
        }
        return List.of(new Touched(id, "", null));
    }

    private static boolean changesFacts(Handle handle, String municipality, String theme, long publication) {
        try (Query query = handle.createQuery(Sql.query("tile/changes_facts"))) {
            return query.bind("municipality", municipality)
                    .bind("kind", "zones")
                    .bind("theme", theme)
                    .bind("publication", publication)
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    /** Null where the boxes are so many that all of the layer may as well be taken. */
    private static @Nullable List<MapBox> boxes(Handle handle, long publication, String kind, String theme) {
        try (Query query = handle.createQuery(Sql.query("tile/list_touched_boxes"))) {
            List<MapBox> boxes = query.bind("publication", publication)
                    .bind("kind", kind)
                    .bind("theme", theme)
                    .bind("cellM", GRID_M)
                    .map((rs, ctx) -> new MapBox(
                            rs.getDouble("west"), rs.getDouble("south"), rs.getDouble("east"), rs.getDouble("north")))
                    .list();
            return boxes.size() > MOST_BOXES ? null : boxes;
        }
    }
}
