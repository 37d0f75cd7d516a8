package co.lindero.app;

import co.lindero.platform.config.Config;
import co.lindero.platform.config.ConfigKey;
import co.lindero.platform.db.Database;
import co.lindero.platform.db.PoolSettings;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves until a signal comes; then HTTP, pool and private cluster are closed in this order. */
@Command(name = "serve", description = "Inicia el servicio (start the service).")
final class ServeCommand implements Callable<Integer> {
    private static final String DEMO_MUNICIPALITY = "76130";

    @Option(
            names = "--demo",
            description = "Carga y sirve la demostración de Candelaria (load and serve the demonstration).")
    private boolean demo;

    @Option(names = "--port", paramLabel = "N", description = "Puerto; 8080 si no se indica (port).")
    private @Nullable Integer port;

    private final CommandContext context;

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port != null) {
            context.override(ConfigKey.LINDERO_PORT, Integer.toString(port));
        }
        if (demo) {
            context.override(ConfigKey.LINDERO_MUNICIPALITY, DEMO_MUNICIPALITY);
        }
        Config config = context.config();
        requireFreePort(config);
        Database database = context.openDatabase(PoolSettings.service(config));
        CountDownLatch stopped = new CountDownLatch(1);
        Service service = context.keep(Service.start(
                new Application(config, database, demo ? Application.Mode.DEMONSTRATION : Application.Mode.ORDINARY)));
        context.keep(stopped::countDown);
        context.serves();
        new Services(config, database).loadsCleanup();
        if (demo) {
            new DemoLoading(context, database).run();
        }
        service.ready();
        greet(config, service.port());
        stopped.await();
        return ExitCode.DONE;
    }

    private void greet(Config config, int listening) {
        String address = config.find(ConfigKey.LINDERO_PUBLIC_URL)
                .orElse("http://" + config.get(ConfigKey.LINDERO_HOST) + ":" + listening);
        context.say("Lindero atiende en " + address + "/", "Lindero listens on " + address + "/");
        context.say("Pruebe:", "Try:");
        context.out().println("  " + address + "/");
        context.out().println("  curl '" + address + "/parcels?lon=-76.349&lat=3.407'");
        context.out().println("  curl '" + address + "/readyz'");
        context.say("Para detener: Ctrl-C.", "To stop: Ctrl-C.");
        context.out().flush();
    }

    private static void requireFreePort(Config config) {
        int port = config.integer(ConfigKey.LINDERO_PORT);
        InetSocketAddress address = new InetSocketAddress(config.get(ConfigKey.LINDERO_HOST), port);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address);
        } catch (IOException e) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "No se puede escuchar en " + address + ": " + e.getMessage(),
                            "Cannot listen on " + address + ": " + e.getMessage(),
                            e)
                    .hint(
                            "Otro programa usa el puerto. Use otro: lindero serve --port " + (port + 1),
                            "Another program uses the port. Take another: lindero serve --port " + (port + 1));
        }
    }
}
