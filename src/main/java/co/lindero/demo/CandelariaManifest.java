package co.lindero.demo;

import co.lindero.demo.out.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Tells what to load: cadastre, the plan in force, its exceptional revision, the draft, and a strip of the neighbour. */
final class CandelariaManifest {
    static final String PLAN = "PBOT-2005";
    static final String PLAN_ACT = "Acuerdo FICTICIO 001 de 2005 (demostración)";
    static final String REVISION = "PBOT-2014-ME";
    static final String REVISION_ACT = "Acuerdo FICTICIO 004 de 2014 (demostración)";
    static final String DRAFT = "PBOT-2026-P";
    static final String DRAFT_ACT = "Proyecto de acuerdo FICTICIO de 2026 (demostración)";

    /** The monument of a case as it was delivered before it was corrected. */
    static final String FIRST_HERITAGE = "zones-first-heritage";

    private final Manifest manifest = new Manifest();
    private int beforeCorrection;

    Manifest build(ZoneFiles plan, ZoneFiles revision, ZoneFiles draft, ZoneFiles neighbour) {
        cadastre("", ParcelNumber.MUNICIPALITY, "territories", "parcels", "buildings");
        plan(ParcelNumber.MUNICIPALITY, PLAN, PLAN_ACT, "2005-06-01", "--term-ends", "2017-06-01");
        zones(ParcelNumber.MUNICIPALITY, PLAN, plan);
        sheets(PLAN, 2005);
        sheet("ciiu", PLAN, PlanSheets.ACTIVITIES);
        plan(ParcelNumber.MUNICIPALITY, REVISION, REVISION_ACT, "2014-03-01", "--revises", PLAN);
        zones(ParcelNumber.MUNICIPALITY, REVISION, revision, "--coverage", "coverage-revision-2014.geojson");
        sheets(REVISION, 2014);
        plan(ParcelNumber.MUNICIPALITY, DRAFT, DRAFT_ACT, "2027-01-01", "--revises", PLAN, "--status", "draft");
        zones(ParcelNumber.MUNICIPALITY, DRAFT, draft, "--coverage", "municipality");
        sheets(DRAFT, 2026);
        cadastre("neighbour-", CandelariaNeighbour.MUNICIPALITY, "territories", "parcels");
        plan(CandelariaNeighbour.MUNICIPALITY, CandelariaNeighbour.PLAN, CandelariaNeighbour.ACT, "2014-01-01");
        zones(CandelariaNeighbour.MUNICIPALITY, CandelariaNeighbour.PLAN, neighbour);
        manifest.add(List.of(
                "load",
                "projects",
                PlanSheets.PROJECTS,
                "--municipality",
                ParcelNumber.MUNICIPALITY,
                "--crs",
                "EPSG:9377"));
        manifest.add(List.of("load", "licences", CandelariaLicences.FILE, "--municipality", ParcelNumber.MUNICIPALITY));
        targets(PLAN, 2005);
        targets(DRAFT, 2026);
        return manifest;
    }

    private void targets(String plan, int year) {
        String file = PlanSheets.name(PlanSheets.TARGETS, year);
        manifest.add(
                List.of("plan", "indicators", plan, "--targets", file, "--municipality", ParcelNumber.MUNICIPALITY));
    }

    /** Lines speak for the whole municipality; where official buffers do, these rule. */
    private void channels(List<String> place) {
        List<String> facts = List.of(
                "--accuracy",
                DemoTheme.RIPARIAN_BUFFER.accuracyM(),
                "--coverage",
                "municipality",
                "--dataset",
                CandelariaChannels.FILE);
        manifest.add(DemoTheme.RIPARIAN_BUFFER.loadCommand(place, CandelariaChannels.FILE + ".geojson", facts));
    }

    /** Returns the publication of the last command before the correction, in a database that holds nothing else. */
    int beforeCorrection() {
        return beforeCorrection;
    }

    private void cadastre(String prefix, String municipality, String... kinds) {
        for (String kind : kinds) {
            manifest.add(List.of("load", kind, prefix + kind + ".geojson", "--municipality", municipality));
        }
    }

    private void plan(String municipality, String code, String act, String from, String... more) {
        List<String> args = new ArrayList<>(List.of("plan", "add", "--municipality", municipality));
        String kind = code.substring(0, code.indexOf('-'));
        args.addAll(List.of("--code", code, "--kind", kind, "--act", act, "--from", from));
        args.addAll(List.of(more));
        manifest.add(args);
    }

    private void sheets(String plan, int year) {
        PlanSheets.kinds().forEach(kind -> sheet(kind, plan, PlanSheets.name(kind, year)));
    }

    private void sheet(String kind, String plan, String file) {
        manifest.add(List.of("load", kind, file, "--municipality", ParcelNumber.MUNICIPALITY, "--plan", plan));
    }

    private void zones(String municipality, String plan, ZoneFiles files, String... coverage) {
        for (DemoTheme theme : DemoTheme.values()) {
            if (files.holds(theme)) {
                List<String> place = List.of("--municipality", municipality, "--plan", plan);
                manifest.add(theme.addCommand(place));
                List<String> facts = new ArrayList<>(List.of("--accuracy", theme.accuracyM()));
                facts.addAll(coverage.length > 0 ? List.of(coverage) : List.of("--coverage", theme.coverage()));
                if (theme == DemoTheme.HERITAGE) {
                    facts.addAll(List.of("--dataset", files.name(theme)));
                    manifest.add(theme.loadCommand(place, FIRST_HERITAGE + ".geojson", facts));
                    beforeCorrection = manifest.size();
                }
                manifest.add(theme.loadCommand(place, files.name(theme) + ".geojson", facts));
                if (theme == DemoTheme.RIPARIAN_BUFFER) {
                    channels(place);
                }
            }
        }
    }
}
