package co.lindero.ingest.source;

import co.lindero.ingest.sheet.CellNote;
import co.lindero.ingest.sheet.SheetFiles;
import co.lindero.platform.problem.Problem;
import co.lindero.platform.problem.ProblemType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A delivery opened for reading: which layers it holds and how each is to be read. Holds a temporary folder until it
 * is closed. Not thread-safe.
 */
public final class SourceFile implements AutoCloseable {
    private final Gdal gdal;
    private final Path path;
    private final ReadOptions options;
    private final Path temporary;
    private final Map<LayerInfo, PreparedFile> files = new LinkedHashMap<>();
    private final Map<DataFile, Problem> broken = new LinkedHashMap<>();
    private final List<LayerInfo> relabelled = new ArrayList<>();
    private final PreparedFile.Kind records;

    private SourceFile(Gdal gdal, Path path, ReadOptions options, PreparedFile.Kind records) {
        this.records = records;
        this.gdal = gdal;
        this.path = path;
        this.options = options;
        this.temporary = gdal.temporaryFolder();
    }

    /**
     * Opens a file, a folder or a zip file and lists its layers; reads no row.
     *
     * @throws Problem {@code source-unreadable}, {@code crs-unknown} for a {@code --crs} that does not exist
     */
    public static SourceFile open(Gdal gdal, Path path, ReadOptions options) {
        return open(new SourceFile(gdal, path, options, PreparedFile.Kind.RECORDS));
    }

    /**
     * Opens a delivery whose spreadsheets are tables for a planner: rows are numbered as the spreadsheet shows them, and
     * what is wrong with a cell is told by its place; otherwise as {@link #open}.
     */
    public static SourceFile openTable(Gdal gdal, Path path, ReadOptions options) {
        return open(new SourceFile(gdal, path, options, PreparedFile.Kind.ROWS));
    }

