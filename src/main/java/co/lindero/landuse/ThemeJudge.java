package co.lindero.landuse;

import co.lindero.landuse.AnswerScope.ThemeScope;
import co.lindero.law.Bilingual;
import co.lindero.plan.Dataset;
import co.lindero.plan.Strip;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides the state of a theme on a parcel from what was measured, and rounds its figures so that they add up. Pure.
 *
 * <p>The rules are those of docs/land-use-answer.md: a restriction is {@code concerned} where something of it lies on the
 * parcel; a partition also where its ground is left uncovered; what no coverage reaches is {@code no_data} unless
 * something was found on the rest.
 */
final class ThemeJudge {
    private static final int SHARE_DECIMALS = 6;
    private static final int WIDTH_DECIMALS = 3;
    private static final int LENGTH_DECIMALS = 4;
    /** Areas below half of this are written as 0.0000 and count as nothing. */
    private static final double LEAST_AREA_M2 = 0.000_05;

    private ThemeJudge() {}

    /**
     * A theme judged on a parcel, figures rounded.
     *
     * @param scope the theme
     * @param state its state
     * @param reason why there is no data, or why it is not concerned where that needs saying
     * @param boundarySensitive null where the accuracy is not stated or nothing was measured
     * @param balanced false where the figures do not add up: a fault to be looked into
     * @param strips what rules of distance say where no official zones speak; the union of the strips without code
     */
    record Judged(
            ThemeScope scope,
            ThemeState state,
            @Nullable Bilingual reason,
            @Nullable Boolean boundarySensitive,
            List<JudgedPart> parts,
            BigDecimal uncovered,
            BigDecimal doublyCovered,
            BigDecimal unknown,
            BigDecimal outsideGround,
            List<JudgedNoise> noise,
            List<MeasuredRow> declarations,
            boolean balanced,
            List<Strip> strips) {

        /**
         * Returns the theme with strips. One that lies on the parcel concerns it; a road within reach whose order nobody
         * states leaves open whether it does.
         *
         * @param geometry whether the answer draws them
         */
        Judged with(List<Strip> found, boolean geometry) {
            if (found.isEmpty()) {
                return this;
            }
            boolean drawn = found.stream().anyMatch(Strip::isDrawn);
            ThemeState now =
                    drawn ? ThemeState.CONCERNED : state == ThemeState.NOT_CONCERNED ? ThemeState.NO_DATA : state;
            Bilingual why = now == state
                    ? reason
                    : found.stream()
                            .filter(strip -> strip.isDrawn() == drawn)
                            .findFirst()
                            .orElseThrow()
                            .text();
            return new Judged(
                    scope,
                    now,
                    why,
                    boundarySensitive,
                    parts,
                    uncovered,
                    doublyCovered,
                    unknown,
                    outsideGround,
                    noise,
                    declarations,
                    balanced,
                    geometry ? found : found.stream().map(Strip::undrawn).toList());
        }
    }

    record JudgedPart(
            MeasuredRow row,
            @Nullable BigDecimal planarM2,
            @Nullable BigDecimal share,
            @Nullable BigDecimal lengthM) {}

    record JudgedNoise(@Nullable String zone, BigDecimal planarM2, BigDecimal widthM) {}

