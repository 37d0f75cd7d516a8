package co.lindero.platform.http;

import co.lindero.platform.problem.Language;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The language of an answer: Spanish unless the caller prefers English. */
public final class AcceptLanguage {
    private AcceptLanguage() {}

    /** Returns the language that the request asks for. */
    public static Language of(Context ctx) {
        return Exchange.of(ctx).language();
    }

    static Language choose(@Nullable String header) {
        double spanish = 0;
        double english = 0;
        for (WeightedList.Weighted range : WeightedList.read(header)) {
            if (range.value().equals("es") || range.value().startsWith("es-")) {
                spanish = Math.max(spanish, range.weight());
            } else if (range.value().equals("en") || range.value().startsWith("en-")) {
                english = Math.max(english, range.weight());
            }
        }
        return english > spanish ? Language.EN : Language.ES;
    }
}
