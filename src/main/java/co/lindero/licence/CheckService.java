package co.lindero.licence;

import co.lindero.licence.CheckStore.Kept;
import co.lindero.licence.CheckStore.Made;
import co.lindero.licence.CheckStore.Note;
import co.lindero.licence.LicenceService.Answered;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.Problem.Fault;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes licence checks and keeps them as the bytes that were answered, so that they come again unchanged; evaluates a kept
 * question anew; keeps what officers note beside the findings. Thread-safe.
 */
public final class CheckService {
    private static final int ID_BYTES = 16;
    /** How often checks are removed whose days are over; they are not found from the day on, whether removed or not. */
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final Database database;
    private final LicenceService licences;
    private final Clock clock;
    private final Duration keep;
    private final SecureRandom random = new SecureRandom();
    private final CheckStore store = new CheckStore();
    private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

    /**
     * Makes the service.
     *
     * @param keep how long a check is kept that nobody saves
     */
    public CheckService(Database database, LicenceService licences, Clock clock, Duration keep) {
        this.database = database;
        this.licences = licences;
        this.clock = clock;
        this.keep = keep;
    }

    /**
     * Checks a question and keeps the answer.
     *
     * @param json the question as JSON
     * @return the bytes of the answer, the same that are kept
     * @throws Problem {@code invalid-licence-check} and those of {@link LicenceService#check}
     */
    public byte[] make(JsonNode json, Language language) {
        sweep();
        LicenceQuestion question = LicenceQuestionReader.read(json);
        // the state of the data that is judged and the check that is kept of it are one transaction: it saves two round
        // trips
        return database.decide(handle -> {
                    String id = newId();
                    Made made = made(json, id, licences.check(handle, question, id));
                    store.addAndCommit(handle, made);
                    return made;
                })
                .answer()
                .in(language);
    }

    private void sweep() {
        Instant now = clock.instant();
        if (isTimeToSweep(now)) {
            database.write(handle -> store.removeExpired(handle, now));
        }
    }

    /**
     * Checks a question without keeping the answer.
     *
     * @param unlessStated state of the data where the question names none
     */
    Made judge(JsonNode json, KnownAt unlessStated) {
        LicenceQuestion read = LicenceQuestionReader.read(json);
        LicenceQuestion question = read.knownAt() instanceof KnownAt.Newest ? read.knownAt(unlessStated) : read;
        String id = newId();
        return made(json, id, licences.check(question, id));
    }

    private Made made(JsonNode json, String id, Answered answered) {
        Instant now = clock.instant();
        return new Made(
                id,
                answered.municipality(),
                answered.verdict(),
                Json.write(json),
                answered.answer(),
                now,
                now.plus(keep));
    }

    /** Keeps answers, all or none; now and then those whose days are over are removed. */
    void keep(List<Made> made) {
        if (made.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        boolean sweep = isTimeToSweep(now);
        database.write(handle -> {
            if (sweep) {
                store.removeExpired(handle, now);
            }
            store.addAll(handle, made);
            return made;
        });
    }

    private boolean isTimeToSweep(Instant now) {
        Instant before = swept.get();
        return !now.isBefore(before.plus(SWEEP)) && swept.compareAndSet(before, now);
    }

    /** Returns the newest state of the data, by its number. */
    KnownAt newest() {
        return new KnownAt.Numbered(licences.newest());
    }

    /** Makes an identifier that nobody guesses; one that begins with a hyphen would be an option on the command line. */
    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        String id;
        do {
            random.nextBytes(bytes);
            id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } while (id.startsWith("-"));
        return id;
    }

    private Kept kept(String id) {
        if (!ID.matcher(id).matches()) {
            throw notFound();
        }
        return database.read(handle -> store.find(handle, id, clock.instant())).orElseThrow(CheckService::notFound);
    }

    private static Problem notFound() {
        return Problem.of(
                        ProblemType.CHECK_NOT_FOUND,
                        "No hay una revisión con ese identificador, o ya no se conserva",
                        "There is no check with that identifier, or it is no longer kept")
                .hint(
                        "Las revisiones que no se guardan se borran al cabo de LINDERO_CHECK_DAYS días.",
                        "Checks that are not saved are removed after LINDERO_CHECK_DAYS days.");
    }

    /**
     * Returns a check as it was answered, byte for byte.
     *
     * @throws Problem {@code check-not-found}
     */
    public byte[] get(String id, Language language) {
        return kept(id).answer().in(language);
    }

    /** A check that is saved for good. */
    public record Saved(String id, boolean saved) {}

