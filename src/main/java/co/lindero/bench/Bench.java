package co.lindero.bench;

import co.lindero.landuse.LandUseService;
import co.lindero.landuse.PartKeeper;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.Sql;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What measurements work with.
 *
 * @param database a database of the measurement's own
 * @param keeper keeps derived parts in it
 * @param landUse answers from it
 * @param lindero other commands of the program, on the same database
 * @param folder where fabrics and other working files lie
 * @param out where figures are printed
 */
public record Bench(
        Database database, PartKeeper keeper, LandUseService landUse, Lindero lindero, Path folder, PrintStream out) {
    static final int THREADS = 2;

    /** The program itself, as its users have it. */
    public interface Lindero {
        /** Runs a command in this process. */
        void run(List<String> args);

        /** Runs a load of parcels in a process of its own with little heap, and returns its measures as JSON. */
        String loadApart(Path file, int heapMiB);

        /** Serves over HTTP until closed, where that is possible. */
        default Optional<AutoCloseable> serve(int port) {
            return serve(port, Map.of());
        }

        /** Serves with settings of its own. */
        Optional<AutoCloseable> serve(int port, Map<String, String> settings);

        /** Serves in a process of its own with little heap, until closed; returns once it is ready. */
        AutoCloseable serveApart(int port, int heapMiB, Map<String, String> settings);
    }

    /** Runs a statement that returns nothing. */
    void execute(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(Sql.query("bench/" + statement)));
    }

    /** Brings plan, themes and zones into the database, without measuring parcels. */
    void loadPlan(Fabric fabric) {
        for (List<String> args : fabric.planCommands()) {
            lindero.run(args.get(0).equals("load") ? withoutParts(args) : args);
        }
    }

    /** Loads a fabric of so many parcels and keeps its parts, unless they are there already. */
    void prepare(int parcels) throws IOException {
        Fabric fabric = Fabric.prepare(folder, parcels);
        boolean there = database.read(handle -> handle.createQuery(Sql.query("bench/has_numbers"))
                .mapTo(Boolean.class)
                .one());
        if (!there) {
            loadPlan(fabric);
            lindero.run(withoutParts(
                    List.of("load", "parcels", fabric.parcelFile().toString(), "--municipality", Fabric.MUNICIPALITY)));
            keeper.keepAll(THREADS, count -> {});
            execute("create_number");
        }
        execute("vacuum");
    }

    static List<String> withoutParts(List<String> load) {
        return java.util.stream.Stream.concat(load.stream(), java.util.stream.Stream.of("--no-derive"))
                .toList();
    }

    /** Returns how long work takes, s. */
    static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
