package co.lindero.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** How the texts of a value are written that are told in two languages. */
@FunctionalInterface
interface Telling {
    void write(ToldText text, JsonGenerator generator) throws IOException;
}
