package co.lindero.investment;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Projects as GeoJSON features, longitude and latitude: {@code docs/schemas/project.schema.json}. Pure. */
final class ProjectJson {
    private ProjectJson() {}

    /** Returns a feature as lists show it. */
    static ObjectNode feature(Project project) {
        ObjectNode feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature");
        feature.put("id", project.code());
        String drawn = project.geometry();
        feature.set("geometry", drawn == null ? JsonNodeFactory.instance.nullNode() : Json.read(drawn));
        ObjectNode properties = feature.putObject("properties");
        properties.put("code", project.code());
        properties.put("bpin", project.bpin());
        Project.Facts facts = project.facts();
        properties.put("name", facts.name());
        properties.put("purpose", facts.purpose());
        properties.put("axis", facts.axis());
        properties.put("programme", facts.programme());
        properties.put("product", facts.product());
        properties.put("indicator", facts.indicator());
        properties.put("office", facts.office());
        properties.put("stage", facts.stage());
        properties.put("start_on", text(project.startOn()));
        properties.put("end_on", text(project.endOn()));
        properties.set("years", Json.tree(years(project.budget())));
        properties.set("sources", Json.tree(words(project.budget(), "source")));
        properties.put("people_served", project.peopleServed());
        properties.put("physical_percent", project.physicalPercent());
        properties.put("declared_total", project.declaredTotal());
        properties.put("planned", project.money().planned());
        properties.put("committed", project.money().committed());
        properties.put("obliged", project.money().obliged());
        properties.put("paid", project.money().paid());
        properties.put("located", located(project.places()));
        return feature;
    }

    /** Returns a feature with all that is held of the project. */
    static ObjectNode whole(Project project) {
        ObjectNode feature = feature(project);
        ObjectNode properties = (ObjectNode) feature.get("properties");
        properties.set("land_classes", Json.tree(project.landClasses()));
        properties.set("viability", project.viability());
        properties.set("budget", project.budget());
        properties.set("contracts", project.contracts());
        properties.set("places", project.places());
        return feature;
    }

    /** Adds what an answer was read from. */
    static void state(ObjectNode body, State state) {
        body.put("municipality", state.municipality());
        body.put("on", state.on().toString());
        body.putObject("knownAt")
                .put("publication", state.known().number())
                .put("at", state.known().at().toString());
        if (state.demonstration()) {
            body.put("demonstration", true);
        }
    }

    /** How a project is located: {@code drawn}, by {@code parcel}, by {@code territory}, or {@code none}. */
    private static String located(JsonNode places) {
        String best = "none";
        for (JsonNode place : places) {
            if (place.path("drawn").asBoolean()) {
                return "drawn";
            }
            best = place.path("parcel").isNull() && !best.equals("parcel") ? "territory" : "parcel";
        }
        return best;
    }

    private static Set<Integer> years(JsonNode budget) {
        TreeSet<Integer> years = new TreeSet<>();
        budget.forEach(line -> {
            if (line.path("year").isNumber()) {
                years.add(line.path("year").asInt());
            }
        });
        return years;
    }

    private static Set<String> words(JsonNode budget, String member) {
        TreeSet<String> words = new TreeSet<>();
        budget.forEach(line -> {
            if (line.path(member).isTextual()) {
                words.add(line.path(member).asText());
            }
        });
        return words;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
