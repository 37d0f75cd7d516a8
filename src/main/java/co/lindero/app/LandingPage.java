package co.lindero.app;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.ParcelService;
import co.lindero.feature.FeatureLayer;
import co.lindero.feature.FeatureService;
import co.lindero.feature.HtmlPage;
import co.lindero.feature.LayerScope;
import co.lindero.plan.Plan;
import co.lindero.plan.PlanService;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.Query;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page at {@code /} for people: a search that leads to the answer, layers, plans and the way to the rest. */
final class LandingPage {
    private static final int LEAST_TEXT = 3;
    private static final int MOST_FOUND = 20;

    private final FeatureService features;
    private final PlanService plans;
    private final ParcelService parcels;
    private final Clock clock;
    private final String defaultMunicipality;

    /**
     * Makes the page.
     *
     * @param defaultMunicipality code taken where a request names none; empty for none
     */
    LandingPage(
            FeatureService features,
            PlanService plans,
            ParcelService parcels,
            Clock clock,
            String defaultMunicipality) {
        this.features = features;
        this.plans = plans;
        this.parcels = parcels;
        this.clock = clock;
        this.defaultMunicipality = defaultMunicipality;
    }

    /** What one page is written with. */
    private record Sheet(Query query, Links links, Language language, HtmlPage html) {
        String pick(String spanish, String english) {
            return HtmlPage.escaped(language.pick(spanish, english));
        }

        /** A link that keeps to the municipality asked for. */
        String anchor(String path, String text) {
            String kept = query.find("municipality")
                    .map(code -> (path.contains("?") ? "&" : "?") + "municipality=" + Links.encoded(code))
                    .orElse("");
            return html.anchor(path + kept, text);
        }
    }

    /** Returns the page. */
    byte[] write(Query query, Links links, Language language, boolean demonstration) {
        Sheet sheet = new Sheet(query, links, language, HtmlPage.of(links, language));
        List<String> municipalities = features.listMunicipalities();
        Optional<String> municipality = query.find("municipality").or(() -> standard(municipalities));
        Optional<LayerScope> scope = municipalities.isEmpty() || municipality.isEmpty()
                ? Optional.empty()
                : Optional.of(features.scope(query));
        boolean synthetic = demonstration
                || scope.stream().flatMap(one -> one.layers().stream()).anyMatch(FeatureLayer::demonstration);
        StringBuilder body = new StringBuilder();
        body.append("<p>")
                .append(sheet.pick(
                        "Qué dice el plan de ordenamiento de cada predio, con su cifra, su regla y su artículo.",
                        "What the land-use plan says of each parcel, with its figure, its rule and its article."))
                .append("</p>\n");
        if (synthetic) {
            body.append("<p class=\"notice\" role=\"note\">")
                    .append(sheet.pick(
                            "Datos sintéticos de demostración: no dicen nada de predios reales.",
                            "Synthetic demonstration data: they say nothing of real parcels."))
                    .append("</p>\n");
        }
        if (municipalities.isEmpty()) {
            body.append("<p>")
                    .append(sheet.pick("Todavía no hay datos publicados.", "Nothing is published yet."))
                    .append("</p>\n");
        } else {
            search(body, sheet, municipality.orElse(null));
        }
        if (municipality.isEmpty()) {
            municipalities(body, sheet, municipalities);
        }
        scope.ifPresent(one -> layers(body, sheet, one));
        municipality.ifPresent(code -> plans(body, sheet, code));
        scope.ifPresent(one -> followUp(body, sheet, one));
        machines(body, sheet);
        return sheet.html().page("Lindero", body.toString());
    }

    private Optional<String> standard(List<String> municipalities) {
        if (!defaultMunicipality.isEmpty()) {
            return Optional.of(defaultMunicipality);
        }
        return municipalities.size() == 1 ? Optional.of(municipalities.get(0)) : Optional.empty();
    }

