package co.lindero.tile;

import co.lindero.feature.FeatureLayer;
import co.lindero.feature.FeatureService;
import co.lindero.feature.LayerScope;
import co.lindero.feature.LayerTileStore;
import co.lindero.feature.Property;
import co.lindero.feature.PropertyType;
import co.lindero.platform.db.Database;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes and keeps vector tiles. Thread-safe. */
public final class TileService {
    /** No tile is larger than this, whatever it shows. */
    static final int MOST_BYTES = 500_000;

    /** Rows are thinned by the database only up to zoom 13: nearer, next to nothing would be left out. */
    private static final double LEAST_CELL_M = 8;

    /** What a tile carries of each kind of layer; the first is what remains of a crowded tile. */
    private static final Map<String, List<String>> CARRIED = Map.of(
            "parcels", List.of("number", "condition", "destination", "planar_m2"),
            "buildings", List.of("number", "parcel", "floors", "use"),
            "territories", List.of("kind", "code", "name"),
            "projects", List.of("stage", "code", "name"),
            "licences", List.of("class", "number", "status"));

    private static final List<String> OF_ZONES = List.of("code", "label", "plan");
    private static final Set<PropertyType> PLAIN = Set.of(
            PropertyType.STRING, PropertyType.INTEGER, PropertyType.NUMBER, PropertyType.BOOLEAN, PropertyType.DATE);

    private final FeatureService features;
    private final LayerTileStore rows;
    private final TileChanges changes;
    private final Cache<Key, Tile> tiles;
    private final boolean keepsTiles;
    private final KeptRows kept;

    /**
     * Makes the service.
     *
     * @param cacheBytes bytes of tiles kept in memory; 0 keeps none
     * @param rowBytes bytes of rows kept in memory, of which tiles are made
     */
    public TileService(Database database, FeatureService features, long cacheBytes, long rowBytes) {
        this.features = features;
        this.rows = new LayerTileStore(database);
        this.changes = new TileChanges(new TileStore(database));
        this.tiles = Caffeine.newBuilder()
                // waking another thread to keep house would cost more than what is put in
                .executor(Runnable::run)
                .maximumWeight(cacheBytes)
                .<Key, Tile>weigher((key, tile) -> tile.weight())
                .build();
        this.keepsTiles = cacheBytes > 0;
        this.kept = new KeptRows(rowBytes);
    }

    private record Key(String municipality, LocalDate on, long state, String layer, int share, TileAddress tile) {}

    FeatureService features() {
        return features;
    }

    /** Returns where rows of layers come from, for legends. */
    public LayerTileStore rows() {
        return rows;
    }

    /**
     * Returns a tile with a layer for each collection; without bytes where none shows anything there. Each collection may
     * take an equal share of the tile's bytes.
     */
    Tile tile(LayerScope scope, List<FeatureLayer> layers, TileAddress address) {
        int share = MOST_BYTES / Math.max(1, layers.size());
        List<Tile> made = new ArrayList<>(layers.size());
        for (FeatureLayer layer : layers) {
            Key key =
                    new Key(scope.municipality(), scope.on(), state(scope, layer, address), layer.id(), share, address);
            made.add(
                    keepsTiles
                            ? tiles.get(key, absent -> make(scope, layer, address, share))
                            : make(scope, layer, address, share));
        }
        return Tile.joined(made);
    }

    private long state(LayerScope scope, FeatureLayer layer, TileAddress address) {
        return changes.stateOf(
                scope.municipality(), layer.id(), address, scope.known().number());
    }

    private Tile make(LayerScope scope, FeatureLayer layer, TileAddress address, int share) {
        List<String> names = carried(layer).stream().map(Property::name).toList();
        return Tile.of(new TileEncoder(address, share).encode(layer.id(), names, rows(scope, layer, address)));
    }

    private List<TileRow> rows(LayerScope scope, FeatureLayer layer, TileAddress address) {
        if (!kept.mayKeep(address)) {
            return read(scope, layer, address);
        }
        TileAddress square = address.parent(KeptRows.ZOOM);
        KeptRows.Key key =
                new KeptRows.Key(scope.municipality(), scope.on(), state(scope, layer, square), layer.id(), square);
        return kept.find(key, address.drawn(), () -> read(scope, layer, square))
                .orElseGet(() -> read(scope, layer, address));
    }

    private List<TileRow> read(LayerScope scope, FeatureLayer layer, TileAddress address) {
        MapBox drawn = address.drawn();
        double cellM = address.sideM() / TileEncoder.CELLS;
        LayerTileStore.Ground ground = new LayerTileStore.Ground(
                drawn.west(), drawn.south(), drawn.east(), drawn.north(), cellM < LEAST_CELL_M ? 0 : cellM);
        List<TileRow> read = new ArrayList<>();
        rows.list(scope, layer, carried(layer), ground)
                .forEach(row -> read.addAll(TileRow.of(row.wkb(), row.lot(), row.values())));
        return read;
    }

    /** Returns the properties that a layer's tiles carry. */
    static List<Property> carried(FeatureLayer layer) {
        return CARRIED.getOrDefault(layer.id(), OF_ZONES).stream()
                .map(layer::find)
                .flatMap(Optional::stream)
                .filter(property -> PLAIN.contains(property.type()))
                .toList();
    }
}
