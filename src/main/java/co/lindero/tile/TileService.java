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
import com.google.protobuf.ByteString;
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

    /** Rows are thinned by the database only where a cell is a few metres wide: above, nothing would be left out. */
    private static final double LEAST_CELL_M = 4;

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
    private final Cache<Key, ByteString> tiles;

    /**
     * Makes the service.
     *
     * @param cacheBytes bytes of tiles kept in memory
     */
    public TileService(Database database, FeatureService features, long cacheBytes) {
        this.features = features;
        this.rows = new LayerTileStore(database);
        this.changes = new TileChanges(new TileStore(database));
        this.tiles = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .<Key, ByteString>weigher((key, tile) -> tile.size() + 200)
                .build();
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
    ByteString tile(LayerScope scope, List<FeatureLayer> layers, TileAddress address) {
        int share = MOST_BYTES / Math.max(1, layers.size());
        ByteString tile = ByteString.EMPTY;
        for (FeatureLayer layer : layers) {
            long state = changes.stateOf(
                    scope.municipality(), layer.id(), address, scope.known().number());
            Key key = new Key(scope.municipality(), scope.on(), state, layer.id(), share, address);
            tile = tile.concat(tiles.get(key, absent -> make(scope, layer, address, share)));
        }
        return tile;
    }

    private ByteString make(LayerScope scope, FeatureLayer layer, TileAddress address, int share) {
        List<Property> properties = carried(layer);
        List<TileRow> found = new ArrayList<>();
        double side = address.sideM();
        double margin = side * TileShape.MARGIN / TileShape.EXTENT;
        double cellM = side / TileEncoder.CELLS;
        LayerTileStore.Ground ground = new LayerTileStore.Ground(
                address.west() - margin,
                address.north() - side - margin,
                address.west() + side + margin,
                address.north() + margin,
                cellM < LEAST_CELL_M ? 0 : cellM);
        rows.read(scope, layer, properties, ground, (wkb, lot, values) -> found.addAll(TileRow.of(wkb, lot, values)));
        return new TileEncoder(address, share)
                .encode(layer.id(), properties.stream().map(Property::name).toList(), found);
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
