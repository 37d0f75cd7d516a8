package co.lindero.bench;

import co.lindero.demo.DemoGenerator;
import co.lindero.demo.DemoLayout;
import co.lindero.demo.DemoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The synthetic municipality that is measured, the same bytes for the same number of parcels, kept between runs.
 *
 * @param folder folder with {@code parcels.geojson}, a file for each theme and the manifest
 * @param parcels number of parcels
 */
record Fabric(Path folder, int parcels) {
    static final String MUNICIPALITY = "76130";
    /** The plan that its manifest makes. */
    static final String PLAN = "PBOT-2005";

    private static final long SEED = 20_261_123L;
    private static final Pattern ARGUMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Finds the fabric under a folder, generating it the first time. */
    static Fabric prepare(Path under, int parcels) throws IOException {
        Path folder = under.resolve("fabric-" + SEED + "-" + parcels);
        if (!Files.exists(folder.resolve("manifest.yaml"))) {
            Path fresh = under.resolve(folder.getFileName() + ".new");
            Files.createDirectories(fresh);
            DemoGenerator.generate(new DemoSettings(SEED, parcels, DemoLayout.FABRIC), fresh);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Fabric(folder, parcels);
    }

    Path parcelFile() {
        return folder.resolve("parcels.geojson");
    }

    Path zoneFile(String theme) {
        return folder.resolve("zones-" + theme + ".geojson");
    }

    /** Returns the commands of the manifest but for the load of the parcels, files named in full. */
    List<List<String>> planCommands() {
        try (Stream<String> lines = Files.lines(folder.resolve("manifest.yaml"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("- args:"))
                    .map(this::arguments)
                    .filter(args -> !args.contains("parcels"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> arguments(String line) {
        List<String> arguments = new ArrayList<>();
        for (Matcher quoted = ARGUMENT.matcher(line); quoted.find(); ) {
            String text = quoted.group(1);
            arguments.add(text.endsWith(".geojson") ? folder.resolve(text).toString() : text);
        }
        return arguments;
    }

    /**
     * Writes a file with one record changed: the first one in which a text occurs.
     *
     * @return the changed copy, which has the name of the original and so replaces its dataset
     */
    Path changed(Path file, String text, String replacement) throws IOException {
        Path folder = Files.createDirectories(this.folder.resolve("changed"));
        Path copy = folder.resolve(file.getFileName());
        boolean done = false;
        try (var lines = Files.newBufferedReader(file);
                var out = Files.newBufferedWriter(copy)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean here = !done && line.contains(text);
                out.write(here ? line.replace(text, replacement) : line);
                out.write('\n');
                done |= here;
            }
        }
        if (!done) {
            throw new IllegalStateException(file + " holds no " + text);
        }
        return copy;
    }
}
