package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.AnswerWriter.Remark;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader must know of a licence check before trusting it, each with a stable code. Pure. */
final class Remarks {
    private Remarks() {}

    static List<Remark> list(
            LicenceQuestion question, SiteFacts facts, @Nullable Plan plan, LocalDate on, List<Dataset> datasets) {
        List<Remark> list = new ArrayList<>(ofData(plan, on, datasets));
        if (question.filedOn() != null
                && question.filedOn().isAfter(facts.cadastre().on())) {
            add(
                    list,
                    "filed-in-the-future",
                    "La radicación (" + question.filedOn()
                            + ") es posterior a hoy: se responde con las normas que hoy se" + " conocen para ese día.",
                    "The filing day (" + question.filedOn() + ") lies after today: answered by the norms that are known"
                            + " today for that day.");
        }
        ofLicence(question, facts, list);
        return List.copyOf(list);
    }

    /** What must be known of the data and the plan, whatever was asked. */
    static List<Remark> ofData(@Nullable Plan plan, LocalDate on, List<Dataset> datasets) {
        List<Remark> list = new ArrayList<>();
        if (datasets.stream().anyMatch(Dataset::demonstration)) {
            add(
                    list,
                    "demonstration",
                    "Datos sintéticos de demostración: no son oficiales.",
                    "Synthetic demonstration data: not official.");
        }
        if (plan == null) {
            add(list, "no-plan", "El municipio no tiene ningún plan cargado.", "The municipality has no plan loaded.");
        } else if (!plan.isAdopted()) {
            add(
                    list,
                    "draft-plan",
                    "El plan " + plan.code() + " es un borrador: se responde como si rigiera.",
                    "Plan " + plan.code() + " is a draft: answered as if it were in force.");
        } else if (plan.expiredOn(on)) {
            add(
                    list,
                    "plan-expired",
                    "El término del plan venció el " + plan.termEnds()
                            + "; sigue vigente mientras no se adopte otro (Ley 388 de 1997, art. 28).",
                    "The plan's term ended on " + plan.termEnds()
                            + "; it stays in force until another is adopted (Ley 388 de 1997, art. 28).");
        }
        return List.copyOf(list);
    }

    private static void ofLicence(LicenceQuestion question, SiteFacts facts, List<Remark> list) {
        for (Modality modality : question.construction()) {
            if (modality.depth() != Modality.Depth.FULL) {
                add(
                        list,
                        "thinly-judged",
                        "La modalidad «" + modality.title().es()
                                + "» se juzga solo por las zonas protectoras, el uso y lo que la consulta indica.",
                        "Modality \"" + modality.title().en()
                                + "\" is judged by protective zones, the use and what the question states alone.");
            }
        }
        if (question.licenceClass() != LicenceClass.CONSTRUCCION) {
            add(
                    list,
                    "thinly-judged",
                    "La clase «" + question.licenceClass().title().es()
                            + "» se juzga por las zonas protectoras, el acceso y el tamaño de los lotes y las normas de lote y"
                            + " cesión que apliquen; no por las de obras.",
                    "Class \"" + question.licenceClass().title().en()
                            + "\" is judged by protective zones, access and size of the lots and the norms on lots and dedications"
                            + " that apply; not by those on works.");
        }
        if (question.has(Modality.OBRA_NUEVA)
                && !question.has(Modality.DEMOLICION)
                && !facts.buildings().isEmpty()) {
            add(
                    list,
                    "existing-buildings",
                    "El catastro tiene " + facts.buildings().size()
                            + " edificaciones en el predio: en obra nueva no se cuentan; si permanecen, pida ampliación.",
                    "The cadastre has " + facts.buildings().size()
                            + " buildings on the parcel: a new building does not count them; if they stay, ask for an"
                            + " extension.");
        }
    }

    private static void add(List<Remark> list, String code, String es, String en) {
        list.add(new Remark(code, new Bilingual(es, en)));
    }
}
