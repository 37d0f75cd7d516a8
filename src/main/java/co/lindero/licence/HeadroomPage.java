package co.lindero.licence;

import co.lindero.licence.HeadroomAnswer.Part;
import co.lindero.licence.HeadroomAnswer.Storey;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be built on a parcel, as one HTML page with its picture. Pure. */
public final class HeadroomPage {
    private final Language language;
    private final Html page;

    private HeadroomPage(Language language) {
        this.language = language;
        this.page = new Html(language.pick("Qué se puede construir", "What may be built"), language);
    }

    /** Renders an answer. */
    public static String render(HeadroomAnswer answer, Language language) {
        HeadroomPage page = new HeadroomPage(language);
        page.write(answer);
        return page.page.finished();
    }

    /** Renders the picture of an answer. */
    public static String picture(HeadroomAnswer answer, Language language) {
        return LicencePicture.headroom(Json.tree(answer), language);
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void write(HeadroomAnswer answer) {
        answer.warnings().forEach(warning -> page.element("p", "warning", warning));
        page.open("table", "").open("tbody", "");
        page.fact(pick("Predio", "Parcel"), answer.parcel());
        page.fact(
                pick("Áreas", "Areas"),
                (answer.site().registeredM2() == null
                                ? ""
                                : pick("registrada ", "registered ")
                                        + answer.site().registeredM2() + " m²; ")
                        + pick("dibujada ", "drawn ") + answer.site().planarM2() + " m²");
        page.fact(pick("Normas al", "Norms as of"), answer.on());
        page.fact(pick("Publicación de los datos", "Publication of the data"), Long.toString(answer.publication()));
        page.fact(pick("Lo que hay", "What stands"), HeadroomText.existing(answer, language));
        page.close("tbody").close("table");
        page.picture(
                picture(answer, language),
                pick(
                        "Lindero clasificado y lo que dejan los aislamientos, a escala; medidas en metros.",
                        "Classed boundary and what setbacks leave, to scale; metres."));
        answer.parts().forEach(this::part);
        if (!answer.undecided().isEmpty()) {
            page.element("h2", "", pick("No se tuvo en cuenta", "Not taken into account"));
            page.open("ul", "");
            answer.undecided().forEach(limit -> page.element("li", "", HeadroomText.limit(limit, language)));
            page.close("ul");
        }
        page.element("p", "", answer.notice());
    }

    private void part(Part part) {
        page.element("h2", "", HeadroomText.part(part, language));
        page.open("table", "");
        page.head(columns());
        page.open("tbody", "");
        part.byFloors().forEach(this::storey);
        page.close("tbody").close("table");
        if (!part.limits().isEmpty()) {
            page.element("h3", "", pick("Normas que limitan", "Norms that limit"));
            page.open("ul", "");
            part.limits().forEach(limit -> page.element("li", "", HeadroomText.limit(limit, language)));
            page.close("ul");
        }
    }

    private List<String> columns() {
        return List.of(
                pick("Pisos", "Floors"),
                pick("Donde cabe", "Envelope"),
                pick("Huella mayor", "Largest footprint"),
                pick("Huella que queda", "Footprint left"),
                pick("Área construida mayor", "Largest built area"),
                pick("Área que queda", "Built area left"));
    }

    private void storey(Storey storey) {
        List<String> columns = columns();
        page.open("tr", "");
        page.cell("n", columns.get(0), Integer.toString(storey.floors()));
        page.cell("n", columns.get(1), area(storey.envelopeM2()));
        page.cell(
                "",
                columns.get(2),
                area(storey.footprintMaxM2()) + ", "
                        + HeadroomText.limitedBy(storey, storey.footprintLimitedBy(), language));
        page.cell("n", columns.get(3), area(storey.footprintLeftM2()));
        page.cell(
                "",
                columns.get(4),
                area(storey.floorAreaMaxM2()) + ", "
                        + HeadroomText.limitedBy(storey, storey.floorAreaLimitedBy(), language));
        page.cell(
                "n",
                columns.get(5),
                storey.floorAreaLeftM2() == null ? pick("no se sabe", "not known") : area(storey.floorAreaLeftM2()));
        page.close("tr");
    }

    private static String area(@Nullable BigDecimal area) {
        return area == null ? "" : area.toPlainString() + " m²";
    }
}
