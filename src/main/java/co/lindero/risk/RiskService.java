package co.lindero.risk;

import co.lindero.landuse.LandUseAnswer;
import co.lindero.landuse.LandUseAnswer.ThemeAnswer;
import co.lindero.landuse.LandUseAnswer.Warning;
import co.lindero.landuse.LandUseQuestion;
import co.lindero.landuse.LandUseService;
import co.lindero.plan.PlanStore;
import co.lindero.plan.StripRules;
import co.lindero.plan.Theme;
import co.lindero.plan.ThemeCatalogue;
import co.lindero.platform.db.Database;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import co.lindero.risk.RiskAnswer.CellFacts;
import co.lindero.risk.RiskAnswer.LevelArea;
import co.lindero.risk.RiskAnswer.Phenomenon;
import co.lindero.risk.RiskStore.LevelRow;
import co.lindero.risk.RiskStore.Plot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Answers what hazard, risk and protection lie on a parcel and what they mean for a licence. What lies on the parcel is the
 * land-use answer's; this adds the levels and studies that the zones state, read at the same publication. Thread-safe.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.2.1.3.1.1 and following
 */
public final class RiskService {
    private static final int AREA_DECIMALS = 4;
    private static final int SHARE_DECIMALS = 6;

    private final Database database;
    private final LandUseService landUse;
    private final PlanStore plans;
    private final RiskStore store = new RiskStore();

    public RiskService(Database database, LandUseService landUse, PlanStore plans) {
        this.database = database;
        this.landUse = landUse;
        this.plans = plans;
    }

    /**
     * What the zones of one plot state.
     *
     * @param protective themes of hazard, risk or protection: told whatever lies on the plot
     * @param themes those, and others of which a part of the plot states a risk that cannot be mitigated
     * @param facts by theme and code, of the zones that the parts on the plot are made of
     */
    private record Stated(
            Set<String> protective,
            Set<String> themes,
            Map<String, Map<String, ZoneFacts>> facts,
            Map<String, List<LevelRow>> levels,
            Map<String, List<CellFacts>> rasters) {}

    /**
     * Answers a question; geometry is not given.
     *
     * @throws co.lindero.platform.problem.Problem as {@link LandUseService#answer}
     */
    public RiskAnswer answer(LandUseQuestion question, Language language) {
        LandUseAnswer spanish = landUse.answer(question, Language.ES);
        Stated stated = read(spanish);
        RiskAnswer written = write(spanish, stated, Language.ES);
        String hash = Json.hash(written, "hash", "notice");
        if (language == Language.ES) {
            return written.sealed(hash, spanish.notice());
        }
        LandUseAnswer other = landUse.answer(at(question, spanish), language);
        return write(other, stated, language).sealed(hash, other.notice());
    }

    /** The same question, pinned to the state that the first answer came from. */
    private static LandUseQuestion at(LandUseQuestion question, LandUseAnswer answered) {
        return new LandUseQuestion(
                question.number(),
                question.municipality(),
                LocalDate.parse(answered.on()),
                new co.lindero.publication.KnownAt.Numbered(answered.knownAt().publication()),
                question.plan(),
                question.geometry());
    }

    private Stated read(LandUseAnswer answer) {
        LocalDate on = LocalDate.parse(answer.on());
        long at = answer.knownAt().publication();
        String municipality = answer.parcel().municipality();
        String number = answer.parcel().parent() == null
                ? answer.parcel().number()
                : answer.parcel().parent();
        LandUseAnswer.PlanFacts plan = answer.plan();
        return database.read(handle -> {
            List<String> chain = plan == null ? List.of() : plans.findChain(handle, municipality, plan.code(), on, at);
            Set<String> protective = protective(plans.listThemes(handle, municipality, chain, at));
            List<String> concerned = answer.themes().stream()
                    .filter(theme -> !theme.parts().isEmpty())
                    .map(ThemeAnswer::theme)
                    .toList();
            Plot plot = new Plot(municipality, number, chain, on, at);
            Map<String, Map<String, ZoneFacts>> facts = store.listZoneFacts(handle, plot, concerned).stream()
                    .collect(Collectors.groupingBy(ZoneFacts::theme, Collectors.toMap(ZoneFacts::code, fact -> fact)));
            Map<String, List<LevelRow>> levels = new HashMap<>();
            for (String theme : concerned) {
                if (protective.contains(theme)) {
                    levels.put(theme, store.listLevels(handle, plot, theme));
                }
            }
            Set<String> themes = withRisk(protective, answer.themes(), facts);
            return new Stated(protective, themes, facts, levels, rasters(handle, plot, answer));
        });
    }

    /** Rural zoning has a category for what no work mitigates: a theme that nobody marks may speak of risk all the same. */
    private static Set<String> withRisk(
            Set<String> protective, List<ThemeAnswer> answered, Map<String, Map<String, ZoneFacts>> facts) {
        Set<String> themes = new HashSet<>(protective);
        answered.stream()
                .filter(theme -> RiskJudge.statesNonMitigable(theme, facts.getOrDefault(theme.theme(), Map.of())))
                .forEach(theme -> themes.add(theme.theme()));
        return themes;
    }

