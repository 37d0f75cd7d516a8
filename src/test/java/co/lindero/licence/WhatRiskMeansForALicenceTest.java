package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * What hazard, risk and protection mean for a licence, phenomenon by phenomenon: a row for each phenomenon, level and state of the
 * study. Each row has a lot of its own, wholly under one zone, and is asked twice: of the risk of the parcel, which gives an effect,
 * and of the licence check of a house there, which gives a verdict. The two never contradict each other.
 */
class WhatRiskMeansForALicenceTest {
    /** Phenomenon; what its zone states; the effect on the parcel; the verdict on a footprint in the zone. */
    private static final String TABLE = """
            hazard-flood            | Alta                                       | WARNING_STUDY              | needs_review
            hazard-flood            | Media                                      | WARNING_STUDY              | needs_review
            hazard-flood            | Baja                                       | NO_MAPPED_RESTRICTION      | complies
            hazard-flood            | Inundable                                  | WARNING_STUDY              | needs_review
            hazard-flood            | Z-1, nivel=Muy alta                        | WARNING_STUDY              | needs_review
            hazard-flood            | Z-2, nivel=baja                            | NO_MAPPED_RESTRICTION      | complies
            hazard-flood            | Alta, study=Estudio básico 2014            | WARNING_STUDY              | needs_review
            hazard-flood            | Media, study=Estudio detallado 2020        | WARNING_STUDY              | needs_review
            hazard-flood            | Baja, study=Estudio detallado 2020         | NO_MAPPED_RESTRICTION      | complies
            hazard-flood            | Alta, mitigable=sí                         | WARNING_STUDY              | needs_review
            hazard-flood            | Alta, mitigable=no                         | PROHIBITED_BY_RISK         | does_not_comply
            hazard-flood            | Baja, mitigable=no                         | PROHIBITED_BY_RISK         | does_not_comply
            hazard-flood            |                                            | NO_MAPPED_RESTRICTION      | complies
            hazard-flood-pluvial    | Alta                                       | WARNING_STUDY              | needs_review
            hazard-flood-pluvial    | Media                                      | WARNING_STUDY              | needs_review
            hazard-flood-pluvial    | Baja                                       | NO_MAPPED_RESTRICTION      | complies
            hazard-flash-flood      | Alta                                       | WARNING_STUDY              | needs_review
            hazard-flash-flood      | Media                                      | WARNING_STUDY              | needs_review
            hazard-flash-flood      | Baja                                       | NO_MAPPED_RESTRICTION      | complies
            hazard-flash-flood      | Alta, study=Estudio detallado, mitigable=no | PROHIBITED_BY_RISK        | does_not_comply
            hazard-condition        | ACA-1                                      | CONDITIONED_DETAILED_STUDY | needs_review
            hazard-condition        | ACA-2, nivel=Alta                          | CONDITIONED_DETAILED_STUDY | needs_review
            hazard-condition        | ACA-3, nivel=Media                         | CONDITIONED_DETAILED_STUDY | needs_review
            hazard-condition        | ACA-4, nivel=Baja                          | CONDITIONED_DETAILED_STUDY | needs_review
            hazard-condition        | ACA-5, study=Estudio básico 2014           | CONDITIONED_DETAILED_STUDY | needs_review
            hazard-condition        | ACA-6, study=Estudio detallado 2020        | WARNING_STUDY              | needs_review
            hazard-condition        | ACA-7, nivel=Alta, study=Estudio detallado | WARNING_STUDY              | needs_review
            hazard-condition        | ACA-8, study=Estudio detallado, mitigable=no | PROHIBITED_BY_RISK       | does_not_comply
            risk-condition          | ACR-1                                      | CONDITIONED_DETAILED_STUDY | needs_review
            risk-condition          | ACR-2, nivel=Alta                          | CONDITIONED_DETAILED_STUDY | needs_review
            risk-condition          | Riesgo_Alto_Mitigable                      | CONDITIONED_DETAILED_STUDY | needs_review
            risk-condition          | ACR-3, study=Estudio básico                | CONDITIONED_DETAILED_STUDY | needs_review
            risk-condition          | ACR-4, study=Estudio detallado 2020        | WARNING_STUDY              | needs_review
            risk-condition          | ACR-5, mitigable=sí, study=Estudio detallado | WARNING_STUDY            | needs_review
            risk-condition          | Riesgo_No_Mitigable                        | PROHIBITED_BY_RISK         | does_not_comply
            risk-condition          | ACR-6, study=Estudio detallado, mitigable=no | PROHIBITED_BY_RISK       | does_not_comply
            urban-protection        | Ambiental                                  | PROHIBITED_BY_RISK         | does_not_comply
            urban-protection        | SP-1, nivel=Baja                           | PROHIBITED_BY_RISK         | does_not_comply
            urban-protection        | SP-2, study=Estudio detallado              | PROHIBITED_BY_RISK         | does_not_comply
            riparian-buffer         | RH-30                                      | PROHIBITED_BY_RISK         | does_not_comply
            riparian-buffer         |                                            | NO_MAPPED_RESTRICTION      | complies
            vendavales              | Alta                                       | WARNING_STUDY              | needs_review
            vendavales              | Media                                      | WARNING_STUDY              | needs_review
            vendavales              | Baja                                       | NO_MAPPED_RESTRICTION      | complies
            vendavales              | Alta, mitigable=no                         | PROHIBITED_BY_RISK         | does_not_comply
            hazard-mass-movement    | not loaded                                 | UNKNOWN_NO_DATA            | not_evaluable
            """;

