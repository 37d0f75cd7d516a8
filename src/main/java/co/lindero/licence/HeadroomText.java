package co.lindero.licence;

import co.lindero.licence.HeadroomAnswer.Limit;
import co.lindero.licence.HeadroomAnswer.Part;
import co.lindero.licence.HeadroomAnswer.Storey;
import co.lindero.norm.Quantity;
import co.lindero.platform.problem.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What may be built on a parcel, for terminals and for pasting into a file; also the words that its page shares. Pure. */
public final class HeadroomText {
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private HeadroomText(Language language) {
        this.language = language;
    }

    /** Renders an answer. */
    public static String render(HeadroomAnswer answer, Language language) {
        HeadroomText writer = new HeadroomText(language);
        writer.write(answer);
        return writer.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String pick(String es, String en) {
        return language.pick(es, en);
    }

    private void write(HeadroomAnswer answer) {
        line(pick("Qué se puede construir en el predio ", "What may be built on parcel ")
                + answer.parcel()
                + pick(", al ", ", on ")
                + answer.on()
                + pick("; publicación ", "; publication ")
                + answer.publication());
        line(existing(answer, language));
        for (Part part : answer.parts()) {
            line("");
            line(part(part, language));
            part.byFloors().forEach(this::storey);
            if (!part.limits().isEmpty()) {
                line(pick("  Normas que limitan:", "  Norms that limit:"));
                part.limits().forEach(limit -> line("  - " + limit(limit, language)));
            }
        }
        line("");
        answer.undecided()
                .forEach(limit -> line(
                        "! " + pick("No se tuvo en cuenta: ", "Not taken into account: ") + limit(limit, language)));
        answer.warnings().forEach(warning -> line("! " + warning));
        line(answer.notice());
    }

    private void storey(Storey storey) {
        line("  " + floors(storey.floors(), language) + pick(": huella ", ": footprint ")
                + storey.footprintMaxM2() + " m² ("
                + limitedBy(storey, storey.footprintLimitedBy(), language) + pick("; quedan ", "; left ")
                + storey.footprintLeftM2() + " m²)" + pick(", área construida ", ", built area ")
                + storey.floorAreaMaxM2()
                + " m² (" + limitedBy(storey, storey.floorAreaLimitedBy(), language)
                + (storey.floorAreaLeftM2() == null
                        ? pick("; no se sabe lo construido", "; what is built is not known")
                        : pick("; quedan ", "; left ") + storey.floorAreaLeftM2() + " m²")
                + ")");
    }

    static String floors(int floors, Language language) {
        return floors + (floors == 1 ? language.pick(" piso", " floor") : language.pick(" pisos", " floors"));
    }

    /** Returns what stands on the parcel. */
    static String existing(HeadroomAnswer answer, Language language) {
        String built = answer.existingBuiltM2() == null
                ? language.pick(
                        "área construida que el catastro no dice", "a built area that the cadastre does not tell")
                : language.pick("área construida ", "built area ") + answer.existingBuiltM2() + " m²";
        String floors = answer.existingFloors() == null ? "" : ", " + floors(answer.existingFloors(), language);
        return language.pick("Construido, según el catastro: huella ", "Built, by the cadastre: footprint ")
                + answer.existingFootprintM2() + " m², " + built + floors + ".";
    }

    /** Returns the heading of a part: its zones, its area and its floors. */
    static String part(Part part, Language language) {
        String zones = part.zones().stream().map(HeadroomAnswer.Zone::zone).collect(Collectors.joining(" + "));
        String floors = part.floorsMax() == null
                ? language.pick("ninguna norma limita los pisos", "no norm limits the floors")
                : language.pick("hasta ", "up to ")
                        + floors(part.floorsMax(), language)
                        + language.pick("; quedan ", "; left ")
                        + part.floorsLeft();
        return (zones.isEmpty()
                        ? language.pick("Todo el predio", "The whole parcel")
                        : language.pick("Zona ", "Zone ") + zones)
                + ": " + part.planarM2() + " m²; " + floors;
    }

    /** Returns what limits a figure, with its article where it is a norm. */
    static String limitedBy(Storey storey, String name, Language language) {
        return switch (name) {
            case "envelope" -> setbacks(storey, language);
            case "footprint x floors" -> language.pick("huella por pisos", "footprint times floors");
            default -> {
                List<Limit> found = storey.limits().stream()
                        .filter(limit -> limit.quantity().equals(name))
                        .toList();
                String title = title(name, language);
                yield language.pick("limita: ", "limited by: ")
                        + title
                        + (found.isEmpty()
                                ? ""
                                : ", " + found.get(0).act() + ", art. "
                                        + found.get(0).article());
            }
        };
    }

    private static String setbacks(Storey storey, Language language) {
        String norms = storey.limits().stream()
                .filter(limit -> limit.quantity().endsWith("_setback_m") && limit.value() != null)
                .map(limit -> title(limit.quantity(), language).toLowerCase(Locale.ROOT) + " " + limit.value()
                        + " m, art. " + limit.article())
                .collect(Collectors.joining("; "));
        return norms.isEmpty()
                ? language.pick("no hay aislamiento que la limite", "no setback limits it")
                : language.pick("limita: ", "limited by: ") + norms;
    }

    private static String title(String quantity, Language language) {
        return Quantity.find(quantity).map(found -> found.title().in(language)).orElse(quantity);
    }

    /** Returns a norm as people read it. */
    static String limit(Limit limit, Language language) {
        String unit = Quantity.find(limit.quantity())
                .map(found -> UnitWords.of(found.unit()).in(language))
                .orElse("");
        String value = limit.value() == null
                ? language.pick("sin valor cargado", "its value not loaded")
                : LicencePage.symbol(limit.operator()) + " " + limit.value().toPlainString() + unit;
        return title(limit.quantity(), language) + (limit.zone() == null ? "" : " (" + limit.zone() + ")") + ": "
                + value
                + (limit.condition() == null ? "" : language.pick(", si ", ", if ") + limit.condition())
                + " (" + limit.act() + ", art. " + limit.article() + ")";
    }
}
