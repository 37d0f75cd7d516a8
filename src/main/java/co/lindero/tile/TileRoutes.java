package co.lindero.tile;

import co.lindero.feature.FeatureLayer;
import co.lindero.feature.LayerScope;
import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Vector tiles of one collection and of several, their tilesets, and the tile matrix set (OGC API Tiles, Part 1). Rows come
 * before columns in addresses, as the standard has it.
 */
public final class TileRoutes implements Routes {
    private static final Format TILE_JSON = new Format("tilejson", "application/json");
    private static final Set<String> MOMENT = Set.of("municipality", "datetime", "knownAt");
    private static final String SET = "/" + TileMatrixSet.ID;
    private static final String DATA = "/{set}/{tileMatrix}/{tileRow}/{tileCol}";

    private final TileService tiles;

    public TileRoutes(TileService tiles) {
        this.tiles = tiles;
    }

    @Override
    public void register(Router router) {
        router.get("/tileMatrixSets", TileRoutes::matrixSets);
        router.get("/tileMatrixSets/{set}", TileRoutes::matrixSet);
        for (String path : List.of("/collections/{id}/tiles", "/tiles")) {
            router.get(path, this::tilesets);
            router.get(path + "/{set}", this::tileset);
            router.get(path + DATA, this::tile);
        }
    }

    private static void matrixSets(Context ctx) {
        Query.of(ctx, Set.of("f"));
        Negotiation.choose(ctx, Format.JSON);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode set = body.putArray("tileMatrixSets").addObject();
        set.put("id", TileMatrixSet.ID);
        set.put("title", TileMatrixSet.ID);
        set.put("uri", TileMatrixSet.URI);
        set.put("crs", TileMatrixSet.CRS);
        set.putArray("links")
                .addObject()
                .put("href", Links.of(ctx).to("/tileMatrixSets" + SET))
                .put("rel", "item")
                .put("type", "application/json")
                .put("title", TileMatrixSet.ID);
        json(ctx, body);
    }

    private static void matrixSet(Context ctx) {
        Query.of(ctx, Set.of("f"));
        Negotiation.choose(ctx, Format.JSON);
        requireSet(ctx);
        json(ctx, TileMatrixSet.render());
    }

