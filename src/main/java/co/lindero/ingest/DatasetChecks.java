package co.lindero.ingest;

import co.lindero.ingest.LoadStore.StoredFacts;
import co.lindero.ingest.LoadStore.Target;
import co.lindero.ingest.source.LoadKind;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The checks of what a load brings as a whole against what the database holds. */
final class DatasetChecks {
    private final LoadStore store;

    DatasetChecks(LoadStore store) {
        this.store = store;
    }

    /**
     * Requires that a dataset whose name nobody gave says nothing that another dataset says already; notes what moves
     * where a name was given.
     *
     * @throws Problem {@code dataset-conflict}
     */
    void checkOthers(Handle handle, LoadRequest request, Target target) {
        List<LoadStore.Shared> others = store.listShared(handle, target);
        if (others.isEmpty()) {
            return;
        }
        if (request.facts().name() == null) {
            throw conflict(target, others);
        }
        if (!request.kind().isOfPlan()) {
            others.forEach(other -> add(
                    handle,
                    Finding.Level.WARNING,
                    FindingCode.MOVED_FROM_DATASET,
                    detail().put("dataset", other.dataset()).put("rows", other.count())));
        }
    }

    private static Problem conflict(Target target, List<LoadStore.Shared> others) {
        String list = others.stream().map(LoadStore.Shared::text).collect(Collectors.joining("; "));
        return Problem.of(
                        ProblemType.DATASET_CONFLICT,
                        "El conjunto «" + target.dataset() + "» repite lo que ya tienen otros: " + list,
                        "Dataset \"" + target.dataset() + "\" repeats what others already hold: " + list)
                .hint(
                        "Para reemplazar uno de ellos diga su nombre con --dataset; para agregar otro, déle un"
                                + " nombre con --dataset.",
                        "To replace one of them name it with --dataset; to add another give it a name with"
                                + " --dataset.");
    }

    /** Checks what the file is as a whole: empty, without coverage, or in the way of history. */
    void checkFile(Handle handle, LoadRequest request, Target target, StoredFacts facts, long records) {
        boolean zones = request.kind() == LoadKind.ZONES;
        if (records == 0 && zones) {
            add(handle, Finding.Level.WARNING, FindingCode.EMPTY_DATASET, detail());
        } else if (records == 0) {
            add(handle, Finding.Level.ERROR, FindingCode.EMPTY_FILE, detail());
        }
        if (zones && facts.coverageKind().equals("assumed")) {
            add(handle, Finding.Level.INFO, FindingCode.COVERAGE_ASSUMED, detail());
        }
        long history = request.validFrom() == null ? store.countHistory(handle, target) : 0;
        if (history > 0) {
            add(handle, Finding.Level.WARNING, FindingCode.HISTORY_REPLACED, detail().put("rows", history));
        }
    }

    private static ObjectNode detail() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void add(Handle handle, Finding.Level level, FindingCode code, ObjectNode detail) {
        store.addFinding(handle, level, code, detail);
    }
}
