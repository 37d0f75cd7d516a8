package co.lindero.licence;

import co.lindero.licence.KeptZones.Rule;
import co.lindero.norm.NormBook;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says on one legal day at one publication, whatever the parcel. Immutable.
 *
 * @param chain codes of the plan that answers and of those it inherits from
 * @param inForce the same of the plan in force on that day
 * @param alike codes of the themes that the plan in force draws alike, whose kept parts say the same; none where it answers itself
 * @param plan the plan; null where the municipality has none
 * @param datasets datasets of these plans and of the cadastre
 * @param themes themes that an answer speaks of, in order, not measured yet
 * @param book norms and uses
 * @param rules how the loaded themes are drawn
 * @param strips themes that hold lines along which strips are drawn, and their half widths, m
 */
record LicenceScope(
        List<String> chain,
        List<String> inForce,
        Set<String> alike,
        @Nullable Plan plan,
        List<Dataset> datasets,
        List<TargetTheme> themes,
        NormBook book,
        Map<String, Rule> rules,
        Map<String, List<Double>> strips) {
    LicenceScope {
        chain = List.copyOf(chain);
        inForce = List.copyOf(inForce);
        alike = Set.copyOf(alike);
        datasets = List.copyOf(datasets);
        themes = List.copyOf(themes);
        rules = Map.copyOf(rules);
        strips = Map.copyOf(strips);
    }

    /** Returns how the themes are drawn that the plan has data of, those that the plan in force draws alike or the others. */
    Map<String, Rule> loaded(boolean drawnAlike) {
        return rules.entrySet().stream()
                .filter(theme -> alike.contains(theme.getKey()) == drawnAlike)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
