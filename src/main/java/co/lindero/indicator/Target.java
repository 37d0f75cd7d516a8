package co.lindero.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a plan aims at.
 *
 * @param indicator code of the indicator
 * @param year year at whose end, or in which, it is aimed at
 * @param target value, in the unit of the indicator
 * @param name name that the plan gives the indicator; null for none
 * @param source where the plan says so
 */
record Target(
        String indicator,
        int year,
        BigDecimal target,
        @Nullable String name,
        String source) {}
