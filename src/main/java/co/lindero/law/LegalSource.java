package co.lindero.law;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement is written.
 *
 * @param act administrative act or law, with number and year
 * @param article article of it
 * @param text wording
 * @param url address of the text
 */
public record LegalSource(
        @Nullable String act,
        @Nullable String article,
        @Nullable String text,
        @Nullable String url) {}
