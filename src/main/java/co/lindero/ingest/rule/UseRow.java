package co.lindero.ingest.rule;

import org.jspecify.annotations.Nullable;

/**
 * A use rule as a table states it, ready to be stored.
 *
 * @param fid number of its row
 * @param part always 0
 * @param scopeTheme theme of the zone it speaks for; empty for the whole municipality
 * @param scopeZone code of that zone
 * @param condition CQL2 text; null where none decides
 * @param validFrom first legal day, ISO; null for the plan's
 * @param validTo first legal day on which it no longer holds, ISO; null for open
 */
public record UseRow(
        long fid,
        int part,
        String scopeTheme,
        String scopeZone,
        String category,
        String regime,
        @Nullable String condition,
        String act,
        String article,
        @Nullable String sourceText,
        @Nullable String url,
        @Nullable String validFrom,
        @Nullable String validTo) {}
