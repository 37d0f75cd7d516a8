package co.lindero.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpClientSocketTest {
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

    @Test
    void readsAnswersOfEitherKindOneAfterTheOther() throws IOException {
        for (String path : new String[] {"/chunked", "/sized"}) {
            try (HttpClientSocket client =
                    new HttpClientSocket(server.getAddress().getPort(), () -> path)) {
                assertThatCode(() -> {
                            client.ask();
                            client.ask();
                        })
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void refusesToCountAFailure() throws IOException {
        try (HttpClientSocket client = new HttpClientSocket(server.getAddress().getPort(), () -> "/missing")) {
            assertThatThrownBy(client::ask).isInstanceOf(IOException.class).hasMessageContaining("404");
        }
    }
}
