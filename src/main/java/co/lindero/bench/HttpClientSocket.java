package co.lindero.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/** One keep-alive connection that asks by GET and throws answers away; as small as can be, to leave the machine to the server. */
final class HttpClientSocket implements ClosedLoop.Client {
    private static final int LONGEST_LINE = 8192;

    private final Socket socket;
    private final InputStream in;
    private final Supplier<String> paths;
    private final byte[] line = new byte[LONGEST_LINE];

    HttpClientSocket(int port, Supplier<String> paths) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.paths = paths;
    }

    @Override
    public void ask() throws IOException {
        String path = paths.get();
        String head = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        String status = readLine();
        long length = 0;
        boolean chunked = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (!status.contains(" 200")) {
            throw new IOException(path + " answers " + status);
        }
    }

    private void skipChunks() throws IOException {
        for (long size = chunk(); size > 0; size = chunk()) {
            in.skipNBytes(size + 2);
        }
        readLine();
    }

    private long chunk() throws IOException {
        return Long.parseLong(readLine().split(";", 2)[0].strip(), 16);
    }

    private String readLine() throws IOException {
        int count = 0;
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed");
            }
            if (c != '\r' && count < LONGEST_LINE) {
                line[count++] = (byte) c;
            }
        }
        return new String(line, 0, count, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
