package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Conditions.Holds;
import co.lindero.licence.Conditions.Outcome;
import co.lindero.licence.Evaluation.Inputs;
import co.lindero.licence.Finding.NotApplied;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.Layout.Lot;
import co.lindero.licence.Measure.Missing;
import co.lindero.licence.NormJudge.Judged;
import co.lindero.licence.TargetZone.Role;
import co.lindero.norm.Condition;
import co.lindero.norm.Norm;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges every norm of the municipality and of the zones on or near what is judged. Confined to one check. */
final class NormEvaluation {
    private static final Set<Quantity> LOT_QUANTITIES =
            Set.of(Quantity.LOT_AREA_M2, Quantity.LOT_FRONTAGE_M, Quantity.LOT_DEPTH_M);

    private final Inputs inputs;
    private final JudgedGround ground;
    private final NormJudge judge;
    private final Conditions conditions;
    /** Whether a modality asks for all that a plan says of buildings. */
    private final boolean isFull;

    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplied> notApplied = new ArrayList<>();
    private final List<Norm> applied = new ArrayList<>();
    private final List<Norm> undecided = new ArrayList<>();

    NormEvaluation(Inputs inputs, JudgedGround ground) {
        this.inputs = inputs;
        this.ground = ground;
        this.judge = new NormJudge(inputs.measures(), inputs.strips());
        this.conditions = ground.conditionsFor(null);
        this.isFull = inputs.question().construction().stream().anyMatch(m -> m.depth() == Modality.Depth.FULL);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<NotApplied> notApplied() {
        return List.copyOf(notApplied);
    }

    /** Returns the norms that were judged. */
    List<Norm> applied() {
        return List.copyOf(applied);
    }

    /** Returns the norms of which it is not known whether they apply. */
    List<Norm> undecided() {
        return List.copyOf(undecided);
    }

    void judge() {
        inputs.book().listMunicipal().forEach(norm -> apply(norm, JudgedGround.municipalContext()));
        for (Map.Entry<Scope, TargetZone> entry : ground.zones().entrySet()) {
            for (Norm norm : inputs.book().listNorms(entry.getKey())) {
                apply(norm, entry.getValue());
            }
        }
        for (Norm norm : inputs.book().listTwoZone(ground.zones().keySet())) {
            twoZones(norm);
        }
    }

    private void apply(Norm norm, TargetZone zone) {
        if (zone.role() == Role.NEAR && !zone.mayChange()) {
            notApplied.add(new NotApplied(
                    Subject.of(norm, null), "zone-not-touched", ground.untouched(zone), NormJudge.sources(norm)));
        } else {
            apply(norm, ground.context(zone));
        }
    }

    private void twoZones(Norm norm) {
        TargetZone one = ground.zones().get(norm.scope());
        TargetZone other = ground.zones().get(norm.second());
        if (one == null || other == null) {
            return;
        }
        boolean bothOn = one.role() == Role.ON && other.role() == Role.ON;
        if (bothOn && !inputs.meet().test(one, other)) {
            notApplied.add(new NotApplied(
                    Subject.of(norm, null),
                    "zones-do-not-meet",
                    new Bilingual(
                            "Las dos zonas que la norma pide no coinciden en lo que se juzga.",
                            "The two zones that the norm asks for do not meet on what is judged."),
                    NormJudge.sources(norm)));
            return;
        }
        for (TargetZone zone : List.of(one, other)) {
            if (zone.role() == Role.NEAR && !zone.mayChange()) {
                apply(norm, zone);
                return;
            }
        }
        NormContext first = ground.context(one);
        NormContext second = ground.context(other);
        apply(
                norm,
                new NormContext(
                        new Bilingual(
                                first.because().es() + " " + second.because().es(),
                                first.because().en() + " " + second.because().en()),
                        first.presence().and(second.presence()),
                        null));
    }

    private void apply(Norm norm, NormContext context) {
        Optional<NotApplied> set = setAside(norm);
        if (set.isPresent()) {
            notApplied.add(set.get());
            return;
        }
        Optional<Condition> stated = inputs.book().findCondition(norm);
        if (stated.isPresent()) {
            String condition = stated.get().text();
            Outcome outcome = conditions.decide(stated.get());
            if (outcome.holds() == Holds.NO) {
                notApplied.add(new NotApplied(
                        Subject.of(norm, context.lot()),
                        "condition-false",
                        new Bilingual(
                                "La condición no se cumple: "
                                        + told(condition, outcome.trace().es()),
                                "The condition does not hold: "
                                        + told(condition, outcome.trace().en())),
                        NormJudge.sources(norm)));
                return;
            }
            if (outcome.holds() == Holds.UNKNOWN) {
                undecided.add(norm);
                add(NormJudge.missing(
                        norm,
                        context,
                        null,
                        outcome.missing(),
                        new Bilingual(
                                "no se sabe si su condición se cumple: "
                                        + told(condition, outcome.trace().es()),
                                "whether its condition holds is not known: "
                                        + told(condition, outcome.trace().en()))));
                return;
            }
        }
        applied.add(norm);
        if (inputs.question().licenceClass().dividesGround() && LOT_QUANTITIES.contains(norm.quantity())) {
            lots(norm, context);
        } else {
            add(judge.judge(norm, context));
        }
    }

    /** A condition of one test is told with it, not twice. */
    private static String told(String condition, String trace) {
        return trace.startsWith(condition) ? trace : condition + ". " + trace;
    }

    /** A norm on lots speaks of those that a layout makes, not of the ground that is divided. */
    private void lots(Norm norm, NormContext context) {
        if (inputs.lots().isEmpty()) {
            add(NormJudge.missing(
                    norm,
                    context,
                    null,
                    List.of("lots"),
                    new Bilingual("falta la división en lotes", "the layout of lots is missing")));
        }
        for (Lot lot : inputs.lots()) {
            add(new NormJudge((quantity, base) -> inputs.lotMeasures().apply(lot, quantity), inputs.strips())
                    .judge(norm, new NormContext(context.because(), context.presence(), lot.number())));
        }
    }

    private void add(Judged judged) {
        if (judged.finding() != null) {
            findings.add(judged.finding());
        }
        if (judged.notApplied() != null) {
            notApplied.add(judged.notApplied());
        }
    }

    /** Sets a norm aside that the class or modality of licence does not touch. */
    private Optional<NotApplied> setAside(Norm norm) {
        LicenceQuestion question = inputs.question();
        boolean isLots = LOT_QUANTITIES.contains(norm.quantity()) || norm.quantity() == Quantity.DEDICATION_SHARE;
        if (isFull && norm.quantity() != Quantity.DEDICATION_SHARE) {
            return Optional.empty();
        }
        boolean missing = inputs.measures().apply(norm.quantity(), norm.base()) instanceof Missing;
        boolean asked = question.licenceClass().dividesGround() && isLots;
        if (asked || (!missing && question.licenceClass() == LicenceClass.CONSTRUCCION)) {
            return Optional.empty();
        }
        if (!missing && question.licenceClass() != LicenceClass.SUBDIVISION) {
            return Optional.empty();
        }
        return Optional.of(new NotApplied(
                Subject.of(norm, null),
                "not-of-this-licence",
                new Bilingual(
                        "La clase o modalidad pedida no la cambia y la consulta no la indica.",
                        "The class or modality asked for does not touch it and the question does not state it."),
                NormJudge.sources(norm)));
    }
}
