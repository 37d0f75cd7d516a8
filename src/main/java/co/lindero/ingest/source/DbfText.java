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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the bytes of a DBF file's text say about its encoding.
 *
 * @param languageId the language byte of the header, 0 where unset
 * @param nonAscii whether any name or value leaves ASCII
 * @param validUtf8 whether all of those are valid UTF-8; a character cut off at the end of a full value is let pass
 * @param firstInvalidRecord 1-based record of the first value that is not UTF-8, 0 for a column name, -1 if none
 * @param replaced how many U+FFFD it holds in UTF-8
 * @param replacedRecords the first 1-based records with one
 * @param cutOff byte offsets in the file of UTF-8 characters whose end did not fit into their value
 */
record DbfText(
        int languageId,
        boolean nonAscii,
        boolean validUtf8,
        long firstInvalidRecord,
        long replaced,
        List<Long> replacedRecords,
        List<CutOff> cutOff) {
    private static final int HEADER = 32;
    private static final int MOST_CUT_OFF = 100_000;
    private static final int LISTED = 5;

    /**
     * The beginning of a character.
     *
     * @param offset of its first byte in the file
     * @param length how many of its bytes there are
     */
    record CutOff(long offset, int length) {}

    /** Scans a DBF file; empty when its header makes no sense, which GDAL then tells better. */
    static Optional<DbfText> scan(Path dbf) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dbf), 1 << 16)) {
            byte[] head = in.readNBytes(HEADER);
            if (head.length < HEADER) {
                return Optional.empty();
            }
            int headerLength = u16(head, 8);
            int recordLength = u16(head, 10);
            if (headerLength <= HEADER || recordLength == 0) {
                return Optional.empty();
            }
            byte[] columns = in.readNBytes(headerLength - HEADER);
            return Optional.of(new Scan(columns).records(in, headerLength, recordLength, head[29] & 0xff));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    /** The state of one pass over the file. */
    private static final class Scan {
        private final List<int[]> textColumns = new ArrayList<>();
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private boolean nonAscii;
        private long firstInvalid = -1;
        private long replaced;
        private final List<Long> replacedRecords = new ArrayList<>();
        private final List<CutOff> cutOff = new ArrayList<>();
        private long rowOffset;

        Scan(byte[] columns) {
            int offset = 1;
            for (int at = 0; at + HEADER <= columns.length && columns[at] != 0x0d; at += HEADER) {
                boolean text = columns[at + 11] == 'C';
                int length = text ? u16(columns, at + 16) : columns[at + 16] & 0xff;
                look(columns, at, 11, 0);
                if (text) {
                    textColumns.add(new int[] {offset, length});
                }
                offset += length;
            }
        }

        DbfText records(InputStream in, int headerLength, int recordLength, int languageId) throws IOException {
            long number = 0;
            for (byte[] row = in.readNBytes(recordLength);
                    row.length == recordLength;
                    row = in.readNBytes(recordLength)) {
                number++;
                rowOffset = headerLength + (number - 1) * recordLength;
                for (int[] column : textColumns) {
                    if (column[0] + column[1] <= recordLength) {
                        look(row, column[0], column[1], number);
                    }
                }
            }
            return new DbfText(languageId, nonAscii, firstInvalid < 0, firstInvalid, replaced, replacedRecords, cutOff);
        }

        private void look(byte[] bytes, int from, int length, long record) {
            if (isAscii(bytes, from, length)) {
                return;
            }
            nonAscii = true;
            CharBuffer characters = CharBuffer.allocate(length);
            ByteBuffer value = ByteBuffer.wrap(bytes, from, length);
            CoderResult result = decoder.reset().decode(value, characters, false);
            if (!result.isError() && value.hasRemaining() && record > 0 && cutOff.size() < MOST_CUT_OFF) {
                cutOff.add(new CutOff(rowOffset + value.position(), value.remaining()));
            }
            if (result.isError() && firstInvalid < 0) {
                firstInvalid = record;
            }
            long here = characters.flip().chars().filter(c -> c == 0xfffd).count();
            replaced += here;
            if (here > 0 && replacedRecords.size() < LISTED && !replacedRecords.contains(record)) {
                replacedRecords.add(record);
            }
        }

        private static boolean isAscii(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length && i < bytes.length; i++) {
                if (bytes[i] < 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
