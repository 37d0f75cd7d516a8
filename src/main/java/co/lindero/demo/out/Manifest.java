package co.lindero.demo.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What to load in which order: a YAML list of commands, files relative to the manifest. Not thread-safe. */
public final class Manifest {
    private final List<List<String>> commands = new ArrayList<>();

    /** Adds one command. */
    public void add(List<String> args) {
        commands.add(List.copyOf(args));
    }

    /** Returns how many commands there are. */
    public int size() {
        return commands.size();
    }

    /** Writes manifest.yaml into a folder. */
    public void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(GeoJsonFile.SYNTHETIC).append(".\n");
        text.append("# Órdenes de lindero, una tras otra; los archivos se buscan junto a este manifiesto.\n");
        for (List<String> args : commands) {
            text.append("- args: [");
            for (int i = 0; i < args.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                Json.quote(text, args.get(i));
            }
            text.append("]\n");
        }
        Files.writeString(folder.resolve("manifest.yaml"), text);
    }
}
