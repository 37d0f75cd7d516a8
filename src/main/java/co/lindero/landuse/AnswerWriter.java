package co.lindero.landuse;

import co.lindero.cadastre.Parcel;
import co.lindero.cadastre.ParcelFinder;
import co.lindero.landuse.LandUseAnswer.Declaration;
import co.lindero.landuse.LandUseAnswer.Noise;
import co.lindero.landuse.LandUseAnswer.Part;
import co.lindero.landuse.LandUseAnswer.ThemeAnswer;
import co.lindero.landuse.LandUseAnswer.Warning;
import co.lindero.landuse.ThemeJudge.Judged;
import co.lindero.norm.Norm.Scope;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.publication.Publication;
import co.lindero.register.ParcelLicences;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what was found in one language. The Spanish answer is the one that the hash covers. Pure. */
final class AnswerWriter {
    private AnswerWriter() {}

    /**
     * Everything an answer is made of.
     *
     * @param found the parcel
     * @param scope plan, themes and datasets
     * @param on legal day
     * @param known state of knowledge
     * @param themes themes, judged
     * @param buildings buildings
     * @param projects projects that the parcel has to do with
     * @param licences licences on the parcel
     */
    record Findings(
            ParcelFinder.Found found,
            AnswerScope scope,
            LocalDate on,
            Publication known,
            List<Judged> themes,
            List<LandUseAnswer.BuildingFacts> buildings,
            List<JsonNode> projects,
            ParcelLicences.Found licences) {}

    static LandUseAnswer write(Findings findings, Language language) {
        boolean demonstration = used(findings).anyMatch(Dataset::demonstration);
        AnswerRules rules = AnswerRules.of(findings, language);
        Double drawn = findings.found().plot().planarM2();
        return new LandUseAnswer(
                parcel(findings.found()),
                plan(findings.scope().plan(), findings.on()),
                findings.on().toString(),
                new LandUseAnswer.KnownAtFacts(
                        findings.known().number(), findings.known().at().toString()),
                findings.themes().stream()
                        .map(theme -> theme(theme, rules, drawn == null ? 0 : drawn, language))
                        .toList(),
                rules.norms(),
                rules.uses(),
                rules.conflicts(),
                findings.buildings(),
                findings.projects(),
                findings.licences().in(language),
                Stream.concat(
                                Warnings.list(findings, language).stream(),
                                RuleWarnings.list(findings, rules, language).stream())
                        .toList(),
                used(findings)
                        .map(d -> new LandUseAnswer.DataVersion(
                                d.publication(), d.path(), d.publishedAt().toString()))
                        .sorted(Comparator.comparing(LandUseAnswer.DataVersion::dataset))
                        .toList(),
                demonstration ? Boolean.TRUE : null,
                null,
                null);
    }

    /** The datasets that had a part in the answer: the parcel's, the buildings', every theme's, and those of the rules. */
    static Stream<Dataset> used(Findings findings) {
        return findings.scope().datasets().stream().filter(d -> switch (d.kind()) {
            case "parcels" -> d.name().equals(findings.found().plot().dataset());
            case "buildings", "zones", "norms", "uses", "ciiu", "projects", "licences" -> true;
            default -> false;
        });
    }

    private static LandUseAnswer.ParcelFacts parcel(ParcelFinder.Found found) {
        Parcel plot = found.plot();
        Parcel shown = found.unit() == null ? plot : found.unit();
        boolean own = !found.isUnit() || found.unit() != null;
        return new LandUseAnswer.ParcelFacts(
                found.asked(),
                own ? shown.previousNumber() : null,
                plot.municipality(),
                found.isUnit() ? plot.number() : null,
                own ? shown.nupre() : null,
                own ? shown.folio() : null,
                own ? shown.address() : null,
                own ? shown.condition() : null,
                own ? shown.destination() : null,
                new LandUseAnswer.Areas(area(plot.registeredM2()), area(plot.ellipsoidM2()), area(plot.planarM2())));
    }

    private static java.math.@Nullable BigDecimal area(@Nullable Double value) {
        return value == null ? null : AreaBalance.round(value);
    }

    private static LandUseAnswer.@Nullable PlanFacts plan(@Nullable Plan plan, LocalDate on) {
        if (plan == null) {
            return null;
        }
        return new LandUseAnswer.PlanFacts(
                plan.code(),
                plan.kind(),
                plan.act(),
                plan.status().code(),
                plan.expiredOn(on),
                plan.inForceFrom().toString(),
                plan.inForceTo() == null ? null : plan.inForceTo().toString(),
                plan.termEnds() == null ? null : plan.termEnds().toString(),
                plan.revises());
    }

    private static ThemeAnswer theme(Judged judged, AnswerRules rules, double drawnM2, Language language) {
        List<Part> parts = new ArrayList<>();
        for (ThemeJudge.JudgedPart part : judged.parts()) {
            MeasuredRow row = part.row();
            Scope zone = AnswerRules.scope(judged, part);
            parts.add(new Part(
                    zone.zone(),
                    row.label(),
                    part.planarM2(),
                    part.share(),
                    part.lengthM(),
                    row.pointCount(),
                    rules.normsOf(zone),
                    rules.usesOf(zone),
                    row.sources(),
                    row.geometry() == null ? null : Json.read(row.geometry())));
        }
        return new ThemeAnswer(
                judged.scope().code(),
                judged.scope().title().in(language),
                judged.state().code(),
                judged.reason() == null ? null : judged.reason().in(language),
                judged.boundarySensitive(),
                parts,
                judged.uncovered(),
                judged.doublyCovered(),
                judged.unknown(),
                judged.outsideGround(),
                judged.noise().stream()
                        .map(noise -> new Noise(noise.zone(), noise.planarM2(), noise.widthM()))
                        .toList(),
                judged.declarations().stream()
                        .map(row -> new Declaration(
                                row.zoneCode() == null ? "" : row.zoneCode(), row.label(), row.sources()))
                        .toList(),
                DerivedWriter.write(judged.strips(), drawnM2, language));
    }

    static Warning warning(String code, @Nullable String theme, String message) {
        return new Warning(code, theme, message);
    }
}
