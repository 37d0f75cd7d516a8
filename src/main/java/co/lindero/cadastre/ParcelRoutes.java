package co.lindero.cadastre;

import co.lindero.cadastre.ParcelService.Criterion;
import co.lindero.cadastre.ParcelService.Moment;
import co.lindero.platform.http.AcceptLanguage;
import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /parcels} and {@code /parcels/{number}}: GeoJSON in longitude, latitude. */
public final class ParcelRoutes implements Routes {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;
    private static final int LEAST_TEXT = 3;
    private static final int AREA_DECIMALS = 4;
    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);
    private static final BigDecimal QUARTER_TURN = BigDecimal.valueOf(90);
    private static final QuerySpec ONE = QuerySpec.none().date("on").text("knownAt", "municipality", "f");
    private static final QuerySpec MANY = QuerySpec.none()
            .date("on")
            .text("q", "folio", "knownAt", "municipality", "after", "f", "lon", "lat")
            .whole("limit", 1, MOST);

    private final ParcelService parcels;

    public ParcelRoutes(ParcelService parcels) {
        this.parcels = parcels;
    }

    @Override
    public void register(Router router) {
        router.get("/parcels", this::search);
        router.get("/parcels/{number}", this::one);
    }

    private static Moment moment(Query query) {
        return new Moment(
                query.find("municipality").orElse(null),
                query.date("on").orElse(null),
                query.find("knownAt").map(KnownAt::parse).orElseGet(KnownAt.Newest::new));
    }

    private void one(Context ctx) {
        Query query = ONE.read(ctx);
        Format format = Negotiation.choose(ctx, Format.GEOJSON);
        ParcelService.Located located = parcels.get(ctx.pathParam("number"), moment(query));
        if (Etags.notModified(
                ctx,
                Etags.of(ctx, located.known().number(), query.canonical(), located.on(), format.name()),
                CachePolicy.REVALIDATE)) {
            return;
        }
        ObjectNode feature = feature(located.found().plot(), located.geometry());
        if (located.found().isUnit()) {
            feature.put("id", located.found().asked());
            ObjectNode properties = (ObjectNode) feature.get("properties");
            properties.put("number", located.found().asked());
            properties.put("parent", located.found().plot().number());
        }
        if (located.demonstration()) {
            feature.put("demonstration", true);
        }
        ArrayNode remarks = feature.putArray("warnings");
        located.found()
                .remarks()
                .forEach(remark -> remarks.addObject()
                        .put("code", remark.code())
                        .put("message", remark.text().in(AcceptLanguage.of(ctx))));
        Links links = Links.of(ctx);
        ArrayNode list = feature.putArray("links");
        link(list, "self", links.self());
        link(list, "land-use", links.to("/parcels/" + located.found().asked() + "/land-use"));
        send(ctx, format, feature);
    }

    private static void link(ArrayNode list, String rel, String href) {
        list.addObject().put("rel", rel).put("href", href);
    }

    private static void send(Context ctx, Format format, ObjectNode body) {
        ctx.contentType(format.contentType()).result(Json.bytes(body));
    }

    private static ObjectNode feature(Parcel parcel, @Nullable String geometry) {
        ObjectNode feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature");
        feature.put("id", parcel.number());
        feature.set("geometry", geometry == null ? JsonNodeFactory.instance.nullNode() : Json.read(geometry));
        ObjectNode properties = feature.putObject("properties");
        properties.put("number", parcel.number());
        properties.put("previous_number", parcel.previousNumber());
        properties.put("nupre", parcel.nupre());
        properties.put("folio", parcel.folio());
        properties.put("municipality", parcel.municipality());
        properties.put("address", parcel.address());
        properties.put("condition", parcel.condition());
        properties.put("destination", parcel.destination());
        properties.put("registered_area_m2", rounded(parcel.registeredM2()));
        properties.put("planar_m2", rounded(parcel.planarM2()));
        properties.put("ellipsoid_m2", rounded(parcel.ellipsoidM2()));
        return feature;
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(AREA_DECIMALS, RoundingMode.HALF_UP);
    }

    private void search(Context ctx) {
        Query query = MANY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.GEOJSON);
        int limit = query.integer("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        ParcelService.Page page = parcels.search(
                criterion(query), moment(query), query.find("after").orElse(""), limit);
        if (Etags.notModified(
                ctx,
                Etags.of(ctx, page.known().number(), query.canonical(), page.on(), format.name()),
                CachePolicy.REVALIDATE)) {
            return;
        }
        ObjectNode collection = JsonNodeFactory.instance.objectNode();
        collection.put("type", "FeatureCollection");
        collection.put("numberReturned", page.parcels().size());
        if (page.demonstration()) {
            collection.put("demonstration", true);
        }
        ArrayNode features = collection.putArray("features");
        page.parcels().forEach(parcel -> features.add(feature(parcel, parcel.geometry())));
        Links links = Links.of(ctx);
        ArrayNode list = collection.putArray("links");
        link(list, "self", links.self());
        if (page.more()) {
            Parcel last = page.parcels().get(page.parcels().size() - 1);
            link(list, "next", links.to(next(query, page, last.number(), limit)));
        }
        send(ctx, format, collection);
    }

    /** The next page names the publication and the day of this one, so that a sequence of pages shows one state. */
    private static String next(Query query, ParcelService.Page page, String last, int limit) {
        StringBuilder path = new StringBuilder("/parcels?limit=" + limit);
        Stream.of("q", "folio", "lon", "lat", "municipality")
                .forEach(name -> query.find(name)
                        .ifPresent(value -> path.append('&')
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return path.append("&on=")
                .append(page.on())
                .append("&knownAt=")
                .append(page.known().number())
                .append("&after=")
                .append(URLEncoder.encode(last, StandardCharsets.UTF_8))
                .toString();
    }

    private static Criterion criterion(Query query) {
        boolean place = query.find("lon").isPresent() || query.find("lat").isPresent();
        long given = Stream.of(query.find("q").isPresent(), query.find("folio").isPresent(), place)
                .filter(Boolean::booleanValue)
                .count();
        if (given != 1) {
            throw Query.invalid(
                            "q",
                            "Busque por uno de: q (número o dirección), folio (matrícula), o lon y lat.",
                            "Search by one of: q (number or address), folio, or lon and lat.")
                    .hint("Por ejemplo /parcels?q=7613001", "For example /parcels?q=7613001");
        }
        if (query.find("folio").isPresent()) {
            return new Criterion.Folio(query.get("folio"));
        }
        if (place) {
            return place(query);
        }
        String text = query.get("q").strip();
        if (text.length() < LEAST_TEXT) {
            throw Query.invalid(
                    "q",
                    "«q» debe tener al menos " + LEAST_TEXT + " caracteres.",
                    "'q' must have at least " + LEAST_TEXT + " characters.");
        }
        return new Criterion.Text(text);
    }

    private static Criterion place(Query query) {
        query.get("lon");
        query.get("lat");
        BigDecimal lon = number(query, "lon");
        BigDecimal lat = number(query, "lat");
        if (lon.abs().compareTo(HALF_TURN) > 0 || lat.abs().compareTo(QUARTER_TURN) > 0) {
            throw Query.invalid(
                            "lon",
                            "lon=" + lon + ", lat=" + lat + " no es un lugar: lon va de -180 a 180 y lat de -90 a 90,"
                                    + " en grados.",
                            "lon=" + lon + ", lat=" + lat + " is no place: lon goes from -180 to 180 and lat from -90"
                                    + " to 90, in degrees.")
                    .hint("¿Son metros, o están intercambiadas?", "Are they metres, or are they swapped?");
        }
        if (looksColombian(lat, lon) && !looksColombian(lon, lat)) {
            throw swapped(lon, lat);
        }
        return new Criterion.Place(lon, lat);
    }

    private static boolean looksColombian(BigDecimal lon, BigDecimal lat) {
        return lon.doubleValue() > -85 && lon.doubleValue() < -66 && lat.doubleValue() > -5 && lat.doubleValue() < 16;
    }

    private static Problem swapped(BigDecimal lon, BigDecimal lat) {
        return Query.invalid(
                        "lon",
                        "lon=" + lon + ", lat=" + lat + " parecen intercambiadas.",
                        "lon=" + lon + ", lat=" + lat + " look swapped.")
                .hint("Use lon=" + lat + "&lat=" + lon + ".", "Use lon=" + lat + "&lat=" + lon + ".");
    }

    private static BigDecimal number(Query query, String name) {
        return query.decimal(name, BigDecimal.valueOf(-1e12), BigDecimal.valueOf(1e12))
                .orElseThrow();
    }
}
