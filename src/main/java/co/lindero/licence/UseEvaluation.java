package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Evaluation.Inputs;
import co.lindero.licence.Finding.Kind;
import co.lindero.licence.Finding.NotApplied;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.TargetZone.Role;
import co.lindero.norm.ActivityUse;
import co.lindero.norm.Norm.Scope;
import co.lindero.norm.UseRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Judges the use of a proposal by the rules of every zone on or near what is judged. Confined to one check. */
final class UseEvaluation {
    private final Inputs inputs;
    private final JudgedGround ground;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplied> notApplied = new ArrayList<>();

    UseEvaluation(Inputs inputs, JudgedGround ground) {
        this.inputs = inputs;
        this.ground = ground;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<NotApplied> notApplied() {
        return List.copyOf(notApplied);
    }

    void judge() {
        if (!judgesUse()) {
            return;
        }
        List<Scope> ruled = ground.zones().keySet().stream()
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
                findings.add(useJudge(category)
                        .judge(category, new Scope("", "municipio"), municipal, JudgedGround.municipalContext()));
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
        TargetZone target = ground.zones().get(zone);
        List<UseRule> rules = inputs.book().listUses(zone);
        if (target == null || (target.role() == Role.NEAR && !target.mayChange())) {
            if (target != null) {
                notApplied.add(new NotApplied(
                        new Subject(Kind.USE, null, rules, zone.theme(), zone.zone(), null, null),
                        "zone-not-touched",
                        ground.untouched(target),
                        rules.stream().map(UseRule::source).distinct().toList()));
            }
            return false;
        }
        for (String category : categories) {
            Finding finding = useJudge(category).judge(category, zone, rules, ground.context(target));
            if (target.role() == Role.ON || finding.verdict() != Verdict.COMPLIES) {
                findings.add(finding);
            }
        }
        return target.role() == Role.ON;
    }

    private UseJudge useJudge(String category) {
        return new UseJudge(inputs.book()::findCondition, ground.conditionsFor(category));
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
                Picture.NONE));
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
        List<String> categories = UseCategories.of(inputs);
        if (categories.isEmpty()) {
            useMissing(
                    "useCategory",
                    "ninguna categoría del CIIU " + ciiu + " admite " + area + " m²",
                    "no category of CIIU " + ciiu + " holds " + area + " m2");
        }
        return categories;
    }
}
