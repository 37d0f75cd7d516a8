package co.lindero.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One call of a GDAL tool.
 *
 * @param tool name of the program, such as {@code ogrinfo}
 * @param arguments its arguments; never parsed by a shell
 * @param drivers the only drivers it may use
 * @param network whether it may reach the network
 * @param environment added to the clean environment
 * @param output receives what the tool prints, as it comes
 */
record GdalCommand(
        String tool,
        List<String> arguments,
        Set<String> drivers,
        Network network,
        Map<String, String> environment,
        Consumer<String> output) {
    /** Whether the process may use the network. */
    enum Network {
        CUT,
        NEEDED
    }

    GdalCommand {
        arguments = List.copyOf(arguments);
        drivers = Set.copyOf(drivers);
        environment = Map.copyOf(environment);
    }

    /** A call that reads files with the drivers of one format. */
    static GdalCommand reading(String tool, List<String> arguments, List<String> drivers) {
        return new GdalCommand(tool, arguments, Set.copyOf(drivers), Network.CUT, Map.of(), text -> {});
    }

    GdalCommand with(Map<String, String> more) {
        return new GdalCommand(tool, arguments, drivers, network, more, output);
    }
}
