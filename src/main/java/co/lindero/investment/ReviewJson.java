package co.lindero.investment;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How orders of importance, conflicts and movement are written, by requests and commands alike. Pure. */
public final class ReviewJson {
    private ReviewJson() {}

    /** Writes an order of importance. */
    public static ObjectNode order(ReviewService.Order order) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("criteria", order.criteria());
        body.set("stages", Json.tree(order.stages()));
        body.put("numberReturned", order.projects().size());
        body.set("ranking", Json.tree(order.projects()));
        body.set("moves", order.moves() == null ? null : Json.tree(order.moves()));
        ProjectJson.state(body, order.state());
        return body;
    }

    /** Writes conflicts. */
    public static ObjectNode conflicts(ReviewService.Conflicts found) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("plan", found.plan());
        body.put("draft", found.draft());
        body.put("numberReturned", found.conflicts().size());
        body.set("conflicts", Json.tree(found.conflicts()));
        ProjectJson.state(body, found.state());
        return body;
    }

    /** Writes movement. */
    public static ObjectNode movement(ReviewService.Moved moved) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("from")
                .put("publication", moved.since().number())
                .put("at", moved.since().at().toString());
        body.put("numberReturned", moved.projects().size());
        body.set("projects", Json.tree(moved.projects()));
        ProjectJson.state(body, moved.state());
        return body;
    }

    /** Writes what the projects of a territory cost. */
    public static ObjectNode summary(ProjectService.Summed summed) {
        ObjectNode body = (ObjectNode) Json.tree(summed.summary());
        ProjectJson.state(body, summed.state());
        return body;
    }
}