    /**
     * Saves a check for good.
     *
     * @throws Problem {@code check-not-found}
     */
    public Saved save(String id) {
        kept(id);
        if (!database.write(handle -> store.save(handle, id, clock.instant()))) {
            throw notFound();
        }
        return new Saved(id, true);
    }

    /**
     * A question evaluated again.
     *
     * @param same whether nothing differs
     * @param publicationBefore state of the data that answered
     * @param publicationNow state of the data of today; null where the question cannot be evaluated any more
     * @param differences what differs, one line each; empty where nothing does
     * @param answer the new answer; null where the question cannot be evaluated any more
     */
    public record Again(
            boolean same,
            long publicationBefore,
            @Nullable Long publicationNow,
            List<String> differences,
            @Nullable JsonNode answer) {
        public Again {
            differences = List.copyOf(differences);
        }
    }

    /** Evaluates the question of a kept check on today's data; nothing is kept of it. */
    public Again again(String id, Language language) {
        Kept kept = kept(id);
        JsonNode before = Json.read(kept.answer().in(language));
        ObjectNode question = (ObjectNode) Json.read(kept.question());
        question.remove("knownAt");
        // the norms are those of the day of filing: where none was stated, it was the day of the check
        if (question.get("licence") instanceof ObjectNode licence && !licence.hasNonNull("filedOn")) {
            licence.set("filedOn", before.get("on"));
        }
        long publication = before.at("/knownAt/publication").asLong();
        JsonNode now;
        try {
            now = Json.read(
                    licences.check(LicenceQuestionReader.read(question), id).in(language));
        } catch (Problem e) {
            // a parcel that is no longer there, or that no longer holds what was drawn, is a difference too
            if (e.type() != ProblemType.INVALID_LICENCE_CHECK) {
                throw e;
            }
            String told = language.pick("Hoy ya no se puede evaluar: ", "It cannot be evaluated any more: ")
                    + e.detail(language);
            return new Again(false, publication, null, List.of(told), null);
        }
        List<String> differences = CheckDifferences.list(before, now, language);
        return new Again(
                differences.isEmpty(),
                publication,
                now.at("/knownAt/publication").asLong(),
                differences,
                now);
    }

    /**
     * Notes what an officer decided of a finding that needed review.
     *
     * @param finding its number in the answer, from 1
     * @throws Problem {@code check-not-found}, {@code refused}
     */
    public void note(String id, int finding, Verdict verdict, String text) {
        JsonNode answer = Json.read(kept(id).answer().in(Language.ES));
        JsonNode of = answer.path("findings").path(finding - 1);
        List<Fault> faults = new ArrayList<>();
        if (!of.path("verdict").asText().equals(Verdict.NEEDS_REVIEW.code())) {
            faults.add(new Fault(
                    "not-for-review",
                    "El hallazgo " + finding + " no requiere revisión.",
                    "Finding " + finding + " does not need review.",
                    "finding"));
        }
        if (verdict != Verdict.COMPLIES && verdict != Verdict.DOES_NOT_COMPLY) {
            faults.add(new Fault(
                    "invalid-verdict",
                    "Una nota resuelve con complies o does_not_comply.",
                    "A note resolves with complies or does_not_comply.",
                    "verdict"));
        }
        if (text.isBlank() || text.length() > 4000) {
            faults.add(new Fault(
                    "invalid-note", "La nota va de 1 a 4000 caracteres.", "A note has 1 to 4000 characters.", "note"));
        }
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(
                            ProblemType.REFUSED,
                            String.join(
                                    " ", faults.stream().map(Fault::detailEs).toList()),
                            String.join(
                                    " ", faults.stream().map(Fault::detailEn).toList()))
                    .hint(
                            "Requieren revisión los hallazgos: " + forReview(answer, "ninguno") + ".",
                            "Findings that need review: " + forReview(answer, "none") + ".");
            faults.forEach(problem::fault);
            throw problem;
        }
        database.write(handle -> {
            store.addNote(handle, id, new Note(finding, verdict.code(), text.strip(), clock.instant()));
            return id;
        });
    }

    private static String forReview(JsonNode answer, String none) {
        String numbers = LicenceWords.list(answer.path("findings")).stream()
                .filter(finding -> finding.path("verdict").asText().equals(Verdict.NEEDS_REVIEW.code()))
                .map(finding -> finding.path("number").asText())
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? none : numbers;
    }

    /** A note as it is shown. */
    public record NoteFacts(int finding, String verdict, String note, String at) {}

    /** Returns the notes of a check, the oldest first. */
    public List<NoteFacts> listNotes(String id) {
        kept(id);
        return database.read(handle -> store.listNotes(handle, id)).stream()
                .map(note -> new NoteFacts(
                        note.finding(), note.verdict(), note.note(), note.at().toString()))
                .toList();
    }
}
