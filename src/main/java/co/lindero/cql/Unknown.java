package co.lindero.cql;

import co.lindero.law.Bilingual;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What keeps something from being known.
 *
 * @param missing names without a value
 * @param reasons anything else
 */
record Unknown(Set<String> missing, List<Bilingual> reasons) {
    static final Unknown NOTHING = new Unknown(Set.of(), List.of());

    static Unknown missing(String name) {
        return new Unknown(Set.of(name), List.of());
    }

    static Unknown because(String spanish, String english) {
        return new Unknown(Set.of(), List.of(new Bilingual(spanish, english)));
    }

    static Unknown all(Collection<Unknown> several) {
        Set<String> missing = new TreeSet<>();
        List<Bilingual> reasons = new ArrayList<>();
        for (Unknown each : several) {
            missing.addAll(each.missing);
            each.reasons.stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        }
        return new Unknown(missing, reasons);
    }
}
