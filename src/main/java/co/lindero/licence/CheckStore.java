package co.lindero.licence;

import co.lindero.platform.db.BoundSql;
import co.lindero.platform.db.Sql;
import co.lindero.platform.json.ToldJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Licence checks that were made, as bytes, and the notes of officers; on a handle whose transaction the caller holds. */
final class CheckStore {
    /** A check to keep. */
    record Made(
            String id,
            String municipality,
            String verdict,
            String question,
            ToldJson answer,
            Instant at,
            Instant keptUntil) {}

    /** A check that is kept. */
    record Kept(
            String question,
            ToldJson answer,
            boolean saved,
            @Nullable Instant keptUntil) {}

    /** What an officer decided of a finding. */
    record Note(int finding, String verdict, String note, Instant at) {}

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Keeps a check and ends the transaction of the handle in the same round trip. */
    void addAndCommit(Handle handle, Made made) {
        BoundSql.of(Sql.query("licence/add_check_and_commit"), values(made)).change(handle.getConnection());
    }

    /** Keeps checks in one go. */
    void addAll(Handle handle, List<Made> made) {
        try (PreparedBatch batch = handle.prepareBatch(Sql.query("licence/add_check"))) {
            made.forEach(one -> batch.bindMap(values(one)).add());
            batch.execute();
        }
    }

    private static Map<String, Object> values(Made made) {
        return Map.of(
                "id", made.id(),
                "municipality", made.municipality(),
                "verdict", made.verdict(),
                "question", made.question().getBytes(StandardCharsets.UTF_8),
                "answer", made.answer().both(),
                "spanishBytes", made.answer().spanishBytes(),
                "madeAt", utc(made.at()),
                "keptUntil", utc(made.keptUntil()));
    }

    Optional<Kept> find(Handle handle, String id, Instant now) {
        try (Query query = handle.createQuery(Sql.query("licence/find_check"))) {
            return query.bind("id", id)
                    .bind("now", utc(now))
                    .map((rs, ctx) -> new Kept(
                            new String(rs.getBytes("question"), StandardCharsets.UTF_8),
                            new ToldJson(rs.getBytes("answer"), rs.getInt("spanish_bytes")),
                            rs.getBoolean("saved"),
                            Optional.ofNullable(rs.getObject("kept_until", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)
                                    .orElse(null)))
                    .findOne();
        }
    }

    /** Saves a check; tells whether there is one. */
    boolean save(Handle handle, String id, Instant now) {
        try (Update update = handle.createUpdate(Sql.query("licence/save_check"))) {
            return update.bind("id", id).bind("now", utc(now)).execute() == 1;
        }
    }

    int removeExpired(Handle handle, Instant now) {
        try (Update update = handle.createUpdate(Sql.query("licence/remove_expired_checks"))) {
            return update.bind("now", utc(now)).execute();
        }
    }

    void addNote(Handle handle, String id, Note note) {
        try (Update update = handle.createUpdate(Sql.query("licence/add_note"))) {
            update.bind("id", id)
                    .bind("finding", note.finding())
                    .bind("verdict", note.verdict())
                    .bind("note", note.note())
                    .bind("now", utc(note.at()))
                    .execute();
        }
    }

    List<Note> listNotes(Handle handle, String id) {
        try (Query query = handle.createQuery(Sql.query("licence/list_notes"))) {
            return query.bind("id", id)
                    .map((rs, ctx) -> new Note(
                            rs.getInt("finding"),
                            rs.getString("verdict"),
                            rs.getString("note"),
                            rs.getObject("noted_at", OffsetDateTime.class).toInstant()))
                    .list();
        }
    }
}
