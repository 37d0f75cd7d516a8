package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.landuse.AnswerScope.ThemeScope;
import co.lindero.law.Bilingual;
import co.lindero.plan.Dataset;
import co.lindero.plan.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeJudgeTest {
    private static final double DRAWN = 200;

    private static ThemeScope scope(boolean partition, boolean loaded) {
        Theme theme = new Theme("P1", "t", "T", null, 1, partition, false, null, 0, null, null, null);
        Dataset dataset =
                new Dataset("zones", "P1", "t", "d", "municipality", 0.1, false, null, false, 1, Instant.EPOCH);
        return new ThemeScope("t", new Bilingual("T", "T"), 1, theme, loaded ? List.of(dataset) : List.of());
    }

    private static MeasuredRow row(
            MeasuredRow.Role role, double area, double uncovered, double unknown, double outside) {
        boolean summary = role == MeasuredRow.Role.SUMMARY;
        return new MeasuredRow(
                "t",
                role,
                summary ? null : "Z",
                summary ? null : 2,
                area,
                0.05,
                null,
                null,
                uncovered,
                unknown,
                outside,
                0,
                summary ? false : null,
                null,
                List.of(),
                null);
    }

    @ParameterizedTest(name = "{index}: {0} found {1} m2, noise {2}, unknown {3}, outside {4}, declared {5}: {6}")
    @CsvSource({
        "restriction, 120,   0,    0,   0, false, CONCERNED",
        "restriction,   0,   0,    0,   0, false, NOT_CONCERNED",
        "restriction,   0,   1,    0,   0, false, NOT_CONCERNED",
        "restriction,   0,   0,  200,   0, false, NO_DATA",
        "restriction,   0,   0,  100,   0, false, NO_DATA",
        "restriction, 120,   0,   80,   0, false, CONCERNED",
        "restriction,   0,   0,    0,   0, true,  NOT_CONCERNED",
        "restriction,   0,   0,  100,   0, true,  NO_DATA",
        "partition,   200,   0,    0,   0, false, CONCERNED",
        "partition,     0,   0,    0,   0, false, CONCERNED",
        "partition,     0,   0,    0, 200, false, NOT_CONCERNED",
        "partition,     0,   0,    0, 100, false, CONCERNED",
        "partition,     0,   0,  100, 100, false, NO_DATA",
        "partition,     0, 200,    0,   0, false, NOT_CONCERNED",
        "partition,     0,   0,    0,   0, true,  NOT_CONCERNED",
    })
    void theStateFollowsFromWhatWasFound(
            String kind,
            double found,
            double noise,
            double unknown,
            double outside,
            boolean declared,
            ThemeState state) {
        List<MeasuredRow> rows = new ArrayList<>();
        double uncovered = DRAWN - found - noise - unknown - outside;
        rows.add(row(MeasuredRow.Role.SUMMARY, DRAWN, uncovered, unknown, outside));
        if (found > 0) {
            rows.add(row(MeasuredRow.Role.PART, found, 0, 0, 0));
        }
        if (noise > 0) {
            rows.add(row(MeasuredRow.Role.NOISE, noise, 0, 0, 0));
        }
        if (declared) {
            rows.add(row(MeasuredRow.Role.DECLARATION, 0, 0, 0, 0));
        }
        ThemeJudge.Judged judged = ThemeJudge.judge(scope(kind.equals("partition"), true), rows, DRAWN);
        assertThat(judged.state()).isEqualTo(state);
        assertThat(judged.balanced()).isTrue();
    }

    @Test
    void aThemeThatIsNotLoadedHasNoDataForAllOfTheParcel() {
        ThemeJudge.Judged judged = ThemeJudge.judge(scope(true, false), List.of(), DRAWN);
        assertThat(judged.state()).isEqualTo(ThemeState.NO_DATA);
        assertThat(judged.unknown()).isEqualByComparingTo("200");
        assertThat(judged.reason()).isNotNull();
    }

    @Test
    void sharesComeFromUnroundedFigures() {
        List<MeasuredRow> rows = List.of(
                row(MeasuredRow.Role.SUMMARY, 9, 0, 0, 0),
                row(MeasuredRow.Role.PART, 3.000_04, 0, 0, 0),
                row(MeasuredRow.Role.PART, 5.999_96, 0, 0, 0));
        ThemeJudge.Judged judged = ThemeJudge.judge(scope(true, true), rows, 9);
        assertThat(judged.parts().get(0).planarM2()).isEqualTo("3.0000");
        assertThat(judged.parts().get(0).share()).isEqualTo("0.333338");
        assertThat(judged.parts().get(1).planarM2()).isEqualTo("6.0000");
        assertThat(judged.parts().get(1).share()).isEqualTo("0.666662");
    }

    @Test
    void figuresThatDoNotAddUpAreSaid() {
        List<MeasuredRow> rows =
                List.of(row(MeasuredRow.Role.SUMMARY, DRAWN, 0, 0, 0), row(MeasuredRow.Role.PART, 120, 0, 0, 0));
        assertThat(ThemeJudge.judge(scope(false, true), rows, DRAWN).balanced()).isFalse();
    }
}
