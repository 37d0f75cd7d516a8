package co.lindero.licence;

import co.lindero.cadastre.Parcel;
import co.lindero.law.Bilingual;
import co.lindero.licence.Evaluation.Result;
import co.lindero.licence.Finding.Figures;
import co.lindero.licence.Finding.NotApplied;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.LicenceAnswer.AlternativeJson;
import co.lindero.licence.LicenceAnswer.BoundaryJson;
import co.lindero.licence.LicenceAnswer.FindingJson;
import co.lindero.licence.LicenceAnswer.NormJson;
import co.lindero.licence.LicenceAnswer.NotAppliedJson;
import co.lindero.licence.LicenceAnswer.ScopeJson;
import co.lindero.licence.LicenceAnswer.UseJson;
import co.lindero.licence.LicenceAnswer.WarningJson;
import co.lindero.licence.boundary.BoundaryPiece;
import co.lindero.norm.Norm;
import co.lindero.norm.Quantity;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import co.lindero.platform.json.Json;
import co.lindero.platform.json.JsonText;
import co.lindero.platform.json.ToldText;
import co.lindero.publication.Publication;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what a licence check found. Pure. */
final class AnswerWriter {
    private static final ToldText NOTICE = new ToldText(
            "Revisión informativa: no otorga derechos ni reemplaza la decisión de la autoridad que expide la licencia"
                    + " (Decreto 1077 de 2015, art. 2.2.6.1.3.1).",
            "Informative check: it creates no right and does not replace the decision of the licensing authority"
                    + " (Decreto 1077 de 2015, art. 2.2.6.1.3.1).");
    private static final int AREA_DECIMALS = 4;
    private static final int LENGTH_DECIMALS = 4;

    private AnswerWriter() {}

    /** Everything an answer is made of. */
    record Checked(
            String id,
            LicenceQuestion question,
            SiteFacts facts,
            Drawn drawn,
            Result result,
            @Nullable Plan plan,
            LocalDate on,
            Publication known,
            List<Dataset> datasets,
            List<Remark> remarks) {}

    /**
     * The site as it is drawn, in the CRS of the answer.
     *
     * @param boundary its pieces, in their order
     */
    record Drawn(JsonText site, List<JsonText> boundary) {}

    /** A remark with a stable code. */
    record Remark(String code, Bilingual text) {}

    static LicenceAnswer write(Checked checked) {
        boolean demonstration = used(checked).anyMatch(Dataset::demonstration);
        return new LicenceAnswer(
                checked.id(),
                checked.result().verdict().code(),
                told(checked.result().verdict().title()),
                checked.facts().parcels().stream().map(AnswerWriter::parcel).toList(),
                site(checked),
                new LicenceAnswer.LicenceFacts(
                        checked.question().licenceClass().code(),
                        checked.question().modalities(),
                        checked.on().toString(),
                        checked.question().filingNumber()),
                proposal(checked.question().proposal()),
                findings(checked),
                notApplied(checked),
                warnings(checked),
                plan(checked.plan(), checked.on()),
                checked.on().toString(),
                checked.facts().cadastre().on().toString(),
                new LicenceAnswer.KnownAtJson(
                        checked.known().number(), checked.known().at().toString()),
                CrsName.of(checked.facts().srid()),
                used(checked)
                        .map(d -> new LicenceAnswer.DataVersionJson(
                                d.publication(), d.path(), d.publishedAt().toString()))
                        .sorted(Comparator.comparing(LicenceAnswer.DataVersionJson::dataset))
                        .toList(),
                demonstration ? Boolean.TRUE : null,
                Json.UNSEALED,
                NOTICE);
    }

    private static List<FindingJson> findings(Checked checked) {
        List<FindingJson> findings = new ArrayList<>();
        for (Finding finding : checked.result().findings()) {
            findings.add(finding(findings.size() + 1, finding));
        }
        return findings;
    }

    private static List<NotAppliedJson> notApplied(Checked checked) {
        return checked.result().notApplied().stream()
                .map(AnswerWriter::notApplied)
                .toList();
    }

    private static List<WarningJson> warnings(Checked checked) {
        return checked.remarks().stream()
                .map(remark -> new WarningJson(remark.code(), told(remark.text())))
                .toList();
    }

    private static LicenceAnswer.ProposalFacts proposal(LicenceQuestion.Proposal stated) {
        return new LicenceAnswer.ProposalFacts(
                stated.useCategory(),
                stated.ciiu(),
                stated.floors(),
                stated.heightM(),
                stated.builtAreaM2(),
                stated.dwellings(),
                stated.parkingSpaces(),
                stated.dedicationM2(),
                stated.netAreaM2(),
                stated.usableAreaM2(),
                stated.lots() == null ? null : stated.lots().size(),
                stated.uafException());
    }

