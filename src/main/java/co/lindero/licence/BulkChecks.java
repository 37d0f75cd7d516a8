package co.lindero.licence;

import co.lindero.licence.CheckStore.Made;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many checks one after the other: questions as JSON, one a line; answers likewise, in their order. All that name no state of the
 * data are answered from one publication, with the same findings as asked one by one, and kept as those are. A question that is
 * refused is answered by its problem and stops nothing. Memory does not grow with the number of questions. Thread-safe.
 */
public final class BulkChecks {
    private static final int AT_ONCE = 200;

    private final CheckService checks;
    private final int workers;

    /**
     * Makes the service.
     *
     * @param workers how many questions are judged at the same time, each on a connection of its own
     */
    public BulkChecks(CheckService checks, int workers) {
        this.checks = checks;
        this.workers = workers;
    }

    /**
     * What came of it.
     *
     * @param verdicts how often each verdict was given
     * @param refused questions that could not be judged
     */
    public record Summary(int questions, Map<String, Integer> verdicts, int refused) {
        /** Tells whether every question was judged to comply. */
        public boolean allComply() {
            return refused == 0 && verdicts.getOrDefault(Verdict.COMPLIES.code(), 0) == questions;
        }
    }

    /** A question and where it stands. */
    private record Line(int number, String text) {}

    /** An answer to keep, or the document of a refusal. */
    private record Outcome(@Nullable Made made, @Nullable String refusal) {}

    /** Answers all questions of a reader; blank lines are passed over. */
    public Summary run(BufferedReader questions, Consumer<String> answers, Language language) throws IOException {
        KnownAt newest = checks.newest();
        Map<String, Integer> verdicts = new TreeMap<>();
        int asked = 0;
        int refused = 0;
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            int number = 0;
            List<Line> lines = new ArrayList<>();
            for (String text = questions.readLine(); text != null || !lines.isEmpty(); text = questions.readLine()) {
                if (text != null) {
                    number++;
                    if (!text.isBlank()) {
                        lines.add(new Line(number, text));
                    }
                }
                if (text == null || lines.size() == AT_ONCE) {
                    for (Outcome outcome : answer(threads, lines, newest, language)) {
                        Made made = outcome.made();
                        asked++;
                        if (made == null) {
                            refused++;
                        } else {
                            verdicts.merge(made.verdict(), 1, Integer::sum);
                        }
                        answers.accept(
                                made == null
                                        ? outcome.refusal()
                                        : new String(made.answer().in(language), StandardCharsets.UTF_8));
                    }
                    lines.clear();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return new Summary(asked, Map.copyOf(verdicts), refused);
    }

    private List<Outcome> answer(ExecutorService threads, List<Line> lines, KnownAt newest, Language language) {
        List<Future<Outcome>> running = lines.stream()
                .map(line -> threads.submit(() -> answer(line, newest, language)))
                .toList();
        List<Outcome> outcomes = running.stream().map(BulkChecks::await).toList();
        checks.keep(outcomes.stream()
                .flatMap(outcome -> java.util.stream.Stream.ofNullable(outcome.made()))
                .toList());
        return outcomes;
    }

    private static Outcome await(Future<Outcome> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Outcome answer(Line line, KnownAt newest, Language language) {
        try {
            return new Outcome(checks.judge(Json.mapper().readTree(line.text()), newest), null);
        } catch (JsonProcessingException e) {
            Problem malformed = Problem.of(
                            ProblemType.INVALID_BODY,
                            "La línea " + line.number() + " no es JSON válido.",
                            "Line " + line.number() + " is not valid JSON.",
                            e)
                    .hint(
                            "Cada línea es una consulta entera, como las de POST /licence-checks.",
                            "Each line is a whole question, like those of POST /licence-checks.");
            return new Outcome(null, refusal(line, malformed, language));
        } catch (Problem e) {
            if (e.type().status() >= 500) {
                throw e;
            }
            return new Outcome(null, refusal(line, e, language));
        }
    }

    private static String refusal(Line line, Problem problem, Language language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("line", line.number());
        body.put("code", problem.type().code());
        body.put("title", problem.type().title(language));
        body.put("detail", problem.detail(language));
        body.put("hint", problem.hint(language));
        body.put("errors", problem.errors(language));
        problem.members().forEach(body::putIfAbsent);
        return Json.write(body);
    }
}
