package co.lindero.risk;

import co.lindero.platform.http.Links;
import co.lindero.platform.problem.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of the same exposure in other forms, by other groups and of other levels. Pure. */
final class ExposureLinks {
    private static final String PATH = "/exposure?";

    private final Links links;
    private final Map<String, String> asked;
    private final Language language;

    /**
     * Prepares the links.
     *
     * @param asked parameters of the request
     */
    ExposureLinks(Links links, Map<String, String> asked, Language language) {
        this.links = links;
        this.asked = Map.copyOf(asked);
        this.language = language;
    }

    private String with(String name, String value) {
        Map<String, String> parameters = new TreeMap<>(asked);
        parameters.put(name, value);
        parameters.values().removeIf(String::isEmpty);
        return links.to(parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", PATH, "")));
    }

    /** Returns the forms of the answer, the one at hand as {@code self}. */
    List<ExposureMap.Link> forms(String form) {
        return Stream.of(
                        form("geojson", "application/geo+json", language.pick("Capa para un mapa", "Layer for a map")),
                        form("html", "text/html", language.pick("Página", "Page")),
                        form("json", "application/json", language.pick("Respuesta completa", "Whole answer")),
                        form("csv", "text/csv", language.pick("Tabla", "Table")))
                .map(link -> link.href().equals(with("f", form))
                        ? new ExposureMap.Link("self", link.type(), link.href(), link.title())
                        : link)
                .toList();
    }

    private ExposureMap.Link form(String name, String type, String title) {
        return new ExposureMap.Link("alternate", type, with("f", name), title);
    }

    /** Returns the ways around an answer on its page. */
    ExposurePage.Ways ways(ExposureAnswer answer) {
        List<ExposurePage.Choice> groups = Stream.concat(
                        ExposureQuestion.TERRITORIES.stream(), Stream.of("land-class", "use"))
                .map(by -> new ExposurePage.Choice(group(by), with("by", by), by.equals(answer.by())))
                .toList();
        List<ExposurePage.Choice> levels = new ArrayList<>();
        levels.add(new ExposurePage.Choice(language.pick("todos", "all"), with("level", ""), answer.level() == null));
        Stream.of(RiskLevel.values())
                .map(level -> new ExposurePage.Choice(
                        level.text().in(language),
                        with("level", level.code()),
                        level.code().equals(answer.level())))
                .forEach(levels::add);
        return new ExposurePage.Ways(groups, levels, forms("html"));
    }

    private String group(String by) {
        return switch (by) {
            case "land-class" -> language.pick("clase de suelo", "land class");
            case "use" -> language.pick("uso", "use");
            default -> by.replace('_', ' ');
        };
    }
}
