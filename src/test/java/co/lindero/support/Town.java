package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;

/**
 * A municipality of a test's own, filled and asked by commands alone. Towns share a database without seeing each other.
 * Every answer it returns was checked: it fits its schema, its figures add up, its hash is its own, and it says the same
 * whether measured now or taken from what is kept.
 */
public final class Town {
    private static final AtomicInteger NEXT = new AtomicInteger(76_130);

    private final TestDatabase database;
    private final String municipality = Integer.toString(NEXT.getAndIncrement());
    private final Path folder;
    private String plan = "P1";

    private Town(TestDatabase database) {
        this.database = database;
        try {
            folder = Files.createDirectories(TestDatabase.HOME.resolve("town-" + municipality));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A town without plan. */
    public static Town in(TestDatabase database) {
        return new Town(database);
    }

    /** A town with plan P1, in force since 2005-06-01. */
    public static Town planned(TestDatabase database) {
        return in(database).plan("P1", "2005-06-01");
    }

    public String municipality() {
        return municipality;
    }

    /** Returns the parcel number of a plot of this town: its four digits within the block, or a whole number as it is. */
    public String number(String plot) {
        return plot.length() == 4 ? municipality + "010100000123" + plot + "000000000" : plot;
    }

    /** Runs a command and returns what it did. */
    public CliRun run(String... command) {
        return CliRun.of(database.env(), command);
    }

    /** Runs a command that must do its work, findings or not, and returns what it printed. */
    public String done(String... command) {
        CliRun run = run(command);
        assertThat(run.code())
                .as("%s%n%s%n%s", List.of(command), run.out(), run.err())
                .isIn(0, 1);
        return run.out();
    }

    /** Returns a folder of the town's own. */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String[] withMunicipality(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--municipality", municipality));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    /** Adds a plan and goes on with it. */
    public Town plan(String code, String from, String... options) {
        plan = code;
        done(withMunicipality(
                List.of("plan", "add", "--code", code, "--act", "Acuerdo de " + code, "--from", from), options));
        return this;
    }

    /** Adopts a plan. */
    public Town adopt(String code, String from) {
        done(withMunicipality(List.of("plan", "adopt", code, "--from", from)));
        return this;
    }

    /** Goes on with another plan. */
    public Town in(String code) {
        plan = code;
        return this;
    }

    /** Adds a theme to the plan. */
    public Town theme(String code, String... options) {
        done(withMunicipality(List.of("plan", "theme", "add", "--plan", plan, "--theme", code), options));
        return this;
    }

    /** Begins a load of parcels. */
    public Load parcels() {
        return new Load(this, "parcels", "parcels", List.of());
    }

    /** Begins a load of buildings. */
    public Load buildings() {
        return new Load(this, "buildings", "buildings", List.of());
    }

    /** Begins a load of territories. */
    public Load territories() {
        return new Load(this, "territories", "territories", List.of());
    }

    /** Begins a load of zones of a theme of the plan. */
    public Load zones(String theme) {
        return new Load(this, "zones", plan + "-" + theme, List.of("--plan", plan, "--theme", theme));
    }

    /** Begins the norms, use rules and activities of the plan. */
    public Rules rules() {
        return new Rules(database, this, plan);
    }

    /** One parcel 20 m wide and 10 m high at the corner of the town, plot 0045: 200 m2. */
    public Town lot() {
        return parcels().parcel("0045").rect(0, 0, 20, 10).load();
    }

    /** Writes a coverage file. */
    public String coverage(String name, double x, double y, double width, double height) {
        return new GeoFile()
                .record()
                .rect(x, y, width, height)
                .write(folder.resolve(name + ".geojson"))
                .toString();
    }

    /** Asks about plot 0045. */
    public Answer ask() {
        return ask("0045");
    }

    /** Asks about a parcel, with options of the command. */
    public Answer ask(String plot, String... options) {
        Answer answer = answer(plot, options);
        answer.requireSound();
        List<String> measured = new ArrayList<>(Arrays.asList(options));
        measured.add("--geometry");
        ObjectNode now =
                (ObjectNode) answer(plot, measured.toArray(String[]::new)).json();
        now.findParents("geometry").forEach(part -> ((ObjectNode) part).remove("geometry"));
        now.set("hash", answer.json().get("hash"));
        assertThat(now).as("measured now, against what is kept").isEqualTo(answer.json());
        return answer;
    }

    private Answer answer(String plot, String... options) {
        CliRun run = tryAsk(plot, options);
        Assertions.assertThat(run.code()).as(run.out() + run.err()).isZero();
        return new Answer(Json.read(run.out()));
    }

    /** Asks about a parcel, whatever comes of it. */
    public CliRun tryAsk(String plot, String... options) {
        List<String> command = new ArrayList<>(List.of("land-use", number(plot), "--format", "json"));
        command.addAll(Arrays.asList(options));
        return run(command.toArray(String[]::new));
    }

    /** Returns the number of the newest publication. */
    public String newestPublication() {
        JsonNode json = answer("0045").json();
        return json.at("/knownAt/publication").asText();
    }

    /** A file being written, then loaded. */
    public static final class Load {
        private final Town town;
        private final String kind;
        private final String name;
        private final List<String> fixed;
        private final GeoFile file = new GeoFile();

        private Load(Town town, String kind, String name, List<String> fixed) {
            this.town = town;
            this.kind = kind;
            this.name = name;
            this.fixed = fixed;
        }

        /** Begins a parcel: four digits of a plot, or a whole number. */
        public Load parcel(String plot) {
            file.record().with("number", town.number(plot));
            return this;
        }

        /** Begins a building of a plot. */
        public Load building(String plot, int floors, double builtM2) {
            file.record()
                    .with("number", town.number(plot) + "-01")
                    .with("parcel", town.number(plot))
                    .with("floors", floors)
                    .with("built_area_m2", builtM2);
            return this;
        }

        /** Begins a territory. */
        public Load territory(String kind, String code) {
            file.record().with("code", code).with("kind", kind).with("name", "Nombre de " + code);
            return this;
        }

        /** Begins a zone. */
        public Load zone(String code) {
            file.record().with("code", code);
            return this;
        }

        /** Begins a zone with a label. */
        public Load zone(String code, String label) {
            return zone(code).with("label", label);
        }

        /** Sets a property. */
        public Load with(String property, Object value) {
            file.with(property, value);
            return this;
        }

        /** Sets the registered area. */
        public Load registered(double areaM2) {
            return with("registered_area_m2", areaM2);
        }

        /** Makes the zone a statement without geometry. */
        public Load appliesTo(String ground) {
            return with("applies_to", ground);
        }

        public Load rect(double x, double y, double width, double height) {
            file.rect(x, y, width, height);
            return this;
        }

        public Load wkt(String wkt) {
            file.wkt(wkt);
            return this;
        }

        public Load geometry(org.locationtech.jts.geom.Geometry geometry) {
            file.geometry(geometry);
            return this;
        }

        /** Returns the command that loads the file. */
        public String[] command(String... options) {
            Path path = file.write(town.folder.resolve(name + ".geojson"));
            List<String> command = new ArrayList<>(List.of("load", kind, path.toString()));
            command.addAll(fixed);
            if (!List.of(options).contains("--dataset")) {
                command.addAll(List.of("--dataset", name));
            }
            command.addAll(List.of("--report", town.folder.resolve("report").toString()));
            return town.withMunicipality(command, options);
        }

        /** Loads the file. */
        public Town load(String... options) {
            town.done(command(options));
            return town;
        }
    }
}
