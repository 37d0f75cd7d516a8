package co.lindero.ingest.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate reference system of a layer; of a compound one, the horizontal part.
 *
 * @param code authority and number such as {@code EPSG:9377}, null where the file gives only a definition
 * @param name its name in the definition
 * @param wkt the definition as GDAL writes it (WKT2)
 * @param kind projected, geographic or neither
 * @param origin where it was taken from
 */
public record SourceCrs(@Nullable String code, String name, String wkt, Kind kind, Origin origin) {
    /** What its coordinates are. */
    public enum Kind {
        PROJECTED,
        GEOGRAPHIC,
        OTHER
    }

    /** Where it was taken from. */
    public enum Origin {
        FILE,
        DECLARED
    }

    /** Returns what {@code --crs} would say: the code, or the name where there is no code. */
    public String label() {
        return code == null ? name : code;
    }

    /** Parses a definition; empty for {@code (unknown)} and for GDAL's "undefined" systems. */
    static Optional<SourceCrs> parse(String wkt, Origin origin) {
        return WktNode.parse(wkt).map(WktNode::horizontal).flatMap(node -> ofNode(node, origin));
    }

    private static Optional<SourceCrs> ofNode(WktNode node, Origin origin) {
        String name = node.firstText();
        if (name.toLowerCase(java.util.Locale.ROOT).startsWith("undefined ") || name.equalsIgnoreCase("unknown")) {
            return Optional.empty();
        }
        Kind kind = switch (node.keyword()) {
            case "PROJCRS", "PROJCS", "PROJECTEDCRS", "DERIVEDPROJCRS" -> Kind.PROJECTED;
            case "GEOGCRS", "GEOGCS", "GEODCRS", "GEOGRAPHICCRS" -> Kind.GEOGRAPHIC;
            default -> Kind.OTHER;
        };
        return Optional.of(new SourceCrs(node.authorityCode().orElse(null), name, node.source(), kind, origin));
    }
}
