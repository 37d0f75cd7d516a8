package co.lindero.landuse;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.investment.ParcelProjects;
import co.lindero.platform.json.Json;
import co.lindero.platform.problem.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The projects of an answer. Costs nothing where the municipality has no bank of projects, else at most one statement. */
final class PlannedWorks {
    private final ParcelProjects projects;

    PlannedWorks(ParcelProjects projects) {
        this.projects = projects;
    }

    List<JsonNode> list(Handle handle, AnswerScope scope, ParcelFinder.Found found, LocalDate on, long at) {
        if (scope.datasets().stream().noneMatch(dataset -> dataset.kind().equals("projects"))) {
            return List.of();
        }
        ParcelProjects.Plot plot = new ParcelProjects.Plot(
                found.plot().id(), found.asked(), found.plot().municipality());
        return projects.list(handle, plot, on, at).stream().map(Json::tree).toList();
    }

    /** Returns a project of an answer as one line for people. */
    static String line(JsonNode project, Language language) {
        String relation = switch (project.path("relation").asText()) {
            case "needs" ->
                language.pick("ocupa ", "needs ") + project.path("neededM2").asText() + " m²";
            case "touches" -> language.pick("lo toca", "touches it");
            case "near" ->
                language.pick("a ", "within ") + project.path("distanceM").asText() + " m";
            default -> language.pick("le sirve", "serves it");
        };
        return language.pick("PROYECTO ", "PROJECT ") + project.path("code").asText() + " — "
                + text(project.path("name")) + ": " + relation + " · " + text(project.path("stage")) + " · $ "
                + text(project.path("planned"));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "—" : value.asText();
    }
}
