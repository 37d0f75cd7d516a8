package co.lindero.feature;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.db.Database;
import co.lindero.publication.PublicationStore;
import co.lindero.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The newest publication, asked for by many at a time. */
class NewestStoreTest {
    private static final int ASKING = 6;
    private static final int PUBLICATIONS = 150;

    private TestDatabase test;
    private Database database;
    private NewestStore newest;

    @BeforeEach
    void open() {
        test = TestDatabase.create();
        database = test.open();
        newest = new NewestStore(database);
    }

    @AfterEach
    void close() {
        database.close();
        test.close();
    }

    private long publish() {
        return database.write(handle -> new PublicationStore()
                .publish(handle, new PublicationStore.Subject("plan", "76130", "P"), number -> {})
                .number());
    }

    @Test
    void isNoneInAnEmptyDatabase() {
        assertThat(newest.read()).isZero();
    }

    @Test
    void nobodyIsToldAPublicationOlderThanTheirQuestion() throws Exception {
        AtomicLong published = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        try {
            List<Future<Integer>> asking = new ArrayList<>();
            for (int i = 0; i < ASKING; i++) {
                asking.add(threads.submit(() -> {
                    int answers = 0;
                    while (!over.get()) {
                        long before = published.get();
                        assertThat(newest.read()).isGreaterThanOrEqualTo(before);
                        answers++;
                    }
                    return answers;
                }));
            }
            for (int i = 0; i < PUBLICATIONS; i++) {
                published.set(publish());
            }
            over.set(true);
            for (Future<Integer> one : asking) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
        assertThat(newest.read()).isEqualTo(published.get());
    }

    @Test
    void whoeverIsInterruptedSpoilsNobodysAnswer() throws Exception {
        long number = publish();
        ExecutorService threads = Executors.newFixedThreadPool(ASKING);
        try {
            List<Future<Long>> asking = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                boolean interrupted = i % 3 == 0;
                asking.add(threads.submit(() -> {
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    try {
                        return newest.read();
                    } finally {
                        // the next task of this thread begins without it
                        Thread.interrupted();
                    }
                }));
            }
            for (int i = 0; i < asking.size(); i++) {
                if (i % 3 != 0) {
                    assertThat(asking.get(i).get()).isEqualTo(number);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
