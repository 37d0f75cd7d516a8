package co.lindero.revision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A golden case: a question on a parcel and what the answer must say.
 *
 * @param name name for people, unique in the plan
 * @param question what is asked
 * @param expected fragment that the answer must contain
 */
record PlanCase(String name, Question question, JsonNode expected) {
    /**
     * What is asked; with neither activity nor category it is the land-use answer.
     *
     * @param parcel parcel number
     * @param ciiu activity
     * @param category use category
     * @param area built area of the activity, m2
     * @param on legal day; null for the first on which the plan can answer
     */
    record Question(
            String parcel,
            @Nullable String ciiu,
            @Nullable String category,
            @Nullable BigDecimal area,
            @Nullable LocalDate on) {
        @JsonIgnore
        boolean isOnUse() {
            return ciiu != null || category != null;
        }
    }
}
