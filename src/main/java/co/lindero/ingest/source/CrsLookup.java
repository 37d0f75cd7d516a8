package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.List;
import java.util.regex.Pattern;

/** Turns what {@code --crs} says into a coordinate reference system, by PROJ's own register. */
final class CrsLookup {
    private static final Pattern NUMBER = Pattern.compile("\\d{4,6}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,12}:[A-Za-z0-9_]{1,32}");

    private CrsLookup() {}

    static SourceCrs require(Gdal gdal, String text) {
        String code = NUMBER.matcher(text.strip()).matches() ? "EPSG:" + text.strip() : text.strip();
        if (!CODE.matcher(code).matches()) {
            throw unknown(text);
        }
        GdalResult result =
                gdal.run(GdalCommand.reading("gdalsrsinfo", List.of("-o", "wkt2", "--single-line", code), List.of()));
        return SourceCrs.parse(result.out(), SourceCrs.Origin.DECLARED)
                .filter(crs -> result.succeeded())
                .map(crs -> crs.code() == null && !result.out().strip().startsWith("COMPOUND")
                        ? new SourceCrs(code, crs.name(), crs.wkt(), crs.kind(), crs.origin())
                        : crs)
                .orElseThrow(() -> unknown(text));
    }

    private static Problem unknown(String text) {
        return Problem.of(
                        ProblemType.CRS_UNKNOWN,
                        "No existe el sistema de coordenadas «" + text + "».",
                        "There is no coordinate reference system '" + text + "'.")
                .hint("Escriba por ejemplo EPSG:9377 o 9377.", "Write for example EPSG:9377 or 9377.");
    }
}
