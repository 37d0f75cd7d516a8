package co.lindero.norm;

import co.lindero.law.LegalSource;
import co.lindero.norm.Norm.Scope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says of a use category in a zone.
 *
 * @param id row
 * @param version publication that brought the row
 * @param plan code of the plan that states it
 * @param scope zone it speaks for; null for the whole municipality
 * @param category use category of the plan
 * @param condition CQL2 text that decides a {@code condicionado}; null where prose alone says it
 * @param source where it is written; its text is what a person must judge where no condition decides
 * @param validFrom first legal day; null where it is the plan's
 * @param validTo first legal day on which it no longer holds; null where open
 */
public record UseRule(
        long id,
        long version,
        String plan,
        @Nullable Scope scope,
        String category,
        Regime regime,
        @Nullable String condition,
        LegalSource source,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {}
