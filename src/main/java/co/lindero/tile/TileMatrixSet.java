package co.lindero.tile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one tile matrix set there is: WebMercatorQuad (OGC 17-083r4, annex D.1), as its JSON encoding. */
final class TileMatrixSet {
    static final String ID = "WebMercatorQuad";
    static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";

    private static final int PIXELS = 256;
    /** Size of a rendering pixel, m: the standard's. */
    private static final double PIXEL_M = 0.000_28;

    private TileMatrixSet() {}

    static ObjectNode render() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.put("id", ID);
        set.put("title", "Google Maps Compatible for the World");
        set.put("uri", URI);
        set.put("crs", CRS);
        set.putArray("orderedAxes").add("E").add("N");
        set.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
        ArrayNode matrices = set.putArray("tileMatrices");
        for (int zoom = 0; zoom <= TileAddress.MOST_ZOOM; zoom++) {
            double cell = new TileAddress(zoom, 0, 0).sideM() / PIXELS;
            ObjectNode matrix = matrices.addObject();
            matrix.put("id", Integer.toString(zoom));
            matrix.put("scaleDenominator", cell / PIXEL_M);
            matrix.put("cellSize", cell);
            matrix.put("cornerOfOrigin", "topLeft");
            matrix.putArray("pointOfOrigin").add(-TileAddress.HALF_WORLD_M).add(TileAddress.HALF_WORLD_M);
            matrix.put("matrixWidth", 1 << zoom);
            matrix.put("matrixHeight", 1 << zoom);
            matrix.put("tileWidth", PIXELS);
            matrix.put("tileHeight", PIXELS);
        }
        return set;
    }
}
