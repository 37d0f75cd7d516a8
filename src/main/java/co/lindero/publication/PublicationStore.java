package co.lindero.publication;

import co.lindero.platform.db.Sql;
import co.lindero.platform.db.SqlStates;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/** Numbers the states of the database, on a handle whose transaction the caller holds. Thread-safe, without state. */
public final class PublicationStore {
    /** Returns the newest publication that the transaction sees, or nothing in an empty database. */
    public Optional<Publication> findNewest(Handle handle) {
        return one(handle.createQuery(Sql.query("publication/find_newest")));
    }

    /**
     * Returns the publication that a question means.
     *
     * @throws Problem {@code publication-not-found} where there is none such
     */
    public Publication get(Handle handle, KnownAt knownAt) {
        if (knownAt instanceof KnownAt.Numbered numbered) {
            return one(handle.createQuery(Sql.query("publication/find_by_number"))
                            .bind("id", numbered.number()))
                    .orElseThrow(() -> missing(handle, Long.toString(numbered.number())));
        }
        if (knownAt instanceof KnownAt.AtInstant at) {
            return one(handle.createQuery(Sql.query("publication/find_by_instant"))
                            .bind("instant", at.instant().atOffset(ZoneOffset.UTC)))
                    .orElseThrow(() -> missing(handle, at.instant().toString()));
        }
        return findNewest(handle)
                .orElseThrow(() -> Problem.of(
                                ProblemType.PUBLICATION_NOT_FOUND,
                                "La base de datos está vacía: nada se ha publicado",
                                "The database is empty: nothing has been published")
                        .hint("Cargue datos con «lindero load».", "Load data with \"lindero load\"."));
    }

    private Problem missing(Handle handle, String asked) {
        String newest =
                findNewest(handle).map(p -> p.number() + " (" + p.at() + ")").orElse("—");
        return Problem.of(
                        ProblemType.PUBLICATION_NOT_FOUND,
                        "No hay publicación para knownAt=" + asked,
                        "There is no publication for knownAt=" + asked)
                .hint("La más reciente es " + newest + ".", "The newest is " + newest + ".");
    }

    private static Optional<Publication> one(Query query) {
        try (query) {
            return query.map((rs, ctx) -> new Publication(
                            rs.getLong("id"),
                            rs.getObject("at", OffsetDateTime.class).toInstant()))
                    .findOne();
        }
    }

    /**
     * Publishes inside the caller's transaction: takes the lock, hands the number to the work, and records the
     * publication last, so that its instant is that of the commit.
     *
     * @param subject what is published
     * @param work writes the rows with the number it is given
     * @return the publication
     */
    public Publication publish(Handle handle, Subject subject, LongConsumer work) {
        lock(handle);
        long number;
        try (Query query = handle.createQuery(Sql.query("publication/next_number"))) {
            number = query.mapTo(Long.class).one();
        }
        work.accept(number);
        try (Query query = handle.createQuery(Sql.query("publication/record_publication"))) {
            OffsetDateTime at = query.bind("id", number)
                    .bind("kind", subject.kind())
                    .bind("municipality", subject.municipality())
                    .bind("subject", subject.path())
                    .bind("actor", System.getProperty("user.name", "lindero"))
                    .mapTo(OffsetDateTime.class)
                    .one();
            return new Publication(number, at.toInstant());
        }
    }

    private static void lock(Handle handle) {
        try {
            handle.execute(Sql.query("publication/lock"));
        } catch (JdbiException e) {
            if (SqlStates.is(e, SqlStates.LOCK_NOT_AVAILABLE)) {
                throw Problem.of(
                                ProblemType.PUBLISHING_BUSY,
                                "Otra publicación lleva más de diez minutos en curso",
                                "Another publication has been under way for more than ten minutes",
                                e)
                        .hint(
                                "Espere a que termine y repita; nada se publicó.",
                                "Wait until it ends and repeat; nothing was published.");
            }
            throw e;
        }
    }

    /**
     * What a publication is about.
     *
     * @param kind load, revert, plan or theme
     * @param municipality DIVIPOLA code
     * @param path dataset, plan or theme
     */
    public record Subject(String kind, String municipality, String path) {}
}
