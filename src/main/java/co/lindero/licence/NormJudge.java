package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.licence.Finding.Alternative;
import co.lindero.licence.Finding.Figures;
import co.lindero.licence.Finding.NotApplied;
import co.lindero.licence.Finding.Subject;
import co.lindero.licence.Measure.Absent;
import co.lindero.licence.Measure.Known;
import co.lindero.licence.Measure.Missing;
import co.lindero.licence.Measure.Reading;
import co.lindero.licence.Measure.Spread;
import co.lindero.licence.NormContext.Presence;
import co.lindero.norm.IndexBase;
import co.lindero.norm.Norm;
import co.lindero.norm.Operator;
import co.lindero.norm.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * Judges one norm against what was measured. Draws nothing and decides nothing about zones: that a norm applies is settled
 * before.
 *
 * @legal Ley 388 de 1997, art. 15; Decreto 1077 de 2015, art. 2.2.6.1.1.1 (a licence verifies that the norms are met)
 */
final class NormJudge {
    /** What a judgement comes to: a finding, or the norm is set aside with a reason. */
    record Judged(@Nullable Finding finding, @Nullable NotApplied notApplied) {}

    /** Draws what of a proposal lies nearer to lines than a distance. */
    interface StripDrawer {
        Picture draw(List<LineString> lines, double distanceM);
    }

    private final BiFunction<Quantity, IndexBase, Measure> measures;
    private final StripDrawer strips;

    NormJudge(BiFunction<Quantity, IndexBase, Measure> measures, StripDrawer strips) {
        this.measures = measures;
        this.strips = strips;
    }

    Judged judge(Norm norm, NormContext context) {
        BigDecimal value = norm.value();
        if (value == null) {
            return missing(
                    norm,
                    context,
                    null,
                    List.of("norm.value"),
                    new Bilingual(
                            "el plan cita la norma (" + cited(norm) + ") pero su valor no está cargado",
                            "the plan cites the norm (" + cited(norm) + ") but its value is not loaded"));
        }
        Measure measure = measures.apply(norm.quantity(), norm.base());
        if (measure instanceof Missing none) {
            return missing(norm, context, null, none.inputs(), none.reason());
        }
        if (measure instanceof Absent none) {
            return new Judged(
                    null,
                    new NotApplied(
                            Subject.of(norm, context.lot()), "nothing-to-measure", none.reason(), sources(norm)));
        }
        return compare(norm, value, (Known) measure, context);
    }

    private Judged compare(Norm norm, BigDecimal value, Known known, NormContext context) {
        BigDecimal limit = value;
        Norm.Per per = norm.per();
        if (per != null) {
            Measure counted = counted(per.unit());
            if (!(counted instanceof Known count)) {
                Missing none = counted instanceof Missing missing
                        ? missing
                        : Missing.of(per.unit(), new Bilingual("no se sabe contar " + per.unit(), "cannot count it"));
                return missing(norm, context, null, none.inputs(), none.reason());
            }
            limit = value.multiply(count.readings().get(0).amount()).divide(per.amount(), MathContext.DECIMAL64);
        }
        BigDecimal asked = limit;
        List<Comparison> all = known.readings().stream()
                .map(reading -> Comparison.of(norm.quantity(), reading, norm.operator(), asked))
                .toList();
        Comparison first = all.get(0);
        boolean differ = all.stream().skip(1).anyMatch(c -> c.holds() != first.holds() && c.decisive());
        boolean unsureFailure = known.mayBeAbsent() && !first.holds();
        Verdict verdict;
        if (known.spread() == Spread.OPEN && (differ || unsureFailure)) {
            verdict = Verdict.NOT_EVALUABLE;
        } else if (differ) {
            verdict = Verdict.NEEDS_REVIEW;
        } else {
            verdict = first.holds() ? Verdict.COMPLIES : Verdict.DOES_NOT_COMPLY;
        }
        if (verdict == Verdict.COMPLIES && context.presence() == Presence.MAY_COME) {
            return new Judged(null, near(norm, context));
        }
        Verdict shown = verdict == Verdict.DOES_NOT_COMPLY && context.presence() != Presence.SURE
                ? Verdict.NEEDS_REVIEW
                : verdict;
        Figures figures = new Figures(
                first.actual(),
                norm.operator().symbol(),
                asked,
                norm.quantity().unit(),
                first.margin(),
                Comparison.tolerance(norm.quantity()),
                alternatives(known, all));
        return new Judged(
                new Finding(
                        Subject.of(norm, context.lot()),
                        shown,
                        figures,
                        sentence(norm, known, figures, shown, context),
                        context.because(),
                        shown == Verdict.NOT_EVALUABLE ? known.missing() : List.of(),
                        sources(norm),
                        first.holds() && !differ ? Picture.NONE : picture(norm, known, asked)),
                null);
    }

