package co.lindero.landuse;

import co.lindero.norm.NormBook;
import co.lindero.platform.problem.Language;
import java.util.Map;

/**
 * A land-use answer in both languages, from one snapshot, with what it rests on.
 *
 * @param spanish the answer of record
 * @param english the same in English
 * @param book all norms and use rules of the plan on the day
 * @param known what the parcel alone says, by the names of conditions
 */
public record LandUseFindings(LandUseAnswer spanish, LandUseAnswer english, NormBook book, Map<String, Object> known) {
    public LandUseFindings {
        known = Map.copyOf(known);
    }

    /** Returns the answer in a language. */
    public LandUseAnswer in(Language language) {
        return language == Language.EN ? english : spanish;
    }
}
