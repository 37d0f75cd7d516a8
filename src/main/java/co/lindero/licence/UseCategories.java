package co.lindero.licence;

import co.lindero.licence.Evaluation.Inputs;
import co.lindero.norm.ActivityUse;
import java.math.BigDecimal;
import java.util.List;

/** The use categories of the plan that a proposal means: the one stated, or those of its activity by the built area. */
final class UseCategories {
    private UseCategories() {}

    /** Returns the categories; of an activity whose area is not stated, all that it may have. */
    static List<String> of(Inputs inputs) {
        String category = inputs.question().proposal().useCategory();
        String ciiu = inputs.question().proposal().ciiu();
        BigDecimal area = inputs.question().proposal().builtAreaM2();
        if (category != null) {
            return List.of(category);
        }
        return ciiu == null
                ? List.of()
                : inputs.book().listActivities(ciiu).stream()
                        .filter(use -> area == null || holds(use, area))
                        .map(ActivityUse::category)
                        .distinct()
                        .toList();
    }

    private static boolean holds(ActivityUse use, BigDecimal area) {
        return (use.areaMinM2() == null || area.compareTo(use.areaMinM2()) >= 0)
                && (use.areaMaxM2() == null || area.compareTo(use.areaMaxM2()) <= 0);
    }
}
