package co.lindero.investment;

import co.lindero.platform.http.Bodies;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /projects/ranking}, {@code /projects/conflicts}, {@code /projects/movement}. */
public final class ReviewRoutes implements Routes {
    private static final QuerySpec MOMENT = QuerySpec.none().date("on").text("knownAt", "municipality", "f");
    private static final QuerySpec RANKING = MOMENT.text("weights");
    private static final QuerySpec CONFLICTS = MOMENT.text("plan");
    private static final QuerySpec MOVEMENT =
            QuerySpec.none().required("from").date("on").text("to", "municipality", "f");

    private final ReviewService review;
    private final ProjectRequests requests;
    private final ZoneId zone;

    /**
     * Makes the routes.
     *
     * @param defaultMunicipality code taken where a request names none; empty for none
     * @param zone zone in which days end
     */
    public ReviewRoutes(ReviewService review, String defaultMunicipality, ZoneId zone) {
        this.review = review;
        this.requests = new ProjectRequests(defaultMunicipality);
        this.zone = zone;
    }

    @Override
    public void register(Router router) {
        router.get("/projects/ranking", ctx -> rank(ctx, null));
        router.post("/projects/ranking", ctx -> rank(ctx, Json.write(Bodies.json(ctx))));
        router.get("/projects/conflicts", this::conflicts);
        router.get("/projects/movement", this::movement);
    }

    /** Criteria come as a body of the shape of a criteria file; JSON is YAML. */
    private void rank(Context ctx, @Nullable String criteria) {
        Query query = RANKING.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        List<String> weights =
                query.find("weights").map(text -> List.of(text.split(",", -1))).orElse(List.of());
        ReviewService.Order order = review.rank(requests.moment(query), criteria, weights);
        if (criteria == null && ProjectRoutes.unchanged(ctx, query, order.state(), format)) {
            return;
        }
        ProjectRoutes.send(ctx, format, ReviewJson.order(order));
    }

    private void conflicts(Context ctx) {
        Query query = CONFLICTS.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        ReviewService.Conflicts found =
                review.conflicts(requests.moment(query), query.find("plan").orElse(null));
        if (!ProjectRoutes.unchanged(ctx, query, found.state(), format)) {
            ProjectRoutes.send(ctx, format, ReviewJson.conflicts(found));
        }
    }

    private void movement(Context ctx) {
        Query query = MOVEMENT.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        ReviewService.Moved moved =
                review.movement(requests.until(query, zone), ReviewService.parse(query.get("from"), zone));
        if (!ProjectRoutes.unchanged(ctx, query, moved.state(), format)) {
            ObjectNode body = ReviewJson.movement(moved);
            ProjectRoutes.send(ctx, format, body);
        }
    }
}
