package co.lindero.ingest.source;

import co.lindero.ingest.sheet.SheetFiles;
import co.lindero.platform.db.GdalTarget;
import co.lindero.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies the rows of one layer into an unlogged table, with {@code ogr2ogr} and COPY.
 *
 * <p>The table has {@code fid} (1, 2, ... in the order of the file), for a spreadsheet the number of the row in
 * {@link SheetFiles#ROW}, the columns that the mapping reads, named as in
 * the file, and {@code geom}: two-dimensional, straight-lined, in the storage SRID, x = easting, y = northing. Personal
 * columns are not selected, so that they reach neither the table nor the database's log. Nothing is repaired or left
 * out: a row that cannot be copied fails the whole.
 */
public final class Staging {
    private static final Set<String> RESERVED = Set.of("fid", "geom", SheetFiles.ROW);
    private static final int IDENTIFIER_BYTES = 63;
    private static final Pattern PROGRESS = Pattern.compile("\\d+");

    private Staging() {}

    /**
     * Where rows go.
     *
     * @param database how GDAL reaches the database
     * @param schema schema of the table
     * @param table name of the table, which must not exist
     * @param srid storage SRID; {@code spatial_ref_sys} must hold it with its EPSG code
     * @param progress told the share that is done, 0 to 1, now and then
     */
    public record Destination(GdalTarget database, String schema, String table, int srid, DoubleConsumer progress) {}

    /**
     * Copies a layer.
     *
     * @throws Problem {@code source-unreadable}, {@code crs-implausible}, {@code timeout}, {@code environment} or {@code
     *     database-unavailable}; the table may then exist in part and is the caller's to drop
     */
    public static StagedLayer stage(
            SourceFile source, LayerInfo layer, ResolvedMapping mapping, Destination destination) {
        PreparedFile file = source.fileOf(layer);
        List<StagedLayer.Column> columns = columns(mapping);
        if (file.kind() == PreparedFile.Kind.ROWS) {
            columns.add(0, new StagedLayer.Column(SheetFiles.ROW, SheetFiles.ROW));
        }
        Map<String, Long> personal = PersonalCounts.count(source, layer, mapping.personalColumns());
        Set<String> drivers =
                Stream.concat(file.drivers().stream(), Stream.of("PostgreSQL")).collect(Collectors.toSet());
        Map<String, String> environment =
                new LinkedHashMap<>(destination.database().environment());
        environment.putAll(file.environment());
        Optional<SourceFinding> filtered = Filter.count(source, layer, mapping.only());
        GdalResult result = source.gdal()
                .run(new GdalCommand(
                        "ogr2ogr",
                        arguments(file, layer, columns, mapping, destination),
                        drivers,
                        destination.database().localSocket() ? GdalCommand.Network.CUT : GdalCommand.Network.NEEDED,
                        environment,
                        text -> tell(text, destination.progress())));
        if (!result.succeeded()) {
            throw GdalFailure.staging(file.original(), result);
        }
        destination.progress().accept(1);
        return new StagedLayer(
                destination.schema(),
                destination.table(),
                columns,
                layer,
                personal,
                filtered.stream().toList());
    }

    private static List<String> arguments(
            PreparedFile file,
            LayerInfo layer,
            List<StagedLayer.Column> columns,
            ResolvedMapping mapping,
            Destination to) {
        List<String> arguments = new ArrayList<>(List.of("-f", "PostgreSQL", "-progress", "-gt", "100000"));
        arguments.addAll(
                List.of("--config", "PG_USE_COPY", "YES", "--config", "OGR_ENABLE_PARTIAL_REPROJECTION", "NO"));
        arguments.addAll(file.openArguments());
        arguments.addAll(List.of(to.database().connection(), file.path().toString()));
        arguments.addAll(
                List.of("-dialect", "OGRSQL", "-sql", select(layer, columns) + Filter.where(layer, mapping.only())));
        arguments.addAll(List.of("-nln", to.table()));
        Stream.of(
                        "SCHEMA=" + to.schema(),
                        "UNLOGGED=ON",
                        "LAUNDER=NO",
                        "PRECISION=NO",
                        "FID=fid",
                        "GEOMETRY_NAME=geom",
                        "SPATIAL_INDEX=NONE",
                        "EXTRACT_SCHEMA_FROM_LAYER_NAME=NO")
                .forEach(option -> arguments.addAll(List.of("-lco", option)));
        boolean geometry = layer.hasGeometry() && !mapping.kind().isTable();
        arguments.addAll(geometry ? geometryArguments(layer, to.srid()) : List.of("-nlt", "NONE"));
        return arguments;
    }

    private static List<String> geometryArguments(LayerInfo layer, int srid) {
        List<String> arguments = new ArrayList<>(List.of("-dim", "XY", "-t_srs", "EPSG:" + srid));
        typeArguments(layer).forEach(type -> arguments.addAll(List.of("-nlt", type)));
        layer.crs()
                .filter(crs -> crs.origin() == SourceCrs.Origin.DECLARED)
                .ifPresent(crs -> arguments.addAll(List.of("-s_srs", crs.code() == null ? crs.wkt() : crs.code())));
        return arguments;
    }

    /**
     * A column for any geometry, since Polygon layers hold multipolygons too. GDAL 3.6 does not straighten arcs where
     * a type is given, so that layers that may have them keep their own type, widened to its multi form.
     */
    private static List<String> typeArguments(LayerInfo layer) {
        if (layer.hasCurves()) {
            return List.of("PROMOTE_TO_MULTI", "CONVERT_TO_LINEAR");
        }
        return layer.geometryType().contains("Unknown") ? List.of("CONVERT_TO_LINEAR") : List.of("GEOMETRY");
    }

    /** The statement for GDAL's own small SQL; only there can odd column names be told apart for certain. */
    private static String select(LayerInfo layer, List<StagedLayer.Column> columns) {
        String list = columns.stream()
                .map(column -> column.source().equals(column.staged())
                        ? quote(column.source())
                        : quote(column.source()) + " AS " + quote(column.staged()))
                .collect(Collectors.joining(", "));
        return "SELECT " + (list.isEmpty() ? "FID AS \"source_fid\"" : list) + " FROM " + quote(layer.name());
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\\\"") + '"';
    }

    private static List<StagedLayer.Column> columns(ResolvedMapping mapping) {
        // Without regard to case: ogr2ogr renames a column whose name differs from another's only by case.
        Set<String> taken = new LinkedHashSet<>(RESERVED);
        List<StagedLayer.Column> columns = new ArrayList<>();
        for (String source : mapping.columnsRead()) {
            String staged = cut(source, IDENTIFIER_BYTES);
            for (int n = 1; !taken.add(staged.toLowerCase(Locale.ROOT)); n++) {
                staged = cut(source, IDENTIFIER_BYTES - 4) + "_" + n;
            }
            columns.add(new StagedLayer.Column(source, staged));
        }
        return columns;
    }

    private static String cut(String name, int bytes) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    private static void tell(String printed, DoubleConsumer progress) {
        Matcher numbers = PROGRESS.matcher(printed.toLowerCase(Locale.ROOT));
        while (numbers.find()) {
            if (numbers.group().length() <= 3) {
                progress.accept(Math.min(100, Integer.parseInt(numbers.group())) / 100.0);
            }
        }
    }
}
