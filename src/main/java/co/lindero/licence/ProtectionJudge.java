package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import co.lindero.licence.Finding.Kind;
import co.lindero.licence.Finding.NotApplied;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.TargetZone.Role;
import co.lindero.plan.Strip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges hazard, risk and protection: what they forbid is forbidden whatever the norms allow, and is cited first. One finding
 * for each zone on what is judged; one for each theme that is expected and not known.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.2.1.3.1.3 and 2.2.6.4.1.2; Ley 388 de 1997, arts. 10 and 35; Ley 1523 de 2012, art. 42
 */
final class ProtectionJudge {
    private static final double LEAST_AREA_M2 = 0.000_05;
    private static final Bilingual DEMOLITION = new Bilingual(
            "Aquí no se puede edificar; demoler no edifica, y retirar lo construido es lo que se busca: debe revisarse qué"
                    + " queda en el suelo después.",
            "Nothing may be built here; demolition builds nothing, and taking down what stands is what is sought: what"
                    + " becomes of the ground must be reviewed.");

    private final boolean hasFootprint;
    private final boolean onlyDemolition;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> nonMitigable = new ArrayList<>();
    private final List<NotApplied> notApplied = new ArrayList<>();

    /**
     * Makes a judge.
     *
     * @param onlyDemolition whether nothing is asked for but to take down what stands: what forbids building does not forbid that
     */
    ProtectionJudge(boolean hasFootprint, boolean onlyDemolition) {
        this.hasFootprint = hasFootprint;
        this.onlyDemolition = onlyDemolition;
    }

    /** Returns what forbids before what asks for review, and that before what is clear; risk that no work mitigates first. */
    List<Finding> findings() {
        return Stream.concat(nonMitigable.stream(), findings.stream())
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .toList();
    }

    List<NotApplied> notApplied() {
        return List.copyOf(notApplied);
    }

    /** Judges a protective theme. */
    void judge(TargetTheme theme) {
        if (!theme.loaded()) {
            notLoaded(theme);
            return;
        }
        TargetZone summary = theme.summary();
        theme.zones(Role.ON).forEach(zone -> on(theme, zone, summary));
        theme.zones(Role.NEAR).forEach(zone -> near(theme, zone));
        theme.strips().stream().filter(strip -> strip.code() != null).forEach(strip -> strip(theme, strip));
        if (summary.unknownM2() >= LEAST_AREA_M2) {
            add(
                    theme,
                    null,
                    Verdict.NOT_EVALUABLE,
                    new Bilingual(
                            theme.title().es() + ": los datos cargados no cubren todo lo que se juzga.",
                            theme.title().en() + ": the loaded data do not cover all that is judged."),
                    List.of(theme.code()),
                    null);
        } else if (theme.zones(Role.ON).isEmpty()
                && theme.strips().isEmpty()
                && theme.zones(Role.NEAR).stream().noneMatch(TargetZone::mayChange)) {
            clear(theme);
        }
    }

    /** Judges what a theme that is not protective says of risk: rural zoning has a category for what no work mitigates. */
    void judgeRisk(TargetTheme theme) {
        if (!theme.loaded()) {
            return;
        }
        TargetZone summary = theme.summary();
        theme.zones(Role.ON).stream().filter(ProtectionJudge::isNonMitigable).forEach(zone -> on(theme, zone, summary));
        theme.zones(Role.NEAR).stream()
                .filter(zone -> isNonMitigable(zone) && zone.mayChange())
                .forEach(zone -> near(theme, zone));
    }

    private static boolean isNonMitigable(TargetZone zone) {
        return ProtectiveZone.of(zone) == ProtectiveZone.NON_MITIGABLE_RISK;
    }

    private void notLoaded(TargetTheme theme) {
        if (theme.expected()) {
            add(
                    theme,
                    null,
                    Verdict.NOT_EVALUABLE,
                    new Bilingual(
                            theme.title().es() + ": el tema no está cargado; no se sabe si afecta al predio.",
                            theme.title().en()
                                    + ": the theme is not loaded; whether it concerns the parcel is not known."),
                    List.of(theme.code()),
                    null);
        } else {
            notApplied.add(new NotApplied(
                    Subject.of(Kind.PROTECTION, theme.code(), null),
                    "theme-not-loaded",
                    new Bilingual(
                            theme.title().es() + ": no está cargado; no se sabe si hay alguna zona.",
                            theme.title().en() + ": not loaded; whether there is any zone is not known."),
                    List.of()));
        }
    }

