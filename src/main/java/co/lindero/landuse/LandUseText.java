package co.lindero.landuse;

import co.lindero.landuse.LandUseAnswer.Noise;
import co.lindero.landuse.LandUseAnswer.Part;
import co.lindero.landuse.LandUseAnswer.ThemeAnswer;
import co.lindero.law.LegalSource;
import co.lindero.platform.problem.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The land-use answer as a planner reads it in a terminal, at most 100 columns wide where texts allow. Pure. */
public final class LandUseText {
    private final StringBuilder text = new StringBuilder();
    private final Language language;
    private final RuleText rules;

    private LandUseText(Language language) {
        this.language = language;
        this.rules = new RuleText(language);
    }

    /** Returns the answer as lines of text, in the language it was written in. */
    public static String render(LandUseAnswer answer, Language language) {
        LandUseText writer = new LandUseText(language);
        writer.head(answer);
        answer.themes().forEach(writer::theme);
        writer.rules(answer);
        answer.projects().forEach(project -> writer.line(PlannedWorks.line(project, language)));
        writer.foot(answer);
        return writer.text.toString();
    }

    private void line(String content) {
        text.append(content.stripTrailing()).append('\n');
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void head(LandUseAnswer answer) {
        LandUseAnswer.ParcelFacts parcel = answer.parcel();
        line(pick("PREDIO ", "PARCEL ")
                + parcel.number()
                + (parcel.parent() == null ? "" : pick("  (matriz ", "  (parent ") + parcel.parent() + ")"));
        String facts = Stream.of(
                        named(pick("número anterior", "former number"), parcel.previousNumber()),
                        named("NUPRE", parcel.nupre()),
                        named(pick("matrícula", "folio"), parcel.folio()),
                        parcel.address(),
                        parcel.condition())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        if (!facts.isEmpty()) {
            line("  " + facts);
        }
        line("  " + pick("Áreas: dibujada ", "Areas: drawn ")
                + area(parcel.areas().planarM2())
                + pick(" · elipsoidal ", " · ellipsoidal ")
                + area(parcel.areas().ellipsoidM2())
                + pick(" · registrada ", " · registered ") + area(parcel.areas().registeredM2()));
        LandUseAnswer.PlanFacts plan = answer.plan();
        if (plan != null) {
            line(pick("PLAN ", "PLAN ") + plan.code() + " — " + plan.kind() + ", " + plan.act()
                    + pick("; rige desde ", "; in force from ") + plan.inForceFrom()
                    + (plan.expired() ? pick(" (término vencido)", " (term expired)") : ""));
        }
        line(pick("Respuesta al ", "Answer for ") + answer.on()
                + pick(", según la publicación ", ", as of publication ")
                + answer.knownAt().publication() + " (" + answer.knownAt().at() + ")");
        line("");
    }

    private static @Nullable String named(String name, @Nullable String value) {
        return value == null ? null : name + " " + value;
    }

    private static String area(@Nullable BigDecimal m2) {
        return m2 == null ? "—" : m2.setScale(2, RoundingMode.HALF_UP).toPlainString() + " m²";
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    private void theme(ThemeAnswer theme) {
        String state = switch (theme.state()) {
            case "concerned" -> pick("SÍ", "YES");
            case "not_concerned" -> pick("no", "no");
            default -> pick("SIN DATOS", "NO DATA");
        };
        line(String.format(Locale.ROOT, "%-9s  %s", state, theme.title())
                + (Boolean.TRUE.equals(theme.boundarySensitive())
                        ? pick("  [depende del límite de la zona]", "  [hangs on the zone's boundary]")
                        : ""));
        if (theme.reason() != null) {
            line("             " + theme.reason());
        }
        theme.parts().forEach(this::part);
        figure(theme.uncoveredM2(), theme.state().equals("concerned"), "sin zona", "without zone");
        figure(theme.unknownM2(), theme.state().equals("concerned"), "no se sabe (sin cobertura)", "unknown");
        figure(
                theme.outsideGroundM2(),
                theme.state().equals("concerned"),
                "fuera del suelo del tema",
                "outside ground");
        figure(theme.doublyCoveredM2(), true, "con más de una zona", "with more than one zone");
        for (Noise noise : theme.noise()) {
            line(String.format(
                    Locale.ROOT,
                    "             %s %s  %s m² %s %s m",
                    pick("ruido de borde", "boundary noise"),
                    noise.zone() == null ? pick("(vacío)", "(gap)") : noise.zone(),
                    noise.planarM2().toPlainString(),
                    pick("de ancho", "wide"),
                    noise.widthM().toPlainString()));
        }
        theme.declarations().forEach(declaration -> declaration.sources().forEach(this::source));
        theme.derived().forEach(strip -> {
            line("    " + strip.text()
                    + (strip.planarM2() == null ? "" : " " + strip.planarM2().toPlainString() + " m²"));
            strip.sources().forEach(this::source);
        });
    }

    private void figure(@Nullable BigDecimal m2, boolean shown, String es, String en) {
        if (m2 != null && shown && m2.signum() > 0) {
            line("             " + area(m2) + " " + pick(es, en));
        }
    }

    private void part(Part part) {
        String measure;
        if (part.planarM2() != null && part.share() != null) {
            measure = area(part.planarM2()) + "  " + percent(part.share());
        } else if (part.lengthM() != null) {
            measure = part.lengthM().setScale(2, RoundingMode.HALF_UP).toPlainString() + " m";
        } else {
            measure = part.count() + pick(" punto(s)", " point(s)");
        }
        String label = part.label() == null || part.label().equals(part.zone()) ? "" : " — " + part.label();
        line("             " + part.zone() + label + ": " + measure);
        part.sources().forEach(this::source);
        listed(pick("Normas", "Norms"), rules.norms(part.norms()), "               ");
        listed(pick("Usos", "Uses"), rules.uses(part.uses()), "               ");
    }

    private void listed(String title, List<String> lines, String indent) {
        if (!lines.isEmpty()) {
            line(indent + title);
            lines.forEach(content -> line(indent + "  " + content));
        }
    }

    private void rules(LandUseAnswer answer) {
        if (!answer.norms().isEmpty() || !answer.uses().isEmpty()) {
            line("");
            line(pick("NORMAS DE DOS ZONAS O DE TODO EL MUNICIPIO", "NORMS OF TWO ZONES OR THE WHOLE MUNICIPALITY"));
            rules.norms(answer.norms()).forEach(content -> line("  " + content));
            listed(pick("Usos", "Uses"), rules.uses(answer.uses()), "  ");
        }
        if (!answer.conflicts().isEmpty()) {
            line("");
            line(pick("PRECEDENCIA", "PRECEDENCE"));
            answer.conflicts().stream()
                    .flatMap(conflict -> rules.conflict(conflict).stream())
                    .forEach(content -> line("  " + content));
        }
    }

    private void source(LegalSource source) {
        String cited = Stream.of(
                        source.act(),
                        source.article() == null ? null : "art. " + source.article(),
                        source.text() == null ? null : "«" + source.text() + "»",
                        source.url())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        line("               " + cited);
    }

    private void foot(LandUseAnswer answer) {
        if (!answer.buildings().isEmpty()) {
            line("");
            line(pick("CONSTRUCCIONES: ", "BUILDINGS: ") + answer.buildings().size());
            answer.buildings()
                    .forEach(building -> line("  " + building.number() + "  "
                            + pick("pisos ", "floors ") + Objects.toString(building.floors(), "—") + "  "
                            + pick("construida ", "built ") + area(building.builtAreaM2()) + "  "
                            + Objects.toString(building.use(), "")));
        }
        if (!answer.warnings().isEmpty()) {
            line("");
            line(pick("AVISOS", "WARNINGS"));
            answer.warnings()
                    .forEach(warning ->
                            line("  - " + (warning.theme() == null ? "" : warning.theme() + ": ") + warning.message()));
        }
        line("");
        line(Objects.toString(answer.notice(), ""));
        line(Objects.toString(answer.hash(), ""));
    }
}
