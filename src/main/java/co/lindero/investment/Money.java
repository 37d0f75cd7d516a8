package co.lindero.investment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of a project or of several, exact Colombian pesos with two decimals; null where nobody states one.
 *
 * @param planned final budget: what was first appropriated, with what was added and taken away
 * @param committed committed by contract or act
 * @param obliged owed for what was delivered
 * @param paid paid
 */
public record Money(
        @Nullable BigDecimal planned,
        @Nullable BigDecimal committed,
        @Nullable BigDecimal obliged,
        @Nullable BigDecimal paid) {}
