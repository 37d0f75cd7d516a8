package co.lindero.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How this machine can fence in a child process; found out once by trying. Immutable.
 *
 * @param withoutNetwork prefix that cuts the network, empty where the kernel does not allow it
 * @param limiter path of {@code prlimit}, empty where it is not installed
 */
record Isolation(List<String> withoutNetwork, Optional<Path> limiter) {
    static Isolation probe(List<Path> folders) {
        Optional<Path> limiter = find(folders, "prlimit");
        Optional<Path> unshare = find(folders, "unshare");
        for (String flags : List.of("--net", "-rn")) {
            List<String> prefix =
                    unshare.map(path -> List.of(path.toString(), flags)).orElse(List.of());
            if (!prefix.isEmpty() && works(prefix)) {
                return new Isolation(prefix, limiter);
            }
        }
        return new Isolation(List.of(), limiter);
    }

    List<String> prefix(GdalCommand.Network network, GdalLimits limits) {
        List<String> prefix = new ArrayList<>();
        if (network == GdalCommand.Network.CUT) {
            prefix.addAll(withoutNetwork);
        }
        limiter.ifPresent(path -> prefix.addAll(List.of(
                path.toString(),
                "--cpu=" + limits.cpuSeconds(),
                "--as=" + limits.memoryBytes(),
                "--fsize=" + limits.fileBytes(),
                "--core=0",
                "--")));
        return prefix;
    }

    static Optional<Path> find(List<Path> folders, String tool) {
        return folders.stream()
                .map(folder -> folder.resolve(tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean works(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("/bin/true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
