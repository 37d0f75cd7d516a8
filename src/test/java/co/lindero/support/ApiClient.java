package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A client of a served test: every answer it brings is held against the service's own description under {@code /api}. */
public final class ApiClient {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Map<String, ApiContract> CONTRACTS = new ConcurrentHashMap<>();

    private ApiClient() {}

    /** Returns the answer to a request, its body as text. */
    public static HttpResponse<String> send(HttpRequest request) {
        HttpResponse<String> response = sent(request, BodyHandlers.ofString());
        require(request, response, Optional.of(response.body()));
        return response;
    }

    /** Returns the answer to a request, its body as bytes: it is checked where it is JSON. */
    public static HttpResponse<byte[]> sendForBytes(HttpRequest request) {
        HttpResponse<byte[]> response = sent(request, BodyHandlers.ofByteArray());
        boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
        require(
                request,
                response,
                json ? Optional.of(new String(response.body(), StandardCharsets.UTF_8)) : Optional.empty());
        return response;
    }

    private static void require(HttpRequest request, HttpResponse<?> response, Optional<String> body) {
        boolean encoded = response.headers().firstValue("content-encoding").isPresent();
        contract(request.uri())
                .require(
                        request.method(),
                        request.uri(),
                        response.statusCode(),
                        response.headers().map(),
                        encoded ? Optional.empty() : body);
    }

    /** A collection appears with its first load, and its paths in the document: one that lacks the path is read again. */
    private static ApiContract contract(URI uri) {
        String base = uri.getScheme() + "://" + uri.getAuthority();
        ApiContract known = CONTRACTS.computeIfAbsent(base, ApiClient::read);
        if (!known.knows(uri)) {
            known = read(base);
            CONTRACTS.put(base, known);
        }
        return known;
    }

    private static ApiContract read(String base) {
        HttpResponse<String> api =
                sent(HttpRequest.newBuilder(URI.create(base + "/api?f=json")).build(), BodyHandlers.ofString());
        assertThat(api.statusCode()).as("/api of " + base + "\n" + api.body()).isEqualTo(200);
        return new ApiContract(api.body());
    }

    private static <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
