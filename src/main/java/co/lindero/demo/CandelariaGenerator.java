package co.lindero.demo;

import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Writes the demonstration municipality: ground, register, plan, revision, draft, manifest and the reader's guide. */
final class CandelariaGenerator {
    private static final Map<String, String> REVISION = Map.of("AR-3", "AR-2", "MIX-2", "MIX-1", "AD-1", "AC-2");
    private static final Map<String, String> DRAFT = Map.of("AR-4", "AR-3", "MIX-2", "AC-2", "AI-1", "MIX-1");
    static final int REVISED_TOWN = 1;

    private final DemoSettings settings;
    private final Path folder;

    CandelariaGenerator(DemoSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    void generate() throws IOException {
        Seeds seeds = new Seeds(settings.seed());
        CandelariaGround ground = new CandelariaGround(seeds);
        ground.lay();
        CandelariaCadastre cadastre = new CandelariaCadastre(ground, seeds);
        ground.farm(settings.parcels() - cadastre.withoutFarms());
        CandelariaZones zones = new CandelariaZones(ground);
        cadastre.register();
        try (GeoJsonFile parcels = new GeoJsonFile(folder, "parcels")) {
            for (ParcelRow row : cadastre.rows()) {
                row.write(parcels);
            }
        }
        long buildings;
        try (GeoJsonFile file = new GeoJsonFile(folder, "buildings")) {
            new Buildings(seeds.of("buildings", 0)).write(cadastre.bySite(), file);
            buildings = file.count();
        }
        try (GeoJsonFile file = new GeoJsonFile(folder, "territories")) {
            new CandelariaTerritories(ground).write(file);
        }
        PlanSheets.write(folder, 2005, 2014, 2026);
        CandelariaLicences licences = new CandelariaLicences(ground, cadastre, seeds);
        licences.write(folder);
        CandelariaManifest manifest = plans(ground, zones);
        CandelariaClaims claims = new CandelariaClaims(ground, cadastre, zones, manifest.beforeCorrection());
        new CandelariaReadme(ground, cadastre, claims, buildings, licences).write(folder);
    }

    private CandelariaManifest plans(CandelariaGround ground, CandelariaZones zones) throws IOException {
        try (ZoneFiles plan = new ZoneFiles(folder, "zones-", CandelariaManifest.PLAN_ACT);
                ZoneFiles revision = new ZoneFiles(folder, "zones-2014-", CandelariaManifest.REVISION_ACT);
                ZoneFiles draft = new ZoneFiles(folder, "zones-2026-", CandelariaManifest.DRAFT_ACT);
                ZoneFiles neighbour = new ZoneFiles(folder, CandelariaNeighbour.ZONES, CandelariaNeighbour.ACT);
                ZoneFiles first = new ZoneFiles(folder, "zones-first-", CandelariaManifest.PLAN_ACT);
                GeoJsonFile coverage = new GeoJsonFile(folder, "coverage-revision-2014");
                GeoJsonFile rivers = new GeoJsonFile(folder, "rivers")) {
            zones.write(plan);
            new CandelariaOverlays(ground).write(plan, folder);
            CandelariaChannels.write(folder);
            first.write(DemoTheme.HERITAGE, "BIC-M", CaseBlock.misplacedMonument());
            zones.revised(revision, REVISED_TOWN, REVISION);
            zones.revised(draft, -1, DRAFT);
            coverage.write(
                    new Properties().put("plan", CandelariaManifest.REVISION), Drawing.of(zones.town(REVISED_TOWN)));
            Rivers.write(rivers);
            new CandelariaNeighbour().write(folder, neighbour);
            CandelariaManifest manifest = new CandelariaManifest();
            manifest.build(plan, revision, draft, neighbour).write(folder);
            return manifest;
        }
    }
}
