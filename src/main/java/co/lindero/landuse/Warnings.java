package co.lindero.landuse;

import co.lindero.cadastre.ParcelFinder.Remark;
import co.lindero.landuse.AnswerWriter.Findings;
import co.lindero.landuse.LandUseAnswer.Warning;
import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.platform.problem.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader must know of an answer before trusting it, each with a stable code. Pure. */
final class Warnings {
    private final List<Warning> list = new ArrayList<>();
    private final Language language;

    private Warnings(Language language) {
        this.language = language;
    }

    static List<Warning> list(Findings findings, Language language) {
        Warnings warnings = new Warnings(language);
        warnings.ofParcel(findings);
        warnings.ofPlan(findings);
        findings.themes().forEach(warnings::ofTheme);
        return List.copyOf(warnings.list);
    }

    private void add(String code, @Nullable String theme, String es, String en) {
        list.add(new Warning(code, theme, language.pick(es, en)));
    }

    private void ofParcel(Findings findings) {
        if (AnswerWriter.used(findings).anyMatch(Dataset::demonstration)) {
            add(
                    "demonstration",
                    null,
                    "Datos sintéticos de demostración: no son oficiales.",
                    "Synthetic demonstration data: not official.");
        }
        for (Remark remark : findings.found().remarks()) {
            add(remark.code(), null, remark.text().es(), remark.text().en());
        }
    }

    private void ofPlan(Findings findings) {
        Plan plan = findings.scope().plan();
        if (plan == null) {
            add(
                    "no-plan",
                    null,
                    "El municipio no tiene ningún plan cargado: de ningún tema hay datos.",
                    "The municipality has no plan loaded: there are no data for any theme.");
            return;
        }
        if (!plan.isAdopted()) {
            add(
                    "draft-plan",
                    null,
                    "El plan " + plan.code() + " es un borrador: se responde como si rigiera.",
                    "Plan " + plan.code() + " is a draft: answered as if it were in force.");
        } else if (!plan.inForceOn(findings.on())) {
            add(
                    "plan-not-in-force",
                    null,
                    "El plan " + plan.code() + " no rige el " + findings.on() + ": se responde como si rigiera.",
                    "Plan " + plan.code() + " is not in force on " + findings.on() + ": answered as if it were.");
        }
        if (plan.expiredOn(findings.on())) {
            add(
                    "plan-expired",
                    null,
                    "El término del plan venció el " + plan.termEnds()
                            + "; sigue vigente mientras no se adopte otro (Ley 388 de 1997, art. 28).",
                    "The plan's term ended on " + plan.termEnds()
                            + "; it stays in force until another is adopted (Ley 388 de 1997, art. 28).");
        }
    }

    private void ofTheme(Judged theme) {
        String code = theme.scope().code();
        if (!theme.balanced()) {
            add(
                    "figures-do-not-add-up",
                    code,
                    "Las cifras de este tema no suman el área dibujada: no las use y repórtelo.",
                    "The figures of this theme do not add up to the drawn area: do not use them and report it.");
        }
        if (theme.doublyCovered().signum() > 0 && theme.scope().tilesGround()) {
            add(
                    "doubly-covered",
                    code,
                    "Sobre " + theme.doublyCovered() + " m² hay más de una zona de este tema.",
                    "More than one zone of this theme lies on " + theme.doublyCovered() + " m2.");
        }
        if (theme.uncovered().signum() > 0 && theme.scope().tilesGround() && !declaredNone(theme)) {
            add(
                    "ground-without-norm",
                    code,
                    "Hay " + theme.uncovered() + " m² de suelo sin norma: ninguna zona del tema lo cubre.",
                    "There are " + theme.uncovered() + " m2 of ground without norm: no zone of the theme covers it.");
        }
        if (theme.unknown().signum() > 0 && theme.state() == ThemeState.CONCERNED) {
            add(
                    "partly-unknown",
                    code,
                    "De " + theme.unknown() + " m² no se sabe: la cobertura de los datos no llega.",
                    theme.unknown() + " m2 are unknown: the coverage of the data does not reach them.");
        }
        ofDatasets(theme, code);
    }

    private static boolean declaredNone(Judged theme) {
        return !theme.declarations().isEmpty();
    }

    private void ofDatasets(Judged theme, String code) {
        if (theme.state() == ThemeState.NOT_CONCERNED
                && !ThemeJudge.assumedCoverage(theme.scope()).isEmpty()) {
            add(
                    "coverage-assumed",
                    code,
                    "No se declaró qué terreno cubren los datos; se tomó todo el municipio.",
                    "What ground the data cover was not stated; all of the municipality was taken.");
        }
        if (theme.scope().datasets().stream().anyMatch(Dataset::indicative)) {
            add("indicative", code, "Los datos son indicativos según su fuente.", "The data are indicative only.");
        }
        if (theme.scope().datasets().stream().anyMatch(d -> d.accuracyM() == null)) {
            add(
                    "accuracy-not-stated",
                    code,
                    "No se declaró la exactitud de los datos: no se sabe si la respuesta depende del límite.",
                    "The accuracy of the data was not stated: whether the answer hangs on the boundary is not"
                            + " known.");
        }
    }
}
