package co.lindero.register;

import co.lindero.platform.problem.Language;
import co.lindero.register.LicenceTerms.Decision;
import co.lindero.register.LicenceTerms.Validity;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Licences as an officer reads them in a terminal. Pure. */
public final class RegisterText {
    private final StringBuilder text = new StringBuilder();
    private final Language language;

    private RegisterText(Language language) {
        this.language = language;
    }

    /** Returns a line a licence, in a language. */
    public static String renderList(List<LicenceFacts> licences, Language language) {
        StringBuilder text = new StringBuilder();
        for (LicenceFacts licence : licences) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-18s %-28s %-26s %s  %-20s %s%n",
                    licence.number(),
                    licence.licenceClass(),
                    licence.status(),
                    licence.filedOn(),
                    LicenceStates.validity(licence.validity().state(), language),
                    Objects.toString(licence.validity().until(), "")));
        }
        return text.toString();
    }

    /** Returns all of a licence, in the language it was written in. */
    public static String render(LicenceFacts licence, Language language) {
        RegisterText writer = new RegisterText(language);
        writer.head(licence);
        writer.validity(licence.validity());
        writer.decision(licence.decision());
        return writer.text.toString().stripTrailing();
    }

    private void line(String es, String en, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            text.append("  ")
                    .append(language.pick(es, en))
                    .append(": ")
                    .append(value)
                    .append('\n');
        }
    }

    private void head(LicenceFacts licence) {
        text.append(language.pick("LICENCIA ", "LICENCE "))
                .append(licence.number())
                .append('\n');
        line("clase", "class", licence.licenceClass());
        line("en el mismo acto", "in the same act", String.join(", ", licence.otherClasses()));
        line("modalidades", "modalities", String.join(", ", licence.modalities()));
        line("estado", "status", licence.status());
        line("radicada", "filed", licence.filedOn());
        line("acta de observaciones", "observations", licence.observedOn());
        line("respuesta", "answered", licence.answeredOn());
        line("decidida", "decided", licence.decidedOn());
        line("en firme", "final", licence.finalOn());
        line("acto", "act", licence.act());
        line("predios", "parcels", String.join(", ", licence.parcels()));
        line("área m²", "area m2", licence.areaM2());
        line("viviendas", "dwellings", licence.dwellings());
        line("pisos", "floors", licence.floors());
        line("uso", "use", licence.use());
    }

    private void validity(Validity validity) {
        line(
                "vigencia",
                "validity",
                LicenceStates.validity(validity.state(), language) + " (" + validity.state() + ")"
                        + (validity.reason() == null ? "" : " — " + validity.reason()));
        line("hasta", "until", validity.until());
        line("prórroga hasta pedirla", "extension to be asked for by", validity.extensionRequestBy());
        line("revalidación hasta pedirla", "revalidation to be asked for by", validity.revalidationRequestBy());
        line(
                "régimen",
                "regime",
                validity.regime() == null
                        ? null
                        : validity.regime()
                                + (Boolean.FALSE.equals(validity.verified())
                                        ? language.pick(" (por verificar)", " (to be verified)")
                                        : ""));
    }

    private void decision(Decision decision) {
        boolean disputed =
                decision.state().equals("overdue") && decision.readings().size() > 1;
        line(
                "término para decidir",
                "decision term",
                LicenceStates.decision(decision.state(), language) + " (" + decision.state() + ")"
                        + (disputed
                                ? language.pick(
                                        ", por la lectura que vence primero", ", by the reading that ends first")
                                : ""));
        decision.readings()
                .forEach(reading -> line(
                        "vence (" + reading.reading() + ")",
                        "ends (" + reading.reading() + ")",
                        reading.due() + language.pick("; ampliado ", "; extended ") + reading.dueExtended() + " — "
                                + reading.text()));
        line(
                "respuesta al acta hasta",
                "answer due by",
                decision.answerDue() == null
                        ? null
                        : decision.answerDue()
                                + language.pick("; ampliado ", "; extended ")
                                + decision.answerDueExtended());
        decision.calendar()
                .forEach(change -> line(
                        change.holiday() ? "festivo agregado" : "festivo retirado",
                        change.holiday() ? "holiday added" : "holiday taken out",
                        change.day() + " — " + change.source()));
    }
}
