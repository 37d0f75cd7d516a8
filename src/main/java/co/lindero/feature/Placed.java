package co.lindero.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with a place in a list, by which the next page begins. */
@FunctionalInterface
interface Placed {
    /** Returns the values of order and key. */
    List<@Nullable String> place();
}
