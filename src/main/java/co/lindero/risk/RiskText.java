package co.lindero.risk;

import co.lindero.landuse.LandUseAnswer.Derived;
import co.lindero.platform.problem.Language;
import co.lindero.risk.RiskAnswer.CellFacts;
import co.lindero.risk.RiskAnswer.LevelArea;
import co.lindero.risk.RiskAnswer.Phenomenon;
import co.lindero.risk.RiskAnswer.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The risk answer as a planner reads it in a terminal. Pure. */
public final class RiskText {
    private final StringBuilder text = new StringBuilder();
    private final Language language;

    private RiskText(Language language) {
        this.language = language;
    }

    /** Returns the answer as lines of text, in the language it was written in. */
    public static String render(RiskAnswer answer, Language language) {
        RiskText writer = new RiskText(language);
        writer.line(language.pick("PREDIO ", "PARCEL ") + answer.parcel().number());
        writer.line(language.pick("Respuesta al ", "Answer for ")
                + answer.on()
                + language.pick(", según la publicación ", ", as of publication ")
                + answer.knownAt().publication()
                + (answer.plan() == null ? "" : ", plan " + answer.plan().code()));
        writer.line(answer.effect() + " — " + answer.effectText());
        writer.line("");
        answer.phenomena().forEach(writer::phenomenon);
        answer.roadStrips().forEach(writer::strip);
        if (!answer.warnings().isEmpty()) {
            writer.line("");
            writer.line(language.pick("AVISOS", "WARNINGS"));
            answer.warnings()
                    .forEach(warning -> writer.line(
                            "  - " + (warning.theme() == null ? "" : warning.theme() + ": ") + warning.message()));
        }
        writer.line("");
        writer.line(Objects.toString(answer.notice(), ""));
        writer.line(Objects.toString(answer.hash(), ""));
        return writer.text.toString();
    }

    private void line(String content) {
        text.append(content.stripTrailing()).append('\n');
    }

    private void phenomenon(Phenomenon phenomenon) {
        line(String.format(Locale.ROOT, "%-27s %s", phenomenon.effect(), phenomenon.title())
                + (Boolean.TRUE.equals(phenomenon.boundarySensitive())
                        ? language.pick("  [depende del límite de la zona]", "  [hangs on the zone's boundary]")
                        : ""));
        if (phenomenon.reason() != null) {
            line("    " + phenomenon.reason());
        }
        phenomenon.levels().forEach(this::level);
        phenomenon.zones().forEach(this::zone);
        phenomenon.rasters().forEach(this::raster);
        phenomenon.derived().forEach(this::strip);
    }

    private void level(LevelArea level) {
        line("    " + RiskLevel.find(level.level()).orElseThrow().text().in(language) + ": "
                + level.planarM2().setScale(2, RoundingMode.HALF_UP).toPlainString() + " m²  "
                + percent(level.share()));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    private void strip(Derived strip) {
        line("    * " + strip.text()
                + (strip.planarM2() == null
                        ? ""
                        : " "
                                + strip.planarM2()
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString() + " m²")
                + strip.sources().stream()
                        .map(source -> source.act() + ", art. " + source.article())
                        .collect(Collectors.joining("; ", " (", ")")));
    }

    private void raster(CellFacts facts) {
        String unit = facts.unit() == null ? "" : " " + facts.unit();
        StringBuilder said = new StringBuilder("    ~ ")
                .append(facts.dataset())
                .append(language.pick(", celda de ", ", cell of "))
                .append(facts.cellM().setScale(1, RoundingMode.HALF_UP).toPlainString())
                .append(" m");
        if (facts.max() != null && facts.mean() != null) {
            said.append(language.pick(": máximo ", ": maximum "))
                    .append(facts.max().toPlainString())
                    .append(unit)
                    .append(language.pick(", media ", ", mean "))
                    .append(facts.mean().toPlainString())
                    .append(unit);
        }
        facts.classes()
                .forEach(each -> said.append(facts.by().equals("threshold") ? "; ≥ " : "; = ")
                        .append(each.value().toPlainString())
                        .append(": ")
                        .append(percent(each.share())));
        if (facts.unknownM2().signum() > 0) {
            said.append(language.pick("; sin valor: ", "; without value: "))
                    .append(facts.unknownM2().setScale(2, RoundingMode.HALF_UP).toPlainString())
                    .append(" m²");
        }
        line(said.toString());
    }

    private void zone(Zone zone) {
        StringBuilder said = new StringBuilder("    · " + zone.zone());
        if (zone.label() != null && !zone.label().equals(zone.zone())) {
            said.append(" — ").append(zone.label());
        }
        if (zone.lengthM() != null) {
            said.append(": ")
                    .append(zone.lengthM().setScale(2, RoundingMode.HALF_UP).toPlainString())
                    .append(" m");
        }
        if (zone.mitigable() != null) {
            said.append(zone.mitigable() ? language.pick("; mitigable", "; mitigable") : "; no mitigable");
        }
        if (zone.study() != null) {
            said.append(language.pick("; estudio: ", "; study: ")).append(zone.study());
        }
        zone.sources().stream()
                .findFirst()
                .ifPresent(source -> said.append(" (")
                        .append(Objects.toString(source.act(), ""))
                        .append(source.article() == null ? "" : ", art. " + source.article())
                        .append(')'));
        line(said.toString());
    }
}
