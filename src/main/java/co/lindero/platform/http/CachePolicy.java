package co.lindero.platform.http;

/** How long an answer may be used again without asking. */
public enum CachePolicy {
    /** Holds until the next publication: kept, but asked for every time. */
    REVALIDATE("public, max-age=0, must-revalidate"),
    /** Pinned by the legal day and by what was known: the same answer for ever. */
    PINNED("public, max-age=86400"),
    /** Not to be kept. */
    NONE("no-store");

    private final String header;

    CachePolicy(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }
}
