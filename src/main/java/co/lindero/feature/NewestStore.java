package co.lindero.feature;

import co.lindero.platform.db.Database;
import co.lindero.publication.NewestWatch;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Tells the newest publication: by the watch, while that keeps newer ones away, else by the database, which is asked once for all who
 * ask at about the same time: whoever asks while a statement runs is answered by the next one, so that every answer comes from a
 * statement that began after its question. Thread-safe.
 */
final class NewestStore {
    private final Database database;
    private final NewestWatch watch;
    private final Semaphore running = new Semaphore(1);
    private @Nullable CompletableFuture<Long> next;

    NewestStore(Database database) {
        this.database = database;
        this.watch = NewestWatch.of(database);
    }

    /** Returns the number of the newest publication, 0 in an empty database. The caller holds no connection. */
    long read() {
        OptionalLong known = watch.find();
        return known.isPresent() ? known.getAsLong() : ask();
    }

    private long ask() {
        CompletableFuture<Long> mine;
        boolean leads;
        synchronized (this) {
            leads = next == null;
            mine = leads ? new CompletableFuture<>() : next;
            next = mine;
        }
        try {
            return leads ? lead(mine) : mine.get();
        } catch (ExecutionException | CancellationException e) {
            // another request's failure, such as its caller going away, is none of this one
            return readAlone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the newest publication", e);
        }
    }

    private long lead(CompletableFuture<Long> batch) throws InterruptedException {
        boolean turn = false;
        try {
            running.acquire();
            turn = true;
            close();
            long number = readAlone();
            batch.complete(number);
            return number;
        } finally {
            if (turn) {
                running.release();
            } else {
                close();
            }
            // does nothing where the number is known
            batch.cancel(false);
        }
    }

    /** Who asks from now on is answered by the next statement. */
    private synchronized void close() {
        next = null;
    }

    private long readAlone() {
        watch.asked();
        return database
                .readOnConnection(connection -> FeatureSql.newest().list(connection, row -> row.getLong(1)))
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