    private static Stream<Dataset> used(Checked checked) {
        return checked.datasets().stream().filter(dataset -> !dataset.kind().equals("territories"));
    }

    private static LicenceAnswer.ParcelFacts parcel(Parcel parcel) {
        return new LicenceAnswer.ParcelFacts(
                parcel.number(),
                parcel.municipality(),
                area(parcel.registeredM2()),
                area(parcel.planarM2()),
                area(parcel.ellipsoidM2()));
    }

    private static @Nullable BigDecimal area(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(AREA_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static LicenceAnswer.SiteFactsJson site(Checked checked) {
        SiteFacts facts = checked.facts();
        return new LicenceAnswer.SiteFactsJson(
                area(facts.site().registeredM2()),
                rounded(facts.site().planarM2(), AREA_DECIMALS),
                rounded(facts.site().ellipsoidM2(), AREA_DECIMALS),
                facts.footprint() == null ? null : rounded(facts.footprint().planarM2(), AREA_DECIMALS),
                facts.frontsStated(),
                boundary(facts, checked.drawn()),
                checked.drawn().site(),
                facts.footprintGeojson() == null ? null : new JsonText(facts.footprintGeojson()));
    }

    /** Writes the classed boundary of a site. */
    static List<BoundaryJson> boundary(SiteFacts facts, Drawn drawn) {
        return IntStream.range(0, facts.boundary().size())
                .mapToObj(
                        i -> boundary(facts.boundary().get(i), drawn.boundary().get(i)))
                .toList();
    }

    private static BoundaryJson boundary(BoundaryPiece piece, JsonText drawn) {
        return new BoundaryJson(
                piece.side().code(), piece.front(), piece.reason(), rounded(piece.lengthM(), LENGTH_DECIMALS), drawn);
    }

    private static FindingJson finding(int number, Finding finding) {
        Subject subject = finding.subject();
        Figures figures = finding.figures();
        Quantity quantity = subject.quantity();
        return new FindingJson(
                number,
                kind(subject),
                norm(subject.norm()),
                subject.theme(),
                subject.zone(),
                quantity == null ? null : quantity.code(),
                quantity == null ? null : told(quantity.title()),
                quantity == null ? null : "docs/quantities.md#" + quantity.code(),
                finding.verdict().code(),
                figures == null ? null : figures.actual(),
                figures == null ? null : figures.operator(),
                figures == null ? null : figures.limit(),
                figures == null ? null : figures.unit(),
                figures == null ? null : figures.margin(),
                figures == null ? null : figures.tolerance(),
                figures == null
                        ? List.of()
                        : figures.alternatives().stream()
                                .map(a -> new AlternativeJson(a.actual(), told(a.how())))
                                .toList(),
                told(finding.message()),
                told(finding.because()),
                finding.missing(),
                subject.uses().stream()
                        .map(use -> new UseJson(
                                use.id(),
                                use.version(),
                                use.category(),
                                use.regime().code(),
                                use.condition()))
                        .toList(),
                subject.lot(),
                finding.sources(),
                finding.picture().geojson().map(JsonText::new).orElse(null));
    }

    static ToldText told(Bilingual text) {
        return new ToldText(text.es(), text.en());
    }

    private static String kind(Subject subject) {
        return subject.kind().name().toLowerCase(Locale.ROOT);
    }

    private static NotAppliedJson notApplied(NotApplied item) {
        Subject subject = item.subject();
        return new NotAppliedJson(
                kind(subject),
                norm(subject.norm()),
                subject.theme(),
                subject.zone(),
                subject.quantity() == null ? null : subject.quantity().code(),
                item.code(),
                told(item.reason()),
                item.sources());
    }

    private static @Nullable NormJson norm(@Nullable Norm norm) {
        return norm == null
                ? null
                : new NormJson(
                        norm.id(),
                        norm.version(),
                        norm.plan(),
                        scope(norm.scope()),
                        scope(norm.second()),
                        norm.value(),
                        norm.per() == null
                                ? null
                                : norm.per().amount().toPlainString() + " "
                                        + norm.per().unit(),
                        norm.base().code(),
                        norm.condition());
    }

    private static @Nullable ScopeJson scope(Norm.@Nullable Scope scope) {
        return scope == null ? null : new ScopeJson(scope.theme(), scope.zone());
    }

    private static LicenceAnswer.@Nullable PlanJson plan(@Nullable Plan plan, LocalDate on) {
        return plan == null
                ? null
                : new LicenceAnswer.PlanJson(
                        plan.code(), plan.act(), plan.status().code(), plan.expiredOn(on));
    }
}
