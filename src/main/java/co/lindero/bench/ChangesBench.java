package co.lindero.bench;

import co.lindero.bench.Report.Goal;
import co.lindero.revision.ChangesQuestion;
import co.lindero.revision.ChangesView;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures what a draft changes against the plan in force over a whole municipality, against one full derivation of the plan
 * in force. The draft gives every zone of the activity areas the code of another, so that all its ground changes, and each of
 * them another number of floors.
 */
public final class ChangesBench {
    private static final String THEME = "activity-area";
    private static final String PLAN = "PBOT-2005";
    private static final String DRAFT = "BORRADOR";
    private static final double GOAL = 5;
    private static final Pattern CODE = Pattern.compile("\"code\":\\s*\"([^\"]+)\"");

    private final Bench bench;
    private final Supplier<ChangesView> changes;
    private final Report report;

    /**
     * Prepares to measure.
     *
     * @param changes makes a view that has compared nothing yet
     */
    public ChangesBench(Bench bench, Supplier<ChangesView> changes) {
        this.bench = bench;
        this.changes = changes;
        this.report = new Report(bench.out());
    }

    /** Loads so many parcels and a draft, and measures; returns how many goals were missed. */
    public int run(int parcels) throws IOException {
        report.title("changes: " + parcels + " parcels, draft against the plan in force");
        bench.prepare(parcels);
        loadDraft(Fabric.prepare(bench.folder(), parcels));
        bench.execute("forget_parts");
        ObjectNode[] said = new ObjectNode[2];
        double measured = Bench.seconds(() -> said[0] = ask());
        double derived = Bench.seconds(() -> bench.keeper().keepAll(1, count -> {}));
        bench.execute("vacuum");
        double kept = Bench.seconds(() -> said[1] = ask());
        if (!said[0].equals(said[1]) || said[0].get("changedZoneHa").asDouble() <= 0) {
            throw new IllegalStateException("measured " + summary(said[0]) + ", from kept parts " + summary(said[1]));
        }
        report.figure("parcels that change", said[1].get("changedParcels").asDouble(), "");
        report.figure("full derivation, one connection", derived, "s");
        report.figure("changes with nothing kept", measured, "s");
        report.figure("changes with kept parts", kept, "s");
        report.ratio("changes with nothing kept / full derivation", measured / derived, Goal.AT_MOST, GOAL);
        report.ratio("changes with kept parts / full derivation", kept / derived, Goal.AT_MOST, GOAL);
        return report.missed();
    }

    private ObjectNode ask() {
        return changes.get().json(new ChangesQuestion(Fabric.MUNICIPALITY, DRAFT, PLAN, null, null, null), null, 1);
    }

    private static String summary(ObjectNode said) {
        return said.get("changedParcels") + " parcels, " + said.get("changedZoneHa") + " ha";
    }

    private void loadDraft(Fabric fabric) throws IOException {
        String zones = Files.readString(fabric.zoneFile(THEME));
        List<String> codes = List.copyOf(new TreeSet<>(
                CODE.matcher(zones).results().map(found -> found.group(1)).toList()));
        Path folder = Files.createDirectories(fabric.folder().resolve("draft"));
        Path drawn = Files.writeString(
                folder.resolve("zones-" + THEME + ".geojson"),
                CODE.matcher(zones)
                        .replaceAll(
                                found -> Matcher.quoteReplacement("\"code\":\"" + next(codes, found.group(1)) + "\"")));
        lindero(
                "plan",
                "add",
                "--code",
                DRAFT,
                "--act",
                "Proyecto",
                "--from",
                "2020-01-01",
                "--status",
                "draft",
                "--revises",
                PLAN);
        lindero("plan", "theme", "add", "--plan", DRAFT, "--theme", THEME, "--partition");
        lindero(
                "load",
                "zones",
                drawn.toString(),
                "--plan",
                DRAFT,
                "--theme",
                THEME,
                "--accuracy",
                "0.10",
                "--coverage",
                "municipality",
                "--no-derive");
        norms(PLAN, codes, Files.createDirectories(folder.resolve(PLAN)), 3);
        norms(DRAFT, codes, folder, 5);
    }

    private void norms(String plan, List<String> codes, Path folder, int floors) throws IOException {
        StringBuilder sheet = new StringBuilder("scope_theme,scope_zone,quantity,operator,value,unit,act,article\n");
        codes.forEach(code -> sheet.append(String.join(
                        ",", THEME, code, "floors", "<=", Integer.toString(floors), "floors", "Acuerdo ficticio", "1"))
                .append('\n'));
        Path file = Files.writeString(folder.resolve("norms.csv"), sheet);
        lindero("load", "norms", file.toString(), "--plan", plan);
    }

    private static String next(List<String> codes, String code) {
        return codes.get((codes.indexOf(code) + 1) % codes.size());
    }

    private void lindero(String... command) {
        bench.lindero()
                .run(Stream.concat(Stream.of(command), Stream.of("--municipality", Fabric.MUNICIPALITY))
                        .toList());
    }
}
