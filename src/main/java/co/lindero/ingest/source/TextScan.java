package co.lindero.ingest.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a text file is valid UTF-8, in one pass.
 *
 * @param invalidAt 0-based offset of the first byte that is not, -1 if none
 * @param invalidLine 1-based line of that byte
 * @param nonAscii whether any byte leaves ASCII
 * @param replaced how many U+FFFD it holds
 * @param replacedLine 1-based line of the first of them, 0 if none
 */
record TextScan(long invalidAt, long invalidLine, boolean nonAscii, long replaced, long replacedLine) {
    static TextScan of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new Pass().run(in);
        }
    }

    /** The state of one pass over the file. */
    private static final class Pass {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        private final CharBuffer characters = CharBuffer.allocate(1 << 16);
        private long offset;
        private long line = 1;
        private boolean nonAscii;
        private long replaced;
        private long replacedLine;

        TextScan run(InputStream in) throws IOException {
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result = decoder.decode(bytes, characters.clear(), end);
                count();
                if (result.isError()) {
                    return new TextScan(offset + bytes.position(), line, true, replaced, replacedLine);
                }
                offset += bytes.position();
                bytes.compact();
            }
            return new TextScan(-1, 0, nonAscii, replaced, replacedLine);
        }

        private void count() {
            characters.flip();
            while (characters.hasRemaining()) {
                char c = characters.get();
                line += c == '\n' ? 1 : 0;
                nonAscii |= c > 0x7f && c != 0xfeff;
                if (c == 0xfffd) {
                    replaced++;
                    replacedLine = replacedLine == 0 ? line : replacedLine;
                }
            }
        }
    }
}
