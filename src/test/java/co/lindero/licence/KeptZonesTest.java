package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.lindero.app.Demonstration;
import co.lindero.licence.KeptZones.Target;
import co.lindero.licence.TargetZone.Role;
import co.lindero.licence.ZoneReader.Themes;
import co.lindero.licence.ZoneStore.ZoneQuestion;
import co.lindero.licence.boundary.Ewkb;
import co.lindero.plan.PlanStore;
import co.lindero.plan.StripRules;
import co.lindero.plan.StripStore;
import co.lindero.publication.KnownAt;
import co.lindero.publication.PublicationStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of every parcel of a sample of the demonstration, with and without a footprint: kept parts say what measuring says. */
class KeptZonesTest {
    private static final String MUNICIPALITY = "76130";
    private static final int SRID = 9377;
    private static final String SAMPLE = """
            SELECT s.id, s.target IS NOT NULL AS drawn, ST_Area(w.geom) AS planar_m2, ST_Perimeter(w.geom) AS perimeter_m,
                   ST_NRings(w.geom) AS rings, s.planar_m2 AS parcel_m2, encode(ST_AsEWKB(w.geom), 'hex') AS ewkb,
                   lindero.exact_geojson(w.geom, 9377) AS geojson
            FROM (SELECT p.id, p.number, p.geom, p.planar_m2,
                         CASE p.id % 3 WHEN 0 THEN NULL
                                       WHEN 1 THEN ST_Buffer(p.geom, -2)
                                       ELSE ST_Intersection(p.geom, ST_Expand(ST_PointOnSurface(p.geom), 4)) END AS target
                  FROM lindero.parcel p
                  WHERE p.municipality = '76130' AND p.pub_to IS NULL AND p.geom IS NOT NULL
                    AND (p.id % 3 <> 1 OR NOT ST_IsEmpty(ST_Buffer(p.geom, -2)))
                  ORDER BY md5(p.number)
                  LIMIT 60) s
            CROSS JOIN LATERAL (SELECT coalesce(s.target, s.geom) AS geom) w
            WHERE ST_Covers(s.geom, w.geom)
            ORDER BY s.number
            """;

    private record Sample(long parcel, Target target) {}

    @Test
    void keptPartsSayWhatMeasuringSays() {
        StripStore strips = new StripStore(StripRules.of("30", "60,45,30"));
        LicenceScopes scopes = new LicenceScopes(new PlanStore(), strips);
        ZoneReader reader = new ZoneReader(strips);
        Map<String, Integer> seen = new TreeMap<>();
        Demonstration.loaded().database().read(handle -> {
            long at = new PublicationStore().get(handle, new KnownAt.Newest()).number();
            LocalDate on = LocalDate.now(ZoneOffset.UTC);
            LicenceScope scope = scopes.get(handle, new LicenceScopes.Key(MUNICIPALITY, null, on, at));
            for (Sample sample : sample(handle)) {
                Themes themes = new Themes(scope.loaded(false), scope.strips());
                List<TargetZone> kept = reader.read(handle, question(sample, scope, on, at, sample.target()), themes)
                        .zones();
                List<TargetZone> measured = reader.read(handle, question(sample, scope, on, at, null), themes)
                        .zones();
                assertThat(kept.stream().map(KeptZonesTest::said).toList())
                        .as("parcel %d", sample.parcel())
                        .isEqualTo(measured.stream().map(KeptZonesTest::said).toList());
                for (int i = 0; i < kept.size(); i++) {
                    requireSameGround(kept.get(i), measured.get(i));
                    seen.merge(kept.get(i).role().name(), 1, Integer::sum);
                }
                seen.merge("kept", of(handle, scope, sample, on, at), Integer::sum);
            }
            return at;
        });
        assertThat(seen.get("ON")).isGreaterThan(60);
        assertThat(seen.get("SUMMARY")).isGreaterThan(400);
        assertThat(seen.get("kept")).as("themes by kept parts").isGreaterThan(200);
    }

    /** Returns of how many themes the kept parts say enough. */
    private static int of(Handle handle, LicenceScope scope, Sample sample, LocalDate on, long at) {
        ZoneQuestion question = question(sample, scope, on, at, sample.target());
        List<KeptZones.Part> parts = new ZoneStore()
                .listAtHand(handle, question, scope.loaded(false).keySet(), Map.of())
                .parts();
        return (int) scope.loaded(false).entrySet().stream()
                .filter(theme -> KeptZones.find(
                                sample.target(),
                                theme.getValue(),
                                parts.stream()
                                        .filter(part -> part.theme().equals(theme.getKey()))
                                        .toList())
                        .isPresent())
                .count();
    }

    private static ZoneQuestion question(
            Sample sample, LicenceScope scope, LocalDate on, long at, @Nullable Target whole) {
        return new ZoneQuestion(
                List.of(sample.parcel()),
                sample.target().drawn() ? sample.target().ewkb() : null,
                whole,
                MUNICIPALITY,
                scope.chain(),
                on,
                at,
                SRID);
    }

    private static List<Sample> sample(Handle handle) {
        return handle.createQuery(SAMPLE)
                .map((rs, ctx) -> new Sample(
                        rs.getLong("id"),
                        new Target(
                                rs.getBoolean("drawn"),
                                rs.getDouble("planar_m2"),
                                rs.getDouble("perimeter_m"),
                                rs.getInt("rings"),
                                rs.getDouble("parcel_m2"),
                                rs.getString("ewkb"),
                                rs.getString("geojson"))))
                .list();
    }

    /** Returns all that a zone says but its ground. */
    private static String said(TargetZone zone) {
        return String.join(
                " | ",
                zone.theme(),
                zone.role().name(),
                zone.code(),
                String.valueOf(zone.label()),
                zone.sources().toString(),
                String.valueOf(zone.rank()),
                String.valueOf(zone.mitigable()),
                String.valueOf(zone.dimension()),
                String.valueOf(zone.lengthM()),
                String.valueOf(zone.points()),
                String.valueOf(zone.distanceM()),
                String.valueOf(zone.sure()));
    }

    private static void requireSameGround(TargetZone kept, TargetZone measured) {
        String what = kept.theme() + " " + kept.role() + " " + kept.code();
        assertThat(kept.onTargetM2()).as(what).isCloseTo(measured.onTargetM2(), within(1e-6));
        assertThat(kept.onSiteM2()).as(what).isCloseTo(measured.onSiteM2(), within(1e-6));
        assertThat(kept.uncoveredM2()).as(what).isCloseTo(measured.uncoveredM2(), within(1e-4));
        assertThat(kept.unknownM2()).as(what).isCloseTo(measured.unknownM2(), within(1e-4));
        if (kept.role() == Role.ON && kept.ewkb() != null && measured.ewkb() != null) {
            assertThat(Ewkb.read(kept.ewkb()).equalsTopo(Ewkb.read(measured.ewkb())))
                    .as(what)
                    .isTrue();
        }
        assertThat(kept.ewkb() == null).as(what).isEqualTo(measured.ewkb() == null);
        assertThat(kept.geojson() == null).as(what).isEqualTo(measured.geojson() == null);
    }
}
