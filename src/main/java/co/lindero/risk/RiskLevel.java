package co.lindero.risk;

import co.lindero.law.Bilingual;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Level of the ground under a theme of hazard or risk, in the order in which the higher wins. The first three are the values of
 * LADM_COL; the others say what is not one of them, so that "no data" is never taken for "none".
 *
 * @legal Decreto 1077 de 2015, art. 2.2.2.1.3.1.3 and following: hazard zoning in high, medium and low
 */
public enum RiskLevel {
    HIGH(3, "Alta", "alta", "high"),
    MEDIUM(2, "Media", "media", "medium"),
    LOW(1, "Baja", "baja", "low"),
    /** A zone whose level is not stated. */
    UNSTATED(0, "unstated", "sin nivel declarado", "level not stated"),
    /** Ground that data reach and on which nothing is mapped. */
    NONE(-1, "none", "nada mapeado", "nothing mapped"),
    /** Ground that no data reach. */
    NO_DATA(-2, "no_data", "sin datos", "no data");

    private final int rank;
    private final String code;
    private final String es;
    private final String en;

    RiskLevel(int rank, String code, String es, String en) {
        this.rank = rank;
        this.code = code;
        this.es = es;
        this.en = en;
    }

    /** Returns the name in answers and requests. */
    public String code() {
        return code;
    }

    /** Returns the level for people. */
    public Bilingual text() {
        return new Bilingual(es, en);
    }

    /** Whether it is the level of a zone. */
    boolean isMapped() {
        return rank >= 0;
    }

    /** Returns the level of a rank of the database. */
    static RiskLevel of(int rank) {
        return Arrays.stream(values())
                .filter(level -> level.rank == rank)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Rank " + rank));
    }

    /** Finds a level by the name that a caller wrote, whatever its case. */
    static Optional<RiskLevel> find(String written) {
        String sought = written.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(level -> level.code.toLowerCase(Locale.ROOT).equals(sought))
                .findFirst();
    }

    /**
     * Returns the level of a name that a caller wrote, whatever its case.
     *
     * @throws Problem {@code invalid-parameter} that lists the levels
     */
    public static RiskLevel get(String written) {
        String codes = Arrays.stream(values()).map(RiskLevel::code).collect(Collectors.joining(", "));
        return find(written)
                .orElseThrow(() -> Problem.of(
                                ProblemType.INVALID_PARAMETER,
                                "«" + written + "» no es un nivel.",
                                "'" + written + "' is no level.")
                        .with("parameter", "level")
                        .hint("Niveles: " + codes + ".", "Levels: " + codes + "."));
    }
}