    private static SourceFile open(SourceFile source) {
        try {
            source.readAll();
            return source;
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Returns every layer of the delivery, in the order of the files. */
    public List<LayerInfo> layers() {
        return List.copyOf(files.keySet());
    }

    /**
     * Returns the layer to load: the one named, or the only one.
     *
     * @throws Problem {@code source-unreadable} that lists the layers when none is named or the name does not occur
     */
    public LayerInfo chosenLayer() {
        List<LayerInfo> chosen = options.layer() == null ? layers() : named(options.layer());
        if (chosen.size() == 1) {
            requireRows(chosen.get(0));
            return chosen.get(0);
        }
        if (chosen.isEmpty() && !broken.isEmpty()) {
            throw broken.values().iterator().next();
        }
        throw chosen.isEmpty() ? noSuchLayer() : severalLayers(chosen);
    }

    /** Of a sheet with one row GDAL makes names of its own and a record of the row, whatever it is told. */
    private void requireRows(LayerInfo layer) {
        boolean onlyHeader = format(layer) == SourceFormat.XLSX
                && layer.featureCount() == 1
                && layer.fields().stream().allMatch(field -> field.name().matches("Field\\d+"));
        if (onlyHeader) {
            throw Delivery.unreadable(
                            path,
                            "tiene una sola fila, la de los encabezados: no hay registros que cargar",
                            "has one row only, that of the headings: there are no records to load")
                    .hint(
                            "Escriba los registros debajo de los encabezados y cárguelo de nuevo.",
                            "Write the records below the headings and load it again.");
        }
    }

    /**
     * Returns the layer to load with a coordinate reference system that its coordinates can lie in.
     *
     * @throws Problem as {@link #chosenLayer}, and {@code crs-unknown} or {@code crs-implausible}
     */
    public LayerInfo layer() {
        LayerInfo layer = chosenLayer();
        crsProblem(layer).ifPresent(problem -> {
            throw problem;
        });
        return layer;
    }

    /** Finds what is wrong with a layer's coordinate reference system, without throwing it. */
    public Optional<Problem> crsProblem(LayerInfo layer) {
        return CrsChecks.find(layer);
    }

    /** Returns what was noticed about a layer and its file. */
    public List<SourceFinding> findings(LayerInfo layer) {
        List<SourceFinding> findings = new ArrayList<>(fileOf(layer).findings());
        findings.addAll(CrsChecks.findings(layer));
        if (relabelled.contains(layer)) {
            String code = layer.crs().map(SourceCrs::label).orElse("");
            findings.add(SourceFinding.info(
                    "crs-overridden",
                    "El archivo declara otro sistema de coordenadas; se usó " + code + " porque así se pidió.",
                    "The file declares another coordinate reference system; " + code + " was used as asked for."));
        }
        return findings;
    }

    /** Returns what was noticed about the cells of a layer that is a sheet. */
    public List<CellNote> cells(LayerInfo layer) {
        return fileOf(layer).cells();
    }

    /** Returns the encoding of a layer's text and where it was taken from. */
    public TextEncoding encoding(LayerInfo layer) {
        return fileOf(layer).encoding();
    }

    /** Returns the format of the file that a layer lies in. */
    public SourceFormat format(LayerInfo layer) {
        return fileOf(layer).original().format();
    }

    /** Returns what was delivered. */
    public Path path() {
        return path;
    }

    /** Returns how the caller wants it read. */
    public ReadOptions options() {
        return options;
    }

    @Override
    public void close() {
        Folders.delete(temporary);
    }

    Gdal gdal() {
        return gdal;
    }

    PreparedFile fileOf(LayerInfo layer) {
        PreparedFile file = files.get(layer);
        if (file == null) {
            throw new IllegalArgumentException("layer " + layer.name() + " is not of this source");
        }
        return file;
    }

    private void readAll() {
        List<DataFile> found = Delivery.locate(path, temporary);
        Optional<SourceCrs> declared = Optional.ofNullable(options.crs()).map(crs -> CrsLookup.require(gdal, crs));
        for (DataFile file : narrowed(found)) {
            try {
                read(file, declared);
            } catch (Problem problem) {
                if (found.size() == 1 || problem.type() == ProblemType.ENVIRONMENT) {
                    throw problem;
                }
                broken.put(file, problem);
            }
        }
        if (files.isEmpty()) {
            throw broken.isEmpty() ? noLayer() : broken.values().iterator().next();
        }
    }

    /** Only the file whose name was asked for, where there is one: the others need not be opened. */
    private List<DataFile> narrowed(List<DataFile> found) {
        String wanted = options.layer();
        if (wanted == null || found.size() == 1) {
            return found;
        }
        List<DataFile> named =
                found.stream().filter(file -> isNamed(file.label(), wanted)).toList();
        return named.isEmpty() ? found : named;
    }

    private void read(DataFile file, Optional<SourceCrs> declared) {
        boolean table = records == PreparedFile.Kind.ROWS && TableFiles.isTable(file);
        List<PreparedFile> all = table
                ? TableFiles.prepare(file, options.encoding(), temporary)
                : List.of(Preparation.prepare(file, options.encoding(), temporary));
        all.forEach(prepared -> list(file, prepared, declared));
    }

    private void list(DataFile file, PreparedFile prepared, Optional<SourceCrs> declared) {
        List<String> arguments = new ArrayList<>(List.of("-ro", "-so", "-al", "-nomd"));
        arguments.addAll(prepared.openArguments());
        arguments.add(prepared.path().toString());
        GdalResult result = gdal.run(
                GdalCommand.reading("ogrinfo", arguments, prepared.drivers()).with(prepared.environment()));
        if (!result.succeeded()) {
            throw GdalFailure.reading(file, result);
        }
        for (LayerInfo layer : OgrInfoText.parse(result.out(), file.label())) {
            add(prepared.kind() == PreparedFile.Kind.ROWS ? layer.without(SheetFiles.ROW) : layer, prepared, declared);
        }
    }

    private void add(LayerInfo layer, PreparedFile file, Optional<SourceCrs> declared) {
        if (declared.isEmpty() || !layer.hasGeometry()) {
            files.put(layer, file);
            return;
        }
        SourceCrs crs = declared.get();
        LayerInfo relabel = layer.withCrs(crs);
        files.put(relabel, file);
        if (layer.crs().filter(own -> !own.label().equals(crs.label())).isPresent()) {
            relabelled.add(relabel);
        }
    }

    private List<LayerInfo> named(String wanted) {
        List<Predicate<LayerInfo>> ways = List.of(
                layer -> layer.name().equals(wanted),
                layer -> Names.fold(layer.name()).equals(Names.fold(wanted)),
                layer -> isNamed(layer.file(), wanted));
        return ways.stream()
                .map(way -> layers().stream().filter(way).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isNamed(String label, String wanted) {
        String stem = Delivery.stem(label);
        String name = stem.substring(stem.lastIndexOf('/') + 1);
        String folded = Names.fold(Delivery.stem(wanted));
        return label.equals(wanted)
                || Names.fold(name).equals(folded)
                || Names.fold(stem).equals(folded);
    }

    private String list(List<LayerInfo> shown) {
        return shown.stream()
                .map(layer -> layer.name() + " (" + layer.file() + ", " + layer.featureCount() + ")")
                .collect(Collectors.joining("; "));
    }

    private Problem severalLayers(List<LayerInfo> shown) {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "«" + path.getFileName() + "» trae varias capas: " + list(shown) + ".",
                        "'" + path.getFileName() + "' holds several layers: " + list(shown) + ".")
                .hint("Elija una con --layer.", "Choose one with --layer.")
                .with("layers", shown.stream().map(LayerInfo::name).toList());
    }

    private Problem noSuchLayer() {
        return Problem.of(
                        ProblemType.SOURCE_UNREADABLE,
                        "«" + path.getFileName() + "» no tiene la capa «" + options.layer() + "». Tiene: "
                                + list(layers()) + ".",
                        "'" + path.getFileName() + "' has no layer '" + options.layer() + "'. It has: " + list(layers())
                                + ".")
                .with("layers", layers().stream().map(LayerInfo::name).toList());
    }

    private Problem noLayer() {
        return Delivery.unreadable(path, "no contiene ninguna capa", "contains no layer");
    }
}
