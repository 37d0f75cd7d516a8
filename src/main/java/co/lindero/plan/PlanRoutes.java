package co.lindero.plan;

import co.lindero.platform.http.CachePolicy;
import co.lindero.platform.http.Etags;
import co.lindero.platform.http.Format;
import co.lindero.platform.http.Negotiation;
import co.lindero.platform.http.Query;
import co.lindero.platform.http.QuerySpec;
import co.lindero.platform.http.Router;
import co.lindero.platform.http.Routes;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /plans} and {@code /plans/{code}}: the planning instruments of a municipality. */
public final class PlanRoutes implements Routes {
    private static final QuerySpec QUERY =
            QuerySpec.none().text("municipality", "f").date("on");

    private final PlanService plans;
    private final Clock clock;
    private final String defaultMunicipality;
    private final PlanDetail detail;

    /**
     * Makes the routes.
     *
     * @param detail what else there is to say of a plan
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    public PlanRoutes(PlanService plans, Clock clock, String defaultMunicipality, PlanDetail detail) {
        this.detail = detail;
        this.plans = plans;
        this.clock = clock;
        this.defaultMunicipality = defaultMunicipality;
    }

    @Override
    public void register(Router router) {
        router.get("/plans", this::list);
        router.get("/plans/{code}", this::one);
    }

    private String municipality(Query query) {
        return query.find("municipality").orElseGet(() -> {
            if (defaultMunicipality.isEmpty()) {
                throw Problem.of(
                                ProblemType.MISSING_PARAMETER,
                                "Falta el parámetro «municipality».",
                                "The parameter 'municipality' is missing.")
                        .hint("Por ejemplo municipality=76130.", "For example municipality=76130.");
            }
            return defaultMunicipality;
        });
    }

    private void list(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        LocalDate on = query.date("on").orElseGet(() -> LocalDate.now(clock));
        List<Plan> known = plans.list(municipality(query));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("municipality", municipality(query));
        body.put("numberReturned", known.size());
        ArrayNode list = body.putArray("plans");
        boolean demonstration = false;
        for (Plan plan : known) {
            list.add(node(plan, on));
            demonstration |= isDemonstration(plans.listDatasets(plan.municipality(), plan.code()));
        }
        if (demonstration) {
            body.put("demonstration", true);
        }
        send(ctx, format, query, body);
    }

    private void one(Context ctx) {
        Query query = QUERY.read(ctx);
        Format format = Negotiation.choose(ctx, Format.JSON);
        LocalDate on = query.date("on").orElseGet(() -> LocalDate.now(clock));
        String municipality = municipality(query);
        Plan plan = plans.get(municipality, ctx.pathParam("code"));
        ObjectNode body = node(plan, on);
        List<Dataset> datasets = plans.listDatasets(municipality, plan.code());
        if (isDemonstration(datasets)) {
            body.put("demonstration", true);
        }
        ArrayNode themes = body.putArray("themes");
        for (Theme theme : plans.listThemes(municipality, plan.code())) {
            ObjectNode node = themes.addObject();
            node.put("theme", theme.code());
            node.put("title", theme.title());
            node.put("legalBasis", theme.legalBasis());
            node.put("precedence", theme.precedence());
            node.put("partition", theme.tilesGround());
            node.put("hazard", theme.protective());
            node.set("ground", Json.tree(theme.ground() == null ? List.of() : theme.ground()));
            node.put("minAreaM2", theme.minAreaM2());
            node.put("minWidthM", theme.minWidthM());
            ArrayNode list = node.putArray("datasets");
            datasets.stream()
                    .filter(dataset -> dataset.theme().equals(theme.code()))
                    .forEach(dataset -> list.add(node(dataset)));
        }
        detail.add(body, plan, on);
        send(ctx, format, query, body);
    }

    private static boolean isDemonstration(List<Dataset> datasets) {
        return datasets.stream().anyMatch(Dataset::demonstration);
    }

    private static ObjectNode node(Dataset dataset) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dataset", dataset.path());
        node.put("coverage", dataset.coverageKind());
        node.put("accuracyM", dataset.accuracyM());
        node.put("indicative", dataset.indicative());
        node.put("source", dataset.source());
        node.put("demonstration", dataset.demonstration());
        node.put("publication", dataset.publication());
        node.put("publishedAt", dataset.publishedAt().toString());
        return node;
    }

    private static ObjectNode node(Plan plan, LocalDate on) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("code", plan.code());
        node.put("municipality", plan.municipality());
        node.put("kind", plan.kind());
        node.put("act", plan.act());
        node.put("status", plan.status().code());
        node.put("inForce", plan.inForceOn(on));
        node.put("expired", plan.expiredOn(on));
        node.put("inForceFrom", plan.inForceFrom().toString());
        node.put("inForceTo", text(plan.inForceTo()));
        node.put("termEnds", text(plan.termEnds()));
        node.put("revises", plan.revises());
        node.put("on", on.toString());
        return node;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static void send(Context ctx, Format format, Query query, ObjectNode body) {
        byte[] bytes = Json.bytes(body);
        String digest = Json.hash(body);
        if (!Etags.notModified(ctx, Etags.of(ctx, digest, query.canonical(), format.name()), CachePolicy.REVALIDATE)) {
            ctx.contentType(format.contentType()).result(bytes);
        }
    }
}
