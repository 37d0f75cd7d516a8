package co.lindero.risk;

import co.lindero.platform.http.Format;
import co.lindero.platform.http.Links;
import co.lindero.platform.http.PageBody;
import co.lindero.platform.http.QueryLinks;
import co.lindero.platform.problem.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Addresses of the same exposure in other forms, by other groups and of other levels. Pure. */
final class ExposureLinks {
    private final QueryLinks asked;
    private final Language language;

    /**
     * Prepares the links.
     *
     * @param asked parameters of the request
     */
    ExposureLinks(Links links, Map<String, String> asked, Language language) {
        this.asked = QueryLinks.of(links, "/exposure", asked);
        this.language = language;
    }

    /** Returns the forms of the answer, the one at hand as {@code self}. */
    List<QueryLinks.Link> forms(Format current) {
        return asked.forms(current, language, ExposureRoutes.MAP, Format.HTML, Format.JSON, Format.CSV);
    }

    /** Returns the ways around an answer on its page. */
    ExposurePage.Ways ways(ExposureAnswer answer) {
        List<PageBody.Choice> groups = Stream.concat(
                        ExposureQuestion.TERRITORIES.stream(), Stream.of("land-class", "use"))
                .map(by -> new PageBody.Choice(group(by), asked.with("by", by), by.equals(answer.by())))
                .toList();
        List<PageBody.Choice> levels = new ArrayList<>();
        levels.add(new PageBody.Choice(language.pick("todos", "all"), asked.with("level", ""), answer.level() == null));
        Stream.of(RiskLevel.values())
                .map(level -> new PageBody.Choice(
                        level.text().in(language),
                        asked.with("level", level.code()),
                        level.code().equals(answer.level())))
                .forEach(levels::add);
        return new ExposurePage.Ways(groups, levels, forms(Format.HTML));
    }

    private String group(String by) {
        return switch (by) {
            case "land-class" -> language.pick("clase de suelo", "land class");
            case "use" -> language.pick("uso", "use");
            default -> by.replace('_', ' ');
        };
    }
}
