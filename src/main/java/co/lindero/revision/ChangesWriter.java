package co.lindero.revision;

import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.revision.ChangeCounter.Changed;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what a plan changes: JSON, GeoJSON and text. Parcels come a page at a time, in the order of their numbers. Pure. */
final class ChangesWriter {
    private final PlanChanges changes;
    private final List<Changed> page;
    private final boolean more;

    ChangesWriter(PlanChanges changes, @Nullable String after, int limit) {
        this.changes = changes;
        List<Changed> rest = changes.changed().stream()
                .sorted((one, other) ->
                        one.plot().number().compareTo(other.plot().number()))
                .filter(changed -> after == null || changed.plot().number().compareTo(after) > 0)
                .toList();
        this.page = rest.subList(0, Math.min(limit, rest.size()));
        this.more = rest.size() > page.size();
    }

    List<Changed> page() {
        return page;
    }

    private ObjectNode head() {
        PlanState before = changes.comparison().before();
        PlanState after = changes.comparison().after();
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("municipality", after.municipality());
        head.put("plan", after.plan());
        head.put("against", before.plan());
        head.put("on", after.on().toString());
        head.put("knownAt", after.at());
        head.put("againstKnownAt", before.at());
        if (changes.demonstration()) {
            head.put("demonstration", true);
        }
        return head;
    }

    private void foot(ObjectNode node) {
        node.put("numberReturned", page.size());
        node.put("numberMatched", changes.changed().size());
        node.put("next", more ? page.get(page.size() - 1).plot().number() : null);
    }

    ObjectNode json() {
        ObjectNode node = head();
        node.put("parcels", changes.parcels());
        node.put("changedParcels", changes.changed().size());
        node.put(
                "changedZoneHa",
                Tally.hectares(changes.changed().stream()
                        .flatMap(changed -> changed.zones().stream())
                        .mapToDouble(zone -> zone.m2() == null ? 0 : zone.m2())
                        .sum()));
        node.set("zones", rows(changes.zones(), false));
        node.set("uses", rows(changes.uses(), true));
        node.set("norms", rows(changes.norms(), true));
        ArrayNode items = node.putArray("items");
        for (Changed changed : page) {
            ObjectNode item = items.addObject();
            item.put("number", changed.plot().number());
            item.set("zones", Json.tree(changed.zones()));
            item.set("rules", Json.tree(changed.rules()));
        }
        foot(node);
        return node;
    }

    private ArrayNode rows(List<Tally.Row> rows, boolean withSubject) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Tally.Row row : rows) {
            ObjectNode node = list.addObject();
            node.put("theme", row.theme());
            node.put("title", changes.titles().get(row.theme()));
            if (withSubject) {
                node.put("subject", row.subject());
            }
            node.put("from", row.from());
            node.put("to", row.to());
            node.put("parcels", row.parcels());
            node.put("areaHa", row.areaHa());
            node.put("parcelsNotMeasured", row.notMeasured());
        }
        return list;
    }

    /** Returns a feature for each piece that changes its zone, and one without geometry for a parcel where only rules change. */
    ObjectNode geoJson(Map<Long, Map<String, List<Move>>> pieces) {
        ObjectNode node = head();
        node.put("type", "FeatureCollection");
        ArrayNode features = node.putArray("features");
        for (Changed changed : page) {
            int before = features.size();
            pieces.getOrDefault(changed.plot().id(), Map.of())
                    .forEach((theme, moves) -> moves.stream()
                            .filter(Move::isChange)
                            .forEach(move -> feature(features, changed, theme, move)));
            if (features.size() == before) {
                feature(features, changed, null, null);
            }
        }
        foot(node);
        return node;
    }

    private static void feature(ArrayNode features, Changed changed, @Nullable String theme, @Nullable Move move) {
        ObjectNode feature = features.addObject();
        feature.put("type", "Feature");
        feature.set(
                "geometry",
                move == null || move.geometry() == null
                        ? JsonNodeFactory.instance.nullNode()
                        : Json.read(move.geometry()));
        ObjectNode properties = feature.putObject("properties");
        properties.put("number", changed.plot().number());
        properties.put("theme", theme);
        properties.put("from", move == null ? null : move.from());
        properties.put("to", move == null ? null : move.to());
        properties.put("m2", move == null ? null : move.m2());
        properties.set("rules", Json.tree(changed.rules()));
    }

    String text(Language language) {
        StringBuilder text = new StringBuilder();
        PlanState before = changes.comparison().before();
        PlanState after = changes.comparison().after();
        text.append(language.pick("Cambios de ", "Changes of "))
                .append(after.plan())
                .append(language.pick(" frente a ", " against "))
                .append(before.plan())
                .append(language.pick(" al ", " on "))
                .append(after.on())
                .append('\n')
                .append(changes.changed().size())
                .append(language.pick(" predios cambian, de ", " parcels change, of "))
                .append(changes.parcels())
                .append('\n');
        section(text, language.pick("ZONAS", "ZONES"), changes.zones());
        section(text, language.pick("USOS", "USES"), changes.uses());
        section(text, language.pick("NORMAS", "NORMS"), changes.norms());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<Tally.Row> rows) {
        if (!rows.isEmpty()) {
            text.append('\n').append(title).append('\n');
        }
        for (Tally.Row row : rows) {
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "  %-30s %s %s → %s  %d predios, %s ha%s%n",
                    row.theme(),
                    row.subject(),
                    Objects.toString(row.from(), "—"),
                    Objects.toString(row.to(), "—"),
                    row.parcels(),
                    row.areaHa().toPlainString(),
                    row.notMeasured() == 0 ? "" : " + " + row.notMeasured() + " sin medir"));
        }
    }
}
