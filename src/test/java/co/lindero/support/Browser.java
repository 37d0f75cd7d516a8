package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Debian's Chromium without a window: shows a page of a served test and reaches no other host. */
public final class Browser {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_S = 60;
    private static final int HEIGHT = 900;

    private Browser() {}

    /** Returns the picture of a page in a window of a width, once it has come to rest. */
    public static BufferedImage picture(String address, int width) {
        try {
            Path folder = Files.createDirectories(Path.of("target/browser").toAbsolutePath());
            Path home = Files.createTempDirectory(folder, "home");
            Path picture = home.resolve("page.png");
            run(home, List.of("--window-size=" + width + "," + HEIGHT, "--screenshot=" + picture, address));
            return ImageIO.read(picture.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path home, List<String> what) throws IOException {
        assertThat(PROGRAM)
                .as("Chromium, which ./lindero test installs (apt-get install chromium)")
                .isExecutable();
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--disable-sync",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                "--virtual-time-budget=10000",
                "--user-data-dir=" + home.resolve("profile")));
        command.addAll(what);
        Process process = new ProcessBuilder(command)
                .redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS))
                    .as("Chromium came to an end")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(home.resolve("err")))
                .isZero();
    }
}
