package co.lindero.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientsTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // a length of 0 means chunks, here two of them
        serve("/chunked", 200, 0);
        serve("/sized", 200, 20_000);
        serve("/missing", 404, 20_000);
        server.start();
    }

    private void serve(String path, int status, long length) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, length);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[20_000]);
            }
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ClosedLoop.Throughput run(String... paths) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        return new HttpClients(server.getAddress().getPort(), 3, 1)
                .run(client -> () -> paths[asked.getAndIncrement() % paths.length]);
    }

    @Test
    void readsAnswersOfEitherKindOneAfterTheOther() throws IOException {
        ClosedLoop.Throughput measured = run("/chunked", "/sized");

        assertThat(measured.rate()).isPositive();
        assertThat(measured.p50Ms()).isPositive().isLessThanOrEqualTo(measured.p99Ms());
    }

    @Test
    void refusesToCountAFailure() {
        assertThatThrownBy(() -> run("/missing"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void knowsTheEndOfAnAnswerHoweverItsBytesCome(int piece) throws IOException {
        String chunked = lines(
                "HTTP/1.1 200 OK",
                "X-Long: transfer-encoding: chunked",
                "Transfer-Encoding: chunked",
                "",
                "4;name=value",
                "0\r\r\n",
                "1",
                "x",
                "0",
                "Trailer: t",
                "",
                "");
        String sized = lines("HTTP/1.1 404 Not Found", "content-length: 3", "", "abc");
        String empty = lines("HTTP/1.1 204 No Content", "", "");
        HttpAnswer answer = new HttpAnswer();
        for (String text : List.of(chunked, sized, empty)) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < bytes.length; at += piece) {
                int length = Math.min(piece, bytes.length - at);
                assertThat(answer.take(ByteBuffer.wrap(bytes, at, length)))
                        .as(text + " at " + at)
                        .isEqualTo(at + length == bytes.length);
            }
            assertThat(answer.status()).isEqualTo(Integer.parseInt(text.substring(9, 12)));
            answer.clear();
        }
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }
}
