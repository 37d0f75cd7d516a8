package co.lindero.ingest;

import co.lindero.ingest.source.Gdal;
import co.lindero.ingest.source.LayerInfo;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.ReadOptions;
import co.lindero.ingest.source.ResolvedMapping;
import co.lindero.ingest.source.SourceFile;
import co.lindero.ingest.source.Staging;
import co.lindero.plan.Theme;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the ground that a dataset speaks for: all of the municipality, or the polygons of a file. */
public final class Coverages {
    private static final String MUNICIPALITY = "municipality";

    private final Database database;
    private final Gdal gdal;

    /**
     * Makes the reader.
     *
     * @param gdal how files are read
     */
    public Coverages(Database database, Gdal gdal) {
        this.database = database;
        this.gdal = gdal;
    }

    /** Returns the facts to store: those of the request, else the theme's defaults. */
    LoadStore.StoredFacts facts(LoadRequest request, @Nullable Theme theme) {
        LoadRequest.DatasetFacts facts = request.facts();
        Theme.Coverage coverage;
        if (facts.coverage() != null) {
            coverage = read(facts.coverage());
        } else if (theme != null && theme.coverage() != null) {
            coverage = theme.coverage();
        } else {
            coverage = request.kind() == LoadKind.ZONES ? Theme.Coverage.ASSUMED : Theme.Coverage.MUNICIPALITY;
        }
        Double accuracy = facts.accuracyM() != null || theme == null ? facts.accuracyM() : theme.accuracyM();
        return new LoadStore.StoredFacts(
                coverage.kind(),
                coverage.ewkb(),
                accuracy,
                facts.scale(),
                facts.indicative(),
                facts.source(),
                facts.sourceDate(),
                facts.demonstration());
    }

    /**
     * Reads a coverage as commands state it.
     *
     * @param text {@code municipality} or a file with polygons
     * @throws Problem where the file cannot be read or has no valid polygon
     */
    public Theme.Coverage read(String text) {
        if (text.equals(MUNICIPALITY)) {
            return Theme.Coverage.MUNICIPALITY;
        }
        try (SourceFile source = SourceFile.open(gdal, Path.of(text), ReadOptions.ofFile());
                Workspace workspace = Workspace.open(database.jdbi())) {
            LayerInfo layer = source.layer();
            Staging.stage(
                    source,
                    layer,
                    new ResolvedMapping(LoadKind.ZONES, "coverage", List.of(), List.of(), List.of()),
                    new Staging.Destination(
                            database.gdalTarget(), workspace.schema(), "raw", database.srid(), share -> {}));
            return new LoadStore()
                    .findCoverage(workspace.handle())
                    .map(ewkb -> new Theme.Coverage("polygon", ewkb))
                    .orElseThrow(() -> noPolygon(text));
        }
    }

    private static Problem noPolygon(String file) {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "El archivo de cobertura «" + file + "» no tiene polígonos válidos",
                        "The coverage file \"" + file + "\" has no valid polygons")
                .hint(
                        "Dé un archivo con el polígono del terreno cubierto, o --coverage municipality.",
                        "Give a file with the polygon of the ground covered, or --coverage municipality.");
    }
}
