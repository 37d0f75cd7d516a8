package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of the operating system that runs the server: ourselves, or, because PostgreSQL refuses root, an
 * unprivileged account when we are root.
 *
 * @param uid user number
 * @param gid group number
 * @param switched whether commands must change to it
 */
record ServerAccount(int uid, int gid, boolean switched) {
    private static final String NAME = "postgres";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /**
     * Returns the account to use for a cluster folder: that of its owner where it exists already.
     *
     * @param cluster folder of the cluster, existing or not
     */
    static ServerAccount choose(Path cluster) {
        int ourselves = number("id", "-u");
        if (ourselves != 0) {
            return new ServerAccount(ourselves, number("id", "-g"), false);
        }
        if (Files.exists(cluster)) {
            ServerAccount owner = ownerOf(cluster);
            if (owner.uid != 0) {
                return owner;
            }
        }
        return new ServerAccount(number("id", "-u", NAME), number("id", "-g", NAME), true);
    }

    private static ServerAccount ownerOf(Path path) {
        try {
            return new ServerAccount(
                    (Integer) Files.getAttribute(path, "unix:uid"),
                    (Integer) Files.getAttribute(path, "unix:gid"),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program under this account. */
    OsProcess.Outcome run(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (switched) {
            whole.addAll(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"));
        }
        whole.addAll(command);
        return OsProcess.run(whole, LIMIT);
    }

    /** Creates a folder that only this account may enter, or takes the one that is there. */
    void own(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        give(folder);
    }

    /** Makes a file or folder this account's. */
    void give(Path path) throws IOException {
        if (switched) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    /** Tells whether a folder belongs to this account and is nobody else's to write. */
    boolean owns(Path folder) throws IOException {
        return Files.isDirectory(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                && Files.getAttribute(folder, "unix:uid").equals(uid)
                && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                        .endsWith("------");
    }

    /** Tells whether this account can reach a folder and write in it. */
    boolean reaches(Path folder) {
        return run(List.of("test", "-w", folder.toString(), "-a", "-x", folder.toString()))
                .succeeded();
    }

    private static int number(String... command) {
        OsProcess.Outcome outcome = OsProcess.run(List.of(command), LIMIT);
        if (!outcome.succeeded()) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "PostgreSQL no corre como root y no existe la cuenta «" + NAME + "».",
                            "PostgreSQL refuses root and there is no account «" + NAME + "».")
                    .hint(
                            "Instale postgresql-15, que la crea, o ejecute lindero sin ser root.",
                            "Install postgresql-15, which makes it, or run lindero as an ordinary user.");
        }
        return Integer.parseInt(outcome.output());
    }
}
