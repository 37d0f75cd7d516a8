package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;
import co.lindero.norm.Norm;
import co.lindero.norm.Quantity;
import co.lindero.norm.UseRule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one norm, use rule or protective zone says of a proposal.
 *
 * @param subject what spoke
 * @param verdict what it says
 * @param figures what was compared; null where nothing was
 * @param message what an officer reads
 * @param because why it applies
 * @param missing inputs without which it cannot be evaluated
 * @param sources where it is written
 * @param picture the part that fails, in the CRS of the footprint
 */
record Finding(
        Subject subject,
        Verdict verdict,
        @Nullable Figures figures,
        Bilingual message,
        Bilingual because,
        List<String> missing,
        List<LegalSource> sources,
        Picture picture) {

    Finding {
        missing = List.copyOf(missing);
        sources = List.copyOf(sources);
    }

    /** Kinds of finding, in the order in which they are cited. */
    enum Kind {
        PROTECTION,
        USE,
        /** Access and size of the lots of a layout, by national law. */
        LAYOUT,
        NORM,
        COVERAGE
    }

    /**
     * What spoke: a norm, use rules, or a zone.
     *
     * @param lot number of the lot of a layout that it is about; null for the site
     */
    record Subject(
            Kind kind,
            @Nullable Norm norm,
            List<UseRule> uses,
            @Nullable String theme,
            @Nullable String zone,
            @Nullable Quantity quantity,
            @Nullable Integer lot) {
        static Subject of(Norm norm, @Nullable Integer lot) {
            return new Subject(
                    Kind.NORM,
                    norm,
                    List.of(),
                    norm.scope() == null ? null : norm.scope().theme(),
                    norm.scope() == null ? null : norm.scope().zone(),
                    norm.quantity(),
                    lot);
        }

        static Subject ofLot(@Nullable Integer lot) {
            return new Subject(Kind.LAYOUT, null, List.of(), null, null, null, lot);
        }

        static Subject of(Kind kind, @Nullable String theme, @Nullable String zone) {
            return new Subject(kind, null, List.of(), theme, zone, null, null);
        }
    }

    /**
     * What was compared.
     *
     * @param actual the figure; null where there is none
     * @param operator operator of the norm; null where the rule has none
     * @param limit the limit, after what it is counted for; null where it is not known
     * @param margin how far on the right side, negative on the wrong one
     * @param tolerance to what it was compared
     * @param alternatives other figures that were compared
     */
    record Figures(
            @Nullable BigDecimal actual,
            @Nullable String operator,
            @Nullable BigDecimal limit,
            String unit,
            @Nullable BigDecimal margin,
            @Nullable BigDecimal tolerance,
            List<Alternative> alternatives) {}

    /** Another figure for the quantity. */
    record Alternative(BigDecimal actual, Bilingual how) {}

    /**
     * A norm, rule or zone that was considered and does not apply.
     *
     * @param code stable code of the reason
     */
    record NotApplied(Subject subject, String code, Bilingual reason, List<LegalSource> sources) {}
}