    /**
     * Judges a theme.
     *
     * @param scope the theme and its datasets
     * @param rows what was measured of it; empty where nothing is loaded
     * @param drawnM2 drawn area of the parcel
     */
    static Judged judge(ThemeScope scope, List<MeasuredRow> rows, double drawnM2) {
        if (!scope.isLoaded()) {
            return notLoaded(scope, drawnM2);
        }
        MeasuredRow summary = rows.stream()
                .filter(row -> row.role() == MeasuredRow.Role.SUMMARY)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Theme " + scope.code() + " was not measured"));
        List<MeasuredRow> parts = only(rows, MeasuredRow.Role.PART);
        List<MeasuredRow> noise = only(rows, MeasuredRow.Role.NOISE);
        List<MeasuredRow> declarations = only(rows, MeasuredRow.Role.DECLARATION);

        AreaBalance balance = new AreaBalance();
        List<Integer> partPlaces =
                parts.stream().map(row -> balance.plus(row.planarM2())).toList();
        List<Integer> noisePlaces =
                noise.stream().map(row -> balance.plus(row.planarM2())).toList();
        int uncovered = balance.plus(summary.uncoveredM2());
        int unknown = balance.plus(summary.unknownM2());
        int outside = balance.plus(summary.outsideGroundM2());
        int doubly = balance.minus(summary.doublyCoveredM2());
        boolean balanced = balance.close(drawnM2);

        List<JudgedPart> judgedParts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            judgedParts.add(part(parts.get(i), balance.get(partPlaces.get(i)), drawnM2));
        }
        List<JudgedNoise> judgedNoise = new ArrayList<>();
        for (int i = 0; i < noise.size(); i++) {
            judgedNoise.add(new JudgedNoise(
                    noise.get(i).zoneCode(),
                    balance.get(noisePlaces.get(i)),
                    decimal(noise.get(i).widthM(), WIDTH_DECIMALS)));
        }
        ThemeState state = state(scope, summary, !parts.isEmpty(), !declarations.isEmpty());
        return new Judged(
                scope,
                state,
                reason(scope, state, summary, declarations),
                summary.boundarySensitive(),
                judgedParts,
                balance.get(uncovered),
                balance.get(doubly),
                balance.get(unknown),
                balance.get(outside),
                judgedNoise,
                declarations,
                balanced,
                List.of());
    }

    private static List<MeasuredRow> only(List<MeasuredRow> rows, MeasuredRow.Role role) {
        return rows.stream().filter(row -> row.role() == role).toList();
    }

    private static JudgedPart part(MeasuredRow row, BigDecimal area, double drawnM2) {
        boolean polygon = row.dimension() != null && row.dimension() == 2;
        return new JudgedPart(
                row,
                polygon ? area : null,
                polygon ? decimal(row.planarM2() / drawnM2, SHARE_DECIMALS) : null,
                row.lengthM() == null ? null : decimal(row.lengthM(), LENGTH_DECIMALS));
    }

    private static BigDecimal decimal(@Nullable Double value, int decimals) {
        return BigDecimal.valueOf(value == null ? 0 : value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static ThemeState state(ThemeScope scope, MeasuredRow summary, boolean found, boolean declaredNone) {
        if (found) {
            return ThemeState.CONCERNED;
        }
        if (summary.unknownM2() >= LEAST_AREA_M2) {
            return ThemeState.NO_DATA;
        }
        if (declaredNone) {
            return ThemeState.NOT_CONCERNED;
        }
        boolean withoutNorm = scope.tilesGround() && summary.uncoveredM2() >= LEAST_AREA_M2;
        return withoutNorm ? ThemeState.CONCERNED : ThemeState.NOT_CONCERNED;
    }

    private static @Nullable Bilingual reason(
            ThemeScope scope, ThemeState state, MeasuredRow summary, List<MeasuredRow> declarations) {
        return switch (state) {
            case CONCERNED -> null;
            case NO_DATA ->
                new Bilingual(
                        "La cobertura de los datos cargados no alcanza todo el predio, o no se sabe la clase de suelo de"
                                + " la que el tema depende, y en el resto no hay nada.",
                        "The coverage of the loaded data does not reach all of the parcel, or the land class that the"
                                + " theme hangs on is not known, and nothing lies on the rest.");
            case NOT_CONCERNED -> notConcerned(scope, summary, declarations);
        };
    }

    private static @Nullable Bilingual notConcerned(
            ThemeScope scope, MeasuredRow summary, List<MeasuredRow> declarations) {
        Optional<MeasuredRow> declared = declarations.stream().findFirst();
        if (declared.isPresent()) {
            String label = Optional.ofNullable(declared.get().label()).orElse("");
            return new Bilingual(
                    ("Declarado con fuente: no existe o no aplica. " + label).strip(),
                    ("Declared with a source: none exists or it does not apply. " + label).strip());
        }
        if (scope.tilesGround() && summary.outsideGroundM2() >= LEAST_AREA_M2) {
            String ground = scope.theme() == null || scope.theme().ground() == null
                    ? ""
                    : String.join(", ", scope.theme().ground());
            return new Bilingual(
                    "El predio está fuera del suelo que regula este tema (" + ground + ").",
                    "The parcel lies outside the ground of this theme (" + ground + ").");
        }
        return null;
    }

    private static Judged notLoaded(ThemeScope scope, double drawnM2) {
        Bilingual reason = scope.theme() == null
                ? new Bilingual(
                        "El plan no tiene cargado este tema: no se sabe si afecta al predio.",
                        "The plan has not loaded this theme: whether it concerns the parcel is not known.")
                : new Bilingual(
                        "El tema está definido pero no se ha cargado ningún conjunto de datos.",
                        "The theme is defined but no dataset has been loaded.");
        BigDecimal zero = AreaBalance.round(0);
        return new Judged(
                scope,
                ThemeState.NO_DATA,
                reason,
                null,
                List.of(),
                zero,
                zero,
                AreaBalance.round(drawnM2),
                zero,
                List.of(),
                List.of(),
                true,
                List.of());
    }

    /** Returns the datasets of a theme whose coverage was taken as the whole municipality because nobody said. */
    static List<Dataset> assumedCoverage(ThemeScope scope) {
        return scope.datasets().stream()
                .filter(d -> d.coverageKind().equals("assumed"))
                .toList();
    }
}
