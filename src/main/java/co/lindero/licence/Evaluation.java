package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Finding.Kind;
import co.lindero.licence.Finding.NotApplied;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.Layout.Lot;
import co.lindero.norm.IndexBase;
import co.lindero.norm.Norm;
import co.lindero.norm.NormBook;
import co.lindero.norm.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Goes through all that a plan says of what is proposed: protective themes first, then uses, then norms. Every norm of a zone
 * on or near what is judged ends as a finding, or as not applied with its reason. Pure: measuring, meeting of zones and
 * conditions are given. Confined to one check.
 */
final class Evaluation {
    /** Areas on the target below this are none, m2. */
    static final double LEAST_AREA_M2 = 0.000_05;

    /**
     * What an evaluation reads.
     *
     * @param uafM2 smallest rural lot, m2; 0 where it is not known
     */
    record Inputs(
            LicenceQuestion question,
            boolean hasFootprint,
            List<Lot> lots,
            BiFunction<Lot, Quantity, Measure> lotMeasures,
            long uafM2,
            NormBook book,
            List<TargetTheme> themes,
            BiFunction<Quantity, IndexBase, Measure> measures,
            NormJudge.StripDrawer strips,
            BiPredicate<TargetZone, TargetZone> meet,
            Function<ProposalValues, Conditions> conditions) {}

    /** What came of it. */
    record Result(
            Verdict verdict,
            List<Finding> findings,
            List<NotApplied> notApplied,
            List<Norm> applied,
            List<Norm> undecided) {}

    private final Inputs inputs;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplied> notApplied = new ArrayList<>();

    private Evaluation(Inputs inputs) {
        this.inputs = inputs;
    }

    static Result evaluate(Inputs inputs) {
        Evaluation evaluation = new Evaluation(inputs);
        evaluation.protection();
        evaluation.coverage();
        JudgedGround ground = new JudgedGround(inputs);
        UseEvaluation uses = new UseEvaluation(inputs, ground);
        uses.judge();
        evaluation.findings.addAll(uses.findings());
        evaluation.notApplied.addAll(uses.notApplied());
        evaluation.findings.addAll(new LayoutJudge(inputs, ground).judge());
        NormEvaluation norms = new NormEvaluation(inputs, ground);
        norms.judge();
        evaluation.findings.addAll(norms.findings());
        evaluation.notApplied.addAll(norms.notApplied());
        evaluation.requireSomething(norms);
        Verdict worst = evaluation.findings.stream().map(Finding::verdict).reduce(Verdict.COMPLIES, Verdict::worse);
        return new Result(
                worst,
                List.copyOf(evaluation.findings),
                List.copyOf(evaluation.notApplied),
                norms.applied(),
                norms.undecided());
    }

    private void protection() {
        ProtectionJudge protection = new ProtectionJudge(
                inputs.hasFootprint(), inputs.question().construction().equals(List.of(Modality.DEMOLICION)));
        for (TargetTheme theme : inputs.themes()) {
            if (theme.protective()) {
                protection.judge(theme);
            } else {
                protection.judgeRisk(theme);
            }
        }
        findings.addAll(protection.findings());
        notApplied.addAll(protection.notApplied());
    }

    /** The expected partitions, and whatever else has norms or uses: where they end it is not known which of them apply. */
    private void coverage() {
        for (TargetTheme theme : inputs.themes()) {
            if (theme.protective()) {
                continue;
            }
            if (theme.loaded()) {
                reach(theme);
            } else if (theme.expected()) {
                unknown(
                        theme,
                        "El tema no está cargado: no se sabe qué normas aplican.",
                        "The theme is not loaded: which norms apply is not known.");
            }
        }
    }

    private void reach(TargetTheme theme) {
        boolean rules = inputs.book().themesWithNorms().contains(theme.code())
                || inputs.book().themesWithUses().contains(theme.code());
        if (!rules && !theme.expected()) {
            return;
        }
        TargetZone summary = theme.summary();
        if (summary.unknownM2() >= LEAST_AREA_M2) {
            String figure = String.format(Locale.ROOT, "%.4f", summary.unknownM2());
            unknown(
                    theme,
                    "Los datos no cubren " + figure + " m² de lo que se juzga: no se sabe qué normas aplican.",
                    "The data do not cover " + figure + " m2 of what is judged: which norms apply is not known.");
        }
        if (theme.partition() && summary.uncoveredM2() >= LEAST_AREA_M2) {
            String figure = String.format(Locale.ROOT, "%.4f", summary.uncoveredM2());
            unknown(
                    theme,
                    "Hay " + figure + " m² de suelo sin norma en lo que se juzga: ninguna zona del tema lo cubre.",
                    "There are " + figure + " m2 of ground without norm: no zone of the theme covers them.");
        }
    }

    private void unknown(TargetTheme theme, String es, String en) {
        findings.add(new Finding(
                Subject.of(Kind.COVERAGE, theme.code(), null),
                Verdict.NOT_EVALUABLE,
                null,
                new Bilingual(theme.title().es() + ": " + es, theme.title().en() + ": " + en),
                theme.expected()
                        ? new Bilingual(
                                "Tema que toda respuesta debe tratar.", "A theme that every answer must speak of.")
                        : new Bilingual("Tema con normas del plan.", "A theme with norms of the plan."),
                List.of(theme.code()),
                List.of(),
                Picture.NONE));
    }

    /** An answer that nothing supports must not say that all complies. */
    private void requireSomething(NormEvaluation norms) {
        boolean judged = !norms.applied().isEmpty()
                || !norms.undecided().isEmpty()
                || findings.stream().anyMatch(f -> f.subject().kind() == Kind.USE)
                || inputs.question().licenceClass() == LicenceClass.INTERVENCION_ESPACIO_PUBLICO;
        if (!judged) {
            findings.add(new Finding(
                    Subject.of(Kind.COVERAGE, null, null),
                    Verdict.NOT_EVALUABLE,
                    null,
                    new Bilingual(
                            "Ninguna norma cargada del plan aplica a lo propuesto: no hay con qué decir que cumple.",
                            "No loaded norm of the plan applies to the proposal: nothing says that it complies."),
                    new Bilingual("Sin norma no hay veredicto.", "Without norm there is no verdict."),
                    List.of("norms"),
                    List.of(),
                    Picture.NONE));
        }
    }
}
