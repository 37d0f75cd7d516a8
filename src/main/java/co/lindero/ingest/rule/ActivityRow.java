package co.lindero.ingest.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A use category of an economic activity as a table states it, ready to be stored.
 *
 * @param fid number of its row
 * @param part always 0
 * @param ciiu class, four digits
 * @param areaMinM2 least built area, m2; null for none
 * @param areaMaxM2 largest built area, m2, included; null for none
 */
public record ActivityRow(
        long fid,
        int part,
        String ciiu,
        String category,
        @Nullable BigDecimal areaMinM2,
        @Nullable BigDecimal areaMaxM2,
        @Nullable String note) {}
