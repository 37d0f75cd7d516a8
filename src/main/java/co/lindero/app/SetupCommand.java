package co.lindero.app;

import co.lindero.platform.db.Database;
import co.lindero.platform.db.NumberScheme;
import co.lindero.platform.db.PoolSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a database ready, with the two choices that are made once. */
@Command(name = "setup", description = "Prepara una base de datos (prepare a database).", sortOptions = false)
final class SetupCommand implements Callable<Integer> {
    @Option(
            names = "--srid",
            paramLabel = "N",
            description = "Sistema EPSG en que se guarda y se mide; 9377 si no se indica (storage SRID).")
    private @Nullable Integer srid;

    @Option(
            names = "--numbers",
            paramLabel = "npn|free",
            converter = NumbersConverter.class,
            description = "Numeración predial: nacional o libre; npn si no se indica (parcel-number scheme).")
    private @Nullable NumberScheme numbers;

    private final CommandContext context;

    SetupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Database database = context.openDatabase(
                PoolSettings.command("setup"), Optional.ofNullable(srid), Optional.ofNullable(numbers));
        String facts = database.name() + " (EPSG:" + database.srid() + ", "
                + database.numbers().word() + ")";
        context.say("Base de datos lista: " + facts, "Database ready: " + facts);
        return ExitCode.DONE;
    }

    /** Reads {@code npn} and {@code free}. */
    static final class NumbersConverter implements picocli.CommandLine.ITypeConverter<NumberScheme> {
        @Override
        public NumberScheme convert(String value) {
            return NumberScheme.find(value.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new picocli.CommandLine.TypeConversionException("«" + value + "»: npn | free"));
        }
    }
}
