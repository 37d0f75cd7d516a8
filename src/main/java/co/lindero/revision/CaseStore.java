package co.lindero.revision;

import co.lindero.platform.db.Sql;
import co.lindero.platform.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Golden cases in the database, on a handle whose transaction the caller holds. Thread-safe, without state. */
final class CaseStore {
    List<PlanCase> list(Handle handle, String municipality, String plan) {
        try (Query query = handle.createQuery(Sql.query("revision/list_cases"))) {
            return query.bind("municipality", municipality)
                    .bind("plan", plan)
                    .map((rs, ctx) -> new PlanCase(
                            rs.getString("name"),
                            question(rs.getString("question")),
                            Json.read(rs.getString("expected"))))
                    .list();
        }
    }

    private static PlanCase.Question question(String json) {
        try {
            return Json.mapper().readValue(json, PlanCase.Question.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts cases in place of those that a plan has. */
    void replace(Handle handle, String municipality, String plan, List<PlanCase> cases, long publication) {
        try (Update close = handle.createUpdate(Sql.query("revision/close_cases"))) {
            close.bind("municipality", municipality)
                    .bind("plan", plan)
                    .bind("pub", publication)
                    .execute();
        }
        for (PlanCase one : cases) {
            try (Update add = handle.createUpdate(Sql.query("revision/add_case"))) {
                add.bind("municipality", municipality)
                        .bind("plan", plan)
                        .bind("name", one.name())
                        .bind("question", Json.write(one.question()))
                        .bind("expected", Json.write(one.expected()))
                        .bind("pub", publication)
                        .execute();
            }
        }
    }
}
