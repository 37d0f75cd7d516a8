package co.lindero.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears one channel on a connection of its own and takes a new one when that breaks. After each break the receiver gets
 * an empty text, because what was said in between is lost.
 */
final class NotificationListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationListener.class);
    private static final int WAIT_MS = 60_000;
    private static final long RETRY_MS = 1_000;

    private final DatabaseAddress address;
    private final String channel;
    private final Consumer<String> receiver;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection connection;

    private NotificationListener(DatabaseAddress address, String channel, Consumer<String> receiver) {
        this.address = address;
        this.channel = channel;
        this.receiver = receiver;
        this.thread = new Thread(this::run, "listen-" + channel);
        this.thread.setDaemon(true);
    }

    /** Starts to listen and returns once the server has registered it, or at once if the server cannot be reached. */
    static NotificationListener start(DatabaseAddress address, String channel, Consumer<String> receiver) {
        NotificationListener listener = new NotificationListener(address, channel, receiver);
        listener.thread.start();
        try {
            boolean registered = listener.listening.await(5, TimeUnit.SECONDS);
            if (!registered) {
                LOG.warn("not listening yet channel={}", channel);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return listener;
    }

    private void run() {
        boolean again = false;
        while (closed.getCount() > 0) {
            try (Connection fresh = address.connect("lindero listen")) {
                connection = fresh;
                listen(fresh, again);
            } catch (SQLException e) {
                if (closed.getCount() > 0) {
                    LOG.warn("listening broke channel={} error={}", channel, e.getMessage());
                }
            }
            again = true;
            pause();
        }
    }

    private void listen(Connection fresh, boolean again) throws SQLException {
        try (Statement statement = fresh.createStatement()) {
            statement.execute("LISTEN " + fresh.unwrap(PGConnection.class).escapeIdentifier(channel));
        }
        listening.countDown();
        if (again) {
            tell("");
        }
        while (closed.getCount() > 0) {
            PGNotification[] notifications = fresh.unwrap(PGConnection.class).getNotifications(WAIT_MS);
            if (notifications != null) {
                for (PGNotification notification : notifications) {
                    tell(notification.getParameter());
                }
            }
            if (!fresh.isValid(5)) {
                throw new SQLException("connection lost");
            }
        }
    }

    private void tell(String text) {
        try {
            receiver.accept(text);
        } catch (RuntimeException e) {
            LOG.error("receiver failed channel={}", channel, e);
        }
    }

    private void pause() {
        try {
            boolean stop = closed.await(RETRY_MS, TimeUnit.MILLISECONDS);
            LOG.debug("listening again channel={} stop={}", channel, stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        Connection open = connection;
        if (open != null) {
            try {
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("closing channel={} error={}", channel, e.getMessage());
            }
        }
    }
}