    private Map<String, List<CellFacts>> rasters(Handle handle, Plot plot, LandUseAnswer answer) {
        BigDecimal drawn = answer.parcel().areas().planarM2();
        if (drawn == null || drawn.signum() == 0) {
            return Map.of();
        }
        List<String> themes = answer.themes().stream().map(ThemeAnswer::theme).toList();
        Map<String, List<CellFacts>> found = new HashMap<>();
        for (ParcelRaster raster : store.listRasters(handle, plot, themes)) {
            CellFacts facts = CellStatistics.of(
                    raster,
                    drawn.doubleValue(),
                    (content, tiles, each) -> store.forEachTile(handle, content, tiles, each));
            if (facts != null) {
                found.computeIfAbsent(raster.theme(), theme -> new ArrayList<>())
                        .add(facts);
            }
        }
        return found;
    }

    /** The themes that the plan marks, and of the expected ones those that are so by nature. */
    private static Set<String> protective(List<Theme> themes) {
        return Stream.concat(
                        themes.stream().filter(Theme::protective).map(Theme::code),
                        ThemeCatalogue.listExpected().stream()
                                .filter(ThemeCatalogue.Shipped::protective)
                                .map(ThemeCatalogue.Shipped::code))
                .collect(Collectors.toSet());
    }

    private static RiskAnswer write(LandUseAnswer answer, Stated stated, Language language) {
        List<Phenomenon> phenomena = answer.themes().stream()
                .filter(theme -> stated.themes().contains(theme.theme()))
                .map(theme -> judge(answer, theme, stated, language))
                .toList();
        RiskEffect worst =
                phenomena.stream().map(Phenomenon::effect).reduce(RiskEffect.NO_MAPPED_RESTRICTION, RiskEffect::worse);
        List<String> texts = phenomena.stream()
                .filter(phenomenon -> phenomenon.effect() == worst)
                .map(Phenomenon::effectText)
                .distinct()
                .toList();
        return new RiskAnswer(
                answer.parcel(),
                answer.plan(),
                answer.on(),
                answer.knownAt(),
                worst,
                // what bars the parcel may be a road alone
                texts.size() == 1 ? texts.get(0) : worst.text().in(language),
                phenomena,
                answer.themes().stream()
                        .filter(theme -> theme.theme().equals(StripRules.ROAD))
                        .flatMap(theme -> theme.derived().stream())
                        .toList(),
                phenomena.stream()
                        .filter(p -> p.unknownM2() != null && p.unknownM2().signum() > 0)
                        .map(Phenomenon::theme)
                        .toList(),
                warnings(answer, stated, language),
                answer.dataVersions().stream()
                        .filter(version -> concerns(version.dataset(), stated.themes()))
                        .toList(),
                answer.demonstration(),
                null,
                null);
    }

    private static Phenomenon judge(LandUseAnswer answer, ThemeAnswer theme, Stated stated, Language language) {
        Map<String, ZoneFacts> facts = stated.facts().getOrDefault(theme.theme(), Map.of());
        if (!stated.protective().contains(theme.theme())) {
            return RiskJudge.judgeNonMitigable(theme, facts, language);
        }
        return RiskJudge.judge(
                theme,
                facts,
                levels(theme, stated, answer.parcel().areas().planarM2()),
                stated.rasters().getOrDefault(theme.theme(), List.of()),
                language);
    }

    private static List<LevelArea> levels(
            ThemeAnswer theme, Stated stated, @org.jspecify.annotations.Nullable BigDecimal drawn) {
        List<LevelRow> rows = stated.levels().getOrDefault(theme.theme(), List.of());
        if (drawn == null || drawn.signum() == 0) {
            return List.of();
        }
        return rows.stream()
                .map(row -> new LevelArea(
                        row.level().code(),
                        BigDecimal.valueOf(row.planarM2()).setScale(AREA_DECIMALS, RoundingMode.HALF_UP),
                        BigDecimal.valueOf(row.planarM2()).divide(drawn, SHARE_DECIMALS, RoundingMode.HALF_UP)))
                .filter(level -> level.planarM2().signum() > 0
                        || RiskLevel.find(level.level()).orElseThrow().isMapped())
                .toList();
    }

    private static List<Warning> warnings(LandUseAnswer answer, Stated stated, Language language) {
        List<Warning> list = new ArrayList<>(answer.warnings().stream()
                .filter(warning -> warning.theme() == null || stated.themes().contains(warning.theme()))
                .toList());
        for (ThemeAnswer theme : answer.themes()) {
            if (!stated.themes().contains(theme.theme())) {
                continue;
            }
            stated.facts().getOrDefault(theme.theme(), Map.of()).values().stream()
                    .filter(ZoneFacts::mixed)
                    .map(ZoneFacts::code)
                    .sorted()
                    .forEach(code -> list.add(new Warning(
                            "mixed-levels",
                            theme.theme(),
                            language.pick(
                                    "Las zonas de código " + code + " declaran niveles distintos: se toma el más alto.",
                                    "The zones of code " + code + " state different levels: the highest is taken."))));
        }
        return list;
    }

    private static boolean concerns(String dataset, Set<String> themes) {
        String[] path = dataset.split("/", -1);
        return path[0].equals("parcels") || (path[0].equals("zones") && themes.contains(path[1]));
    }
}
