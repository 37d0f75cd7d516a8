package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.Locale;

/** Turns a failed GDAL process into a problem that says what to do. */
final class GdalFailure {
    private GdalFailure() {}

    static Problem reading(DataFile file, GdalResult result) {
        if (killed(result)) {
            return tooLarge(file);
        }
        String said = said(file, result);
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "«" + file.label() + "» no se puede leer como "
                                + file.format().title() + said + ".",
                        "'" + file.label() + "' cannot be read as "
                                + file.format().title() + said + ".")
                .hint(
                        "Ábralo en QGIS o pida el archivo de nuevo; puede estar incompleto o tener otra extensión.",
                        "Open it in QGIS or ask for it again; it may be incomplete or carry the wrong ending.");
    }

    static Problem staging(DataFile file, GdalResult result) {
        String text = result.err().toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("could not extend file") || text.contains("disk full")) {
            return Problem.of(
                            ProblemType.ENVIRONMENT,
                            "El disco de la base de datos está lleno.",
                            "The database's disk is full.")
                    .hint("Libere espacio y repita la carga.", "Free some space and load again.");
        }
        if (text.contains("permission denied")) {
            return Problem.of(
                            ProblemType.ENVIRONMENT,
                            "El usuario de la base de datos no puede escribir en lindero_staging.",
                            "The database user may not write to lindero_staging.")
                    .hint("Ejecute lindero setup como dueño.", "Run lindero setup as the owner.");
        }
        if (text.contains("connection to server")
                || text.contains("server closed the connection")
                || text.contains("could not connect")
                || text.contains("pqconnectdb")
                || text.contains("terminating connection")) {
            return Problem.of(
                            ProblemType.DATABASE_UNAVAILABLE,
                            "Se perdió la conexión con la base de datos durante la lectura.",
                            "The connection to the database was lost while reading.")
                    .hint("Revise el servidor y repita la carga.", "Check the server and load again.");
        }
        if (text.contains("reproject")) {
            return Problem.of(
                            ProblemType.CRS_IMPLAUSIBLE,
                            "«" + file.label() + "»: hay coordenadas que no se pueden transformar" + said(file, result)
                                    + ".",
                            "'" + file.label() + "': some coordinates cannot be transformed" + said(file, result) + ".")
                    .hint("Revise --crs.", "Check --crs.");
        }
        if (text.contains("non utf-8") || text.contains("invalid byte sequence")) {
            return Problem.of(
                            ProblemType.SOURCE_UNREADABLE,
                            "«" + file.label() + "» trae texto en otra codificación que la supuesta.",
                            "'" + file.label() + "' has text in another encoding than assumed.")
                    .hint("Declare la codificación con --encoding.", "Declare the encoding with --encoding.");
        }
        return killed(result) ? tooLarge(file) : stopped(file);
    }

    /** Without GDAL's words: where a row fails they quote the row. */
    private static Problem stopped(DataFile file) {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "Las filas de «" + file.label() + "» no se pudieron copiar a la base de datos.",
                        "The rows of '" + file.label() + "' could not be copied into the database.")
                .hint(
                        "Ábralo en QGIS y guárdelo como GeoPackage; si falla igual, el archivo está dañado.",
                        "Open it in QGIS and save it as GeoPackage; if that fails too, the file is damaged.");
    }

    private static boolean killed(GdalResult result) {
        return result.exitCode() > 128
                || result.err().contains("bad_alloc")
                || result.err().toLowerCase(Locale.ROOT).contains("out of memory");
    }

    private static Problem tooLarge(DataFile file) {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "«" + file.label() + "» sobrepasa los límites de memoria o tiempo, o daña el lector.",
                        "'" + file.label() + "' exceeds the limits of memory or time, or breaks the reader.")
                .hint("Divídalo o conviértalo a GeoPackage.", "Split it, or convert it to GeoPackage.");
    }

    /** GDAL's own words without our folders. */
    private static String said(DataFile file, GdalResult result) {
        String folder = file.path().getParent() + "/";
        String text = String.join("; ", result.errors())
                .replace(folder, "")
                .replaceAll(" with the following drivers\\.?", "")
                .replaceAll("[.\\s]+$", "");
        return text.isBlank() ? "" : ": " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }
}
