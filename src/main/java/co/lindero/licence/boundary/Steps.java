package co.lindero.licence.boundary;

import co.lindero.licence.boundary.BoundaryCutter.Piece;
import co.lindero.licence.boundary.Fronts.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Short stretches of boundary at which a longer one only moves aside: it goes on in the same direction behind them. By their
 * direction alone they would be rear in the middle of a side.
 */
final class Steps {
    /** A step is shorter than this, m. */
    private static final double STEP_M = 5;
    /** What it joins turns no more than this, degrees: as at any place that is no corner. */
    private static final double SAME_DIRECTION_DEG = 30;

    private Steps() {}

    /** Returns the runs, without front, that are short and touch two longer ones, without front, of one direction. */
    static Set<Integer> find(List<Piece> pieces, int[] runs, Fronts fronts) {
        Map<Integer, List<Piece>> byRun = new TreeMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!fronts.isFront(runs[i], pieces.get(i))) {
                byRun.computeIfAbsent(runs[i], any -> new ArrayList<>()).add(pieces.get(i));
            }
        }
        List<Run> all = new ArrayList<>();
        byRun.forEach((number, of) -> all.add(Run.of(number, of)));
        Set<Integer> steps = new HashSet<>();
        for (Run run : all) {
            if (run.lengthM() < STEP_M && joinsOneDirection(run, all)) {
                steps.add(run.number());
            }
        }
        return steps;
    }

    private static boolean joinsOneDirection(Run run, List<Run> all) {
        List<Run> beside = all.stream()
                .filter(other -> other.number() != run.number() && other.lengthM() > run.lengthM())
                .filter(run::touches)
                .toList();
        return beside.stream()
                .anyMatch(one -> beside.stream()
                        .anyMatch(other -> other.number() > one.number()
                                && Angles.between(one.normal(), other.normal()) <= SAME_DIRECTION_DEG));
    }
}
