package co.lindero.landuse;

import co.lindero.plan.Dataset;
import co.lindero.plan.PlanStore;
import co.lindero.plan.Theme;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what lies on each parcel today, so that answers need not measure it: measures what a publication left unmeasured, a
 * few thousand parcels at a time, each time in a transaction that no publication can come between. What it has not reached
 * yet is measured by the answers themselves, with the same function. Thread-safe.
 */
public final class PartKeeper {
    private static final int PARCELS_AT_ONCE = 1_000;
    /** As derived/lock_parcels.sql has it. */
    private static final long LOCKED_TOGETHER = 1_000;

    /** So many parcels measured anew change what the planner must know. */
    private static final long MANY = 1_000;

    private final Database database;
    private final Clock clock;
    private final PlanStore plans;
    private final PublicationStore publications;

    public PartKeeper(Database database, Clock clock, PlanStore plans, PublicationStore publications) {
        this.database = database;
        this.clock = clock;
        this.plans = plans;
        this.publications = publications;
    }

    /** The themes to keep of one municipality, as of one publication. */
    private record Scopes(
            String municipality, List<String> chain, LocalDate on, Map<Integer, String> themes, long publication) {}

    /**
     * Measures everything that is not kept yet, of every municipality.
     *
     * @param threads how many measure at once
     * @param progress told the number of parcels measured so far
     * @return the number of parcels measured
     */
    public long keepAll(int threads, LongConsumer progress) {
        AtomicLong done = new AtomicLong();
        List<String> municipalities =
                database.read(handle -> handle.createQuery(Sql.query("derived/list_municipalities"))
                        .mapTo(String.class)
                        .list());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            for (String municipality : municipalities) {
                keep(municipality, workers, threads, count -> progress.accept(done.addAndGet(count)));
            }
        } finally {
            workers.shutdownNow();
        }
        database.write(handle -> handle.execute(Sql.query("derived/drop_orphans")));
        if (done.get() >= MANY) {
            database.write(handle -> handle.execute(Sql.query("derived/analyze_tables")));
        }
        return done.get();
    }

    private void keep(String municipality, ExecutorService workers, int threads, LongConsumer progress) {
        long after = 0;
        Scopes scopes = open(municipality);
        while (!scopes.themes().isEmpty()) {
            List<Long> parcels = unmeasured(scopes, after, PARCELS_AT_ONCE * threads);
            if (parcels.isEmpty()) {
                return;
            }
            Scopes current = scopes;
            List<Future<Boolean>> parts = new ArrayList<>();
            batches(parcels).forEach(some -> parts.add(workers.submit(() -> measure(current, some))));
            boolean undisturbed = true;
            for (Future<Boolean> part : parts) {
                undisturbed &= get(part);
            }
            if (undisturbed) {
                after = parcels.get(parcels.size() - 1);
                progress.accept(parcels.size());
            } else {
                scopes = open(municipality);
                after = 0;
            }
        }
    }

    /** Cuts a list in order so that no two parts have parcels of the same thousand, which are locked together. */
    static List<List<Long>> batches(List<Long> parcels) {
        List<List<Long>> batches = new ArrayList<>();
        int begin = 0;
        for (int from = 0; from < parcels.size(); ) {
            int to = endOfThousand(parcels, from);
            if (to - begin > PARCELS_AT_ONCE && from > begin) {
                batches.add(parcels.subList(begin, from));
                begin = from;
            }
            from = to;
        }
        if (begin < parcels.size()) {
            batches.add(parcels.subList(begin, parcels.size()));
        }
        return batches;
    }

    private static int endOfThousand(List<Long> parcels, int from) {
        int to = from + 1;
        while (to < parcels.size() && parcels.get(to) / LOCKED_TOGETHER == parcels.get(from) / LOCKED_TOGETHER) {
            to++;
        }
        return to;
    }

    private static boolean get(Future<Boolean> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring parcels", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Scopes open(String municipality) {
        LocalDate on = LocalDate.now(clock);
        return database.write(handle -> {
            handle.execute(Sql.query("derived/lock_shared"));
            long at = publications.findNewest(handle).map(Publication::number).orElse(0L);
            List<String> chain = plans.findChain(handle, municipality, null, on, at);
            Map<Integer, String> themes = new LinkedHashMap<>();
            if (!chain.isEmpty()) {
                List<String> loaded = plans.listDatasets(handle, municipality, chain, at).stream()
                        .filter(dataset -> dataset.kind().equals("zones"))
                        .map(Dataset::theme)
                        .distinct()
                        .toList();
                plans.listThemes(handle, municipality, chain, at).stream()
                        .map(Theme::code)
                        .distinct()
                        .filter(loaded::contains)
                        .forEach(theme -> themes.put(scope(handle, municipality, chain, theme, on), theme));
            }
            return new Scopes(municipality, chain, on, themes, at);
        });
    }

    private static int scope(Handle handle, String municipality, List<String> chain, String theme, LocalDate on) {
        String during = handle.createQuery(Sql.query("derived/find_constant_days"))
                .bind("municipality", municipality)
                .bind("theme", theme)
                .bindArray("chain", String.class, chain)
                .bind("onDay", on)
                .mapTo(String.class)
                .one();
        return handle.createQuery(Sql.query("derived/create_scope"))
                .bind("municipality", municipality)
                .bind("plan", chain.get(0))
                .bind("theme", theme)
                .bind("during", during)
                .mapTo(Integer.class)
                .one();
    }

    private List<Long> unmeasured(Scopes scopes, long after, int limit) {
        return database.read(handle -> handle.createQuery(Sql.query("derived/list_unmeasured_parcels"))
                .bind("municipality", scopes.municipality())
                .bindArray("scopes", Integer.class, scopes.themes().keySet().toArray())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Long.class)
                .list());
    }

    /** Measures some parcels; false where a publication came between and the scopes must be looked up again. */
    private boolean measure(Scopes scopes, List<Long> parcels) {
        for (Map.Entry<Integer, String> scope : scopes.themes().entrySet()) {
            if (!measure(scopes, scope.getKey(), scope.getValue(), parcels)) {
                return false;
            }
        }
        return true;
    }

    /** One theme a transaction, so that a publication never waits long. */
    private boolean measure(Scopes scopes, int scope, String theme, List<Long> parcels) {
        return database.write(handle -> {
            handle.execute(Sql.query("derived/lift_limit"));
            handle.execute(Sql.query("derived/lock_shared"));
            long at = publications.findNewest(handle).map(Publication::number).orElse(0L);
            if (at != scopes.publication()) {
                return false;
            }
            handle.createQuery(Sql.query("derived/lock_parcels"))
                    .bind("scope", scope)
                    .bindArray("parcels", Long.class, parcels)
                    .mapTo(String.class)
                    .list();
            handle.createUpdate(Sql.query("derived/keep_parts"))
                    .bind("scope", scope)
                    .bindArray("parcels", Long.class, parcels)
                    .bind("municipality", scopes.municipality())
                    .bindArray("chain", String.class, scopes.chain())
                    .bind("theme", theme)
                    .bind("onDay", scopes.on())
                    .bind("at", at)
                    .execute();
            return true;
        });
    }
}
