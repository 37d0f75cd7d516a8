package co.lindero.tile;

import co.lindero.platform.http.Etags;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A vector tile as it is sent. Immutable. */
final class Tile {
    /** What a tile takes in memory besides its bytes, about. */
    private static final int OVERHEAD = 300;

    private final byte[] bytes;
    private final String digest;

    private Tile(byte[] bytes, String digest) {
        this.bytes = bytes;
        this.digest = digest;
    }

    static Tile of(byte[] bytes) {
        return new Tile(bytes, Etags.digest(bytes));
    }

    /** Returns the tile's bytes, none where nothing is shown; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns a text that changes exactly when the bytes do. */
    String digest() {
        return digest;
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Returns about how many bytes of memory the tile takes. */
    int weight() {
        return bytes.length + OVERHEAD;
    }

    /** Returns the tile with the layers of all of them. */
    static Tile joined(List<Tile> tiles) {
        if (tiles.size() == 1) {
            return tiles.get(0);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        StringBuilder digests = new StringBuilder();
        for (Tile tile : tiles) {
            all.writeBytes(tile.bytes);
            digests.append(tile.digest).append(' ');
        }
        return new Tile(all.toByteArray(), Etags.digest(digests.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
