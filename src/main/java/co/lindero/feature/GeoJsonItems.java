package co.lindero.feature;

import co.lindero.platform.http.Format;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a list of features as one GeoJSON document: the features first, then what is known of the list. */
final class GeoJsonItems implements ItemsWriter {
    /** As much as goes into the kernel at once and stays in the processor's memory on the way there. */
    private static final int BUFFER = 1 << 16;

    private final ItemsRequest request;
    private final GeoJsonEncoder encoder;
    private final Envelope envelope;

    /**
     * What surrounds the features.
     *
     * @param links writes links; null for a document without any
     * @param parameters the request's own, for the links
     * @param self form of the document
     * @param others forms it can be had in too
     * @param clock tells the time of the answer
     */
    record Envelope(
            @Nullable LayerLinks links,
            Map<String, String> parameters,
            Format self,
            List<Format> others,
            Clock clock) {}

    GeoJsonItems(OutputStream out, ItemsRequest request, Envelope envelope) {
        this.request = request;
        this.encoder = new GeoJsonEncoder(out, request, BUFFER);
        this.envelope = envelope;
    }

    @Override
    public void begin() throws IOException {
        encoder.begin();
    }

    @Override
    public void row(FeatureRow row) throws IOException {
        encoder.row(row);
    }

    /** Writes a feature that is GeoJSON already. */
    void encoded(byte[] feature) throws IOException {
        encoder.encoded(feature);
    }

    @Override
    public void end(PageSink page, OptionalLong matched) throws IOException {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        matched.ifPresent(number -> members.put("numberMatched", number));
        members.put("numberReturned", page.returned());
        members.put("timeStamp", envelope.clock.instant().toString());
        if (request.layer().demonstration()) {
            members.put("demonstration", true);
        }
        ObjectNode known = members.putObject("knownAt");
        known.put("publication", request.scope().known().number());
        known.put("at", request.scope().known().at().toString());
        members.put("on", request.scope().on().toString());
        LayerLinks links = envelope.links;
        if (links != null) {
            links(links, members.putArray("links"), page);
        }
        String json = Json.write(members);
        encoder.end(json.substring(1, json.length() - 1));
    }

    private void links(LayerLinks links, ArrayNode list, PageSink page) {
        String collection = LayerLinks.path(request.layer().id());
        links.addSelf(list, collection + "/items", envelope.parameters, envelope.self, envelope.others);
        links.add(
                list,
                "collection",
                Format.JSON.mediaType(),
                links.to(collection, Map.of()),
                "La colección",
                "The collection");
        if (page.more()) {
            links.add(
                    list,
                    "next",
                    envelope.self.mediaType(),
                    links.to(collection + "/items", next(request, envelope.parameters, page)),
                    "Página siguiente",
                    "Next page");
        }
    }

    /** The next page names the publication and the day of this one, so that a sequence of pages shows one state. */
    static Map<String, String> next(ItemsRequest request, Map<String, String> parameters, PageSink page) {
        Map<String, String> next = new TreeMap<>(parameters);
        next.remove("offset");
        next.put("after", PageToken.write(page.last()));
        next.put("knownAt", Long.toString(request.scope().known().number()));
        next.put("datetime", request.scope().on().toString());
        return next;
    }
}
