package co.lindero.licence;

import co.lindero.licence.Measure.Known;
import co.lindero.licence.Measure.Missing;
import co.lindero.licence.Measure.Reading;
import co.lindero.norm.IndexBase;
import co.lindero.norm.Quantity;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the names of a condition stand for in one proposal. */
final class ProposalValues {
    private final LicenceQuestion question;
    private final BiFunction<Quantity, IndexBase, Measure> measures;
    private final @Nullable String modality;
    private final @Nullable String useCategory;
    private final @Nullable String landClass;

    /**
     * Makes the values.
     *
     * @param modality the one modality that the condition is read for; null for none
     * @param useCategory use category that is judged; null where none is known
     * @param landClass code of the only land class on what is judged; null where there is not one alone
     */
    ProposalValues(
            LicenceQuestion question,
            BiFunction<Quantity, IndexBase, Measure> measures,
            @Nullable String modality,
            @Nullable String useCategory,
            @Nullable String landClass) {
        this.question = question;
        this.measures = measures;
        this.modality = modality;
        this.useCategory = useCategory;
        this.landClass = landClass;
    }

    /** Returns the value of a name; null where it is not known. */
    @Nullable
    Object get(String name) {
        return switch (name) {
            case "use_category" -> useCategory;
            case "ciiu" -> question.proposal().ciiu();
            case "licence_class" -> question.licenceClass().code();
            case "modality" -> modality;
            case "land_class" -> landClass;
            default -> quantity(name);
        };
    }

    /** Returns the inputs of a question that would give a name its value. */
    List<String> inputs(String name) {
        return switch (name) {
            case "use_category" -> List.of("useCategory");
            case "ciiu", "modality" -> List.of(name);
            case "land_class" -> List.of("land-class");
            default ->
                Quantity.find(name)
                        .map(quantity -> measures.apply(quantity, IndexBase.PREDIO))
                        .filter(Missing.class::isInstance)
                        .map(measure -> ((Missing) measure).inputs())
                        .orElse(List.of(name));
        };
    }

    private @Nullable Object quantity(String name) {
        Optional<Measure> measure = Quantity.find(name).map(quantity -> measures.apply(quantity, IndexBase.PREDIO));
        if (measure.isEmpty() || !(measure.get() instanceof Known known) || known.spread() == Measure.Spread.OPEN) {
            return null;
        }
        Reading reading = known.readings().get(0);
        return reading.base() == null
                ? reading.amount()
                : reading.base().signum() == 0 ? null : reading.amount().divide(reading.base(), MathContext.DECIMAL64);
    }
}
