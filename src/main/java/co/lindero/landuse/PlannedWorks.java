package co.lindero.landuse;

import co.lindero.cadastre.ParcelFinder;
import co.lindero.investment.ParcelProjects;
import co.lindero.platform.json.Json;
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
}
