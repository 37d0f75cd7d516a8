package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the data files in what was delivered: a file, a folder, or an archive with folders in it. */
final class Delivery {
    private static final Set<String> ARCHIVES = Set.of(".zip", ".kmz");
    private static final Set<String> SPREADSHEETS = Set.of(".xls", ".xlsm", ".xlsb", ".ods");
    private static final int DEEPEST = 8;

    private Delivery() {}

    static List<DataFile> locate(Path path, Path temporary) {
        Path local = Gdal.requireLocal(path);
        if (!Files.exists(local)) {
            throw unreadable(path, "no existe", "does not exist");
        }
        if (!Files.isReadable(local)) {
            throw unreadable(path, "no se puede leer: falta el permiso", "cannot be read: permission is missing");
        }
        if (isArchive(local)) {
            Path unpacked = temporary.resolve("unpacked");
            Archive.unpack(local, unpacked, Archive.Limits.STANDARD);
            return filesIn(path, unpacked);
        }
        if (Files.isDirectory(local) && SourceFormat.find(local).isEmpty()) {
            return filesIn(path, local);
        }
        return List.of(single(path, local));
    }

    private static boolean isArchive(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path) && ARCHIVES.stream().anyMatch(name::endsWith);
    }

    private static DataFile single(Path given, Path local) {
        SourceFormat format = SourceFormat.find(local).orElseThrow(() -> notOurs(given));
        if (format != SourceFormat.FILE_GEODATABASE && !Files.isRegularFile(local)) {
            throw unreadable(given, "no es un archivo corriente", "is not an ordinary file");
        }
        requireContent(given, local);
        return new DataFile(local, local.getFileName().toString(), format);
    }

    private static void requireContent(Path given, Path local) {
        try {
            if (Files.isRegularFile(local) && Files.size(local) == 0) {
                throw unreadable(given, "está vacío", "is empty");
            }
        } catch (IOException e) {
            throw unreadable(given, "no se puede leer", "cannot be read");
        }
    }

    private static List<DataFile> filesIn(Path given, Path root) {
        List<DataFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, new Finder(root, found));
        } catch (IOException e) {
            throw unreadable(given, "no se puede recorrer", "cannot be searched");
        }
        List<DataFile> files = found.stream()
                .filter(file -> !isTableOfShapefile(file, found))
                .sorted(java.util.Comparator.comparing(DataFile::label))
                .toList();
        if (files.isEmpty()) {
            throw unreadable(
                    given,
                    "no contiene ningún archivo que se pueda cargar (" + SourceFormat.readable() + ")",
                    "contains no file that can be loaded (" + SourceFormat.readable() + ")");
        }
        return files;
    }

    private static boolean isTableOfShapefile(DataFile file, List<DataFile> all) {
        return file.format() == SourceFormat.DBASE
                && all.stream()
                        .anyMatch(other -> other.format() == SourceFormat.SHAPEFILE
                                && stem(other.label()).equals(stem(file.label())));
    }

    /** Returns a path without its ending, in lower case. */
    static String stem(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        return dot > lower.lastIndexOf('/') + 1 ? lower.substring(0, dot) : lower;
    }

    private static Problem notOurs(Path path) {
        Problem problem = Problem.of(
                ProblemType.SOURCE_UNREADABLE,
                "«" + path.getFileName() + "»: formato no admitido.",
                "'" + path.getFileName() + "': format not supported.");
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (SPREADSHEETS.stream().anyMatch(name::endsWith)) {
            return problem.hint(
                    "Guárdelo en la hoja de cálculo como XLSX sin macros, o como CSV.",
                    "Save it in the spreadsheet as XLSX without macros, or as CSV.");
        }
        if (name.endsWith(".tif") || name.endsWith(".tiff")) {
            return problem.hint(
                    "Un ráster se carga con: lindero load raster", "A raster is loaded with: lindero load raster");
        }
        return problem.hint(
                "Se leen " + SourceFormat.readable() + ", también en un .zip.",
                "Readable: " + SourceFormat.readable() + ", also in a .zip.");
    }

    static Problem unreadable(Path path, String spanish, String english) {
        return Problem.of(
                ProblemType.SOURCE_UNREADABLE,
                "«" + path.getFileName() + "» " + spanish + ".",
                "'" + path.getFileName() + "' " + english + ".");
    }

    /** Collects data files; a geodatabase folder is one, hidden files and macOS leftovers are none. */
    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<DataFile> found;

        Finder(Path root, List<DataFile> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            if (!folder.equals(root) && (name.startsWith(".") || name.equals("__MACOSX"))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            return add(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.getFileName().toString().startsWith(".")) {
                add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean add(Path path) {
            SourceFormat.find(path)
                    .ifPresent(format ->
                            found.add(new DataFile(path, root.relativize(path).toString(), format)));
            return SourceFormat.find(path).isPresent();
        }
    }
}
