package co.lindero.investment;

import org.jspecify.annotations.Nullable;

/**
 * A project whose position differs between two orders of importance.
 *
 * @param from position before; null where it had none
 * @param to position after; null where it has none
 */
public record Move(
        String code,
        @Nullable String name,
        @Nullable Integer from,
        @Nullable Integer to) {}
