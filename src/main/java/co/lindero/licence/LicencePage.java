package co.lindero.licence;

import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A licence check as one HTML page with its picture, to read, print or paste into a file. Pure. */
public final class LicencePage {
    private LicencePage() {}

    /** Renders the page of an answer, with the notes of officers. */
    public static String render(JsonNode answer, List<CheckService.NoteFacts> notes, Language language) {
        String title = language.pick("Revisión de licencia ", "Licence check ")
                + answer.path("id").asText();
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
                <style>
                body{font:15px/1.45 sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#222}
                h1{font-size:1.4rem;overflow-wrap:anywhere}
                pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
                svg{max-width:100%%;height:auto;border:1px solid #ddd}
                </style></head>
                <body><h1>%s</h1>
                %s
                <pre>%s</pre>
                </body></html>
                """.formatted(
                        language.pick("es", "en"),
                        escaped(title),
                        escaped(title),
                        LicencePicture.render(answer, language),
                        escaped(LicenceText.render(answer, notes, language)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
