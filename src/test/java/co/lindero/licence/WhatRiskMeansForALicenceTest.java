package co.lindero.licence;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.json.Json;
import co.lindero.support.TestDatabase;
import co.lindero.support.Town;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static final double APART = 40;

    private static TestDatabase database;
    private static LicenceTown town;

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
            String[] stated = row.zone().split(", ", -1);
            file.zone(stated[0]);
            for (int i = 1; i < stated.length; i++) {
                String[] attribute = stated[i].split("=", -1);
                file.with(attribute[0], attribute[1]);
            }
            file.rect(row.x() - 5, -5, 20, 30);
        });
        files.values()
                .forEach(file ->
                        assertThat(town.town().run(file.command()).code()).isIn(0, 1));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theParcelSaysTheEffectAndTheCheckTheVerdict(Row row) {
        JsonNode risk = Json.read(town.town().done("risk", town.town().number(row.plot()), "--format", "json"));
        JsonNode phenomenon = StreamSupport.stream(risk.get("phenomena").spliterator(), false)
                .filter(node -> node.get("theme").asText().equals(row.theme()))
                .findFirst()
                .orElseThrow();
        assertThat(phenomenon.get("effect").asText()).isEqualTo(row.effect());
        assertThat(town.ask(row.plot()).footprint(row.x() + 1, 1, 8, 8).check().protection(row.theme()))
                .containsExactly(row.verdict());
    }

    /** What bars building is cited by its article, and a study that is there is not asked for again. */
    @ParameterizedTest
    @MethodSource("rows")
    void theEffectIsSaidInWordsWithItsSource(Row row) {
        JsonNode risk = Json.read(town.town().done("risk", town.town().number(row.plot()), "--format", "json"));
        JsonNode phenomenon = StreamSupport.stream(risk.get("phenomena").spliterator(), false)
                .filter(node -> node.get("theme").asText().equals(row.theme()))
                .findFirst()
                .orElseThrow();
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
