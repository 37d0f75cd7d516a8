package co.lindero.followup;

import co.lindero.followup.FollowUpAnswer.Against;
import co.lindero.followup.FollowUpAnswer.Checked;
import co.lindero.followup.FollowUpAnswer.Conflict;
import co.lindero.followup.FollowUpAnswer.Conflicts;
import co.lindero.followup.FollowUpAnswer.Judged;
import co.lindero.followup.FollowUpAnswer.NotChecked;
import co.lindero.law.Bilingual;
import co.lindero.licence.LicenceScreen;
import co.lindero.licence.LicenceScreen.Screened;
import co.lindero.licence.LicenceScreen.Session;
import co.lindero.licence.LicenceScreen.Work;
import co.lindero.licence.Verdict;
import co.lindero.platform.problem.Language;
import co.lindero.register.Licence;
import co.lindero.register.RegisterService.Shown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the licence check of every licence in force or under way what each of two plans says of its works. One use. */
final class PlanConflicts {
    /** States in which a licence may still be built on, or a file may still end in one. */
    private static final Set<String> OPEN = Set.of("valid", "not_final", "pending", "unknown");

    private final LicenceScreen screen;
    private final Language language;
    private final Under today;
    private final @Nullable Under draft;
    private final List<Conflict> rows = new ArrayList<>();
    private final List<NotChecked> notChecked = new ArrayList<>();

    /** One plan and the verdicts under it. */
    static final class Under {
        private final String plan;
        private final Session session;
        private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);

        Under(String plan, Session session) {
            this.plan = plan;
            this.session = session;
        }

        private Checked checked() {
            return new Checked(
                    plan,
                    verdicts.values().stream().mapToLong(Long::longValue).sum(),
                    verdicts.getOrDefault(Verdict.COMPLIES, 0L),
                    verdicts.getOrDefault(Verdict.NEEDS_REVIEW, 0L),
                    verdicts.getOrDefault(Verdict.NOT_EVALUABLE, 0L),
                    verdicts.getOrDefault(Verdict.DOES_NOT_COMPLY, 0L));
        }
    }

    PlanConflicts(LicenceScreen screen, Under today, @Nullable Under draft, Language language) {
        this.screen = screen;
        this.today = today;
        this.draft = draft;
        this.language = language;
    }

    /**
     * Checks licences in the order of their numbers.
     *
     * @param after number after which to begin
     * @param most how many to check
     */
    Conflicts list(List<Shown> licences, String after, int most) {
        List<Shown> open = licences.stream()
                .filter(shown -> OPEN.contains(shown.facts().validity().state())
                        && !shown.licence().isClosedWithout()
                        && shown.licence().number().compareTo(after) > 0)
                .toList();
        open.stream().limit(most).forEach(this::add);
        List<Checked> checked = new ArrayList<>(List.of(today.checked()));
        if (draft != null) {
            checked.add(draft.checked());
        }
        return new Conflicts(
                rows,
                checked,
                notChecked,
                open.size() > most ? open.get(most - 1).licence().number() : null,
                FollowUpTexts.CONFLICTS.in(language));
    }

    private void add(Shown shown) {
        Licence licence = shown.licence();
        if (licence.parcels().isEmpty()) {
            notChecked.add(
                    new NotChecked(licence.number(), language.pick("No nombra ningún predio.", "It names no parcel.")));
            return;
        }
        List<Screened> screened = screen.screen(
                draft == null ? List.of(today.session) : List.of(today.session, draft.session), work(licence));
        Bilingual why = screened.get(0).notChecked();
        if (why != null) {
            notChecked.add(new NotChecked(licence.number(), why.in(language)));
            return;
        }
        Judged now = judged(screened.get(0), today);
        Judged then = draft == null ? null : judged(screened.get(1), draft);
        if (isAgainst(now) || isAgainst(then)) {
            rows.add(new Conflict(
                    licence.number(),
                    licence.licenceClass(),
                    licence.modalities(),
                    licence.status(),
                    licence.filedOn().toString(),
                    shown.facts().validity().state(),
                    shown.facts().validity().until(),
                    licence.parcels(),
                    now,
                    then));
        }
    }

    private static boolean isAgainst(@Nullable Judged judged) {
        return judged != null && judged.verdict().equals(Verdict.DOES_NOT_COMPLY.code());
    }

    private Judged judged(Screened screened, Under under) {
        Verdict verdict = Objects.requireNonNull(screened.verdict());
        under.verdicts.merge(verdict, 1L, Long::sum);
        return new Judged(
                under.plan,
                verdict.code(),
                screened.against().stream()
                        .map(one -> new Against(
                                one.kind(),
                                one.theme(),
                                one.zone(),
                                one.quantity(),
                                one.actual(),
                                one.operator(),
                                one.limit(),
                                one.unit(),
                                one.message().in(language),
                                one.sources()))
                        .toList());
    }

    /** Of several classes in one act the construction is what the norms speak of. */
    private static Work work(Licence licence) {
        String judged = licence.classes().contains("construccion") ? "construccion" : licence.licenceClass();
        return new Work(
                licence.municipality(),
                licence.parcels(),
                judged,
                licence.modalities(),
                licence.floors(),
                judged.equals("construccion") ? licence.areaM2() : null,
                licence.dwellings(),
                licence.use());
    }
}
