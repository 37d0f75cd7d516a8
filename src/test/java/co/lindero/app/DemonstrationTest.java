package co.lindero.app;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.cadastre.ParcelService;
import co.lindero.landuse.LandUseAnswer;
import co.lindero.landuse.LandUseQuestion;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Language;
import co.lindero.publication.KnownAt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demonstration municipality as it is committed, loaded as {@code serve --demo} loads it. */
class DemonstrationTest {
    private static final Demonstration DEMONSTRATION = Demonstration.loaded();
    private final Services services = DEMONSTRATION.services();
    private final Database database = DEMONSTRATION.database();

    private static List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DEMONSTRATION.testDatabase().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Test
    void figuresOfEveryThemeAddUpToTheDrawnAreaOnOneParcelInFive() throws SQLException {
        figuresAddUp(5);
    }

    @Test
    @Tag("bulk")
    void figuresOfEveryThemeAddUpToTheDrawnAreaOnEveryParcel() throws SQLException {
        figuresAddUp(1);
    }

    private void figuresAddUp(int oneIn) throws SQLException {
        List<String> numbers = query("SELECT number FROM lindero.parcel WHERE pub_to IS NULL ORDER BY number");
        assertThat(numbers).hasSizeGreaterThan(11_000);
        List<LandUseQuestion> questions = IntStream.range(0, numbers.size())
                .filter(place -> place % oneIn == 0)
                .mapToObj(numbers::get)
                .map(number -> new LandUseQuestion(number, null, null, new KnownAt.Newest(), null, false))
                .toList();

        for (int from = 0; from < questions.size(); from += 1_000) {
            List<LandUseQuestion> some = questions.subList(from, Math.min(from + 1_000, questions.size()));
            for (LandUseAnswer answer : services.landUse().answerAll(some, Language.ES)) {
                BigDecimal drawn = answer.parcel().areas().planarM2();
                for (LandUseAnswer.ThemeAnswer theme : answer.themes()) {
                    assertThat(sum(theme))
                            .as(answer.parcel().number() + " " + theme.theme())
                            .isEqualByComparingTo(drawn);
                }
                assertThat(answer.warnings())
                        .extracting(LandUseAnswer.Warning::code)
                        .contains("demonstration")
                        .doesNotContain("figures-do-not-add-up");
                assertThat(answer.demonstration()).isTrue();
            }
        }
    }

    private static BigDecimal sum(LandUseAnswer.ThemeAnswer theme) {
        BigDecimal sum = theme.uncoveredM2()
                .add(theme.unknownM2())
                .add(theme.outsideGroundM2())
                .subtract(theme.doublyCoveredM2());
        for (LandUseAnswer.Part part : theme.parts()) {
            sum = part.planarM2() == null ? sum : sum.add(part.planarM2());
        }
        for (LandUseAnswer.Noise noise : theme.noise()) {
            sum = sum.add(noise.planarM2());
        }
        return sum;
    }

    @Test
    void everyParcelAnswerSaysThatItIsADemonstration() {
        ParcelService parcels = new ParcelService(
                database, services.clock(), services.parcels(), services.finder(), services.publications());
        ParcelService.Moment now = new ParcelService.Moment(null, null, new KnownAt.Newest());

        assertThat(parcels.get("761300601000100340001000000000", now).demonstration())
                .isTrue();
        assertThat(parcels.search(new ParcelService.Criterion.Text("7613001"), now, "", 3)
                        .demonstration())
                .isTrue();
    }

    @Test
    void parcelsTileTheMunicipalityInPostgis() throws SQLException {
        List<String> overlaps = query("""
                SELECT a.number || ' ' || b.number
                FROM lindero.parcel a
                JOIN lindero.parcel b ON a.geom && b.geom AND a.number < b.number AND ST_Relate(a.geom, b.geom, '2********')
                WHERE a.pub_to IS NULL AND b.pub_to IS NULL AND a.municipality = '76130' AND b.municipality = '76130'
                  AND 'Informal' NOT IN (a.condition, b.condition)
                  AND ST_Area(ST_Intersection(a.geom, b.geom)) > 1e-6
                """);
        List<String> gap = query("""
                SELECT abs(t.planar_m2 - (SELECT sum(p.planar_m2) FROM lindero.parcel p
                                          WHERE p.pub_to IS NULL AND p.municipality = t.municipality
                                            AND p.condition <> 'Informal')) < 0.01
                FROM lindero.territory t
                WHERE t.kind = 'municipio' AND t.municipality = '76130' AND t.pub_to IS NULL
                """);

        assertThat(overlaps).isEmpty();
        assertThat(gap).containsExactly("t");
    }

    @Test
    void sheetsAreLoadedWholeWithNoFindingButTheExpected() throws SQLException {
        List<String> loads = query("""
                SELECT dataset || ' ' || added || ' ' || findings
                FROM lindero.load
                WHERE kind IN ('norms', 'uses', 'ciiu')
                ORDER BY publication
                """);

        assertThat(loads)
                .containsExactly(
                        "norms-2005 " + rows("norms-2005") + " {\"INFO\": {\"cited-only\": 1}}",
                        "uses-2005 " + rows("uses-2005") + " {\"WARNING\": {\"regimes-differ\": 2}}",
                        "ciiu " + rows("ciiu") + " {}",
                        "norms-2014 " + rows("norms-2014") + " {}",
                        "uses-2014 " + rows("uses-2014") + " {}",
                        "norms-2026 " + rows("norms-2026") + " {}",
                        "uses-2026 " + rows("uses-2026") + " {}");
    }

    private static long rows(String sheet) {
        try (Stream<String> lines = Files.lines(Path.of("data", "candelaria", sheet + ".csv"))) {
            return lines.count() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void loadingAgainLoadsNothing() throws SQLException {
        List<String> before = query("SELECT max(id) FROM lindero.publication");

        new DemoLoading(DEMONSTRATION.context(), database).run();

        assertThat(query("SELECT max(id) FROM lindero.publication")).isEqualTo(before);
    }
}
