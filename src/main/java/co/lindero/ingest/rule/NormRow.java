package co.lindero.ingest.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A norm as a table states it, ready to be stored.
 *
 * @param fid number of its row
 * @param part its place among the norms of its row, from 0
 * @param scopeTheme theme of the zone it speaks for; empty for the whole municipality
 * @param scopeZone code of that zone
 * @param scope2Theme theme of the second zone; empty for none
 * @param scope2Zone code of the second zone
 * @param value limit in the quantity's own unit; null where the plan is cited only
 * @param perAmount how many of {@code perUnit} the value is for; null for an absolute value
 * @param condition CQL2 text; null for always
 * @param validFrom first legal day, ISO; null for the plan's
 * @param validTo first legal day on which it no longer holds, ISO; null for open
 */
public record NormRow(
        long fid,
        int part,
        String scopeTheme,
        String scopeZone,
        String scope2Theme,
        String scope2Zone,
        String quantity,
        String operator,
        @Nullable BigDecimal value,
        String unit,
        @Nullable BigDecimal perAmount,
        @Nullable String perUnit,
        String base,
        @Nullable String condition,
        String act,
        String article,
        @Nullable String sourceText,
        @Nullable String url,
        @Nullable String validFrom,
        @Nullable String validTo) {}
