package co.lindero.platform.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The migration files on the class path, as one fingerprint: equal means that Flyway would find nothing to do. */
final class MigrationFiles {
    static final String FOLDER = "sql/migration";

    private MigrationFiles() {}

    /** Returns the SHA-256 over all names and contents, hexadecimal. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names()) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = Objects.requireNonNull(loader().getResourceAsStream(FOLDER + "/" + name), name)) {
                    digest.update(in.readAllBytes());
                }
            }
            return String.format("%064x", new BigInteger(1, digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names() throws IOException, URISyntaxException {
        Set<String> names = new TreeSet<>();
        URL anchor = Objects.requireNonNull(loader().getResource(FOLDER + "/V0001__foundation_settings.sql"));
        if (anchor.openConnection() instanceof JarURLConnection jar) {
            jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER + "/") && name.endsWith(".sql"))
                    .forEach(name -> names.add(name.substring(FOLDER.length() + 1)));
            return names;
        }
        URI folder = anchor.toURI().resolve(".");
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<String> found = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
            names.addAll(found);
        }
        return names;
    }

    private static ClassLoader loader() {
        return MigrationFiles.class.getClassLoader();
    }
}
