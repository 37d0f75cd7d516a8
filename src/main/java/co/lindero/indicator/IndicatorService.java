package co.lindero.indicator;

import co.lindero.indicator.IndicatorAnswer.Series;
import co.lindero.indicator.IndicatorAnswer.Year;
import co.lindero.indicator.IndicatorStore.Asked;
import co.lindero.law.Bilingual;
import co.lindero.plan.Dataset;
import co.lindero.plan.PlanChoice;
import co.lindero.plan.PlanStore;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Computes the indicators of a plan at the end of each year, against its targets. The plan answers as if in force. Each answer comes
 * from one snapshot of the database; the cadastre is the loaded one, whatever the year. Thread-safe.
 *
 * @legal Ley 388 de 1997, arts. 18 and 29: programme of execution and follow-up of a plan
 */
public final class IndicatorService {
    private static final Bilingual NOTICE = new Bilingual(
            "Informativo: cada valor sale de lo cargado; los años pasados se miden con el catastro de hoy, según el año que este dice"
                    + " de cada construcción.",
            "Informative: each value follows from what is loaded; past years are measured on the cadastre of today, by the year that it"
                    + " tells of each building.");

    private final Database database;
    private final Clock clock;
    private final PlanStore plans;
    private final PublicationStore publications;
    private final List<Indicator> indicators = Indicator.shipped();
    private final IndicatorStore store = new IndicatorStore();

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     */
    public IndicatorService(Database database, Clock clock, PlanStore plans, PublicationStore publications) {
        this.database = database;
        this.clock = clock;
        this.plans = plans;
        this.publications = publications;
    }

    /**
     * Puts the targets of a file in place of those that a plan has; returns how many.
     *
     * @throws Problem {@code targets-invalid} or {@code plan-not-found}
     */
    public int replaceTargets(String municipality, String plan, Path file) {
        List<Target> targets =
                TargetFile.read(file, indicators.stream().map(Indicator::code).collect(Collectors.toSet()));
        database.write(handle -> {
            Publication known = publications.get(handle, new co.lindero.publication.KnownAt.Newest());
            PlanChoice.get(handle, plans, municipality, plan, LocalDate.now(clock), known.number());
            return publications.publish(
                    handle,
                    new PublicationStore.Subject("plan", municipality, "targets/" + plan),
                    number -> store.replace(handle, municipality, plan, targets, number));
        });
        return targets.size();
    }

    /**
     * Answers a question.
     *
     * @throws Problem {@code plan-not-found}, {@code publication-not-found}, or {@code invalid-parameter} for years that are none
     */
    public IndicatorAnswer answer(IndicatorQuestion question, Language language) {
        return database.read(handle -> {
            Publication known = publications.get(handle, question.knownAt());
            LocalDate on = question.on() == null ? LocalDate.now(clock) : question.on();
            PlanChoice choice =
                    PlanChoice.get(handle, plans, question.municipality(), question.plan(), on, known.number());
            List<Target> targets = store.listTargets(handle, question.municipality(), question.plan(), known.number());
            List<Integer> years = years(question, choice, targets, on);
            boolean demonstration =
                    plans.listDatasets(handle, question.municipality(), choice.chain(), known.number()).stream()
                            .anyMatch(Dataset::demonstration);
            List<Series> series = new ArrayList<>();
            for (Indicator indicator : indicators) {
                series.add(series(
                        indicator,
                        targets.stream()
                                .filter(target -> target.indicator().equals(indicator.code()))
                                .toList(),
                        year -> value(handle, question.municipality(), indicator, choice, year, on, known.number()),
                        years,
                        language,
                        on));
            }
            return new IndicatorAnswer(
                    question.municipality(),
                    choice.plan().code(),
                    on.toString(),
                    new IndicatorAnswer.KnownAtFacts(known.number(), known.at().toString()),
                    series,
                    demonstration ? Boolean.TRUE : null,
                    NOTICE.in(language));
        });
    }

    private static List<Integer> years(
            IndicatorQuestion question, PlanChoice choice, List<Target> targets, LocalDate on) {
        int last = question.to() != null
                ? question.to()
                : Math.max(
                        on.getYear(),
                        targets.stream().mapToInt(Target::year).max().orElse(0));
        int first = question.from() != null
                ? question.from()
                : Math.min(
                        last,
                        Math.max(
                                // of a plan still to come into force the value of today is where it begins
                                Math.min(choice.plan().inForceFrom().getYear(), on.getYear()),
                                on.getYear() - IndicatorQuestion.BY_DEFAULT + 1));
        if (first > last || last - first >= IndicatorQuestion.MOST) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "De " + first + " a " + last + " no hay de 1 a " + IndicatorQuestion.MOST + " años.",
                            "From " + first + " to " + last + " there are not 1 to " + IndicatorQuestion.MOST
                                    + " years.")
                    .with("parameter", "from")
                    .hint("Dé from y to de menos años.", "Give from and to of fewer years.");
        }
        return Stream.iterate(first, year -> year <= last, year -> year + 1).toList();
    }

    private Optional<Double> value(
            Handle handle,
            String municipality,
            Indicator indicator,
            PlanChoice choice,
            int year,
            LocalDate on,
            long at) {
        return Optional.ofNullable(store.compute(
                        handle,
                        indicator,
                        new Asked(municipality, choice.chain(), LocalDate.of(year, 1, 1), day(year, on), at))
                .value());
    }

    /** The last day of a year, or the day asked where that is earlier. */
    private static LocalDate day(int year, LocalDate on) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return last.isAfter(on) ? on : last;
    }

    private static Series series(
            Indicator indicator,
            List<Target> targets,
            Function<Integer, Optional<Double>> values,
            List<Integer> years,
            Language language,
            LocalDate on) {
        Map<Integer, Target> byYear = targets.stream().collect(Collectors.toMap(Target::year, target -> target));
        List<Year> list = new ArrayList<>();
        for (int year : years) {
            boolean future = year > on.getYear();
            Optional<BigDecimal> value = future
                    ? Optional.empty()
                    : values.apply(year)
                            .map(number ->
                                    BigDecimal.valueOf(number).setScale(indicator.decimals(), RoundingMode.HALF_UP));
            Optional<Target> target = Optional.ofNullable(byYear.get(year));
            list.add(new Year(
                    year,
                    future ? year + "-12-31" : day(year, on).toString(),
                    value.orElse(null),
                    future ? "future" : value.isPresent() ? "known" : "no_data",
                    target.map(Target::target).orElse(null),
                    value.flatMap(number -> target.map(aim -> meets(indicator, number, aim.target())))
                            .orElse(null),
                    target.map(Target::source).orElse(null)));
        }
        return new Series(
                indicator.code(),
                indicator.name().in(language),
                targets.stream()
                        .map(Target::name)
                        .filter(Objects::nonNull)
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                indicator.unit().in(language),
                indicator.better().name(),
                indicator.method().in(language),
                indicator.source(),
                list);
    }

    private static boolean meets(Indicator indicator, BigDecimal value, BigDecimal target) {
        return indicator.better() == Indicator.Better.more
                ? value.compareTo(target) >= 0
                : value.compareTo(target) <= 0;
    }
}
