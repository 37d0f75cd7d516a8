package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a layer's coordinates can lie in the coordinate reference system it declares; from the layer's box alone, so
 * it costs nothing and comes before any row is read.
 */
final class CrsChecks {
    /** EPSG codes that differ by 14 to 24 m in the west of Colombia and cannot be told apart by coordinates. */
    private static final Set<String> LOOK_ALIKE = Set.of("EPSG:3115", "EPSG:21896", "EPSG:21891", "EPSG:6249");

    private CrsChecks() {}

    /** Finds what makes the layer unusable as declared. */
    static Optional<Problem> find(LayerInfo layer) {
        if (!layer.hasGeometry()) {
            return Optional.empty();
        }
        if (layer.crs().isEmpty()) {
            return Optional.of(unknown(layer));
        }
        return layer.extent() == null
                ? Optional.empty()
                : implausible(layer, layer.crs().orElseThrow(), layer.extent());
    }

    static List<SourceFinding> findings(LayerInfo layer) {
        boolean ambiguous =
                layer.crs().map(SourceCrs::label).filter(LOOK_ALIKE::contains).isPresent();
        if (!ambiguous) {
            return List.of();
        }
        String code = layer.crs().map(SourceCrs::label).orElse("");
        return List.of(SourceFinding.warning(
                "crs-candidates",
                "Se lee como " + code
                        + ". EPSG:3115, EPSG:21896 y EPSG:6249 difieren entre 14 y 24 m y no se distinguen"
                        + " por las coordenadas: confirme el origen con quien entregó el archivo.",
                "Read as " + code + ". EPSG:3115, EPSG:21896 and EPSG:6249 differ by 14 to 24 m and cannot be told"
                        + " apart by coordinates: confirm with whoever delivered the file."));
    }

    /** Systems that such coordinates may be in, likeliest first; empty when nothing fits. */
    static List<String> candidates(Extent box) {
        if (box.within(-180, -90, 180, 90)) {
            return List.of("EPSG:4686", "EPSG:4326");
        }
        if (box.within(3_680_000, 1_080_000, 5_700_000, 3_310_000)) {
            return List.of("EPSG:9377");
        }
        if (box.within(1_040_000, 800_000, 1_110_000, 900_000)) {
            return List.of("EPSG:3115", "EPSG:21896", "EPSG:6249");
        }
        if (box.within(0, 0, 2_000_000, 2_200_000)) {
            return List.of("EPSG:3116", "EPSG:3115", "EPSG:3117", "EPSG:3114", "EPSG:3118");
        }
        return List.of();
    }

    private static Problem unknown(LayerInfo layer) {
        List<String> guesses = layer.extent() == null ? List.of() : candidates(layer.extent());
        String seen = layer.extent() == null ? "" : " (" + layer.extent().text() + ")";
        String first = guesses.isEmpty() ? "EPSG:9377" : guesses.get(0);
        String list = String.join(", ", guesses);
        return Problem.of(
                        ProblemType.CRS_UNKNOWN,
                        "La capa «" + layer.name() + "» no dice su sistema de coordenadas" + seen + ".",
                        "The layer '" + layer.name() + "' does not state its coordinate reference system" + seen + ".")
                .hint(
                        "Declárelo, por ejemplo --crs " + first
                                + (guesses.isEmpty() ? "." : ". Por los valores podría ser: " + list + "."),
                        "Declare it, for example --crs " + first
                                + (guesses.isEmpty() ? "." : ". By its values it may be: " + list + "."))
                .with("candidates", guesses);
    }

    private static Optional<Problem> implausible(LayerInfo layer, SourceCrs crs, Extent box) {
        boolean degrees = box.within(-180, -90, 180, 90);
        if (crs.kind() == SourceCrs.Kind.PROJECTED && degrees && !isPoint(box)) {
            return Optional.of(problem(
                    layer,
                    "grados declarados como metros: las coordenadas son grados, pero " + crs.label() + " usa metros",
                    "degrees declared as metres: the coordinates are degrees but " + crs.label() + " is in metres",
                    "EPSG:4686"));
        }
        if (crs.kind() == SourceCrs.Kind.GEOGRAPHIC && !box.within(-180.0001, -90.0001, 180.0001, 90.0001)) {
            List<String> guesses = candidates(box);
            return Optional.of(problem(
                    layer,
                    "metros declarados como grados: " + crs.label() + " usa grados y las coordenadas no lo son",
                    "metres declared as degrees: " + crs.label() + " is in degrees and the coordinates are not",
                    guesses.isEmpty() ? "EPSG:9377" : guesses.get(0)));
        }
        return swapped(layer, crs, box);
    }

    private static boolean isPoint(Extent box) {
        return box.minX() == 0 && box.minY() == 0 && box.maxX() == 0 && box.maxY() == 0;
    }

    private static Optional<Problem> swapped(LayerInfo layer, SourceCrs crs, Extent box) {
        boolean swapped = switch (crs.kind()) {
            case GEOGRAPHIC -> inColombia(box.swapped()) && !inColombia(box);
            case PROJECTED -> crs.label().equals("EPSG:9377") && nationalOrigin(box.swapped());
            case OTHER -> false;
        };
        if (!swapped) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemType.CRS_IMPLAUSIBLE,
                        "La capa «" + layer.name() + "» trae los ejes cambiados (" + box.text()
                                + "): x debe ser longitud o Este, y debe ser latitud o Norte.",
                        "The layer '" + layer.name() + "' has its axes swapped (" + box.text()
                                + "): x must be longitude or easting, y latitude or northing.")
                .hint(
                        "Vuelva a exportar el archivo con las coordenadas en orden x, y (ogr2ogr: -swapxy).",
                        "Export the file again with coordinates in x, y order (ogr2ogr: -swapxy)."));
    }

    private static boolean inColombia(Extent box) {
        return box.within(-85, -5, -66, 16);
    }

    private static boolean nationalOrigin(Extent box) {
        return box.within(3_680_000, 1_080_000, 5_700_000, 3_310_000);
    }

    private static Problem problem(LayerInfo layer, String spanish, String english, String suggestion) {
        String seen = layer.extent() == null ? "" : " (" + layer.extent().text() + ")";
        return Problem.of(
                        ProblemType.CRS_IMPLAUSIBLE,
                        "Capa «" + layer.name() + "»: " + spanish + seen + ".",
                        "Layer '" + layer.name() + "': " + english + seen + ".")
                .hint(
                        "Declare el sistema correcto, por ejemplo --crs " + suggestion + ".",
                        "Declare the right one, for example --crs " + suggestion + ".");
    }
}
