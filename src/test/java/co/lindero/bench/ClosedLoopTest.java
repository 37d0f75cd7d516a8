package co.lindero.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.bench.ClosedLoop.Client;
import co.lindero.bench.ClosedLoop.Throughput;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private static final double SECONDS = 0.1;

    @Test
    void measuresKindsInTurns() throws Exception {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        AtomicInteger closed = new AtomicInteger();
        List<Throughput> measured = new ClosedLoop(2, SECONDS)
                .runInTurns(List.of(
                        client -> taking(100_000, "quick", asked, closed),
                        client -> taking(500_000, "slow", asked, closed)));
        assertThat(measured).hasSize(2);
        assertThat(measured.get(0).p50Ms()).isGreaterThanOrEqualTo(0.1);
        assertThat(measured.get(1).p50Ms()).isGreaterThanOrEqualTo(0.5);
        assertThat(measured).allMatch(one -> one.rate() > 0 && one.p99Ms() >= one.p50Ms());
        assertThat(closed).hasValue(4);
        List<String> order = List.copyOf(asked);
        assertThat(order.indexOf("slow")).as("after a turn of the other").isPositive();
        assertThat(order.lastIndexOf("quick")).as("and in turns").isGreaterThan(order.indexOf("slow"));
    }

    @Test
    void failsAsAClientDoes() {
        assertThatThrownBy(() -> new ClosedLoop(1, SECONDS).runInTurns(List.of(client -> () -> {
                    throw new IllegalStateException("no answer");
                })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no answer");
    }

    private static Client taking(long ns, String name, Queue<String> asked, AtomicInteger closed) {
        return new Client() {
            @Override
            public void ask() {
                asked.add(name);
                for (long end = System.nanoTime() + ns; System.nanoTime() < end; ) {
                    Thread.onSpinWait();
                }
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
