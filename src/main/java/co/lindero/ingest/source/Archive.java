package co.lindero.ingest.source;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks a zip file into an empty folder, counting what really comes out: an entry that leaves the folder, too many
 * entries, too many bytes or an absurd compression ratio stop it.
 */
final class Archive {
    private static final Charset OLD_ZIP_NAMES = Charset.forName("IBM850");
    private static final long RATIO_FREE_BYTES = 50L << 20;

    private final Path zip;
    private final Path folder;
    private final Limits limits;
    private long unpackedBytes;

    /**
     * @param entries most files and folders
     * @param bytes most unpacked bytes in all
     * @param ratio most unpacked bytes for one packed byte, once 50 MiB are out
     */
    record Limits(int entries, long bytes, int ratio) {
        static final Limits STANDARD = new Limits(20_000, 16L << 30, 200);
    }

    private Archive(Path zip, Path folder, Limits limits) {
        this.zip = zip;
        this.folder = folder;
        this.limits = limits;
    }

    static void unpack(Path zip, Path folder, Limits limits) {
        Archive archive = new Archive(zip, folder, limits);
        try (ZipFile file = open(zip)) {
            Files.createDirectories(folder);
            archive.unpackAll(file);
        } catch (ZipException | IllegalArgumentException e) {
            throw Delivery.unreadable(
                    zip, "no es un zip legible o está dañado", "is not a readable zip file or is damaged");
        } catch (IOException e) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "No se pudo descomprimir «" + zip.getFileName() + "»: " + e.getMessage() + ".",
                            "'" + zip.getFileName() + "' could not be unpacked: " + e.getMessage() + ".",
                            e)
                    .hint("Revise el espacio en disco.", "Check the free disk space.");
        }
    }

    private static ZipFile open(Path zip) throws IOException {
        try {
            return new ZipFile(zip.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return new ZipFile(zip.toFile(), OLD_ZIP_NAMES);
        }
    }

    private void unpackAll(ZipFile file) throws IOException {
        if (file.size() > limits.entries()) {
            throw refused(
                    "tiene más de " + limits.entries() + " archivos", "has more than " + limits.entries() + " entries");
        }
        for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            Path target = folder.resolve(entry.getName().replace('\\', '/')).normalize();
            if (!target.startsWith(folder) || entry.getName().indexOf('\0') >= 0) {
                throw refused("contiene una ruta que sale de su carpeta", "contains a path that leaves its folder");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    copy(in, target, Math.max(1, entry.getCompressedSize()));
                }
            }
        }
    }

    private void copy(InputStream in, Path target, long packedBytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long entryBytes = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                entryBytes += n;
                unpackedBytes += n;
                if (unpackedBytes > limits.bytes()
                        || (entryBytes > RATIO_FREE_BYTES && entryBytes / packedBytes > limits.ratio())) {
                    throw refused("ocupa demasiado al descomprimirlo", "takes too much space when unpacked");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private Problem refused(String spanish, String english) {
        return Delivery.unreadable(zip, spanish, english)
                .hint("Descomprímalo y cargue el archivo de datos.", "Unpack it and load the data file.");
    }
}
