package co.lindero.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A GeoTIFF that a test writes cell by cell, as text that GDAL translates. Its lower left corner is given in metres from the
 * corner of the town; column 0 is the westernmost, row 0 the northernmost.
 */
public final class RasterFixture {
    private static final String NO_DATA = "-9999";

    private final int columns;
    private final int rows;
    private final double cell;
    private final Values values;
    private double x;
    private double y;
    private final List<String> options = new ArrayList<>();

    /** The value of a cell by the place of its middle, metres from the corner of the town; not-a-number for none. */
    @FunctionalInterface
    public interface Values {
        double at(double x, double y);
    }

    private RasterFixture(int columns, int rows, double cell, Values values) {
        this.columns = columns;
        this.rows = rows;
        this.cell = cell;
        this.values = values;
    }

    public static RasterFixture of(int columns, int rows, double cell, Values values) {
        return new RasterFixture(columns, rows, cell, values).with("-a_srs", "EPSG:9377", "-ot", "Float32");
    }

    /** A raster that states neither CRS nor type. */
    public static RasterFixture bare(int columns, int rows, double cell, Values values) {
        return new RasterFixture(columns, rows, cell, values);
    }

    /** Moves the lower left corner. */
    public RasterFixture at(double left, double lower) {
        x = left;
        y = lower;
        return this;
    }

    /** Adds options of gdal_translate. */
    public RasterFixture with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Writes the file. */
    public Path write(Path tif) {
        String header = String.format(
                Locale.ROOT,
                "ncols %d%nnrows %d%nxllcorner %s%nyllcorner %s%ncellsize %s%nNODATA_value %s%n",
                columns,
                rows,
                GeoFile.EASTING + x,
                GeoFile.NORTHING + y,
                cell,
                NO_DATA);
        String body = IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> cell(column, row))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        try {
            Path text = Files.createTempFile("raster", ".asc");
            Files.writeString(text, header + body + "\n", StandardCharsets.US_ASCII);
            List<String> command = new ArrayList<>(List.of("gdal_translate", "-q", "-of", "GTiff"));
            command.addAll(options);
            command.addAll(List.of(text.toString(), tif.toString()));
            run(command);
            Files.delete(text);
            return tif;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String cell(int column, int row) {
        double value = values.at(x + (column + 0.5) * cell, y + (rows - row - 0.5) * cell);
        return Double.isNaN(value) ? NO_DATA : Double.toString(value);
    }

    /** Runs one of GDAL's tools. */
    public static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(command + ": " + said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
