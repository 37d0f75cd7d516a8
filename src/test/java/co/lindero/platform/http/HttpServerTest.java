package co.lindero.platform.http;

import static co.lindero.platform.http.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private static TestServer server;

    record Order(String name, int floors) {}

    @BeforeAll
    static void start() {
        server = new TestServer(TestServer.settings(), HttpServerTest::routes);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void routes(Router router) {
        router.get("/plain/{name}", ctx -> ctx.json(Map.of("name", ctx.pathParam("name"))))
                .get("/large", ctx -> ctx.json(Map.of("text", "a".repeat(5_000))))
                .get(
                        "/query",
                        ctx -> ctx.json(Map.of(
                                "on",
                                Query.of(ctx, Set.of("on", "f"))
                                        .date("on")
                                        .map(Object::toString)
                                        .orElse("-"))))
                .get(
                        "/forms",
                        ctx -> ctx.result(Negotiation.choose(ctx, Format.JSON, Format.HTML)
                                .name()))
                .get("/tagged", HttpServerTest::tagged)
                .get("/accents", ctx -> ctx.contentType(ctx.queryParam("type")).result("áñ€"))
                .get("/self", ctx -> ctx.json(Map.of("self", Links.of(ctx).self())))
                .get("/bug", ctx -> {
                    throw new IllegalStateException("password=hunter2 in /home/someone/file");
                })
                .get("/error", ctx -> {
                    throw new StackOverflowError("deep");
                })
                .get("/half", ctx -> {
                    ctx.res().getOutputStream().write(new byte[100_000]);
                    ctx.res().flushBuffer();
                    throw new IllegalStateException("half way");
                })
                .get("/problem/{type}", ctx -> {
                    throw Problem.of(
                                    ProblemType.valueOf(ctx.pathParam("type")),
                                    "detalle en /home/someone",
                                    "detail in /home/someone")
                            .hint("pista /home/someone", "hint /home/someone")
                            .with("location", Map.of("path", "/home/someone"))
                            .fault(new Problem.Fault("bad", "malo", "bad", "/home/someone"));
                })
                .post("/orders", ctx -> ctx.json(Bodies.read(ctx, Order.class)));
    }

    private static void tagged(io.javalin.http.Context ctx) {
        Query query = Query.of(ctx, Set.of("on", "knownAt"));
        boolean pinned = query.find("on").isPresent() && query.find("knownAt").isPresent();
        String etag = Etags.of(ctx, 12, query.canonical(), "2026-11-22");
        if (!Etags.notModified(ctx, etag, pinned ? CachePolicy.PINNED : CachePolicy.REVALIDATE)) {
            ctx.json(Map.of("answer", 1));
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void answersEveryProblemAsItsDocument(ProblemType type) {
        HttpResponse<String> response = server.get("/problem/" + type.name());
        JsonNode body = json(response);
        assertThat(response.statusCode()).isEqualTo(type.status());
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Retry-After").isPresent())
                .isEqualTo(type.status() == 503 || type.status() == 429);
        assertThat(body.get("status").intValue()).isEqualTo(type.status());
        assertThat(body.get("code").textValue()).isEqualTo(type.code());
        assertThat(body.get("type").textValue())
                .isEqualTo("http://127.0.0.1:" + server.port() + "/problems/" + type.code());
        assertThat(body.get("instance").textValue())
                .isEqualTo("urn:uuid:" + body.get("requestId").textValue());
        boolean ours = type.status() >= 500 && type != ProblemType.NOT_READY;
        assertThat(response.body().contains("/home/someone")).isEqualTo(!ours);
        assertThat(body.get("errors")).hasSize(ours ? 0 : 1);
    }

    @Test
    void leadsFromTheTypeToItsExplanation() {
        assertThat(server.get("/problems/timeout", "Accept", "text/html").body())
                .startsWith("<!DOCTYPE html>")
                .contains("Tiempo agotado");
        assertThat(json(server.get("/problems/timeout", "Accept-Language", "en"))
                        .get("title")
                        .textValue())
                .isEqualTo("Timed out");
        assertThat(json(server.get("/problems")).get("problems")).hasSize(ProblemType.values().length);
        assertThat(server.get("/problems/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/bug", "/error"})
    void keepsWhatFailedOutOfTheAnswerAndLogsItOnce(String path) throws InterruptedException {
        try (LogLines problems = new LogLines("co.lindero.problems")) {
            HttpResponse<String> response = server.get(path, "X-Request-Id", "trace-0001" + path.substring(1));
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("hunter2", "someone", "Exception", "Error\"", "co.lindero");
            ILoggingEvent line = problems.next("trace-0001" + path.substring(1));
            assertThat(line.getThrowableProxy()).isNotNull();
            assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "trace-0001" + path.substring(1));
            assertThat(problems.waiting("trace-0001")).isZero();
        }
    }

    @Test
    void cutsAnAnswerThatFailsHalfWay() {
        assertThat(server.sendAsync("GET", "/half", null)
                        .handle((response, failure) -> failure != null)
                        .join())
                .isTrue();
    }

    @Test
    void refusesUnknownParametersAndSaysWhichThereAre() {
        HttpResponse<String> response = server.get("/query?om=2026-01-01&x=1", "Accept-Language", "en");
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode body = json(response);
        assertThat(body.get("code").textValue()).isEqualTo("unknown-parameter");
        assertThat(body.get("errors")).hasSize(2);
        assertThat(body.get("errors").get(0).get("parameter").textValue()).isEqualTo("om");
        assertThat(body.get("detail").textValue()).contains("did you mean 'on'?", "Allowed: f, on.");
    }

    @Test
    void explainsMalformedDatesAndEscapes() {
        JsonNode body = json(server.get("/query?on=22/11/2026"));
        assertThat(body.get("code").textValue()).isEqualTo("invalid-parameter");
        assertThat(body.get("detail").textValue()).contains("AAAA-MM-DD");
        String answer = server.raw("GET /query?on=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void speaksTheLanguageAskedFor() {
        HttpResponse<String> spanish = server.get("/nowhere");
        HttpResponse<String> english = server.get("/nowhere", "Accept-Language", "en-GB, es;q=0.5");
        assertThat(json(spanish).get("title").textValue()).isEqualTo("No existe");
        assertThat(json(english).get("title").textValue()).isEqualTo("Not found");
        assertThat(english.headers().firstValue("Content-Language")).contains("en");
        assertThat(english.headers().firstValue("Vary")).contains("Accept, Accept-Language, Accept-Encoding");
    }

    @Test
    void refusesOtherMethodsWithAllow() {
        HttpResponse<String> response = server.send("DELETE", "/plain/a", null);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(json(response).get("code").textValue()).isEqualTo("method-not-allowed");
        assertThat(server.get("/orders").headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(server.raw("PROPFIND /plain/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains("application/problem+json");
    }

    @Test
    void refusesFormsThatThereAreNot() {
        assertThat(server.get("/forms").body()).isEqualTo("json");
        assertThat(server.get("/forms?f=html").body()).isEqualTo("html");
        assertThat(json(server.get("/forms", "Accept", "image/png")).get("code").textValue())
                .isEqualTo("not-acceptable");
    }

    @Test
    void readsBodiesWithinTheirLimits() {
        String json = "Content-Type";
        assertThat(server.send("POST", "/orders", "{\"name\":\"ñ\",\"floors\":3}", json, "application/json")
                        .body())
                .isEqualTo("{\"name\":\"ñ\",\"floors\":3}");
        assertThat(server.send("POST", "/orders", "{}", json, "text/plain").statusCode())
                .isEqualTo(415);
        assertThat(server.send("POST", "/orders", "", json, "application/json").statusCode())
                .isEqualTo(400);
        JsonNode broken = json(server.send("POST", "/orders", "{\n\"name\" 1}", json, "application/json"));
        assertThat(broken.get("code").textValue()).isEqualTo("invalid-body");
        assertThat(broken.get("line").intValue()).isEqualTo(2);
        HttpResponse<String> wrong =
                server.send("POST", "/orders", "{\"name\":\"a\",\"floors\":\"x\"}", json, "application/json");
        assertThat(json(wrong).get("errors").get(0).get("pointer").textValue()).isEqualTo("/floors");
        assertThat(wrong.body()).doesNotContain("lindero.platform", "java.");
    }

    @Test
    void refusesBodiesBeyondTheLimitWhetherAnnouncedOrNot() {
        String body = "\"" + "a".repeat(TestServer.MAX_BODY) + "\"";
        HttpResponse<String> announced = server.send("POST", "/orders", body, "Content-Type", "application/json");
        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(json(announced).get("maxBytes").intValue()).isEqualTo(TestServer.MAX_BODY);
        String chunked = server.raw("POST /orders HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
        assertThat(chunked).startsWith("HTTP/1.1 413").contains("request-too-large");
    }

    @Test
    void answersWhatJettyRefusesAsProblemsToo() {
        String large = server.raw(
                "GET /plain/a HTTP/1.1\r\nHost: a\r\nX-Large: " + "a".repeat(20_000) + "\r\nConnection: close\r\n\r\n");
        assertThat(large).startsWith("HTTP/1.1 431").contains("application/problem+json", "headers-too-large");
        String bad = server.raw("GET /plain/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(bad).startsWith("HTTP/1.1 400").contains("invalid-request").doesNotContain("jetty");
        String noHost = server.raw("GET /plain/a HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(noHost).startsWith("HTTP/1.1 400").contains("invalid-request");
    }

    @Test
    void validatesInsteadOfRepeating() {
        HttpResponse<String> first = server.get("/tagged?on=2026-11-22");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).matches("\"[A-Za-z0-9_-]{43}\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=0, must-revalidate");
        HttpResponse<String> second = server.get("/tagged?on=2026-11-22", "If-None-Match", "\"x\", W/" + etag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(etag);
        assertThat(server.get("/tagged?on=2026-11-22", "If-None-Match", etag, "Accept-Language", "en")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/tagged?on=2026-11-22&knownAt=12").headers().firstValue("Cache-Control"))
                .contains("public, max-age=86400");
    }

    @Test
    void answersHeadLikeGetWithoutBody() {
        HttpResponse<String> get = server.get("/tagged?on=2026-11-22");
        HttpResponse<String> head = server.send("HEAD", "/tagged?on=2026-11-22", null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : Set.of("ETag", "Content-Type", "Cache-Control")) {
            assertThat(head.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(get.headers().firstValue(header));
        }
        HttpResponse<String> none = server.send("HEAD", "/nowhere", null);
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/geo%2Bjson", "application/problem%2Bjson", "text/html"})
    void writesTextInUtf8(String type) {
        assertThat(server.get("/accents?type=" + type).body()).isEqualTo("áñ€");
    }

    @Test
    void letsWebMapsOfOtherSitesRead() {
        HttpResponse<String> preflight = server.send(
                "OPTIONS", "/plain/a", null, "Origin", "https://example.org", "Access-Control-Request-Method", "GET");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, HEAD, OPTIONS");
        HttpResponse<String> get = server.get("/plain/a", "Origin", "https://example.org");
        assertThat(get.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(get.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get.headers().firstValue("Server")).isEmpty();
        assertThat(server.send("POST", "/orders", "{}").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void compressesWhatIsLarge() {
        HttpResponse<String> large = server.get("/large", "Accept-Encoding", "gzip");
        assertThat(large.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(server.get("/plain/a", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(server.get("/large").headers().firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"trace-12345678, true", "a b, false", "x, false", "'a=b;c, d', false"})
    void echoesSaneRequestIds(String id, boolean kept) {
        HttpResponse<String> response = server.get("/nowhere", "X-Request-Id", id);
        String echoed = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(echoed.equals(id)).isEqualTo(kept);
        assertThat(json(response).get("requestId").textValue()).isEqualTo(echoed);
        assertThat(json(response).get("instance").textValue()).matches("urn:uuid:[0-9a-f-]{36}");
    }

    @Test
    void writesOneLinePerRequestWithoutPathOrQuery() throws InterruptedException {
        try (LogLines requests = new LogLines("co.lindero.requests")) {
            server.get("/plain/secreto?x=1", "X-Request-Id", "line-00000001");
            server.get("/nowhere/secreto", "X-Request-Id", "line-00000002");
            assertThat(requests.next("line-00000001").getFormattedMessage())
                    .matches("method=GET route=/plain/\\{name} status=200 ms=\\d+\\.\\d bytes=18"
                            + " requestId=line-00000001");
            assertThat(requests.next("line-00000002").getFormattedMessage())
                    .contains("route=- status=404", "code=not-found")
                    .doesNotContain("secreto");
            assertThat(requests.waiting("line-")).isZero();
        }
    }

    @Test
    void tellsWhetherItIsAliveAndReady() {
        assertThat(server.get("/healthz").body()).isEqualTo("{\"status\":\"alive\"}");
        assertThat(server.get("/readyz").body()).isEqualTo("{\"status\":\"ready\"}");
        server.missing.set(Optional.of("Falta cargar los predios de 76130."));
        HttpResponse<String> loading = server.get("/readyz");
        server.missing.set(Optional.empty());
        assertThat(loading.statusCode()).isEqualTo(503);
        assertThat(json(loading).get("detail").textValue()).isEqualTo("Falta cargar los predios de 76130.");
    }

    @Test
    void measuresByRouteTemplate() throws InterruptedException {
        try (LogLines requests = new LogLines("co.lindero.requests")) {
            server.get("/plain/medido", "X-Request-Id", "measured-1");
            server.get("/nowhere", "X-Request-Id", "measured-2");
            requests.next("measured-2");
        }
        assertThat(server.get("/metrics").body())
                .contains("lindero_http_requests_seconds_count{method=\"GET\",route=\"/plain/{name}\",status=\"200\"}")
                .contains("lindero_problems_total{code=\"not-found\"}")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("medido");
    }

    @Test
    void linksByTheHostOfTheRequest() {
        assertThat(json(server.get("/self?a=b%20c")).get("self").textValue())
                .isEqualTo("http://127.0.0.1:" + server.port() + "/self?a=b%20c");
    }
}
