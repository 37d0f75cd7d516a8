package co.lindero.feature;

import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes a collection: title, extent, coordinate systems, source, and where its features are. */
final class CollectionWriter {
    private static final int DEGREE_DECIMALS = 9;
    private static final String SCHEMA_TYPE = "application/schema+json";

    private final LayerLinks links;
    private final Language language;
    private final MapCrsList systems;
    private final Map<String, String> moment;
    private final ZoneId zone;

    /**
     * Prepares to describe.
     *
     * @param zone where legal days begin
     * @param moment parameters of municipality, day and publication that the request gave: links keep them
     */
    CollectionWriter(LayerLinks links, Language language, MapCrsList systems, ZoneId zone, Map<String, String> moment) {
        this.links = links;
        this.language = language;
        this.systems = systems;
        this.moment = moment;
        this.zone = zone;
    }

    /** Returns the description. */
    ObjectNode write(LayerScope scope, FeatureLayer layer, Optional<LayerExtent> extent, LayerTimes times) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", layer.id());
        node.put("title", layer.title().in(language));
        node.put("description", layer.description().in(language));
        node.put("itemType", "feature");
        extent(node.putObject("extent"), extent, times, scope.on());
        ArrayNode crs = node.putArray("crs");
        systems.uris().forEach(crs::add);
        node.put("storageCrs", systems.storage().uri());
        geometryDimension(extent).ifPresent(dimension -> node.put("geometryDimension", dimension));
        node.put("attribution", attribution(scope, layer));
        if (layer.demonstration()) {
            node.put("demonstration", true);
        }
        ArrayNode list = node.putArray("links");
        links(list, layer);
        return node;
    }

    private static Optional<Integer> geometryDimension(Optional<LayerExtent> extent) {
        return extent.map(LayerExtent::dimensions)
                .filter(dimensions -> dimensions.size() == 1)
                .map(dimensions -> dimensions.get(0));
    }

    private void extent(ObjectNode node, Optional<LayerExtent> extent, LayerTimes times, LocalDate on) {
        extent.ifPresent(box -> {
            ObjectNode spatial = node.putObject("spatial");
            spatial.putArray("bbox")
                    .addArray()
                    .add(published(box.minX()))
                    .add(published(box.minY()))
                    .add(published(box.maxX()))
                    .add(published(box.maxY()));
            spatial.put("crs", MapCrs.CRS84);
        });
        // what holds on is known to the day that was asked for: clients and the OGC's tests want both ends of it
        LocalDate last = times.last() == null || times.last().isAfter(on) ? on : times.last();
        if (times.first() != null && !times.first().isAfter(last)) {
            ObjectNode temporal = node.putObject("temporal");
            temporal.putArray("interval")
                    .addArray()
                    .add(start(times.first()).toString())
                    .add(start(last.plusDays(1)).minusSeconds(1).toString());
            temporal.put("trs", "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian");
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Coordinates have nine decimals; further digits come of binary fractions. */
    private static BigDecimal published(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(DEGREE_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private String attribution(LayerScope scope, FeatureLayer layer) {
        String synthetic = layer.demonstration()
                ? language.pick("Datos sintéticos de demostración. ", "Synthetic demonstration data. ")
                : "";
        FeatureLayer.ThemeFacts theme = layer.theme();
        String source = theme == null
                ? language.pick("Catastro y territorios de ", "Cadastre and territories of ") + scope.municipality()
                : String.join("; ", theme.acts());
        return synthetic + source;
    }

    private void links(ArrayNode list, FeatureLayer layer) {
        String path = LayerLinks.path(layer.id());
        links.add(list, "self", Format.JSON.mediaType(), links.to(path, moment), "Esta colección", "This collection");
        links.add(
                list,
                "alternate",
                Format.HTML.mediaType(),
                links.to(path, with("f", "html")),
                "Esta colección como página",
                "This collection as a page");
        for (Format format : FeatureRoutes.LIST) {
            String name = format.name();
            links.add(
                    list,
                    format.equals(FeatureRoutes.DOWNLOAD) ? "enclosure" : "items",
                    format.mediaType(),
                    links.to(path + "/items", format.equals(Format.GEOJSON) ? moment : with("f", name)),
                    "Elementos, " + name,
                    "Features, " + name);
        }
        links.add(
                list,
                "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                SCHEMA_TYPE,
                links.to(path + "/queryables", moment),
                "Por qué se puede filtrar",
                "What can be filtered by");
        links.add(
                list,
                "http://www.opengis.net/def/rel/ogc/1.0/schema",
                SCHEMA_TYPE,
                links.to(path + "/schema", moment),
                "Propiedades de los elementos",
                "Properties of the features");
        links.add(
                list,
                "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
                Format.JSON.mediaType(),
                links.to(path + "/tiles", moment),
                "Teselas vectoriales",
                "Vector tiles");
        links.add(
                list,
                "http://www.opengis.net/def/rel/ogc/1.0/styles",
                Format.JSON.mediaType(),
                links.to(path + "/styles", moment),
                "Colores y leyenda, para mapas web y QGIS",
                "Colours and legend, for web maps and QGIS");
        legal(list, layer);
    }

    private void legal(ArrayNode list, FeatureLayer layer) {
        FeatureLayer.ThemeFacts theme = layer.theme();
        if (theme != null) {
            for (int i = 0; i < theme.plans().size(); i++) {
                links.add(
                        list,
                        "describedby",
                        Format.JSON.mediaType(),
                        links.to("/plans/" + Links.encoded(theme.plans().get(i)), municipality()),
                        "El plan y sus conjuntos de datos: " + theme.acts().get(i),
                        "The plan and its datasets: " + theme.acts().get(i));
            }
        }
        if (layer.demonstration()) {
            links.add(
                    list,
                    "license",
                    Format.HTML.mediaType(),
                    "https://creativecommons.org/publicdomain/zero/1.0/",
                    "CC0 1.0",
                    "CC0 1.0");
        }
    }

    private Map<String, String> municipality() {
        String given = moment.get("municipality");
        return given == null ? Map.of() : Map.of("municipality", given);
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> parameters = new java.util.TreeMap<>(moment);
        parameters.put(name, value);
        return parameters;
    }

    /** Returns the list of collections. */
    ObjectNode list(List<ObjectNode> collections) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("links");
        links.add(
                list,
                "self",
                Format.JSON.mediaType(),
                links.to("/collections", moment),
                "Las colecciones",
                "The collections");
        links.add(
                list,
                "alternate",
                Format.HTML.mediaType(),
                links.to("/collections", with("f", "html")),
                "Las colecciones como página",
                "The collections as a page");
        node.putArray("collections").addAll(collections);
        return node;
    }
}