    private static List<Alternative> alternatives(Known known, List<Comparison> all) {
        List<Alternative> list = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            list.add(
                    new Alternative(all.get(i).actual(), known.readings().get(i).how()));
        }
        return list;
    }

    private Picture picture(Norm norm, Known known, BigDecimal limit) {
        boolean isLeast = norm.operator() == Operator.AT_LEAST || norm.operator() == Operator.MORE_THAN;
        return !known.lines().isEmpty() && isLeast
                ? strips.draw(known.lines(), limit.doubleValue())
                : Picture.of(known.geojson());
    }

    private Measure counted(String unit) {
        return switch (unit) {
            case "dwelling", "dwellings" -> measures.apply(Quantity.DWELLINGS, IndexBase.PREDIO);
            case "m2" -> measures.apply(Quantity.BUILT_AREA_M2, IndexBase.PREDIO);
            case "floor", "floors" -> measures.apply(Quantity.FLOORS, IndexBase.PREDIO);
            case "m" -> measures.apply(Quantity.HEIGHT_M, IndexBase.PREDIO);
            case "lot m2" -> measures.apply(Quantity.LOT_AREA_M2, IndexBase.PREDIO);
            default ->
                Missing.of(
                        "per " + unit,
                        new Bilingual(
                                "la norma se cuenta por «" + unit + "», que no se sabe contar",
                                "the norm counts by \"" + unit + "\", which is not a known count"));
        };
    }

    /** Makes the finding of a norm that cannot be evaluated. */
    static Judged missing(
            Norm norm, NormContext context, @Nullable BigDecimal actual, List<String> inputs, Bilingual reason) {
        if (context.presence() == Presence.MAY_COME) {
            return new Judged(
                    new Finding(
                            Subject.of(norm, context.lot()),
                            Verdict.NEEDS_REVIEW,
                            figures(norm, actual),
                            nearSentence(norm),
                            context.because(),
                            inputs,
                            sources(norm),
                            Picture.NONE),
                    null);
        }
        return new Judged(
                new Finding(
                        Subject.of(norm, context.lot()),
                        Verdict.NOT_EVALUABLE,
                        figures(norm, actual),
                        new Bilingual(
                                norm.quantity().title().es() + ": no se puede evaluar, " + reason.es() + ".",
                                norm.quantity().title().en() + ": cannot be evaluated, " + reason.en() + "."),
                        context.because(),
                        inputs,
                        sources(norm),
                        Picture.NONE),
                null);
    }

    private static Figures figures(Norm norm, @Nullable BigDecimal actual) {
        return new Figures(
                actual,
                norm.operator().symbol(),
                norm.value(),
                norm.quantity().unit(),
                null,
                Comparison.tolerance(norm.quantity()),
                List.of());
    }

    static List<co.lindero.law.LegalSource> sources(Norm norm) {
        return List.of(norm.source());
    }

    private static NotApplied near(Norm norm, NormContext context) {
        return new NotApplied(
                Subject.of(norm, context.lot()),
                "zone-only-near",
                new Bilingual(
                        "La zona no toca lo que se juzga; aunque su límite se moviera dentro de su exactitud, la norma se"
                                + " cumpliría.",
                        "The zone does not touch what is judged; even if its boundary moved within its accuracy, the norm"
                                + " would be met."),
                sources(norm));
    }

    private static Bilingual nearSentence(Norm norm) {
        return new Bilingual(
                norm.quantity().title().es()
                        + ": la zona está más cerca que la exactitud de su límite; debe revisarse si"
                        + " la norma aplica.",
                norm.quantity().title().en()
                        + ": the zone lies nearer than the accuracy of its boundary; whether the norm"
                        + " applies must be reviewed.");
    }

    static String cited(Norm norm) {
        return Optional.ofNullable(norm.source().act()).orElse("—") + ", art. "
                + Optional.ofNullable(norm.source().article()).orElse("—");
    }

    private static Bilingual sentence(Norm norm, Known known, Figures figures, Verdict verdict, NormContext context) {
        Reading first = known.readings().get(0);
        Bilingual unit = UnitWords.of(figures.unit());
        String operator = norm.operator().symbol();
        String actual = plain(figures.actual());
        String limit = plain(figures.limit());
        StringBuilder es = new StringBuilder(norm.quantity().title().es() + ": " + actual + unit.es() + " ("
                + first.how().es() + "); la norma pide " + operator + " " + limit + unit.es() + " (" + cited(norm)
                + ").");
        StringBuilder en = new StringBuilder(norm.quantity().title().en() + ": " + actual + unit.en() + " ("
                + first.how().en() + "); the norm asks " + operator + " " + limit + unit.en() + " (" + cited(norm)
                + ").");
        for (Alternative other : figures.alternatives()) {
            if (figures.actual() != null && other.actual().compareTo(figures.actual()) == 0) {
                continue;
            }
            es.append(" Medido de otro modo: ")
                    .append(plain(other.actual()))
                    .append(unit.es())
                    .append(" (")
                    .append(other.how().es())
                    .append(").");
            en.append(" Measured otherwise: ")
                    .append(plain(other.actual()))
                    .append(unit.en())
                    .append(" (")
                    .append(other.how().en())
                    .append(").");
        }
        Bilingual open = known.open();
        if (verdict == Verdict.NOT_EVALUABLE && open != null) {
            es.append(" No es seguro: ").append(open.es()).append('.');
            en.append(" Not sure: ").append(open.en()).append('.');
        } else if (verdict == Verdict.NEEDS_REVIEW && context.presence() != Presence.SURE) {
            es.append(" El límite de la zona está dentro de su exactitud: debe revisarse si la norma aplica.");
            en.append(" The boundary of the zone is within its accuracy: whether the norm applies must be reviewed.");
        } else if (verdict == Verdict.NEEDS_REVIEW) {
            es.append(" Las dos medidas dan veredictos distintos: debe revisarse.");
            en.append(" The two measures give different verdicts: to be reviewed.");
        }
        return new Bilingual(es.toString(), en.toString());
    }

    static String plain(@Nullable BigDecimal value) {
        return value == null ? "—" : value.toPlainString();
    }
}
