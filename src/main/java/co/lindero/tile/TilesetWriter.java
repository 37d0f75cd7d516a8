package co.lindero.tile;

import co.lindero.feature.FeatureLayer;
import co.lindero.feature.LayerExtent;
import co.lindero.feature.Property;
import co.lindero.platform.http.Links;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes tilesets: as OGC API Tiles asks, and as TileJSON 3.0, which web maps read. */
final class TilesetWriter {
    static final String TILE_TYPE = "application/vnd.mapbox-vector-tile";
    private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
    private static final String DATA = "/" + TileMatrixSet.ID + "/{tileMatrix}/{tileRow}/{tileCol}";

    private final Links links;
    private final Language language;
    private final String query;

    /**
     * Prepares to describe.
     *
     * @param query parameters that links keep, with a leading question mark; empty for none
     */
    TilesetWriter(Links links, Language language, String query) {
        this.links = links;
        this.language = language;
        this.query = query;
    }

    /** A layer and the box around it. */
    record Described(FeatureLayer layer, Optional<LayerExtent> extent) {}

    /**
     * Returns the list of the tilesets of a resource.
     *
     * @param path of the tiles, such as {@code /collections/parcels/tiles}
     */
    ObjectNode list(String path, String title) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        link(body.putArray("links"), "self", "application/json", links.to(path) + query, title);
        ObjectNode set = body.putArray("tilesets").addObject();
        head(set, title);
        ArrayNode list = set.putArray("links");
        link(list, "self", "application/json", links.to(path + "/" + TileMatrixSet.ID) + query, title);
        // the template of a tile's address is in the tileset: here every link leads somewhere
        tilingScheme(list);
        return body;
    }

    private void head(ObjectNode set, String title) {
        set.put("title", title);
        set.put("dataType", "vector");
        set.put("crs", TileMatrixSet.CRS);
        set.put("tileMatrixSetURI", TileMatrixSet.URI);
    }

    /** Returns the metadata of a tileset. */
    ObjectNode tileset(String path, String title, List<Described> layers) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        head(set, title);
        set.put("tileMatrixSetId", TileMatrixSet.ID);
        ArrayNode described = set.putArray("layers");
        for (Described each : layers) {
            ObjectNode node = described.addObject();
            node.put("id", each.layer().id());
            node.put("title", each.layer().title().in(language));
            node.put("description", each.layer().description().in(language));
            node.put("dataType", "vector");
            properties(node.putObject("propertiesSchema"), each.layer());
        }
        limits(layers).ifPresent(limits -> {
            LayerExtent box = limits.box();
            ObjectNode node = set.putObject("boundingBox");
            node.putArray("lowerLeft").add(box.minX()).add(box.minY());
            node.putArray("upperRight").add(box.maxX()).add(box.maxY());
            node.put("crs", "http://www.opengis.net/def/crs/OGC/1.3/CRS84");
            limits(set.putArray("tileMatrixSetLimits"), limits);
        });
        ArrayNode list = set.putArray("links");
        String self = path + "/" + TileMatrixSet.ID;
        link(list, "self", "application/json", links.to(self) + query, title);
        link(list, "alternate", "application/json", tileJsonAddress(path), "TileJSON");
        tilingScheme(list);
        template(list, path);
        return set;
    }

    private void tilingScheme(ArrayNode list) {
        link(
                list,
                REL + "tiling-scheme",
                "application/json",
                links.to("/tileMatrixSets/" + TileMatrixSet.ID),
                TileMatrixSet.ID);
    }

    private static void limits(ArrayNode list, TileLimits limits) {
        for (int zoom = 0; zoom <= TileAddress.MOST_ZOOM; zoom++) {
            TileLimits.Zoom tiles = limits.of(zoom);
            list.addObject()
                    .put("tileMatrix", Integer.toString(zoom))
                    .put("minTileRow", tiles.first().row())
                    .put("maxTileRow", tiles.last().row())
                    .put("minTileCol", tiles.first().column())
                    .put("maxTileCol", tiles.last().column());
        }
    }

    private void properties(ObjectNode schema, FeatureLayer layer) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Property property : TileService.carried(layer)) {
            ObjectNode node = properties.putObject(property.name());
            node.put("title", property.title().in(language));
            node.put("type", jsonType(property));
        }
    }

    private static String jsonType(Property property) {
        return switch (property.type()) {
            case INTEGER -> "integer";
            case NUMBER, JSON_NUMBER -> "number";
            case BOOLEAN, JSON_BOOLEAN -> "boolean";
            default -> "string";
        };
    }

    /** Returns where the TileJSON of a tileset is. */
    String tileJsonAddress(String path) {
        return links.to(path + "/" + TileMatrixSet.ID) + (query.isEmpty() ? "?" : query + "&") + "f=tilejson";
    }

    /** Returns a tileset as TileJSON 3.0. */
    ObjectNode tileJson(String path, String title, String attribution, List<Described> layers) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("tilejson", "3.0.0");
        body.put("name", title);
        body.put("attribution", attribution);
        body.put("scheme", "xyz");
        body.putArray("tiles").add(links.to(path + "/" + TileMatrixSet.ID + "/{z}/{y}/{x}") + query);
        body.put("minzoom", 0);
        body.put("maxzoom", TileAddress.MOST_ZOOM);
        limits(layers)
                .map(TileLimits::box)
                .ifPresent(box -> body.putArray("bounds")
                        .add(box.minX())
                        .add(box.minY())
                        .add(box.maxX())
                        .add(box.maxY()));
        ArrayNode vector = body.putArray("vector_layers");
        for (Described each : layers) {
            ObjectNode node = vector.addObject();
            node.put("id", each.layer().id());
            node.put("description", each.layer().description().in(language));
            ObjectNode fields = node.putObject("fields");
            TileService.carried(each.layer())
                    .forEach(property ->
                            fields.put(property.name(), property.title().in(language)));
        }
        return body;
    }

    private static Optional<TileLimits> limits(List<Described> layers) {
        return TileLimits.around(
                layers.stream().map(Described::extent).flatMap(Optional::stream).toList());
    }

    private void template(ArrayNode list, String path) {
        link(list, "item", TILE_TYPE, links.base() + path + DATA + query, language.pick("Teselas", "Tiles"))
                .put("templated", true);
    }

    private static ObjectNode link(ArrayNode list, String rel, String type, String href, String title) {
        return list.addObject()
                .put("href", href)
                .put("rel", rel)
                .put("type", type)
                .put("title", title);
    }

    /** Returns the parameters that links keep, as they stand in an address. */
    static String queryOf(Map<String, String> kept) {
        StringBuilder text = new StringBuilder();
        kept.forEach((name, value) -> text.append(text.length() == 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
        return text.toString();
    }
}
