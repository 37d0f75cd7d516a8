package co.lindero.platform.http;

/**
 * A form in which an answer can be had.
 *
 * @param name value of the parameter {@code f}
 * @param mediaType what {@code Content-Type} says, with the version where a standard asks for it
 */
public record Format(String name, String mediaType) {
    public static final Format JSON = new Format("json", "application/json");
    /** GeoJSON; answers to {@code f=json} too, as OGC clients expect. */
    public static final Format GEOJSON = new Format("json", "application/geo+json");

    public static final Format HTML = new Format("html", "text/html");
    public static final Format TEXT = new Format("text", "text/plain");
    public static final Format SVG = new Format("svg", "image/svg+xml");
    public static final Format CSV = new Format("csv", "text/csv");
    public static final Format PDF = new Format("pdf", "application/pdf");
    public static final Format TILE = new Format("mvt", "application/vnd.mapbox-vector-tile");

    /** Returns the value of {@code Content-Type}: text says that it is UTF-8. */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    /**
     * Returns how closely a media range of {@code Accept} names this form: 0 not at all, 3 exactly.
     *
     * @param range without its parameters: no two forms of an answer differ by theirs
     */
    int match(String range) {
        String bare = mediaType.replaceFirst(";.*", "");
        if (range.equals(bare)) {
            return 3;
        }
        if (range.equals("application/json") && bare.endsWith("+json")) {
            return 3;
        }
        String type = bare.substring(0, bare.indexOf('/') + 1);
        if (range.equals(type + "*")) {
            return 2;
        }
        return range.equals("*/*") || range.equals("*") ? 1 : 0;
    }
}
