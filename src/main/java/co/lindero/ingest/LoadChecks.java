package co.lindero.ingest;

import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.Target;
import co.lindero.plan.Theme;
import co.lindero.platform.db.Database;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The checks of a load, in their order, on the tables of its workspace. */
final class LoadChecks {
    private static final Integer[] POLYGONS = {2};
    private static final Integer[] ANYTHING = {2, 1, 0};

    private final LoadStore store;
    private final Database database;
    private final LoadProgress progress;
    private final LocalDate today;

    LoadChecks(LoadStore store, Database database, LoadProgress progress, LocalDate today) {
        this.store = store;
        this.database = database;
        this.progress = progress;
        this.today = today;
    }

    /** Checks every record by itself. */
    void checkRecords(Handle handle, LoadRequest request) {
        String kind = request.kind().word();
        boolean anyShape = request.kind() == LoadKind.ZONES
                || request.kind() == LoadKind.PROJECTS
                || request.kind() == LoadKind.LICENCES;
        if (request.kind() == LoadKind.PROJECTS) {
            run(
                    handle,
                    "place_projects",
                    Map.of("srid", database.srid(), "repair", request.has(LoadRequest.Switch.REPAIR)));
            run(handle, "read_projects", Map.of());
        }
        run(handle, "check_geometry", Map.of("dimensions", anyShape ? ANYTHING : POLYGONS));
        run(handle, "check_" + kind, Map.of("municipality", request.municipality(), "numbers", numbers()));
        if (request.kind() == LoadKind.LICENCES) {
            run(handle, "check_licence_days", Map.of("today", today.toString()));
        }
        String[] required = request.kind().targets().stream()
                .filter(Target::required)
                .map(Target::name)
                .toArray(String[]::new);
        run(handle, "check_unmapped", Map.of("required", (Object) required));
        run(handle, "check_text", Map.of());
        checkPlace(handle, request);
        run(handle, "check_validity", Map.of());
        if (request.has(LoadRequest.Switch.REPAIR)) {
            run(handle, "repair_geometry", Map.of());
        }
    }

    private void checkPlace(Handle handle, LoadRequest request) {
        boolean territories = request.kind() == LoadKind.TERRITORIES;
        // a limit that the load brings itself is not judged by the former one
        String of = territories && store.isTrue(handle, "brings_limit") ? "" : request.municipality();
        run(handle, "prepare_limit", Map.of("municipality", of));
        if (request.raster() != null) {
            run(handle, "check_raster_place", Map.of());
        }
        run(handle, "check_place", Map.of("srid", database.srid()));
        if (!territories && !store.hasLimit(handle, request.municipality())) {
            store.addFinding(
                    handle, Finding.Level.WARNING, FindingCode.LIMIT_NOT_LOADED, JsonNodeFactory.instance.objectNode());
        }
    }

    /** Makes the typed rows and checks them against each other. */
    void checkRows(Handle handle, LoadRequest request, @Nullable Theme theme) {
        run(handle, "prepare_" + request.kind().word(), Map.of("numbers", numbers()));
        run(handle, "index_rows", Map.of());
        switch (request.kind()) {
            case PARCELS -> {
                run(handle, "check_parcel_duplicates", Map.of());
                run(handle, "find_parcel_overlaps", Map.of());
                run(handle, "check_parcel_overlaps", Map.of());
            }
            case TERRITORIES -> run(handle, "check_territory_duplicates", Map.of());
            case ZONES -> {
                run(handle, "check_zone_repetitions", Map.of());
                if (theme != null && theme.protective()) {
                    run(handle, "check_levels", Map.of("zoning", isZoning(theme.code())));
                }
                if (theme != null && theme.tilesGround()) {
                    run(handle, "check_partition_overlaps", Map.of());
                    run(handle, "check_partition_gaps", Map.of());
                }
            }
            case BUILDINGS -> run(handle, "check_building_repetitions", Map.of());
            case LICENCES -> run(handle, "check_licence_duplicates", Map.of());
            case NORMS, USES, CIIU -> throw new IllegalArgumentException("not for " + request.kind());
            case PROJECTS -> run(handle, "check_project_records", Map.of("municipality", request.municipality()));
        }
        run(handle, "drop_faulty_rows", Map.of());
    }

    /** Whether a theme is hazard zoning, which the law orders in levels; areas with a condition need none. */
    private static boolean isZoning(String theme) {
        return theme.startsWith("hazard-") && !theme.equals("hazard-condition");
    }

    private void run(Handle handle, String statement, Map<String, ?> arguments) {
        long began = System.nanoTime();
        store.run(handle, statement, arguments);
        progress.statement(statement, (System.nanoTime() - began) / 1e9);
    }

    private String numbers() {
        return database.numbers().word();
    }
}
