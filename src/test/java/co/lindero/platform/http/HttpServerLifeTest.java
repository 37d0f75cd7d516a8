package co.lindero.platform.http;

import static co.lindero.platform.http.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.lindero.platform.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HttpServerLifeTest {
    private static final int POOL = 4;

    @Test
    void letsARunningRequestFinishWhenItStops() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        TestServer server = new TestServer(
                TestServer.settings(),
                router -> router.get("/slow", ctx -> {
                    entered.countDown();
                    leave.await();
                    ctx.json(Map.of("done", true));
                }));
        int port = server.port();
        CompletableFuture<HttpResponse<String>> running = server.sendAsync("GET", "/slow", null);
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server::close);
        assertThat(running).isNotDone();
        leave.countDown();
        assertThat(running.join().body()).isEqualTo("{\"done\":true}");
        stopping.join();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void answersFourTimesAsManyClientsAsConnections() {
        Semaphore connections = new Semaphore(POOL);
        ServerSettings settings = new ServerSettings(
                "127.0.0.1",
                0,
                Optional.empty(),
                1_000,
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                ServerSettings.threadsFor(POOL));
        CountDownLatch together = new CountDownLatch(4 * POOL);
        try (TestServer server = new TestServer(
                settings,
                router -> router.get("/limited", ctx -> {
                    together.countDown();
                    together.await();
                    connections.acquire();
                    try {
                        ctx.json(Map.of("ok", true));
                    } finally {
                        connections.release();
                    }
                }))) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 4 * POOL; i++) {
                answers.add(server.sendAsync("GET", "/limited", null));
            }
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    @Test
    void answersMoreClientsThanThreads() {
        try (TestServer server =
                new TestServer(TestServer.settings(), router -> router.get("/", ctx -> ctx.result("ok")))) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(server.sendAsync("GET", "/", null));
            }
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    @Test
    void endsWaitsThatTakeTooLong() {
        ServerSettings settings = TestServer.settings(Duration.ofMillis(50), Optional.empty());
        try (TestServer server = new TestServer(
                settings,
                router -> router.get("/stuck", ctx -> new CountDownLatch(1).await())
                        .get(
                                "/quick",
                                ctx -> ctx.json(Map.of(
                                        "interrupted", Thread.currentThread().isInterrupted()))))) {
            HttpResponse<String> response = server.get("/stuck");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(json(response).get("code").textValue()).isEqualTo("timeout");
            for (int i = 0; i < 20; i++) {
                assertThat(server.get("/quick").body()).isEqualTo("{\"interrupted\":false}");
            }
        }
    }

    @Test
    void linksByThePublicAddressWithItsPrefix() {
        ServerSettings settings =
                TestServer.settings(Duration.ofSeconds(20), Optional.of("https://mapas.example.gov.co/lindero/"));
        try (TestServer server = new TestServer(
                settings,
                router -> router.get("/a", ctx -> ctx.result(Links.of(ctx).self())))) {
            assertThat(server.get("/a?b=1").body()).isEqualTo("https://mapas.example.gov.co/lindero/a?b=1");
            assertThat(json(server.get("/nowhere")).get("type").textValue())
                    .isEqualTo("https://mapas.example.gov.co/lindero/problems/not-found");
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        try (TestServer server = new TestServer(TestServer.settings())) {
            ServerSettings same = new ServerSettings(
                    "127.0.0.1",
                    server.port(),
                    Optional.empty(),
                    1_000,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    12);
            assertThatThrownBy(() -> new TestServer(same))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("environment");
        }
    }
}
