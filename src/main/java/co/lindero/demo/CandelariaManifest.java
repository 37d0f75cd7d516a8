package co.lindero.demo;

import co.lindero.demo.out.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Tells what to load: cadastre, the plan in force, its exceptional revision, the draft. */
final class CandelariaManifest {
    static final String PLAN = "PBOT-2005";
    static final String PLAN_ACT = "Acuerdo FICTICIO 001 de 2005 (demostración)";
    static final String REVISION = "PBOT-2014-ME";
    static final String REVISION_ACT = "Acuerdo FICTICIO 004 de 2014 (demostración)";
    static final String DRAFT = "PBOT-2026-P";
    static final String DRAFT_ACT = "Proyecto de acuerdo FICTICIO de 2026 (demostración)";

    private final Manifest manifest = new Manifest();

    Manifest build(ZoneFiles plan, ZoneFiles revision, ZoneFiles draft) {
        for (String kind : List.of("territories", "parcels", "buildings")) {
            add("load", kind, kind + ".geojson", "--municipality", ParcelNumber.MUNICIPALITY);
        }
        plan(PLAN, PLAN_ACT, "2005-06-01", "--term-ends", "2017-06-01");
        zones(PLAN, plan);
        plan(REVISION, REVISION_ACT, "2014-03-01", "--revises", PLAN);
        zones(REVISION, revision, "--coverage", "coverage-revision-2014.geojson");
        plan(DRAFT, DRAFT_ACT, "2027-01-01", "--revises", PLAN, "--status", "draft");
        zones(DRAFT, draft, "--coverage", "municipality");
        return manifest;
    }

    private void plan(String code, String act, String from, String... more) {
        List<String> args = new ArrayList<>(List.of("plan", "add", "--municipality", ParcelNumber.MUNICIPALITY));
        args.addAll(List.of("--code", code, "--kind", "PBOT", "--act", act, "--from", from));
        args.addAll(List.of(more));
        manifest.add(args);
    }

    private void zones(String plan, ZoneFiles files, String... coverage) {
        for (DemoTheme theme : DemoTheme.values()) {
            if (files.holds(theme)) {
                manifest.add(theme.addCommand(plan));
                List<String> facts = new ArrayList<>(List.of("--accuracy", theme.accuracyM()));
                facts.addAll(coverage.length > 0 ? List.of(coverage) : List.of("--coverage", theme.coverage()));
                manifest.add(theme.loadCommand(plan, files.name(theme) + ".geojson", facts.toArray(String[]::new)));
            }
        }
    }

    private void add(String... args) {
        manifest.add(List.of(args));
    }
}
