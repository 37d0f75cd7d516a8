package co.lindero.platform.http;

import co.lindero.platform.problem.Language;

/** What all pages of the service have around their body: head, navigation, style. */
public interface PageFrame {
    /**
     * Returns a page in UTF-8.
     *
     * @param title heading, plain text
     * @param body what stands below it, HTML
     */
    byte[] page(Links links, Language language, String title, String body);
}
