package co.lindero.bench;

import co.lindero.bench.ClosedLoop.Throughput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keep-alive connections to a server of this machine, all driven by one thread, each of which asks the next question as soon as it
 * has the answer. Client and server share the machine, so that whatever a client costs is taken from what is measured: a thread for
 * each connection costs as much as an empty route does. pgbench, with which rates are compared, drives its connections likewise.
 */
final class HttpClients {
    /** All that has come is taken at once. */
    private static final int BUFFER = 1 << 20;

    private final int port;
    private final int clients;
    private final double seconds;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private long[] times = new long[1 << 16];
    private int count;

    /** Prepares so many connections, to be measured for so many seconds after a warm-up four times as long. */
    HttpClients(int port, int clients, double seconds) {
        this.port = port;
        this.clients = clients;
        this.seconds = seconds;
    }

    /** Returns a port of this machine on which nothing listens. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * What is asked.
     *
     * @param body JSON that is posted; null to get
     */
    record Request(String path, @Nullable String body) {
        private byte[] bytes() {
            byte[] posted = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            String head = (body == null ? "GET " : "POST ") + path
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
                    + (body == null
                            ? ""
                            : "Content-Type: application/json\r\nContent-Length: " + posted.length + "\r\n")
                    + "\r\n";
            byte[] first = head.getBytes(StandardCharsets.US_ASCII);
            byte[] all = Arrays.copyOf(first, first.length + posted.length);
            System.arraycopy(posted, 0, all, first.length, posted.length);
            return all;
        }
    }

    private static final class Connection {
        private final SocketChannel channel;
        private final Supplier<Request> requests;
        private final HttpAnswer answer = new HttpAnswer();
        private String path = "";
        private long asked;

        Connection(SocketChannel channel, Supplier<Request> requests) {
            this.channel = channel;
            this.requests = requests;
        }

        void ask(long now) throws IOException {
            Request request = requests.get();
            path = request.path();
            asked = now;
            ByteBuffer bytes = ByteBuffer.wrap(request.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /**
     * Gets and measures.
     *
     * @param paths for each connection, by its number, gives what to get next
     */
    Throughput run(IntFunction<Supplier<String>> paths) throws IOException {
        return ask(client -> {
            Supplier<String> own = paths.apply(client);
            return () -> new Request(own.get(), null);
        });
    }

    /**
     * Asks and measures.
     *
     * @param requests for each connection, by its number, gives what to ask next
     */
    Throughput ask(IntFunction<Supplier<Request>> requests) throws IOException {
        count = 0;
        List<SocketChannel> channels = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            for (int i = 0; i < clients; i++) {
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                channels.add(channel);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                Connection connection = new Connection(channel, requests.apply(i));
                channel.register(selector, SelectionKey.OP_READ, connection);
                connection.ask(start);
            }
            long begin = start + (long) (ClosedLoop.WARM_UP * seconds * 1e9);
            long end = begin + (long) (seconds * 1e9);
            while (System.nanoTime() < end) {
                selector.select(key -> read((Connection) key.attachment(), begin, end), 1_000);
            }
        } catch (Broken e) {
            throw e.cause;
        } finally {
            for (SocketChannel channel : channels) {
                channel.close();
            }
        }
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return Throughput.of(sorted, seconds);
    }

    private void read(Connection connection, long begin, long end) {
        try {
            buffer.clear();
            if (connection.channel.read(buffer) < 0) {
                throw new IOException(connection.path + ": connection closed");
            }
            buffer.flip();
            if (!connection.answer.take(buffer)) {
                return;
            }
            if (connection.answer.status() != 200) {
                throw new IOException(connection.path + " answers " + connection.answer.status());
            }
            long now = System.nanoTime();
            note(connection.asked, now, begin, end);
            connection.answer.clear();
            connection.ask(now);
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private void note(long asked, long now, long begin, long end) {
        if (asked >= begin && now <= end) {
            times = count == times.length ? Arrays.copyOf(times, 2 * count) : times;
            times[count++] = now - asked;
        }
    }

    /** Carries a failure through the selector. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException cause;

        Broken(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
