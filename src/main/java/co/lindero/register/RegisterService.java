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
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Lists licences with their validity and terms, for any legal day and state of knowledge. Thread-safe. */
public final class RegisterService {
    private final Database database;
    private final Clock clock;
    private final PublicationStore publications;
    private final RegisterStore store = new RegisterStore();
    private final LicenceClock terms;

    /**
     * Makes the service.
     *
     * @param clock clock whose zone decides on which legal day it is
     * @param days working days in which terms are counted
     */
    public RegisterService(Database database, Clock clock, PublicationStore publications, WorkingDays days) {
        this.database = database;
        this.clock = clock;
        this.publications = publications;
        this.terms = new LicenceClock(ValidityRegimes.shipped(), days);
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
     * @param demonstration whether synthetic licences are among those of the municipality
     */
    public record Page(List<Shown> licences, LocalDate on, Publication known, boolean more, boolean demonstration) {}

    /** A licence with what follows from its dates. */
    public record Shown(Licence licence, LicenceFacts facts) {}

    /** Returns every licence of a municipality by number, on a handle whose transaction the caller holds. */
    public List<Shown> listAll(Handle handle, String municipality, LocalDate on, long at, Language language) {
        return store
                .list(
                        handle,
                        new RegisterStore.Filter(municipality, null, null, null, null, on, at, "", Integer.MAX_VALUE))
                .stream()
                .map(licence -> shown(licence, on, language))
                .toList();
    }

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
            return new Page(
                    shown,
                    on,
                    known,
                    found.size() > question.limit(),
                    store.isDemonstration(handle, question.municipality(), known.number()));
        });
    }

    /**
     * Returns one licence, in a page of its own.
     *
     * @throws Problem {@code not-found}
     */
    public Page get(Question question, Language language) {
        Page page = list(question, language);
        if (page.licences().isEmpty()) {
            throw Problem.of(
                            ProblemType.NOT_FOUND,
                            "El municipio " + question.municipality() + " no tiene una licencia " + question.number(),
                            "Municipality " + question.municipality() + " has no licence " + question.number())
                    .hint("Vea la lista: lindero licences list.", "See the list: lindero licences list.");
        }
        return page;
    }

    private Shown shown(Licence licence, LocalDate on, Language language) {
        return new Shown(licence, LicenceFacts.of(licence, terms.count(licence, on, language)));
    }
}
