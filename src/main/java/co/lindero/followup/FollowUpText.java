package co.lindero.followup;

import co.lindero.followup.FollowUpAnswer.Candidate;
import co.lindero.followup.FollowUpAnswer.Conflict;
import co.lindero.followup.FollowUpAnswer.Judged;
import co.lindero.followup.FollowUpAnswer.Zone;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A follow-up as a planner reads it in a terminal, in the language it was written in. Pure. */
public final class FollowUpText {
    private static final String ZONE = "%-28s %7s %9s %12s %8s %12s %7s %10s %7s%n";

    private final StringBuilder text = new StringBuilder();
    private final FollowUpAnswer answer;
    private final Language language;

    private FollowUpText(FollowUpAnswer answer, Language language) {
        this.answer = answer;
        this.language = language;
    }

    /** Returns the sections that the answer has. */
    public static String render(FollowUpAnswer answer, Language language) {
        FollowUpText writer = new FollowUpText(answer, language);
        writer.head();
        writer.zones();
        writer.expiring();
        writer.conflicts();
        writer.candidates();
        answer.warnings()
                .forEach(warning ->
                        writer.text.append("  - ").append(warning.message()).append('\n'));
        return writer.text.append(answer.notice()).toString();
    }

    private void line(String format, @Nullable Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void head() {
        line(
                pick("SEGUIMIENTO de %s, plan %s%s, %s", "FOLLOW-UP of %s, plan %s%s, %s"),
                answer.municipality(),
                answer.plan(),
                answer.draft() == null ? "" : pick(" y borrador ", " and draft ") + answer.draft(),
                answer.on());
    }

    private void zones() {
        if (answer.zones() == null) {
            return;
        }
        text.append('\n');
        line(pick("LICENCIADO Y PERMITIDO por %s", "LICENSED AND ALLOWED by %s"), answer.theme());
        text.append(ZONE.formatted(
                pick("Zona", "Zone"),
                pick("Año", "Year"),
                pick("Licencias", "Licences"),
                pick("Área m²", "Area m2"),
                pick("Viv.", "Dwell."),
                pick("Permitido m²", "Allowed m2"),
                "%",
                pick("Perm. viv.", "Allow. dw."),
                "%"));
        for (Zone zone : answer.zones().rows()) {
            text.append(String.format(
                    Locale.ROOT,
                    ZONE,
                    zone.zone() == null ? pick("(en ninguna)", "(in none)") : shortened(zone.zone(), 28),
                    "",
                    zone.licensed().licences(),
                    scaled(zone.licensed().areaM2(), 0, 0),
                    zone.licensed().dwellings(),
                    scaled(zone.allowedM2(), 0, 0),
                    scaled(zone.shareOfArea(), 2, 1),
                    scaled(zone.allowedDwellings(), 0, 0),
                    scaled(zone.shareOfDwellings(), 2, 1)));
            zone.years()
                    .forEach(year -> text.append(String.format(
                            Locale.ROOT,
                            ZONE,
                            "",
                            year.year(),
                            year.licensed().licences(),
                            scaled(year.licensed().areaM2(), 0, 0),
                            year.licensed().dwellings(),
                            "",
                            "",
                            "",
                            "")));
        }
        if (!answer.zones().unplaced().isEmpty()) {
            line(
                    pick("Sin predio conocido: %s", "Without known parcel: %s"),
                    String.join(", ", answer.zones().unplaced()));
        }
        line("%s", answer.zones().rule());
    }

    private void expiring() {
        if (answer.expiring() == null) {
            return;
        }
        text.append('\n');
        line(
                pick("POR VENCER en %d días: %d", "EXPIRING within %d days: %d"),
                answer.expiring().withinDays(),
                answer.expiring().rows().size());
        answer.expiring()
                .rows()
                .forEach(row -> line(
                        "  %s  %-20s %s  %s",
                        row.number(),
                        row.licenceClass(),
                        row.until(),
                        row.extensionOpen()
                                ? pick("prórroga hasta ", "extension by ") + row.extensionRequestBy()
                                : pick("sin prórroga posible", "no extension possible")));
    }

    private void conflicts() {
        if (answer.conflicts() == null) {
            return;
        }
        text.append('\n');
        line(
                pick("HOY NO SE PERMITIRÍAN: %d", "WOULD NOT BE ALLOWED TODAY: %d"),
                answer.conflicts().rows().size());
        answer.conflicts()
                .checked()
                .forEach(checked -> line(
                        pick(
                                "  %s: %d revisadas; cumplen %d, por revisar %d, no evaluables %d, no cumplen %d",
                                "  %s: %d checked; comply %d, to review %d, not evaluable %d, do not comply %d"),
                        checked.plan(),
                        checked.licences(),
                        checked.complies(),
                        checked.needsReview(),
                        checked.notEvaluable(),
                        checked.doesNotComply()));
        answer.conflicts().rows().forEach(this::conflict);
        answer.conflicts()
                .notChecked()
                .forEach(one ->
                        line(pick("  %s: no se revisó. %s", "  %s: not checked. %s"), one.number(), one.reason()));
        if (answer.conflicts().next() != null) {
            line(
                    pick("  … faltan los radicados después de %s", "  … files after %s were not checked"),
                    answer.conflicts().next());
        }
        line("%s", answer.conflicts().rule());
    }

    private void conflict(Conflict row) {
        line("  %s  %s  %s %s", row.number(), row.licenceClass(), row.state(), Objects.toString(row.until(), ""));
        judged(row.today());
        judged(row.draft());
    }

    private void judged(@Nullable Judged judged) {
        if (judged != null) {
            judged.against().forEach(against -> line("      %s: %s", judged.plan(), against.message()));
        }
    }

    private void candidates() {
        if (answer.candidates() == null) {
            return;
        }
        text.append('\n');
        line(pick("CANDIDATOS A VISITA", "CANDIDATES TO INSPECT"));
        answer.candidates()
                .counts()
                .forEach(count -> line(
                        pick(
                                "  %s: %d sin licencia en el registro, %d con ella",
                                "  %s: %d without licence in the register, %d with one"),
                        kind(count.kind()),
                        count.candidates(),
                        count.withLicence()));
        answer.candidates().rows().forEach(this::candidate);
        if (answer.candidates().truncated()) {
            line(
                    pick("  … se listan %d; los demás con --limit", "  … %d are listed; the rest with --limit"),
                    answer.candidates().limit());
        }
        line("%s", answer.candidates().rule());
    }

    private void candidate(Candidate row) {
        String what = row.quantity() == null
                ? row.theme() + " " + row.zone()
                : row.quantity() + " " + row.actual().toPlainString() + " > "
                        + row.limit().toPlainString();
        line(
                "  %s  %s  %s%s%s",
                row.parcel(),
                kind(row.kind()),
                what,
                row.year() == null ? "" : ", " + row.year(),
                Boolean.TRUE.equals(row.olderThanPlan()) ? pick(" (anterior al plan)", " (older than the plan)") : "");
    }

    private String kind(String code) {
        return new FollowUpWords(language).reason(code);
    }

    private static String shortened(String value, int most) {
        return value.length() <= most ? value : value.substring(0, most - 1) + "…";
    }

    private static String scaled(@Nullable BigDecimal value, int shift, int decimals) {
        return value == null
                ? "—"
                : value.scaleByPowerOfTen(shift)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
