package co.lindero.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One answer of HTTP/1.1 as its bytes come: tells when it is complete, and keeps nothing but its status. Not thread-safe. */
final class HttpAnswer {
    private static final int LONGEST_LINE = 8_192;
    private static final int STATUS_AT = 9;

    private final byte[] line = new byte[LONGEST_LINE];
    private int lineLength;
    private State state = State.STATUS;
    private int status;
    private boolean chunked;
    private long left;

    private enum State {
        STATUS,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        COMPLETE
    }

    /** Makes ready for the next answer of the connection. */
    void clear() {
        state = State.STATUS;
        lineLength = 0;
        status = 0;
        chunked = false;
        left = 0;
    }

    int status() {
        return status;
    }

    /** Takes bytes, all of them or up to the end of the answer; returns whether it is complete. */
    boolean take(ByteBuffer bytes) throws IOException {
        while (state != State.COMPLETE && bytes.hasRemaining()) {
            if (state == State.BODY || state == State.CHUNK) {
                skip(bytes);
            } else if (takeLine(bytes)) {
                endLine();
                lineLength = 0;
            }
        }
        return state == State.COMPLETE;
    }

    private void skip(ByteBuffer bytes) {
        int step = (int) Math.min(left, bytes.remaining());
        bytes.position(bytes.position() + step);
        left -= step;
        if (left == 0) {
            state = state == State.BODY ? State.COMPLETE : State.CHUNK_END;
        }
    }

    private boolean takeLine(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                return true;
            }
            if (next != '\r') {
                if (lineLength == LONGEST_LINE) {
                    throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
                }
                line[lineLength++] = next;
            }
        }
        return false;
    }

    private void endLine() {
        switch (state) {
            case STATUS -> {
                status = Integer.parseInt(text(STATUS_AT, STATUS_AT + 3));
                state = State.HEADER;
            }
            case HEADER -> header();
            case CHUNK_SIZE -> {
                left = Long.parseLong(text(0, lineLength).split(";", 2)[0].strip(), 16);
                state = left == 0 ? State.TRAILER : State.CHUNK;
            }
            case CHUNK_END -> state = State.CHUNK_SIZE;
            case TRAILER -> state = lineLength == 0 ? State.COMPLETE : State.TRAILER;
            default -> throw new IllegalStateException("no lines in " + state);
        }
    }

    private void header() {
        if (lineLength == 0) {
            if (chunked) {
                state = State.CHUNK_SIZE;
            } else {
                state = left > 0 ? State.BODY : State.COMPLETE;
            }
            return;
        }
        int first = line[0] | 0x20;
        // only two fields matter: texts are made of none but those that may be them
        if (first == 'c' || first == 't') {
            String field = text(0, lineLength).toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length:")) {
                left = Long.parseLong(
                        field.substring("content-length:".length()).strip());
            }
            chunked |= field.startsWith("transfer-encoding:") && field.contains("chunked");
        }
    }

    private String text(int from, int to) {
        return new String(line, from, Math.max(0, Math.min(to, lineLength) - from), StandardCharsets.US_ASCII);
    }
}
