package co.lindero.ingest.source;

/**
 * One column of a delivered layer.
 *
 * @param name as in the file
 * @param type GDAL's type, such as {@code String}, {@code Integer64}, {@code Real}
 * @param width declared width, 0 where there is none
 */
public record FieldInfo(String name, String type, int width) {}
