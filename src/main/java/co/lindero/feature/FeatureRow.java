package co.lindero.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One feature as the database has it; holds for the call in which it is given.
 *
 * @param row number of the row
 * @param id name of the feature
 * @param wkb geometry in the CRS asked for, x first; null where it has none
 * @param values values of the properties asked for: String, Long, Double, Boolean, JSON text; null where there is none
 * @param place values of order and key, by which the next page begins
 */
@SuppressWarnings("ArrayRecordComponent") // holds for one call, a copy of each row would be waste
record FeatureRow(
        long row,
        String id,
        byte @Nullable [] wkb,
        @Nullable Object[] values,
        List<@Nullable String> place) implements Placed {}
