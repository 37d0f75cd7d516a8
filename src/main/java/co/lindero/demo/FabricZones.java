package co.lindero.demo;

import co.lindero.demo.mesh.Dissolve;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.town.Plot;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The zones of one town of the fabric that follow parcel lines. */
final class FabricZones {
    private static final double CELL_M = 95;
    private static final double LARGE_CELL_M = 260;
    private static final double FARM_CELL_M = 900;

    private final FabricTown town;
    private final FabricFiles files;
    private final Dissolve dissolve;
    private final List<Face> urban = new ArrayList<>();
    private final List<Face> rural = new ArrayList<>();

    FabricZones(FabricTown town, FabricFiles files) {
        this.town = town;
        this.files = files;
        this.dissolve = new Dissolve(town.mesh());
        for (Plot plot : town.plots()) {
            boolean isRural = plot.kind() == PlotKind.FARM || plot.kind() == PlotKind.ROAD;
            (isRural ? rural : urban).add(plot.face());
        }
    }

    void write() throws IOException {
        grouped("land-class", urban, face -> "Urbano");
        grouped("land-class", rural, face -> "Rural");
        grouped("activity-area", urban, face -> pick(face, CELL_M, "AR-1", "AR-2", "MIX-1", "AR-3", "AC-1", "AR-2"));
        grouped(
                "urban-treatment",
                urban,
                face -> pick(
                        face, LARGE_CELL_M, "Consolidacion", "Mejoramiento_Integral", "Conservacion", "Desarrollo"));
        grouped(
                "rural-zoning",
                rural,
                face -> pick(
                        face,
                        FARM_CELL_M,
                        "Suelo_Rural_Productivo.Agropecuario",
                        "Proteccion_Suelo_Rural.Produccion_Agropecuaria_Explotacion_RRNN",
                        "Desarrollo_Restringido.Vivienda_Campestre"));
        places();
        List<Node> axis =
                town.road().stream().map(place -> Node.at(place.x(), place.y())).toList();
        files.zone("road-reservation", zone("RV-1"), new Drawing.Line(axis));
    }

    private void places() throws IOException {
        Mesh mesh = town.mesh();
        int index = 0;
        for (Plot plot : town.plots()) {
            Vec centre = plot.kind() == PlotKind.PARK || index % 180 == 0
                    ? plot.face().innerPlace()
                    : new Vec(0, 0);
            if (plot.kind() == PlotKind.PARK) {
                files.zone("urban-protection", zone("Ambiental"), Drawing.of(mesh, plot.face()));
            } else if (plot.kind() == PlotKind.LOT && index % 180 == 0) {
                files.zone("heritage", zone("BIC-M"), new Drawing.Point(Node.at(centre.x(), centre.y())));
            } else if (plot.kind() == PlotKind.LOT && index % 110 == 0) {
                files.zone("general-system", zone("Equipamientos.Educacion"), Drawing.of(mesh, plot.face()));
            }
            index++;
        }
    }

    private void grouped(String theme, List<Face> faces, Function<Face, String> code) throws IOException {
        Map<String, List<Face>> groups = new LinkedHashMap<>();
        faces.forEach(face -> groups.computeIfAbsent(code.apply(face), key -> new ArrayList<>())
                .add(face));
        for (Map.Entry<String, List<Face>> group : groups.entrySet()) {
            for (Shape shape : dissolve.unite(group.getValue())) {
                files.zone(theme, zone(group.getKey()), Drawing.of(List.of(shape)));
            }
        }
    }

    static ZoneRow zone(String code) {
        return new ZoneRow(
                code,
                code.replace('_', ' '),
                "10",
                "Norma de demostración para " + code + ".",
                code.startsWith("RV-") ? "tercer orden" : null);
    }

    /** Chooses by the cell that the face lies in, so that neighbours mostly agree. */
    private static String pick(Face face, double cellM, String... codes) {
        Vec centre = face.innerPlace();
        long column = (long) Math.floor(centre.x() / cellM);
        long row = (long) Math.floor(centre.y() / cellM);
        return codes[(int) Math.floorMod(column * 7 + row * 3 + (column * row) % 5, (long) codes.length)];
    }
}
