package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Conditions.Holds;
import co.lindero.licence.Conditions.Outcome;
import co.lindero.licence.Finding.Kind;
import co.lindero.licence.Finding.NotApplied;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.LicenceStore.Given;
import co.lindero.licence.Measure.Missing;
import co.lindero.licence.NormContext.Presence;
import co.lindero.licence.NormJudge.Judged;
import co.lindero.licence.TargetZone.Role;
import co.lindero.norm.ActivityUse;
import co.lindero.norm.Condition;
import co.lindero.norm.IndexBase;
import co.lindero.norm.Norm;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.NormBook;
import co.lindero.norm.Quantity;
import co.lindero.norm.UseRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all that a plan says of what is proposed: protective themes first, then uses, then norms. Every norm of a zone
 * on or near what is judged ends as a finding, or as not applied with its reason. Pure: measuring, meeting of zones and
 * conditions are given. Confined to one check.
 */
final class Evaluation {
    private static final double LEAST_AREA_M2 = 0.000_05;
    private static final Set<Quantity> LOT_QUANTITIES =
            Set.of(Quantity.LOT_AREA_M2, Quantity.LOT_FRONTAGE_M, Quantity.LOT_DEPTH_M);

    /** What an evaluation reads. */
    record Inputs(
            LicenceQuestion question,
            boolean hasFootprint,
            List<Given> lots,
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
    private final NormJudge judge;
    private final @Nullable String landClass;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplied> notApplied = new ArrayList<>();
    /** Zones of all themes that are on or near what is judged, by their scope. */
    private final Map<Scope, TargetZone> zones = new LinkedHashMap<>();

    /** Norms that were judged, and those of which it is not known whether they apply. */
    private final List<Norm> applied = new ArrayList<>();

    private final List<Norm> undecided = new ArrayList<>();

    private Evaluation(Inputs inputs) {
        this.inputs = inputs;
        this.judge = new NormJudge(inputs.measures(), inputs.strips());
        for (TargetTheme theme : inputs.themes()) {
            theme.zones(Role.ON).forEach(zone -> zones.putIfAbsent(new Scope(theme.code(), zone.code()), zone));
            theme.zones(Role.NEAR).forEach(zone -> zones.putIfAbsent(new Scope(theme.code(), zone.code()), zone));
        }
        List<TargetZone> classes = inputs.themes().stream()
                .filter(theme -> theme.code().equals("land-class"))
                .flatMap(theme -> theme.zones(Role.ON).stream())
                .toList();
        this.landClass = classes.size() == 1 ? classes.get(0).code() : null;
    }

    static Result evaluate(Inputs inputs) {
        Evaluation evaluation = new Evaluation(inputs);
        evaluation.protection();
        evaluation.coverage();
        evaluation.uses();
        evaluation.norms();
        evaluation.requireSomething();
        Verdict worst = evaluation.findings.stream().map(Finding::verdict).reduce(Verdict.COMPLIES, Verdict::worse);
        return new Result(
                worst,
                List.copyOf(evaluation.findings),
                List.copyOf(evaluation.notApplied),
                List.copyOf(evaluation.applied),
                List.copyOf(evaluation.undecided));
    }

    /** What forbids is cited before what asks for review, and that before what is clear. */
    private void protection() {
        ProtectionJudge protection = new ProtectionJudge(inputs.hasFootprint());
        for (TargetTheme theme : inputs.themes()) {
            if (theme.protective()) {
                protection.judge(theme);
            } else {
                protection.judgeRisk(theme);
            }
        }
        protection.findings().stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .forEach(findings::add);
        notApplied.addAll(protection.notApplied());
    }

    /** The expected partitions: without them it is not known which norms apply. */
    private void coverage() {
        for (TargetTheme theme : inputs.themes()) {
            if (theme.protective() || !theme.expected()) {
                continue;
            }
            if (!theme.loaded()) {
                unknown(
                        theme,
                        "El tema no está cargado: no se sabe qué normas aplican.",
                        "The theme is not loaded: which norms apply is not known.");
                continue;
            }
            TargetZone summary = theme.summary();
            if (summary.unknownM2() >= LEAST_AREA_M2) {
                unknown(
                        theme,
                        "Los datos no cubren todo lo que se juzga: no se sabe qué normas aplican.",
                        "The data do not cover all that is judged: which norms apply is not known.");
            } else if (theme.partition() && summary.uncoveredM2() >= LEAST_AREA_M2) {
                unknown(
                        theme,
                        "Hay suelo sin norma en lo que se juzga: ninguna zona del tema lo cubre.",
                        "There is ground without norm: no zone of the theme covers it.");
            }
        }
    }

    private void unknown(TargetTheme theme, String es, String en) {
        findings.add(new Finding(
                Subject.of(Kind.COVERAGE, theme.code(), null),
                Verdict.NOT_EVALUABLE,
                null,
                new Bilingual(theme.title().es() + ": " + es, theme.title().en() + ": " + en),
                new Bilingual("Tema que toda respuesta debe tratar.", "A theme that every answer must speak of."),
                List.of(theme.code()),
                List.of(),
                null));
    }

    private void uses() {
        if (!judgesUse()) {
            return;
        }
        List<Scope> ruled = zones.keySet().stream()
                .filter(zone -> !inputs.book().listUses(zone).isEmpty())
                .toList();
        List<UseRule> municipal = inputs.book().listMunicipalUses();
        List<String> categories = categories();
        boolean stated = inputs.question().proposal().ciiu() != null
                || inputs.question().proposal().useCategory() != null;
        if (categories.isEmpty()) {
            if (!ruled.isEmpty() && !stated) {
                useMissing(
                        "ciiu", "no se indicó el uso (ciiu o useCategory)", "no use was stated (ciiu or useCategory)");
            }
            return;
        }
        boolean any = false;
        for (Scope zone : ruled) {
            any |= judgeUse(zone, categories);
        }
        for (String category : categories) {
            if (municipal.stream().anyMatch(rule -> rule.category().equals(category))) {
                findings.add(
                        useJudge(category).judge(category, new Scope("", "municipio"), municipal, municipalContext()));
                any = true;
            }
        }
        if (!any) {
            useMissing(
                    "uses",
                    "el plan no tiene cargada ninguna regla de usos para la zona",
                    "the plan has no use rule loaded for the zone");
        }
    }

    private boolean judgeUse(Scope zone, List<String> categories) {
        TargetZone target = zones.get(zone);
        List<UseRule> rules = inputs.book().listUses(zone);
        if (target == null || (target.role() == Role.NEAR && !target.mayChange())) {
            if (target != null) {
                notApplied.add(new NotApplied(
                        new Subject(Kind.USE, null, rules, zone.theme(), zone.zone(), null, null),
                        "zone-not-touched",
                        untouched(target),
                        rules.stream().map(UseRule::source).distinct().toList()));
            }
            return false;
        }
        for (String category : categories) {
            Finding finding = useJudge(category).judge(category, zone, rules, context(target));
            if (target.role() == Role.ON || finding.verdict() != Verdict.COMPLIES) {
                findings.add(finding);
            }
        }
        return target.role() == Role.ON;
    }

    private UseJudge useJudge(String category) {
        return new UseJudge(inputs.book()::findCondition, conditionsFor(category));
    }

    private boolean judgesUse() {
        return switch (inputs.question().licenceClass()) {
            case SUBDIVISION, INTERVENCION_ESPACIO_PUBLICO -> false;
            case URBANIZACION, PARCELACION ->
                inputs.question().proposal().ciiu() != null
                        || inputs.question().proposal().useCategory() != null;
            case CONSTRUCCION ->
                inputs.question().construction().stream().anyMatch(m -> m.depth() != Modality.Depth.STATED)
                        || inputs.question().proposal().ciiu() != null
                        || inputs.question().proposal().useCategory() != null;
        };
    }

    private void useMissing(String input, String es, String en) {
        findings.add(new Finding(
                Subject.of(Kind.USE, null, null),
                Verdict.NOT_EVALUABLE,
                null,
                new Bilingual("Uso: no se puede evaluar, " + es + ".", "Use: cannot be evaluated, " + en + "."),
                new Bilingual("El plan regula los usos.", "The plan regulates uses."),
                List.of(input),
                List.of(),
                null));
    }

    /** Returns the use categories that the proposal means; an activity may belong to several, by its built area. */
    private List<String> categories() {
        String category = inputs.question().proposal().useCategory();
        String ciiu = inputs.question().proposal().ciiu();
        if (category != null) {
            return List.of(category);
        }
        if (ciiu == null) {
            return List.of();
        }
        List<ActivityUse> listed = inputs.book().listActivities(ciiu);
        if (listed.isEmpty()) {
            useMissing(
                    "useCategory",
                    "la tabla de actividades del plan no dice a qué categoría pertenece el CIIU " + ciiu,
                    "the plan's table of activities does not say to which category CIIU " + ciiu + " belongs");
            return List.of();
        }
        BigDecimal area = inputs.question().proposal().builtAreaM2();
        boolean bounded = listed.stream().anyMatch(use -> use.areaMinM2() != null || use.areaMaxM2() != null);
        if (bounded && area == null) {
            useMissing(
                    "builtAreaM2",
                    "la categoría del CIIU " + ciiu + " depende del área construida",
                    "the category of CIIU " + ciiu + " depends on the built area");
            return List.of();
        }
        List<String> categories = listed.stream()
                .filter(use -> area == null || holds(use, area))
                .map(ActivityUse::category)
                .distinct()
                .toList();
        if (categories.isEmpty()) {
            useMissing(
                    "useCategory",
                    "ninguna categoría del CIIU " + ciiu + " admite " + area + " m²",
                    "no category of CIIU " + ciiu + " holds " + area + " m2");
        }
        return categories;
    }

    private static boolean holds(ActivityUse use, BigDecimal area) {
        return (use.areaMinM2() == null || area.compareTo(use.areaMinM2()) >= 0)
                && (use.areaMaxM2() == null || area.compareTo(use.areaMaxM2()) <= 0);
    }

    private void norms() {
        inputs.book().listMunicipal().forEach(norm -> apply(norm, municipalContext()));
        for (Map.Entry<Scope, TargetZone> entry : zones.entrySet()) {
            for (Norm norm : inputs.book().listNorms(entry.getKey())) {
                apply(norm, entry.getValue());
            }
        }
        for (Norm norm : inputs.book().listTwoZone(zones.keySet())) {
            twoZones(norm);
        }
    }

    private void apply(Norm norm, TargetZone zone) {
        if (zone.role() == Role.NEAR && !zone.mayChange()) {
            notApplied.add(new NotApplied(
                    Subject.of(norm, null), "zone-not-touched", untouched(zone), NormJudge.sources(norm)));
        } else {
            apply(norm, context(zone));
        }
    }

    private void twoZones(Norm norm) {
        TargetZone one = zones.get(norm.scope());
        TargetZone other = zones.get(norm.second());
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
        NormContext first = context(one);
        NormContext second = context(other);
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
            Outcome outcome = conditionsFor(null).decide(stated.get());
            if (outcome.holds() == Holds.NO) {
                notApplied.add(new NotApplied(
                        Subject.of(norm, context.lot()),
                        "condition-false",
                        new Bilingual(
                                "La condición no se cumple: " + condition + ". "
                                        + outcome.trace().es(),
                                "The condition does not hold: " + condition + ". "
                                        + outcome.trace().en()),
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
                                "no se sabe si su condición se cumple: " + condition + ". "
                                        + outcome.trace().es(),
                                "whether its condition holds is not known: " + condition + ". "
                                        + outcome.trace().en())));
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
        for (int i = 0; i < inputs.lots().size(); i++) {
            Given lot = inputs.lots().get(i);
            NormContext of = new NormContext(context.because(), context.presence(), i + 1);
            if (norm.quantity() != Quantity.LOT_AREA_M2) {
                add(NormJudge.missing(
                        norm,
                        of,
                        null,
                        List.of(norm.quantity().code()),
                        new Bilingual(
                                "el frente y el fondo de los lotes de una división no se miden todavía (lote " + (i + 1)
                                        + ")",
                                "frontage and depth of the lots of a layout are not measured yet (lot " + (i + 1)
                                        + ")")));
                continue;
            }
            String which = " " + (i + 1);
            add(new NormJudge(
                            (quantity, base) -> Measure.Known.ways(
                                    List.of(
                                            new Measure.Reading(
                                                    BigDecimal.valueOf(lot.planarM2()),
                                                    null,
                                                    new Bilingual(
                                                            "lote" + which + ", planar", "lot" + which + ", planar")),
                                            new Measure.Reading(
                                                    BigDecimal.valueOf(lot.ellipsoidM2()),
                                                    null,
                                                    new Bilingual(
                                                            "lote" + which + ", elipsoidal",
                                                            "lot" + which + ", ellipsoidal"))),
                                    null),
                            inputs.strips())
                    .judge(norm, of));
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
        boolean full = question.construction().stream().anyMatch(m -> m.depth() == Modality.Depth.FULL);
        if (full && norm.quantity() != Quantity.DEDICATION_SHARE) {
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

    /** An answer that nothing supports must not say that all complies. */
    private void requireSomething() {
        boolean judged = !applied.isEmpty()
                || !undecided.isEmpty()
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
                    null));
        }
    }

    private Conditions conditionsFor(@Nullable String category) {
        List<String> categories = category == null ? quietCategories() : List.of(category);
        List<String> modalities = inputs.question().modalities();
        List<Conditions> each = new ArrayList<>();
        for (String modality : modalities.isEmpty() ? List.of("") : modalities) {
            each.add(inputs.conditions()
                    .apply(new ProposalValues(
                            inputs.question(),
                            inputs.measures(),
                            modality.isEmpty() ? null : modality,
                            categories.size() == 1 ? categories.get(0) : null,
                            landClass)));
        }
        // of several modalities in one application, a norm for any of them applies
        return condition -> each.stream()
                .map(one -> one.decide(condition))
                .min(Comparator.comparing(
                        outcome -> List.of(Holds.YES, Holds.UNKNOWN, Holds.NO).indexOf(outcome.holds())))
                .orElseThrow();
    }

    private List<String> quietCategories() {
        String category = inputs.question().proposal().useCategory();
        String ciiu = inputs.question().proposal().ciiu();
        BigDecimal area = inputs.question().proposal().builtAreaM2();
        if (category != null) {
            return List.of(category);
        }
        return ciiu == null
                ? List.of()
                : inputs.book().listActivities(ciiu).stream()
                        .filter(use -> area == null || holds(use, area))
                        .map(ActivityUse::category)
                        .distinct()
                        .toList();
    }

    private NormContext context(TargetZone zone) {
        String share = zone.dimension() == 2 ? String.format(java.util.Locale.ROOT, "%.4f m²", zone.onTargetM2()) : "";
        boolean on = zone.role() == Role.ON;
        String es = on
                ? "La zona " + zone.named() + " del tema " + zone.theme() + " está en "
                        + (inputs.hasFootprint() ? "la huella" : "el predio") + (share.isEmpty() ? "" : ": " + share)
                        + "."
                : "La zona " + zone.named() + " del tema " + zone.theme() + " está más cerca que su exactitud.";
        String en = on
                ? "Zone " + zone.named() + " of theme " + zone.theme() + " lies on "
                        + (inputs.hasFootprint() ? "the footprint" : "the parcel")
                        + (share.isEmpty() ? "" : ": " + share) + "."
                : "Zone " + zone.named() + " of theme " + zone.theme() + " lies nearer than its accuracy.";
        Presence presence = !on ? Presence.MAY_COME : zone.mayChange() ? Presence.MAY_LEAVE : Presence.SURE;
        return new NormContext(new Bilingual(es, en), presence, null);
    }

    private static NormContext municipalContext() {
        return new NormContext(
                new Bilingual("La norma rige en todo el municipio.", "The norm holds in the whole municipality."),
                Presence.SURE,
                null);
    }

    private Bilingual untouched(TargetZone zone) {
        return new Bilingual(
                "La zona " + zone.named() + " del tema " + zone.theme() + " está en el predio o cerca, pero no en "
                        + (inputs.hasFootprint() ? "la huella." : "lo que se juzga."),
                "Zone " + zone.named() + " of theme " + zone.theme() + " lies on or near the parcel, but not on "
                        + (inputs.hasFootprint() ? "the footprint." : "what is judged."));
    }
}
