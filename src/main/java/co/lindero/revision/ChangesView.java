package co.lindero.revision;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What a plan changes, as commands and requests show it. Thread-safe. */
public final class ChangesView {
    private final PlanChangesService changes;

    public ChangesView(PlanChangesService changes) {
        this.changes = changes;
    }

    /** Returns the JSON document with a page of parcels after a number. */
    public ObjectNode json(ChangesQuestion question, @Nullable String after, int limit) {
        return new ChangesWriter(changes.compare(question), after, limit).json();
    }

    /** Returns a GeoJSON collection of what differs on a page of parcels after a number. */
    public ObjectNode geoJson(ChangesQuestion question, @Nullable String after, int limit) {
        PlanChanges made = changes.compare(question);
        ChangesWriter writer = new ChangesWriter(made, after, limit);
        return writer.geoJson(changes.listPieces(
                made.comparison(),
                writer.page().stream().map(ChangeCounter.Changed::plot).toList()));
    }

    /** Returns the sums as lines of text. */
    public String text(ChangesQuestion question, Language language) {
        return new ChangesWriter(changes.compare(question), null, 0).text(language);
    }
}
