package co.lindero.ingest;

import co.lindero.platform.db.Sql;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema of its own for one load, on one connection whose search path begins with it, so that the statement files name
 * its tables plainly. Dropped at the end; one that a killed load leaves behind is dropped at the next start, when nobody
 * holds its lock.
 */
final class Workspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private static final String PREFIX = "lindero_load_";

    private final Handle handle;
    private final String schema;

    private Workspace(Handle handle, String schema) {
        this.handle = handle;
        this.schema = schema;
    }

    static Workspace open(Jdbi jdbi) {
        String schema = PREFIX + UUID.randomUUID().toString().replace("-", "");
        Handle handle = jdbi.open();
        try {
            handle.createQuery(Sql.query("load/lock_workspace"))
                    .bind("schema", schema)
                    .mapTo(String.class)
                    .one();
            handle.createQuery(Sql.query("load/make_workspace"))
                    .bind("schema", schema)
                    .mapTo(String.class)
                    .one();
            handle.execute(Sql.query("load/create_workspace"));
            return new Workspace(handle, schema);
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    /** Drops what killed loads have left behind. */
    static void dropDead(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            List<String> dead = handle.createQuery(Sql.query("load/list_dead_workspaces"))
                    .mapTo(String.class)
                    .list();
            for (String schema : dead) {
                LOG.info("dropping the workspace of a load that was killed schema={}", schema);
                drop(handle, schema);
            }
        });
    }

    Handle handle() {
        return handle;
    }

    String schema() {
        return schema;
    }

    @Override
    public void close() {
        try (handle) {
            drop(handle, schema);
        }
    }

    private static void drop(Handle handle, String schema) {
        handle.createQuery(Sql.query("load/drop_workspace"))
                .bind("schema", schema)
                .mapTo(String.class)
                .one();
    }
}