    private void clear(TargetTheme theme) {
        List<TargetZone> declared = theme.zones(Role.DECLARATION);
        List<LegalSource> sources = declared.stream()
                .flatMap(zone -> zone.sources().stream())
                .distinct()
                .toList();
        findings.add(new Finding(
                Subject.of(Kind.PROTECTION, theme.code(), null),
                Verdict.COMPLIES,
                null,
                new Bilingual(
                        theme.title().es() + ": no hay ninguna zona cartografiada sobre " + judgedEs() + ".",
                        theme.title().en() + ": no mapped zone lies on " + judgedEn() + "."),
                new Bilingual("Tema protector del plan.", "Protective theme of the plan."),
                List.of(),
                sources,
                Picture.NONE));
    }

    private String judgedEs() {
        return hasFootprint ? "la huella" : "el predio";
    }

    private String judgedEn() {
        return hasFootprint ? "the footprint" : "the parcel";
    }

    private void on(TargetTheme theme, TargetZone zone, TargetZone summary) {
        ProtectiveZone meaning = ProtectiveZone.of(zone);
        boolean whole = zone.dimension() == 2 && zone.onTargetM2() >= summary.onTargetM2() - LEAST_AREA_M2;
        Verdict verdict = switch (meaning) {
            case FORBIDS, NON_MITIGABLE_RISK ->
                !onlyDemolition && (hasFootprint || whole) ? Verdict.DOES_NOT_COMPLY : Verdict.NEEDS_REVIEW;
            case CONDITION, HAZARD, HAZARD_UNCATEGORISED, OTHER -> Verdict.NEEDS_REVIEW;
            case LOW_HAZARD -> Verdict.COMPLIES;
        };
        boolean unsure = verdict == Verdict.DOES_NOT_COMPLY && zone.mayChange();
        Bilingual extent = extent(zone, whole);
        Bilingual effect = onlyDemolition && forbids(meaning) ? DEMOLITION : effect(meaning, verdict);
        String es = theme.title().es() + ", zona " + zone.named() + ": " + extent.es() + ". " + effect.es();
        String en = theme.title().en() + ", zone " + zone.named() + ": " + extent.en() + ". " + effect.en();
        add(
                theme,
                zone,
                unsure ? Verdict.NEEDS_REVIEW : verdict,
                unsure
                        ? new Bilingual(
                                es
                                        + " Un movimiento de su límite dentro de la exactitud la sacaría de allí: debe revisarse.",
                                en + " A move of its boundary within its accuracy would take it away: to be reviewed.")
                        : new Bilingual(es, en),
                List.of(),
                zone.geojson());
    }

    private static boolean forbids(ProtectiveZone meaning) {
        return meaning == ProtectiveZone.FORBIDS || meaning == ProtectiveZone.NON_MITIGABLE_RISK;
    }

    private Bilingual extent(TargetZone zone, boolean whole) {
        if (whole) {
            return new Bilingual(
                    "cubre " + (hasFootprint ? "toda la huella" : "todo el predio"), "covers all of " + judgedEn());
        }
        String figure = switch (zone.dimension()) {
            case 2 -> String.format(Locale.ROOT, "%.4f m²", zone.onTargetM2());
            case 1 ->
                String.format(
                        Locale.ROOT,
                        "%.4f m",
                        Optional.ofNullable(zone.lengthM()).orElse(0.0));
            default -> Optional.ofNullable(zone.points()).orElse(1) + " ×";
        };
        return new Bilingual(figure + " sobre " + judgedEs(), figure + " on " + judgedEn());
    }