    /**
     * Lines, points and edges of zones on a lot of 10 x 20 m, of themes without official polygons: theme; what is drawn, with the
     * corner of the lot as its origin; the effect on the parcel; the verdict on a footprint as large as the lot; the verdict without
     * footprint. What the plan draws on the lot forbids, a strip that nobody delimited is to be reviewed. Without footprint what lies
     * on a part of the lot is to be reviewed.
     */
    private static final String DRAWN = """
            riparian-buffer  | Q-1: LINESTRING(-50 10, 50 10)        | PROHIBITED_BY_RISK       | does_not_comply | needs_review
            riparian-buffer  | Q-2, ancho_m=6: LINESTRING(5 -50, 5 50) | PROHIBITED_BY_RISK     | does_not_comply | needs_review
            riparian-buffer  | Q-3: LINESTRING(2 2, 8 8)             | PROHIBITED_BY_RISK       | does_not_comply | needs_review
            riparian-buffer  | Q-4: LINESTRING(-50 -10, 50 -10)      | PREVENTIVE_NOT_DELIMITED | needs_review    | needs_review
            riparian-buffer  | Q-5: LINESTRING(-50 -30, 50 -30)      | NO_MAPPED_RESTRICTION    | complies        | complies
            riparian-buffer  | Q-6, ancho_m=6: LINESTRING(-50 -31, 50 -31) | PREVENTIVE_NOT_DELIMITED | needs_review | needs_review
            riparian-buffer  | Q-7: LINESTRING(-50 -20, 0 0)         | PREVENTIVE_NOT_DELIMITED | needs_review    | needs_review
            riparian-buffer  | Q-8: LINESTRING(0 -50, 0 50)          | PROHIBITED_BY_RISK       | does_not_comply | needs_review
            riparian-buffer  | N-1: POINT(5 5)                       | PROHIBITED_BY_RISK       | does_not_comply | needs_review
            urban-protection | L-1: LINESTRING(-50 10, 50 10)        | PROHIBITED_BY_RISK       | does_not_comply | needs_review
            urban-protection | L-2: LINESTRING(-50 -10, 50 -10)      | NO_MAPPED_RESTRICTION    | complies        | complies
            urban-protection | A-1: POINT(5 5)                       | PROHIBITED_BY_RISK       | does_not_comply | needs_review
            urban-protection | Z-1: POLYGON((-5 0, 0 0, 0 20, -5 20, -5 0)) | NO_MAPPED_RESTRICTION | complies    | complies
            urban-protection | Z-2: POLYGON((-5 0, 1 0, 1 20, -5 20, -5 0)) | PROHIBITED_BY_RISK | does_not_comply | needs_review
            road-reservation | V-1, orden=local: LINESTRING(-50 10, 50 10) | PROHIBITED_BY_RISK | does_not_comply | needs_review
            general-system   | E-1: LINESTRING(-50 10, 50 10)        | WARNING_STUDY            | needs_review    | needs_review
            general-system   | E-2: LINESTRING(-50 -10, 50 -10)      | NO_MAPPED_RESTRICTION    | complies        | complies
            general-system   | E-3, mitigable=no: LINESTRING(-50 10, 50 10) | PROHIBITED_BY_RISK | does_not_comply | needs_review
            hazard-flood     | Alta: LINESTRING(-50 10, 50 10)       | WARNING_STUDY            | needs_review    | needs_review
            hazard-flood     | Baja: LINESTRING(-50 10, 50 10)       | NO_MAPPED_RESTRICTION    | complies        | complies
            """;

