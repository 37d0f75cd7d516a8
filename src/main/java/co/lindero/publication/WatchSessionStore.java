package co.lindero.publication;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A session outside the pool that takes the publishing lock as one that reads, so that nobody publishes while it holds it. The server
 * ends it when nothing is heard from it for two seconds. Used by one thread, but for {@link #abort}.
 */
final class WatchSessionStore implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement take;
    private final PreparedStatement look;
    private final PreparedStatement leave;

    private WatchSessionStore(Connection connection) throws SQLException {
        this.connection = connection;
        this.take = connection.prepareStatement(Sql.query("publication/take_watch"));
        this.look = connection.prepareStatement(Sql.query("publication/get_watched"));
        this.leave = connection.prepareStatement(Sql.query("publication/leave_watch"));
    }

    /** The session is gone, or the server cannot do what is asked of it. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(SQLException cause) {
            super(cause.getMessage(), cause);
        }

        Lost(String message) {
            super(message);
        }
    }

    /**
     * What the session sees.
     *
     * @param number the newest publication, 0 in an empty database
     * @param held whether this session holds the lock
     * @param wanted whether anybody waits for it
     */
    record Look(long number, boolean held, boolean wanted) {}

    /** Opens a session; the caller closes it. */
    static WatchSessionStore open(Database database) {
        try {
            Connection fresh = database.connectApart("lindero watch");
            try (PreparedStatement begin = fresh.prepareStatement(Sql.query("publication/begin_watch"))) {
                begin.execute();
                return new WatchSessionStore(fresh);
            } catch (SQLException e) {
                fresh.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }

    /** Takes the lock, where no publication is under way or waits; tells whether it did. */
    boolean take() {
        try (ResultSet row = take.executeQuery()) {
            row.next();
            return row.getBoolean("taken");
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }

    Look look() {
        try (ResultSet row = look.executeQuery()) {
            row.next();
            return new Look(row.getLong("number"), row.getBoolean("held"), row.getBoolean("wanted"));
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }

    /** Lets publications go on. */
    void leave() {
        try {
            leave.execute();
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }

    /** Ends the session at once, whatever it is doing. */
    void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Lost(e);
        }
    }
}