    private static Bilingual effect(ProtectiveZone meaning, Verdict verdict) {
        return switch (meaning) {
            case NON_MITIGABLE_RISK ->
                new Bilingual(
                        "Riesgo no mitigable: prohibido por riesgo, cualquiera que sea la norma.",
                        "Non-mitigable risk: prohibited by risk whatever the norm allows.");
            case FORBIDS ->
                verdict == Verdict.DOES_NOT_COMPLY
                        ? new Bilingual("No admite edificación.", "It admits no building.")
                        : new Bilingual(
                                "No admite edificación sobre esa parte: sin huella debe revisarse dónde se construye.",
                                "It admits no building on that part: without a footprint, where is built must be reviewed.");
            case CONDITION ->
                new Bilingual(
                        "Área con condición: la licencia depende del estudio detallado y sus medidas.",
                        "Condition area: the licence depends on the detailed study and its measures.");
            case HAZARD ->
                new Bilingual("Amenaza alta o media: requiere estudio.", "High or medium hazard: a study is needed.");
            case HAZARD_UNCATEGORISED ->
                new Bilingual(
                        "La zona no dice su categoría de amenaza: debe leerla una persona.",
                        "The zone does not say its hazard category: a person must read it.");
            case LOW_HAZARD ->
                new Bilingual("Amenaza baja: sin restricción cartografiada.", "Low hazard: no mapped restriction.");
            case OTHER ->
                new Bilingual(
                        "Tema protector del plan: debe revisarse lo que exige.",
                        "Protective theme of the plan: what it demands must be reviewed.");
        };
    }

    /** A strip that Lindero draws asks for review, never more: nobody has delimited it. */
    private void strip(TargetTheme theme, Strip strip) {
        Double area = strip.planarM2();
        String es = theme.title().es() + ": " + strip.text().es();
        String en = theme.title().en() + ": " + strip.text().en();
        String figure = area == null ? "" : String.format(Locale.ROOT, " %.4f m²", area);
        findings.add(new Finding(
                Subject.of(Kind.PROTECTION, theme.code(), strip.code()),
                area == null ? Verdict.NOT_EVALUABLE : Verdict.NEEDS_REVIEW,
                null,
                area == null
                        ? new Bilingual(es, en)
                        : new Bilingual(
                                es + figure + " sobre " + judgedEs() + ".", en + figure + " on " + judgedEn() + "."),
                new Bilingual("Regla de distancia, sin delimitación oficial.", "Rule of distance, not delimited."),
                area == null ? List.of("road-order") : List.of(),
                strip.sources(),
                Picture.of(strip.geojson())));
    }

    private void near(TargetTheme theme, TargetZone zone) {
        ProtectiveZone meaning = ProtectiveZone.of(zone);
        if (zone.mayChange() && meaning != ProtectiveZone.LOW_HAZARD) {
            add(
                    theme,
                    zone,
                    Verdict.NEEDS_REVIEW,
                    new Bilingual(
                            theme.title().es() + ", zona " + zone.named() + ": a " + metres(zone) + " de " + judgedEs()
                                    + ", más cerca que la exactitud de su límite; debe revisarse.",
                            theme.title().en() + ", zone " + zone.named() + ": " + metres(zone) + " from " + judgedEn()
                                    + ", nearer than the accuracy of its boundary; to be reviewed."),
                    List.of(),
                    null);
            return;
        }
        notApplied.add(new NotApplied(
                Subject.of(Kind.PROTECTION, theme.code(), zone.code()),
                "zone-not-touched",
                new Bilingual(
                        theme.title().es() + ", zona " + zone.named() + ": está a " + metres(zone) + " de " + judgedEs()
                                + " y no lo toca.",
                        theme.title().en() + ", zone " + zone.named() + ": " + metres(zone) + " away; not touched."),
                zone.sources()));
    }

    private static String metres(TargetZone zone) {
        return String.format(
                Locale.ROOT, "%.4f m", Optional.ofNullable(zone.distanceM()).orElse(0.0));
    }

    private void add(
            TargetTheme theme,
            @Nullable TargetZone zone,
            Verdict verdict,
            Bilingual message,
            List<String> missing,
            @Nullable String geojson) {
        List<Finding> list = zone != null && isNonMitigable(zone) ? nonMitigable : findings;
        list.add(new Finding(
                Subject.of(Kind.PROTECTION, theme.code(), zone == null ? null : zone.code()),
                verdict,
                null,
                message,
                new Bilingual("Tema protector del plan.", "Protective theme of the plan."),
                missing,
                zone == null ? List.of() : zone.sources(),
                Picture.of(geojson)));
    }
}
