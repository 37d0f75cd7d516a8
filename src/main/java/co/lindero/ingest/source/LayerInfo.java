package co.lindero.ingest.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a delivered file.
 *
 * @param name as GDAL calls it
 * @param file the data file it lies in, relative to what was delivered
 * @param geometryType GDAL's name, such as {@code Polygon}, {@code 3D Multi Polygon}, {@code Unknown (any)}; {@code
 *     None} without geometry
 * @param featureCount records in the layer; -1 where the format does not say
 * @param extent box of its geometries, null where there is none
 * @param declaredCrs its coordinate reference system, null where it is unknown
 * @param fields its columns in the order of the file
 */
public record LayerInfo(
        String name,
        String file,
        String geometryType,
        long featureCount,
        @Nullable Extent extent,
        @Nullable SourceCrs declaredCrs,
        List<FieldInfo> fields) {
    public LayerInfo {
        fields = List.copyOf(fields);
    }

    /** Returns the coordinate reference system, declared or from the file. */
    public Optional<SourceCrs> crs() {
        return Optional.ofNullable(declaredCrs);
    }

    /** Whether the layer has geometries at all. */
    public boolean hasGeometry() {
        return !geometryType.equals("None");
    }

    /** Whether its type says that vertices carry heights; unknown types say nothing. */
    public boolean hasZ() {
        return geometryType.startsWith("3D ");
    }

    /** Whether its type says that vertices carry measures. */
    public boolean hasM() {
        return geometryType.contains("Measured ");
    }

    /** Whether its type is one of arcs, surfaces of arcs, or triangles and solids that are turned into polygons. */
    public boolean hasCurves() {
        String type = geometryType.toLowerCase(Locale.ROOT);
        return type.contains("curve") || type.contains("circular") || type.contains("multi surface");
    }

    /** Finds a column without regard to case and accents. */
    public Optional<FieldInfo> findField(String column) {
        String wanted = Names.fold(column);
        return fields.stream()
                .filter(field -> field.name().equals(column))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> Names.fold(field.name()).equals(wanted))
                        .findFirst());
    }

    /** Returns the layer without a column that is not of the file. */
    LayerInfo without(String column) {
        List<FieldInfo> others =
                fields.stream().filter(field -> !field.name().equals(column)).toList();
        return new LayerInfo(name, file, geometryType, featureCount, extent, declaredCrs, others);
    }

    LayerInfo withCrs(SourceCrs crs) {
        return new LayerInfo(name, file, geometryType, featureCount, extent, crs, fields);
    }
}