    private void search(StringBuilder body, Sheet sheet, @Nullable String municipality) {
        String asked = sheet.query().find("q").map(String::strip).orElse("");
        body.append("<form class=\"search\" role=\"search\" method=\"get\" action=\"")
                .append(HtmlPage.escaped(sheet.links().to("/")))
                .append("\"><label for=\"q\">")
                .append(sheet.pick("Número predial o dirección", "Parcel number or address"))
                .append("</label><input id=\"q\" name=\"q\" type=\"search\" required minlength=\"3\" value=\"")
                .append(HtmlPage.escaped(asked))
                .append("\">");
        sheet.query()
                .find("municipality")
                .ifPresent(code -> body.append("<input type=\"hidden\" name=\"municipality\" value=\"")
                        .append(HtmlPage.escaped(code))
                        .append("\">"));
        body.append("<button>").append(sheet.pick("Buscar", "Search")).append("</button></form>\n");
        if (sheet.query().find("q").isPresent()) {
            found(body, sheet, asked, municipality);
        }
    }

    private void found(StringBuilder body, Sheet sheet, String asked, @Nullable String municipality) {
        if (asked.length() < LEAST_TEXT) {
            body.append("<p>")
                    .append(sheet.pick("Escriba al menos 3 caracteres.", "Write at least 3 characters."))
                    .append("</p>\n");
            return;
        }
        ParcelService.Page page = parcels.search(
                new ParcelService.Criterion.Text(asked),
                new ParcelService.Moment(municipality, null, new KnownAt.Newest()),
                "",
                MOST_FOUND);
        if (page.parcels().isEmpty()) {
            body.append("<p>")
                    .append(sheet.pick(
                            "Ningún predio tiene ese comienzo de número ni ese texto en su dirección.",
                            "No parcel has that beginning of a number or that text in its address."))
                    .append("</p>\n");
            return;
        }
        body.append("<ul>\n");
        page.parcels().forEach(parcel -> body.append(item(sheet, parcel)));
        body.append("</ul>\n");
        if (page.more()) {
            body.append("<p>")
                    .append(sheet.pick(
                            "Hay más: escriba más del número o de la dirección.",
                            "There are more: write more of the number or address."))
                    .append("</p>\n");
        }
    }

    private static String item(Sheet sheet, Parcel parcel) {
        String path = "/parcels/" + Links.encoded(parcel.number());
        String address = parcel.address() == null ? "" : HtmlPage.escaped(parcel.address()) + " · ";
        return "<li>" + address + sheet.html().anchor(path + "/land-use?f=text", parcel.number()) + " · "
                + sheet.html().anchor(path + "/risk?f=text", sheet.language().pick("riesgo", "risk")) + " · "
                + sheet.html().anchor(path, "GeoJSON") + "</li>\n";
    }

    private static void municipalities(StringBuilder body, Sheet sheet, List<String> municipalities) {
        if (municipalities.isEmpty()) {
            return;
        }
        body.append("<h2>").append(sheet.pick("Municipios", "Municipalities")).append("</h2><ul>\n");
        municipalities.forEach(code -> body.append("<li>")
                .append(sheet.html().anchor("/?f=html&municipality=" + Links.encoded(code), code))
                .append("</li>\n"));
        body.append("</ul>\n");
    }

    private static void layers(StringBuilder body, Sheet sheet, LayerScope scope) {
        body.append("<h2>").append(sheet.pick("Capas", "Layers")).append("</h2><ul>\n");
        for (FeatureLayer layer : scope.layers()) {
            body.append("<li>")
                    .append(sheet.anchor(
                            "/collections/" + Links.encoded(layer.id()) + "?f=html",
                            layer.title().in(sheet.language())))
                    .append("</li>\n");
        }
        body.append("</ul>\n");
    }