    private static final double APART = 40;
    private static final double FAR_APART = 300;

    private static TestDatabase database;
    private static LicenceTown town;
    private static LicenceTown drawn;
    private static LicenceTown revised;

    /** A row of the table; its lot is the one of its place. */
    record Row(int place, String theme, String zone, String effect, String verdict) {
        String plot() {
            return "%04d".formatted(place + 1);
        }

        double x() {
            return place * APART;
        }

        boolean isDrawn() {
            return !zone.isEmpty() && !zone.equals("not loaded");
        }
    }

    /** A row of the second table. */
    record Drawn(int place, String theme, String zone, String effect, String onFootprint, String onParcel) {
        String plot() {
            return "%04d".formatted(place + 1);
        }

        double x() {
            return place * FAR_APART;
        }

        /** Returns what is drawn, where the lot is. */
        String wkt() {
            try {
                Geometry local = new WKTReader().read(zone.substring(zone.indexOf(':') + 1));
                return AffineTransformation.translationInstance(x(), 0)
                        .transform(local)
                        .toText();
            } catch (ParseException e) {
                throw new IllegalArgumentException(zone, e);
            }
        }
    }

    static Stream<Drawn> drawings() {
        List<Drawn> list = new ArrayList<>();
        DRAWN.lines().map(line -> line.split("\\|", -1)).forEach(cells -> {
            List<String> said = Stream.of(cells).map(String::strip).toList();
            list.add(new Drawn(list.size(), said.get(0), said.get(1), said.get(2), said.get(3), said.get(4)));
        });
        return list.stream();
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        TABLE.lines()
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> rows.add(
                        new Row(rows.size(), cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip())));
        return rows.stream();
    }

    @BeforeAll
    static void fill() {
        database = TestDatabase.create();
        town = LicenceTown.in(database);
        Town.Load lots = town.town().parcels();
        rows().forEach(row -> lots.parcel(row.plot()).rect(row.x(), 0, 10, 20));
        lots.load();
        Map<String, Town.Load> files = new LinkedHashMap<>();
        rows().filter(Row::isDrawn).forEach(row -> {
            Town.Load file = files.computeIfAbsent(row.theme(), theme -> {
                town.town().theme(theme, "--hazard", "--title", theme, "--accuracy", "0", "--coverage", "municipality");
                return town.town().zones(theme);
            });
            zone(file, row.zone());
            file.rect(row.x() - 5, -5, 20, 30);
        });
        files.values().forEach(Town.Load::load);
        fillDrawn();
        fillRevised();
    }

    /**
     * Rural zoning with a category of risk beside lot 0001, on a strip of 0002 that is no wider than noise, on 0003, where a revision has
     * replaced it, and on 0004, where it holds; and high hazard on 0005, which beside it cannot be mitigated, and
     * on 0006, of which only the older plan says so.
     */
    private static void fillRevised() {
        revised = LicenceTown.in(database);
        revised.town()
                .parcels()
                .parcel("0001")
                .rect(0, 0, 10, 20)
                .parcel("0002")
                .rect(100, 0, 10, 20)
                .parcel("0003")
                .rect(200, 0, 10, 20)
                .parcel("0004")
                .rect(300, 0, 10, 20)
                .parcel("0005")
                .rect(400, 0, 10, 20)
                .parcel("0006")
                .rect(500, 0, 10, 20)
                .load();
        revised.town().theme("hazard-flood", "--accuracy", "0", "--coverage", "municipality");
        revised.town()
                .zones("hazard-flood")
                .zone("Alta")
                .with("mitigable", "no")
                .rect(390, 0, 10, 20)
                .zone("Alta")
                .rect(400, 0, 10, 20)
                .zone("Alta")
                .with("mitigable", "no")
                .rect(495, -5, 20, 30)
                .load();
        String[] theme = {"--accuracy", "0", "--min-width", "0.10", "--coverage", "municipality"};
        revised.town().theme("rural-zoning", theme);
        revised.town()
                .zones("rural-zoning")
                .zone("Area_Riesgo_No_Mitigable")
                .rect(-10, 0, 10, 20)
                .zone("Area_Riesgo_No_Mitigable")
                .rect(90, 0, 10.05, 20)
                .zone("Area_Riesgo_No_Mitigable")
                .rect(195, -5, 20, 30)
                .zone("Area_Riesgo_No_Mitigable")
                .rect(295, -5, 20, 30)
                .zone("Agropecuario")
                .rect(0, 0, 10, 20)
                .zone("Agropecuario")
                .rect(100, 0, 10, 20)
                .load();
        revised.town().plan("P2", "2015-01-01", "--revises", "P1").theme("rural-zoning", theme);
        revised.town()
                .zones("rural-zoning")
                .zone("Agropecuario")
                .rect(195, -5, 20, 30)
                .load("--coverage", revised.town().coverage("revised", 190, -10, 30, 40));
        revised.town().theme("hazard-flood", "--accuracy", "0", "--coverage", "municipality");
        revised.town()
                .zones("hazard-flood")
                .zone("Alta")
                .rect(495, -5, 20, 30)
                .load("--coverage", revised.town().coverage("mitigated", 490, -10, 30, 40));
    }

    private static void fillDrawn() {
        drawn = LicenceTown.in(database);
        Town.Load lots = drawn.town().parcels();
        drawings().forEach(row -> lots.parcel(row.plot()).rect(row.x(), 0, 10, 20));
        lots.load();
        Map<String, Town.Load> files = new LinkedHashMap<>();
        drawings().forEach(row -> {
            Town.Load file = files.computeIfAbsent(row.theme(), theme -> {
                drawn.town()
                        .theme(theme, "--hazard", "--title", theme, "--accuracy", "0", "--coverage", "municipality");
                return drawn.town().zones(theme);
            });
            zone(file, row.zone().substring(0, row.zone().indexOf(':')));
            file.wkt(row.wkt());
        });
        files.values().forEach(Town.Load::load);
        // rural zoning is no theme of risk, but has a category for it
        drawn.town().theme("rural-zoning", "--accuracy", "0", "--coverage", "municipality");
        drawn.town()
                .zones("rural-zoning")
                .zone("Area_Riesgo_No_Mitigable")
                .rect(0, 0, 5, 20)
                .zone("Agropecuario")
                .rect(5, 0, 5, 20)
                .load();
    }

    /** Begins a zone: its code, then attributes. */
    private static void zone(Town.Load file, String written) {
        String[] stated = written.split(", ", -1);
        file.zone(stated[0]);
        for (int i = 1; i < stated.length; i++) {
            String[] attribute = stated[i].split("=", -1);
            file.with(attribute[0], attribute[1]);
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static JsonNode phenomenon(LicenceTown of, String plot, String theme) {
        JsonNode risk = Json.read(of.town().done("risk", of.town().number(plot), "--format", "json"));
        return StreamSupport.stream(risk.get("phenomena").spliterator(), false)
                .filter(node -> node.get("theme").asText().equals(theme))
                .findFirst()
                .orElseThrow(() -> new AssertionError(risk.toPrettyString()));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void whatThePlanDrawsForbidsAndAStripThatNobodyDelimitedAsksForReview(Drawn row) {
        assertThat(phenomenon(drawn, row.plot(), row.theme()).get("effect").asText())
                .isEqualTo(row.effect());
        assertThat(worst(drawn.ask(row.plot()).footprint(row.x(), 0, 10, 20).check(), row.theme()))
                .isEqualTo(row.onFootprint());
        assertThat(worst(drawn.ask(row.plot()).check(), row.theme())).isEqualTo(row.onParcel());
    }

    private static String worst(LicenceTown.Check check, String theme) {
        return check.protection(theme).stream()
                .max(Comparator.comparing(code -> Verdict.valueOf(code.toUpperCase(Locale.ROOT))))
                .orElseThrow();
    }

    /** The rural zoning of lot 0001 has a category of risk on its west half; the other half says nothing of risk. */
    @Test
    void aThemeThatIsNoRiskTellsItsRiskThatCannotBeMitigatedAndNothingElse() {
        JsonNode phenomenon = phenomenon(drawn, "0001", "rural-zoning");
        assertThat(phenomenon.get("effect").asText()).isEqualTo("PROHIBITED_BY_RISK");
        assertThat(phenomenon.get("zones")).hasSize(1);
        assertThat(phenomenon.at("/zones/0/zone").asText()).isEqualTo("Area_Riesgo_No_Mitigable");
        assertThat(drawn.ask("0001").footprint(1, 1, 3, 3).check().protection("rural-zoning"))
                .containsExactly("does_not_comply");
        assertThat(drawn.ask("0001").footprint(6, 1, 3, 3).check().protection("rural-zoning"))
                .isEmpty();
        JsonNode elsewhere = Json.read(drawn.town().done("risk", drawn.town().number("0002"), "--format", "json"));
        assertThat(elsewhere.findValuesAsText("theme")).doesNotContain("rural-zoning");
    }

    /** A zone that a lot borders on, or reaches by less than noise, is not on it, and neither is what a newer plan has replaced. */
    @ParameterizedTest
    @CsvSource({"0001, 0", "0002, 100", "0003, 200"})
    void riskThatIsNotOnTheLotIsToldNeitherOfTheParcelNorByTheCheck(String plot, double x) {
        JsonNode risk = Json.read(revised.town().done("risk", revised.town().number(plot), "--format", "json"));
        assertThat(risk.findValuesAsText("theme")).doesNotContain("rural-zoning");
        assertThat(risk.get("effect").asText()).isNotEqualTo("PROHIBITED_BY_RISK");
        assertThat(revised.ask(plot).footprint(x, 0, 10, 20).check().protection("rural-zoning"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0005, 401", "0006, 501"})
    void whatAZoneOfTheSameCodeStatesBesideTheLotOrInAnOlderPlanIsNotSaidOfIt(String plot, double x) {
        assertThat(phenomenon(revised, plot, "hazard-flood").get("effect").asText())
                .isEqualTo("WARNING_STUDY");
        assertThat(revised.ask(plot).footprint(x, 1, 8, 8).check().protection("hazard-flood"))
                .containsExactly("needs_review");
    }

    @Test
    void riskThatNoRevisionHasReplacedIsToldByBoth() {
        assertThat(phenomenon(revised, "0004", "rural-zoning").get("effect").asText())
                .isEqualTo("PROHIBITED_BY_RISK");
        assertThat(revised.ask("0004").footprint(301, 1, 8, 8).check().protection("rural-zoning"))
                .containsExactly("does_not_comply");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theParcelSaysTheEffectAndTheCheckTheVerdict(Row row) {
        JsonNode phenomenon = phenomenon(town, row.plot(), row.theme());
        assertThat(phenomenon.get("effect").asText()).isEqualTo(row.effect());
        assertThat(town.ask(row.plot()).footprint(row.x() + 1, 1, 8, 8).check().protection(row.theme()))
                .containsExactly(row.verdict());
    }

    /** What bars building is cited by its article, and a study that is there is not asked for again. */
    @ParameterizedTest
    @MethodSource("rows")
    void theEffectIsSaidInWordsWithItsSource(Row row) {
        JsonNode phenomenon = phenomenon(town, row.plot(), row.theme());
        String text = phenomenon.get("effectText").asText();
        assertThat(text)
                .contains(
                        switch (row.effect()) {
                            case "PROHIBITED_BY_RISK" -> "no procede licencia";
                            case "CONDITIONED_DETAILED_STUDY" -> "primero el estudio detallado";
                            case "UNKNOWN_NO_DATA" -> "No se sabe";
                            case "NO_MAPPED_RESTRICTION" -> "No significa que no haya riesgo";
                            default ->
                                row.theme().endsWith("condition") ? "cumplir las medidas" : "un estudio debe decir";
                        });
        assertThat(phenomenon.at("/effectSource/act").asText()).isNotEmpty();
    }
}
