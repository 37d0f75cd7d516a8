package co.lindero.revision;

import co.lindero.revision.ChangeCounter.Changed;
import java.util.List;
import java.util.Map;

/**
 * What one state of a plan changes against another.
 *
 * @param comparison the two states
 * @param titles titles of the themes, by code
 * @param parcels drawn parcels compared
 * @param zones ground that goes from zone to zone
 * @param uses use regimes said differently
 * @param norms norms said differently
 * @param changed parcels on which anything changes, in order of their rows
 * @param demonstration whether synthetic data had a part in it
 */
record PlanChanges(
        Comparison comparison,
        Map<String, String> titles,
        int parcels,
        List<Tally.Row> zones,
        List<Tally.Row> uses,
        List<Tally.Row> norms,
        List<Changed> changed,
        boolean demonstration) {}