    private void plans(StringBuilder body, Sheet sheet, String municipality) {
        LocalDate today = LocalDate.now(clock);
        List<Plan> known = plans.list(municipality);
        if (known.isEmpty()) {
            return;
        }
        body.append("<h2>").append(sheet.pick("Planes", "Plans")).append("</h2><ul>\n");
        for (Plan plan : known) {
            String state = !plan.isAdopted()
                    ? sheet.pick("proyecto", "draft")
                    : plan.inForceOn(today)
                            ? sheet.pick("vigente", "in force")
                            : sheet.pick("no vigente", "not in force");
            body.append("<li>")
                    .append(sheet.html()
                            .anchor(
                                    "/plans/" + Links.encoded(plan.code()) + "?municipality="
                                            + Links.encoded(municipality),
                                    plan.code()))
                    .append(" · ")
                    .append(HtmlPage.escaped(plan.act()))
                    .append(" · ")
                    .append(plan.inForceFrom())
                    .append(" · ")
                    .append(state)
                    .append(" · ")
                    .append(sheet.html()
                            .anchor(
                                    "/plans/" + Links.encoded(plan.code()) + "/indicators?f=html&municipality="
                                            + Links.encoded(municipality),
                                    sheet.language().pick("indicadores", "indicators")))
                    .append("</li>\n");
        }
        body.append("</ul>\n");
    }

    /** What is done about the plan: licences under it, and who and what its hazards reach. */
    private void followUp(StringBuilder body, Sheet sheet, LayerScope scope) {
        Set<String> protective = protective(scope);
        String of = "municipality=" + Links.encoded(scope.municipality());
        body.append("<h2>")
                .append(sheet.pick("Seguimiento y exposición", "Follow-up and exposure"))
                .append("</h2><ul>\n<li>")
                .append(sheet.html()
                        .anchor(
                                "/licences/follow-up?f=html&" + of,
                                sheet.language().pick("Seguimiento de las licencias", "Follow-up of licences")))
                .append(": ")
                .append(sheet.pick(
                        "lo licenciado, por vencer, contrario al plan y candidatos a visita",
                        "licensed, about to expire, against the plan, and candidates to inspect"))
                .append("</li>\n");
        for (FeatureLayer layer : scope.layers()) {
            if (protective.contains(layer.id())) {
                body.append("<li>")
                        .append(sheet.html()
                                .anchor(
                                        "/exposure?f=html&theme=" + Links.encoded(layer.id()) + "&" + of,
                                        sheet.language().pick("Exposición: ", "Exposure: ")
                                                + layer.title().in(sheet.language())))
                        .append("</li>\n");
            }
        }
        body.append("</ul>\n");
    }

    /** Themes of hazard, risk and protection of the plan in force, as it or else those it inherits from say: their exposure can be asked. */
    private Set<String> protective(LayerScope scope) {
        Map<String, Boolean> marked = new HashMap<>();
        plans.listThemes(scope.municipality(), scope.chain(), scope.known().number())
                .forEach(theme -> marked.putIfAbsent(theme.code(), theme.protective()));
        return marked.keySet().stream().filter(marked::get).collect(Collectors.toSet());
    }

    private static void machines(StringBuilder body, Sheet sheet) {
        body.append("<h2>").append(sheet.pick("Para programas", "For programs")).append("</h2><ul>\n");
        List.of(
                        sheet.html().anchor("/api?f=html", sheet.language().pick("Descripción del servicio", "API")),
                        sheet.html().anchor("/api", "OpenAPI 3.0"),
                        sheet.html()
                                .anchor(
                                        "/conformance?f=html",
                                        sheet.language().pick("Normas que se cumplen", "Conformance")),
                        sheet.html()
                                .anchor(
                                        "/tileMatrixSets",
                                        sheet.language().pick("Cuadrículas de teselas", "Tile matrix sets")),
                        sheet.html()
                                .anchor("/problems", sheet.language().pick("Catálogo de errores", "Error catalogue")),
                        sheet.html().anchor("/?f=json", "JSON"))
                .forEach(link -> body.append("<li>").append(link).append("</li>\n"));
        body.append("</ul>\n");
    }
}
