package co.lindero.register;

import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Language;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import co.lindero.publication.KnownAt;
import co.lindero.publication.Publication;
import co.lindero.publication.PublicationStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists licences with their validity and terms, for any legal day and state of knowledge. Thread-safe. */
public final class RegisterService {
    private final Database database;
    private final Clock clock;
    private final PublicationStore publications;
    private final RegisterStore store = new RegisterStore();
    private final LicenceClock terms = new LicenceClock(ValidityRegimes.shipped(), new WorkingDays());

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     */
    public RegisterService(Database database, Clock clock, PublicationStore publications) {
        this.database = database;
        this.clock = clock;
        this.publications = publications;
    }

    /**
     * What to list.
     *
     * @param after number after which the page begins; empty for the first
     */
    public record Question(
            String municipality,
            @Nullable String number,
            @Nullable String parcel,
            @Nullable String licenceClass,
            @Nullable String status,
            @Nullable LocalDate on,
            KnownAt knownAt,
            String after,
            int limit) {}

    /**
     * A page.
     *
     * @param more whether more licences follow
     */
    public record Page(List<Shown> licences, LocalDate on, Publication known, boolean more) {}

    /** A licence with what follows from its dates. */
    public record Shown(Licence licence, LicenceFacts facts) {}

    /** Returns a page of licences by number. */
    public Page list(Question question, Language language) {
        return database.read(handle -> {
            Publication known = publications.get(handle, question.knownAt());
            LocalDate on = question.on() == null ? LocalDate.now(clock) : question.on();
            List<Licence> found = store.list(
                    handle,
                    new RegisterStore.Filter(
                            question.municipality(),
                            question.number(),
                            question.parcel(),
                            question.licenceClass(),
                            question.status(),
                            on,
                            known.number(),
                            question.after(),
                            question.limit() + 1));
            List<Shown> shown = found.stream()
                    .limit(question.limit())
                    .map(licence -> shown(licence, on, language))
                    .toList();
            return new Page(shown, on, known, found.size() > question.limit());
        });
    }

    /**
     * Returns one licence.
     *
     * @throws Problem {@code not-found}
     */
    public Shown get(Question question, Language language) {
        return list(question, language).licences().stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemType.NOT_FOUND,
                                "El municipio " + question.municipality() + " no tiene una licencia "
                                        + question.number(),
                                "Municipality " + question.municipality() + " has no licence " + question.number())
                        .hint("Vea la lista: lindero licences list.", "See the list: lindero licences list."));
    }

    private Shown shown(Licence licence, LocalDate on, Language language) {
        return new Shown(licence, LicenceFacts.of(licence, terms.count(licence, on, language)));
    }
}
