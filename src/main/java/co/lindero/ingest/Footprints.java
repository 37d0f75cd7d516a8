package co.lindero.ingest;

import co.lindero.ingest.LoadStore.StagedFootprint;
import co.lindero.ingest.source.Gdal;
import co.lindero.ingest.source.LayerInfo;
import co.lindero.ingest.source.LoadKind;
import co.lindero.ingest.source.ReadOptions;
import co.lindero.ingest.source.ResolvedMapping;
import co.lindero.ingest.source.SourceFile;
import co.lindero.ingest.source.Staging;
import co.lindero.platform.db.Database;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what is proposed on a parcel from a file that a drawing office has: shapefile (also zipped), KML, GeoPackage, GeoJSON.
 * Nothing is repaired: whether the polygons can be meant is for the licence check to say. Nothing is stored.
 */
public final class Footprints {
    private final Database database;
    private final Gdal gdal;

    public Footprints(Database database, Gdal gdal) {
        this.database = database;
        this.gdal = gdal;
    }

    /**
     * Polygons of a file, as one Polygon or MultiPolygon.
     *
     * @param geojson x, y in the storage CRS, to a micrometre
     * @param srid the storage CRS
     */
    public record Footprint(String geojson, int srid) {}

    /**
     * Reads all polygons of a layer, brought from the CRS that the file states, or that the options state, to the storage CRS.
     *
     * @throws Problem where the file cannot be read, states no CRS, or holds something else than polygons
     */
    public Footprint read(Path file, ReadOptions options) {
        try (SourceFile source = SourceFile.open(gdal, file, options);
                Workspace workspace = Workspace.open(database.jdbi())) {
            LayerInfo layer = source.layer();
            Staging.stage(
                    source,
                    layer,
                    new ResolvedMapping(LoadKind.ZONES, "footprint", List.of(), List.of(), List.of()),
                    new Staging.Destination(
                            database.gdalTarget(), workspace.schema(), "raw", database.srid(), share -> {}));
            StagedFootprint staged = new LoadStore().getFootprint(workspace.handle(), database.srid());
            String geojson = staged.geojson();
            if (geojson == null || staged.others() > 0) {
                throw noFootprint(file, staged);
            }
            return new Footprint(geojson, database.srid());
        }
    }

    private static Problem noFootprint(Path file, StagedFootprint staged) {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        file + " tiene " + staged.polygons() + " polígonos y " + staged.others()
                                + " elementos que no lo son; una huella son solo polígonos",
                        file + " has " + staged.polygons() + " polygons and " + staged.others()
                                + " features that are none; a footprint is polygons alone")
                .hint(
                        "Deje en el archivo solo la huella, o elija la capa con --layer.",
                        "Leave the footprint alone in the file, or choose the layer with --layer.");
    }
}
