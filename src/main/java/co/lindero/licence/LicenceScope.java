package co.lindero.licence;

import co.lindero.norm.NormBook;
import co.lindero.plan.Dataset;
import co.lindero.plan.Plan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says on one legal day at one publication, whatever the parcel. Immutable.
 *
 * @param chain codes of the plan that answers and of those it inherits from
 * @param plan the plan; null where the municipality has none
 * @param datasets datasets of these plans and of the cadastre
 * @param themes themes that an answer speaks of, in order, not measured yet
 * @param book norms and uses
 * @param lined themes that hold lines along which strips are drawn
 */
record LicenceScope(
        List<String> chain,
        @Nullable Plan plan,
        List<Dataset> datasets,
        List<TargetTheme> themes,
        NormBook book,
        Set<String> lined) {
    LicenceScope {
        chain = List.copyOf(chain);
        datasets = List.copyOf(datasets);
        themes = List.copyOf(themes);
        lined = Set.copyOf(lined);
    }

    /** Returns the codes of the themes that the plan has data of. */
    List<String> loaded() {
        return themes.stream()
                .filter(TargetTheme::loaded)
                .map(TargetTheme::code)
                .toList();
    }
}
