package co.lindero.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that each ask the next question as soon as they have the answer: first to warm up, then to be measured. An answer that comes
 * after the end does not count.
 */
final class ClosedLoop {
    /** Warm-ups are so many times as long as measurements: the compilers of a service on two cores are not done before. */
    static final int WARM_UP = 4;

    private static final double LONGEST_TURN_S = 1;

    private final int clients;
    private final double seconds;

    ClosedLoop(int clients, double seconds) {
        this.clients = clients;
        this.seconds = seconds;
    }

    /** One client; used by one thread at a time. */
    interface Client extends AutoCloseable {
        /** Asks once and reads the whole answer. */
        void ask() throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** Makes clients, each with a number. */
    interface Maker {
        Client make(int number) throws Exception;
    }

    /**
     * What was measured.
     *
     * @param rate answers a second
     * @param p50Ms median time of an answer, ms
     * @param p99Ms time within which 99 of 100 answers came, ms
     */
    record Throughput(double rate, double p50Ms, double p99Ms) {
        /** Returns what times in order, ns, make of so many seconds. */
        static Throughput of(long[] sorted, double seconds) {
            return new Throughput(sorted.length / seconds, quantile(sorted, 0.50), quantile(sorted, 0.99));
        }
    }

    /** Measures after a warm-up four times as long as the measurement. */
    Throughput run(Maker maker) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            long begin = System.nanoTime() + (long) (WARM_UP * seconds * 1e9);
            long end = begin + (long) (seconds * 1e9);
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                running.add(threads.submit(() -> run(maker.make(number), begin, end)));
            }
            long[] all = new long[0];
            for (Future<long[]> client : running) {
                all = joined(all, get(client));
            }
            Arrays.sort(all);
            return Throughput.of(all, seconds);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Measures several kinds of questions against one another, in turns of a second at the most: where the speed of the machine
     * changes, it changes for all. Each is warmed up as by {@link #run}.
     *
     * @return what was measured of each, in their order
     */
    List<Throughput> runInTurns(List<Maker> makers) throws Exception {
        double turnS = Math.min(LONGEST_TURN_S, seconds);
        int turns = (int) Math.round(seconds / turnS);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<List<Client>> kinds = new ArrayList<>();
        try {
            List<long[]> times = new ArrayList<>();
            for (Maker maker : makers) {
                List<Client> kind = new ArrayList<>();
                kinds.add(kind);
                times.add(new long[0]);
                for (int i = 0; i < clients; i++) {
                    kind.add(maker.make(i));
                }
            }
            for (int turn = 0; turn < (WARM_UP + 1) * turns; turn++) {
                for (int i = 0; i < kinds.size(); i++) {
                    long[] more = turn(threads, kinds.get(i), turnS);
                    times.set(i, turn < WARM_UP * turns ? times.get(i) : joined(times.get(i), more));
                }
            }
            times.forEach(Arrays::sort);
            return times.stream()
                    .map(sorted -> Throughput.of(sorted, turns * turnS))
                    .toList();
        } finally {
            threads.shutdownNow();
            for (List<Client> kind : kinds) {
                for (Client client : kind) {
                    client.close();
                }
            }
        }
    }

    private static long[] turn(ExecutorService threads, List<Client> clients, double turnS) throws Exception {
        long end = System.nanoTime() + (long) (turnS * 1e9);
        List<Future<long[]>> running = new ArrayList<>();
        for (Client client : clients) {
            running.add(threads.submit(() -> ask(client, Long.MIN_VALUE, end)));
        }
        long[] all = new long[0];
        for (Future<long[]> client : running) {
            all = joined(all, get(client));
        }
        return all;
    }

    private static long[] joined(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static long[] get(Future<long[]> client) throws Exception {
        try {
            return client.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static long[] run(Client client, long begin, long end) throws Exception {
        try (client) {
            return ask(client, begin, end);
        }
    }

    /** Returns the times, ns, of answers that were asked for and came within a span of {@link System#nanoTime}. */
    private static long[] ask(Client client, long begin, long end) throws Exception {
        long[] times = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end; ) {
            client.ask();
            long then = System.nanoTime();
            if (now >= begin && then <= end) {
                times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
                times[count++] = then - now;
            }
            now = then;
        }
        return Arrays.copyOf(times, count);
    }

    private static double quantile(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
