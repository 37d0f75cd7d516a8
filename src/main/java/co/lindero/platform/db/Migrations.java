package co.lindero.platform.db;

import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the state this release needs: creates it where that is allowed, migrates it, and guards the
 * choices made once (storage SRID, number scheme). Two processes may do so at once; one waits for the other.
 */
final class Migrations {
    static final int DEFAULT_SRID = 9377;
    private static final String APPLICATION = "lindero setup";
    private static final String SCHEMA = "lindero";

    private final DatabaseAddress address;
    private final boolean mayCreate;
    private final Consumer<String> say;

    /**
     * Prepares for one database.
     *
     * @param mayCreate whether a missing database is to be created rather than refused
     */
    Migrations(DatabaseAddress address, boolean mayCreate, Consumer<String> say) {
        this.address = address;
        this.mayCreate = mayCreate;
        this.say = say;
    }

    /**
     * What was chosen for a database.
     *
     * @param srid storage and measuring SRID
     * @param numbers scheme of parcel numbers
     */
    record Setting(int srid, NumberScheme numbers) {}

    private record Stored(Setting setting, Optional<String> migrations) {}

    /**
     * Brings the database up to date and returns its choices.
     *
     * @param srid the SRID asked for; none takes what the database has, or the default for a new one
     * @param numbers the scheme asked for, likewise
     */
    Setting prepare(Optional<Integer> srid, Optional<NumberScheme> numbers) {
        try (Connection connection = connectOrCreate()) {
            Optional<Stored> stored = findStored(connection);
            stored.ifPresent(existing -> requireSame(existing.setting, srid, numbers));
            String fingerprint = MigrationFiles.fingerprint();
            if (stored.flatMap(Stored::migrations).filter(fingerprint::equals).isPresent()) {
                return stored.orElseThrow().setting;
            }
            Setting wanted = stored.map(Stored::setting)
                    .orElseGet(() -> new Setting(srid.orElse(DEFAULT_SRID), numbers.orElse(NumberScheme.NPN)));
            migrate(connection, wanted);
            noteFingerprint(connection, fingerprint);
            Setting reached = findStored(connection).orElseThrow().setting;
            requireSame(reached, srid, numbers);
            return reached;
        } catch (SQLException e) {
            throw SqlStates.problem(e).orElseThrow(() -> new IllegalStateException(e));
        } catch (FlywayException e) {
            throw SqlStates.problem(e).orElseThrow(() -> new IllegalStateException(e));
        }
    }

    private Connection connectOrCreate() throws SQLException {
        try {
            return address.connect(APPLICATION);
        } catch (SQLException e) {
            if (!SqlStates.is(e, SqlStates.UNDEFINED_DATABASE)) {
                throw e;
            }
            if (!mayCreate) {
                throw missing(e);
            }
        }
        say.accept("Creando la base de datos " + address.database());
        create();
        return address.connect(APPLICATION);
    }

    private void create() throws SQLException {
        try (Connection server = address.withDatabase("postgres").connect(APPLICATION);
                PreparedStatement render = server.prepareStatement(Sql.query("platform/render_create_database"))) {
            render.setString(1, address.database());
            try (ResultSet row = render.executeQuery();
                    Statement create = server.createStatement()) {
                row.next();
                create.execute(row.getString("statement"));
            }
        } catch (SQLException e) {
            boolean madeByAnother =
                    SqlStates.is(e, SqlStates.DUPLICATE_DATABASE) || SqlStates.is(e, SqlStates.UNIQUE_VIOLATION);
            if (!madeByAnother) {
                throw e;
            }
        }
    }

    private static Optional<Stored> findStored(Connection connection) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(Sql.query("platform/find_setting"));
                ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            NumberScheme numbers = NumberScheme.find(row.getString("numbers")).orElseThrow();
            return Optional.of(new Stored(
                    new Setting(row.getInt("srid"), numbers), Optional.ofNullable(row.getString("migrations"))));
        } catch (SQLException e) {
            if (SqlStates.is(e, SqlStates.UNDEFINED_TABLE) || SqlStates.is(e, SqlStates.UNDEFINED_SCHEMA)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void migrate(Connection connection, Setting wanted) throws SQLException {
        requireVersion(connection);
        SpatialReferences.ensure(connection, wanted.srid);
        say.accept("Preparando la base de datos " + address.database() + " (EPSG:" + wanted.srid + ", "
                + wanted.numbers.word() + ")");
        Properties login = address.loginAs(APPLICATION);
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(address.jdbcUrl(), login.getProperty("user"), login.getProperty("password"))
                .jdbcProperties(properties(login))
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .locations("classpath:" + MigrationFiles.FOLDER)
                .placeholders(Map.of("srid", Integer.toString(wanted.srid), "numbers", wanted.numbers.word()))
                .load()
                .migrate();
    }

    private static Map<String, String> properties(Properties login) {
        Map<String, String> map = new TreeMap<>();
        login.stringPropertyNames().forEach(name -> map.put(name, login.getProperty(name)));
        return map;
    }

    private static void requireVersion(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < ServerPrograms.OLDEST_MAJOR) {
            throw Problem.of(
                            ProblemType.ENVIRONMENT,
                            "El servidor es PostgreSQL " + major + "; se necesita 14 o más nuevo.",
                            "The server is PostgreSQL " + major + "; 14 or newer is needed.")
                    .hint("Actualice el servidor de LINDERO_DB_URL.", "Upgrade the server of LINDERO_DB_URL.");
        }
    }

    private static void noteFingerprint(Connection connection, String fingerprint) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(Sql.query("platform/update_setting_migrations"))) {
            update.setString(1, fingerprint);
            update.executeUpdate();
        }
    }

    private void requireSame(Setting existing, Optional<Integer> srid, Optional<NumberScheme> numbers) {
        boolean same =
                srid.orElse(existing.srid) == existing.srid && numbers.orElse(existing.numbers) == existing.numbers;
        if (!same) {
            String has = "EPSG:" + existing.srid + ", " + existing.numbers.word();
            throw Problem.of(
                            ProblemType.REFUSED,
                            "La base de datos " + address.database() + " ya existe con " + has + ".",
                            "The database " + address.database() + " already exists with " + has + ".")
                    .hint(
                            "El sistema y la numeración se eligen una sola vez; use otro nombre con --database.",
                            "System and numbering are chosen once; use another name with --database.");
        }
    }

    private Problem missing(SQLException cause) {
        return Problem.of(
                        ProblemType.ENVIRONMENT,
                        "La base de datos «" + address.database() + "» de LINDERO_DB_URL no existe.",
                        "The database «" + address.database() + "» of LINDERO_DB_URL does not exist.",
                        cause)
                .hint(
                        "Créela con «lindero setup --database " + address.database() + "» o con createdb.",
                        "Create it with «lindero setup --database " + address.database() + "» or with createdb.");
    }
}
