package co.lindero.licence;

import co.lindero.law.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Why a norm is considered.
 *
 * @param because why, for people
 * @param presence whether what it speaks for surely lies on what is judged
 * @param lot number of the lot of a layout; null for the site
 */
record NormContext(
        Bilingual because, Presence presence, @Nullable Integer lot) {

    /** Whether a zone lies on what is judged, however its boundary moves within its accuracy. */
    enum Presence {
        SURE,
        /** It does, but a move of its boundary would take it away. */
        MAY_LEAVE,
        /** It does not, but a move of its boundary would bring it there. */
        MAY_COME;

        Presence and(Presence other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}
