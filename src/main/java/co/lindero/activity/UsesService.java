package co.lindero.activity;

import co.lindero.activity.UsesAnswer.Category;
import co.lindero.landuse.LandUseAnswer;
import co.lindero.landuse.LandUseFindings;
import co.lindero.landuse.LandUseService;
import co.lindero.norm.ActivityUse;
import co.lindero.norm.ConditionNames;
import co.lindero.norm.NormBook;
import co.lindero.norm.Quantity;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether an activity or a use category may be on a parcel. Thread-safe.
 *
 * @legal Decreto 1077 de 2015, art. 2.2.6.1.3.1: an answer is informative and creates no right
 */
public final class UsesService {
    private final LandUseService landUse;

    public UsesService(LandUseService landUse) {
        this.landUse = landUse;
    }

    /**
     * Answers a question.
     *
     * @throws Problem {@code unknown-use} where the plan knows neither the activity nor the category; {@code
     *     missing-parameter} or {@code invalid-parameter} where not exactly one of them is asked; and those of {@link
     *     LandUseService#answer}
     */
    public UsesAnswer answer(UsesQuestion question, Language language) {
        requireOne(question);
        LandUseFindings findings = landUse.explain(question.place());
        List<Category> categories = categories(question, findings.book());
        UsesAnswer spanish = write(question, categories, findings, Language.ES);
        String hash = Json.hash(spanish, "hash", "notice");
        UsesAnswer answer = language == Language.ES ? spanish : write(question, categories, findings, language);
        return answer.sealed(hash, findings.in(language).notice());
    }

    private static void requireOne(UsesQuestion question) {
        if ((question.ciiu() == null) == (question.category() == null)) {
            throw Problem.of(
                            question.ciiu() == null ? ProblemType.MISSING_PARAMETER : ProblemType.INVALID_PARAMETER,
                            "Indique la actividad (ciiu) o la categoría de uso (category), una de las dos.",
                            "Say the activity (ciiu) or the use category (category), one of the two.")
                    .hint("Por ejemplo ciiu=4711.", "For example ciiu=4711.");
        }
        if (question.ciiu() != null && !question.ciiu().matches("\\d{4}")) {
            throw Problem.of(
                            ProblemType.INVALID_PARAMETER,
                            "«ciiu» debe ser una clase de cuatro dígitos.",
                            "'ciiu' must be a class of four digits.")
                    .hint("Por ejemplo ciiu=4711.", "For example ciiu=4711.");
        }
    }

    private static List<Category> categories(UsesQuestion question, NormBook book) {
        if (question.category() != null) {
            return List.of(new Category(known(question.category(), book), null, null, null, true));
        }
        List<ActivityUse> lines = book.listActivities(String.valueOf(question.ciiu()));
        if (lines.isEmpty()) {
            throw unknown(
                    "La tabla CIIU del plan no tiene la clase " + question.ciiu(),
                    "The plan's CIIU table has no class " + question.ciiu(),
                    book.activities());
        }
        return lines.stream()
                .map(line -> new Category(
                        line.category(),
                        line.areaMinM2(),
                        line.areaMaxM2(),
                        line.note(),
                        holds(line, question.areaM2())))
                .toList();
    }

    private static boolean holds(ActivityUse line, @Nullable BigDecimal area) {
        return area == null
                || ((line.areaMinM2() == null || area.compareTo(line.areaMinM2()) >= 0)
                        && (line.areaMaxM2() == null || area.compareTo(line.areaMaxM2()) <= 0));
    }

    private static String known(String asked, NormBook book) {
        return book.categories().stream()
                .filter(category -> category.equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "El plan no conoce la categoría de uso " + asked,
                        "The plan knows no use category " + asked,
                        book.categories()));
    }

    private static Problem unknown(String es, String en, Collection<String> known) {
        String list = String.join(", ", known);
        return Problem.of(ProblemType.UNKNOWN_USE, es, en)
                .with("known", List.copyOf(known))
                .hint(
                        known.isEmpty() ? "El plan no tiene ninguna cargada." : "Conoce: " + list + ".",
                        known.isEmpty() ? "The plan has none loaded." : "It knows: " + list + ".");
    }

    private static UsesAnswer write(
            UsesQuestion question, List<Category> categories, LandUseFindings findings, Language language) {
        LandUseAnswer answer = findings.in(language);
        return new UsesWriter(question, categories, findings.book(), language).write(answer, facts(question, findings));
    }

    /** What is known of parcel and use; the category is added for each that is judged. */
    private static Map<String, Object> facts(UsesQuestion question, LandUseFindings findings) {
        Map<String, Object> facts = new HashMap<>(findings.known());
        if (question.ciiu() != null) {
            facts.put(ConditionNames.CIIU, question.ciiu());
        }
        if (question.areaM2() != null) {
            facts.put(Quantity.BUILT_AREA_M2.code(), question.areaM2());
        }
        return facts;
    }
}
