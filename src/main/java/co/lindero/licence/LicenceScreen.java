package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Asks the licence check what it would say of the works of a licence if they were filed under a plan: the same evaluation, without
 * a footprint, from what a register knows of the works. Nothing is kept. Thread-safe.
 *
 * @legal Ley 388 de 1997, art. 36: a licence in force keeps its rights, whatever a later plan says
 */
public final class LicenceScreen {
    private final LicenceService licences;

    /** Makes the screen on the licence check. */
    public LicenceScreen(LicenceService licences) {
        this.licences = licences;
    }

    /**
     * The works of a licence; null for what the register does not say.
     *
     * @param licenceClass official value of the class
     * @param modalities official values
     * @param use use category, where the plan knows it by that code; any other text is not judged
     */
    public record Work(
            String municipality,
            List<String> parcels,
            String licenceClass,
            List<String> modalities,
            @Nullable Integer floors,
            @Nullable Double builtAreaM2,
            @Nullable Integer dwellings,
            @Nullable String use) {}

    /**
     * What speaks against the works.
     *
     * @param kind protection, use, norm or coverage
     */
    public record Against(
            String kind,
            @Nullable String theme,
            @Nullable String zone,
            @Nullable String quantity,
            @Nullable BigDecimal actual,
            @Nullable String operator,
            @Nullable BigDecimal limit,
            @Nullable String unit,
            Bilingual message,
            List<LegalSource> sources) {}

    /**
     * What the check says.
     *
     * @param verdict the worst of its findings; null where it could not be asked
     * @param against findings of {@code does_not_comply}
     * @param notChecked why it could not be asked; null where it was
     */
    public record Screened(
            @Nullable Verdict verdict,
            List<Against> against,
            @Nullable Bilingual notChecked) {}

    /** The state in which works are checked: a plan, a day, a publication. Confined to one transaction. */
    public static final class Session {
        private final Handle handle;
        private final LocalDate on;
        private final @Nullable String plan;
        private final KnownAt known;

        /**
         * Begins.
         *
         * @param handle handle whose transaction the caller holds
         * @param on day whose norms apply
         * @param plan code of the plan; null for the one in force
         */
        public Session(Handle handle, LocalDate on, @Nullable String plan, KnownAt known) {
            this.handle = handle;
            this.on = on;
            this.plan = plan;
            this.known = known;
        }

        /** Returns a session under another plan. */
        public Session under(String otherPlan) {
            return new Session(handle, on, otherPlan, known);
        }
    }

    /**
     * Asks under each of some plans; the site is measured once.
     *
     * @param sessions at least one, of one transaction and state of knowledge
     * @return an answer a session
     * @throws Problem of the plan or the state of knowledge; works whose parcels the cadastre does not know, or which cannot be
     *     one site, come back as not checked
     */
    public List<Screened> screen(List<Session> sessions, Work work) {
        try {
            Session first = sessions.get(0);
            LicenceService.Located located = licences.locate(first.handle, question(first, work, null));
            return sessions.stream()
                    .map(session -> screen(session, work, located))
                    .toList();
        } catch (Problem problem) {
            if (problem.type() != ProblemType.INVALID_LICENCE_CHECK) {
                throw problem;
            }
            Screened refused = new Screened(
                    null, List.of(), new Bilingual(problem.detail(Language.ES), problem.detail(Language.EN)));
            return Collections.nCopies(sessions.size(), refused);
        }
    }

    private Screened screen(Session session, Work work, LicenceService.Located located) {
        LicenceQuestion question = question(session, work, null);
        LicenceService.Case made = licences.prepare(session.handle, question, located);
        boolean known = work.use() != null && made.book().categories().contains(work.use());
        LicenceQuestion judged = known ? question(session, work, work.use()) : question;
        return answer(licences.evaluate(session.handle, made, judged));
    }

    private static Screened answer(Evaluation.Result result) {
        return new Screened(
                result.verdict(),
                result.findings().stream()
                        .filter(finding -> finding.verdict() == Verdict.DOES_NOT_COMPLY)
                        .map(LicenceScreen::against)
                        .toList(),
                null);
    }

    private static Against against(Finding finding) {
        Finding.Subject subject = finding.subject();
        Finding.Figures figures = finding.figures();
        return new Against(
                subject.kind().name().toLowerCase(java.util.Locale.ROOT),
                subject.theme(),
                subject.zone(),
                subject.quantity() == null ? null : subject.quantity().code(),
                figures == null ? null : figures.actual(),
                figures == null ? null : figures.operator(),
                figures == null ? null : figures.limit(),
                figures == null ? null : figures.unit(),
                finding.message(),
                finding.sources());
    }

    private static LicenceQuestion question(Session session, Work work, @Nullable String use) {
        return new LicenceQuestion(
                work.parcels(),
                work.municipality(),
                LicenceClass.find(work.licenceClass()).orElseThrow(),
                work.modalities(),
                session.on,
                null,
                new LicenceQuestion.Proposal(
                        null,
                        use,
                        work.floors(),
                        null,
                        work.builtAreaM2() == null ? null : BigDecimal.valueOf(work.builtAreaM2()),
                        work.dwellings(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null),
                session.known,
                session.plan);
    }
}
