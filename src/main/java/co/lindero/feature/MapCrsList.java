package co.lindero.feature;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The coordinate reference systems that this database's features can be had in. Immutable. */
public final class MapCrsList {
    private static final int NATIONAL = 9377;
    private static final Pattern SHORT = Pattern.compile("\\[?(EPSG|OGC):(?:[\\d.]+:)?(\\w+)\\]?");
    private static final Pattern URN = Pattern.compile("urn:ogc:def:crs:(EPSG|OGC):[\\d.]*:(\\w+)");

    private final List<MapCrs> all;
    private final MapCrs storage;
    private final boolean national;

    private MapCrsList(List<MapCrs> all, MapCrs storage, boolean national) {
        this.all = List.copyOf(all);
        this.storage = storage;
        this.national = national;
    }

    /**
     * Returns the list of a database: CRS84, WGS 84, web Mercator and the storage CRS; with national parcel numbers also
     * MAGNA-SIRGAS and its national origin.
     */
    public static MapCrsList of(Database database) {
        return of(
                database.srid(),
                database.numbers(),
                database.readAtOnce(handle -> new CrsStore().isNorthFirst(handle, database.srid())));
    }

    static MapCrsList of(int srid, NumberScheme numbers, boolean northFirst) {
        MapCrs storage = srid == 3857 ? MapCrs.web() : MapCrs.stored(srid, northFirst);
        List<MapCrs> all = new ArrayList<>(List.of(MapCrs.crs84(), MapCrs.geographic(4326)));
        all.add(MapCrs.web());
        if (numbers == NumberScheme.NPN) {
            all.add(MapCrs.geographic(4686));
            if (srid != NATIONAL) {
                all.add(MapCrs.transformed(NATIONAL, true));
            }
        }
        if (srid != 3857) {
            all.add(storage);
        }
        return new MapCrsList(all, storage, numbers == NumberScheme.NPN);
    }

    /** Returns the default: longitude, latitude. */
    MapCrs crs84() {
        return all.get(0);
    }

    /** Returns the CRS that geometries are stored in. */
    MapCrs storage() {
        return storage;
    }

    /** Tells whether the database holds Colombian data, as national parcel numbers say. */
    boolean isNational() {
        return national;
    }

    /** Returns the identifiers, the default first. */
    List<String> uris() {
        return all.stream().map(MapCrs::uri).toList();
    }

    /**
     * Returns the CRS that a parameter names: by its OGC address, its URN or short as {@code EPSG:9377}.
     *
     * @throws Problem {@code invalid-parameter} naming the parameter
     */
    MapCrs get(Query query, String parameter) {
        return query.find(parameter)
                .map(text -> find(text).orElseThrow(() -> unknown(parameter, text)))
                .orElseGet(this::crs84);
    }

    private Optional<MapCrs> find(String text) {
        String uri = text.strip();
        for (Pattern form : List.of(SHORT, URN)) {
            Matcher matcher = form.matcher(uri);
            if (matcher.matches()) {
                uri = matcher.group(1).equals("OGC")
                        ? "http://www.opengis.net/def/crs/OGC/1.3/"
                                + matcher.group(2).toUpperCase(Locale.ROOT)
                        : "http://www.opengis.net/def/crs/EPSG/0/" + matcher.group(2);
            }
        }
        String wanted = uri.replaceFirst("^https://", "http://");
        return all.stream().filter(crs -> crs.uri().equals(wanted)).findFirst();
    }

    private Problem unknown(String parameter, String text) {
        String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
        String known = String.join(", ", uris());
        return Query.invalid(
                parameter,
                "«" + parameter + "» nombra un sistema de coordenadas que esta colección no ofrece: " + shown
                        + ". Se ofrecen: " + known + ".",
                "'" + parameter + "' names a coordinate reference system that this collection does not offer: " + shown
                        + ". Offered: " + known + ".");
    }
}