    private static void requireSet(Context ctx) {
        String set = ctx.pathParam("set");
        if (!set.equals(TileMatrixSet.ID)) {
            String shown = set.length() > 40 ? set.substring(0, 40) + "…" : set;
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "No hay un conjunto de teselas «" + shown + "»",
                            "There is no tile matrix set '" + shown + "'")
                    .hint("Use " + TileMatrixSet.ID + ".", "Use " + TileMatrixSet.ID + ".");
        }
    }

    private static void json(Context ctx, ObjectNode body) {
        ctx.contentType(Format.JSON.contentType()).result(Json.bytes(body));
    }

    /** What a request speaks of: one collection, or those of the data set that it names. */
    private record Asked(
            Query query,
            LayerScope scope,
            List<FeatureLayer> layers,
            String path,
            String title,
            Map<String, String> kept) {}

    private Asked asked(Context ctx) {
        boolean one = ctx.pathParamMap().containsKey("id");
        Set<String> known = new TreeSet<>(MOMENT);
        known.add("f");
        if (!one) {
            known.add("collections");
        }
        Query query = Query.of(ctx, known);
        LayerScope scope = tiles.features().scope(query);
        Map<String, String> kept = new TreeMap<>();
        known.stream()
                .filter(name -> !name.equals("f"))
                .forEach(name -> query.find(name).ifPresent(value -> kept.put(name, value)));
        if (one) {
            FeatureLayer layer = tiles.features().layer(scope, ctx.pathParam("id"));
            return new Asked(
                    query,
                    scope,
                    List.of(layer),
                    "/collections/" + layer.id() + "/tiles",
                    layer.title().in(AcceptLanguage.of(ctx)),
                    kept);
        }
        List<FeatureLayer> layers =
                query.find("collections").map(names -> named(scope, names)).orElse(scope.layers());
        String title =
                AcceptLanguage.of(ctx).pick("Capas de " + scope.municipality(), "Layers of " + scope.municipality());
        return new Asked(query, scope, layers, "/tiles", title, kept);
    }

    private List<FeatureLayer> named(LayerScope scope, String names) {
        List<FeatureLayer> layers = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Arrays.stream(names.split(",", -1)).map(String::strip).distinct().forEach(name -> {
            Optional<FeatureLayer> layer = scope.find(name);
            layer.ifPresent(layers::add);
            if (layer.isEmpty()) {
                unknown.add(name.length() > 40 ? name.substring(0, 40) + "…" : name);
            }
        });
        if (!unknown.isEmpty()) {
            String all = String.join(
                    ", ", scope.layers().stream().map(FeatureLayer::id).toList());
            throw Query.invalid(
                    "collections",
                    "«collections»: no hay " + String.join(", ", unknown) + ". Hay: " + all + ".",
                    "'collections': there is no " + String.join(", ", unknown) + ". There are: " + all + ".");
        }
        return layers;
    }

    private TilesetWriter writer(Context ctx, Asked asked) {
        return new TilesetWriter(Links.of(ctx), AcceptLanguage.of(ctx), TilesetWriter.queryOf(asked.kept()));
    }

    private static boolean notModified(Context ctx, Asked asked, Format format) {
        String tag = Etags.of(
                ctx,
                asked.scope().known().number(),
                asked.query().canonical(),
                asked.scope().on(),
                format.name());
        return Etags.notModified(ctx, tag, CachePolicy.REVALIDATE);
    }

    private void tilesets(Context ctx) {
        Asked asked = asked(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        if (!notModified(ctx, asked, format)) {
            json(ctx, writer(ctx, asked).list(asked.path(), asked.title()));
        }
    }

    private void tileset(Context ctx) {
        requireSet(ctx);
        Asked asked = asked(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON, TILE_JSON);
        if (notModified(ctx, asked, format)) {
            return;
        }
        List<TilesetWriter.Described> described = asked.layers().stream()
                .map(layer ->
                        new TilesetWriter.Described(layer, tiles.features().findExtent(asked.scope(), layer)))
                .toList();
        TilesetWriter writer = writer(ctx, asked);
        json(
                ctx,
                format.equals(TILE_JSON)
                        ? writer.tileJson(asked.path(), asked.title(), attribution(asked), described)
                        : writer.tileset(asked.path(), asked.title(), described));
    }

    private static String attribution(Asked asked) {
        return asked.layers().stream().anyMatch(FeatureLayer::demonstration)
                ? "Datos sintéticos de demostración (synthetic demonstration data)"
                : "Municipio " + asked.scope().municipality();
    }

    private void tile(Context ctx) {
        requireSet(ctx);
        TileAddress address = address(ctx);
        Asked asked = asked(ctx);
        Negotiation.choose(ctx, Format.TILE);
        ByteString tile = tiles.tile(asked.scope(), asked.layers(), address);
        boolean pinned = asked.query().find("datetime").isPresent()
                && asked.query().find("knownAt").isPresent();
        String tag = Etags.ofContent(ctx, tile.asReadOnlyByteBuffer());
        if (Etags.notModified(ctx, tag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            return;
        }
        if (tile.isEmpty()) {
            requireWithinLimits(asked, address);
            ctx.status(204);
            return;
        }
        ctx.contentType(Format.TILE.contentType()).result(tile.toByteArray());
    }

    /** Beyond the limits of its tileset there is no tile; within them one may be empty (OGC 20-057, requirement 6). */
    private void requireWithinLimits(Asked asked, TileAddress address) {
        Optional<TileLimits> limits = TileLimits.around(asked.layers().stream()
                .map(layer -> tiles.features().findExtent(asked.scope(), layer))
                .flatMap(Optional::stream)
                .toList());
        if (limits.isPresent() && !limits.get().contain(address)) {
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "La tesela está fuera de los límites del conjunto.",
                            "The tile is outside the limits of its tileset.")
                    .hint(
                            "Los límites de cada zoom están en «tileMatrixSetLimits» del conjunto.",
                            "The limits of each zoom are in \"tileMatrixSetLimits\" of the tileset.");
        }
    }

    private static TileAddress address(Context ctx) {
        List<Problem.Fault> faults = new ArrayList<>();
        int zoom = number(ctx, "tileMatrix", TileAddress.MOST_ZOOM, faults);
        int most = zoom < 0 ? Integer.MAX_VALUE : (1 << zoom) - 1;
        int row = number(ctx, "tileRow", most, faults);
        int column = number(ctx, "tileCol", most, faults);
        if (!faults.isEmpty()) {
            throw Query.invalid(faults);
        }
        return new TileAddress(zoom, row, column);
    }

    private static int number(Context ctx, String name, int most, List<Problem.Fault> faults) {
        String text = ctx.pathParam(name);
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        faults.add(new Problem.Fault(
                "invalid-parameter",
                "«" + name + "» debe ser un número entero entre 0 y " + most + ".",
                "'" + name + "' must be a whole number between 0 and " + most + ".",
                name));
        return -1;
    }
}
