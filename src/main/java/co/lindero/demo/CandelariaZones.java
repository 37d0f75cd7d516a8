package co.lindero.demo;

import co.lindero.demo.mesh.Dissolve;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the zones that follow parcel lines. */
final class CandelariaZones {
    private static final List<String> FACILITIES = List.of(
            "Equipamientos.Educacion",
            "Equipamientos.Salud",
            "Equipamientos.Culto",
            "Equipamientos.Deportivo_Recreativo",
            "Equipamientos.Abastecimiento");

    private final CandelariaGround ground;
    private final List<ZonePieces.Piece> pieces;
    private final ZonePieces nearest;
    private final PlanCodes codes;
    private final Dissolve dissolve;
    private final Set<Face> cases = new HashSet<>();

    CandelariaZones(CandelariaGround ground) {
        this.ground = ground;
        this.codes = new PlanCodes(ground.towns());
        this.nearest = new ZonePieces(ground, codes);
        this.pieces = nearest.pieces(ground.cutter());
        this.dissolve = new Dissolve(ground.mesh());
        ground.caseParcels().forEach(parcel -> cases.addAll(parcel.faces()));
    }

    void write(ZoneFiles files) throws IOException {
        landClass(files);
        activity(files);
        treatmentsAndCategories(files);
        places(files);
        for (CaseZone zone : ground.caseZones()) {
            files.write(zone.theme(), zone.code(), zone.drawing());
        }
    }

    private void landClass(ZoneFiles files) throws IOException {
        Groups groups = new Groups();
        ground.sites()
                .forEach(site -> groups.add(site.soil().code(), site.plot().face()));
        groups.write(files, DemoTheme.LAND_CLASS);
    }

    /** The cases and the narrow leftovers beside them have activity areas of their own. */
    private void activity(ZoneFiles files) throws IOException {
        Groups groups = new Groups();
        for (ZonePieces.Piece piece : pieces) {
            if (!cases.contains(piece.site().plot().face()) && !inCaseRows(piece.face())) {
                groups.add(piece.code(), piece.face());
            }
        }
        groups.write(files, DemoTheme.ACTIVITY_AREA);
    }

    private static boolean inCaseRows(Face face) {
        Vec at = face.innerPlace();
        return CaseBlock.holds(at) || LicenceBlock.holds(at);
    }

    private void treatmentsAndCategories(ZoneFiles files) throws IOException {
        Groups treatments = new Groups();
        Groups categories = new Groups();
        for (Site site : ground.sites()) {
            Vec at = site.plot().face().innerPlace();
            if (site.soil() == Site.Soil.RURAL) {
                categories.add(codes.rural(site, at), site.plot().face());
            } else {
                treatments.add(
                        codes.treatment(nearest.nearest(site, at), at),
                        site.plot().face());
            }
        }
        treatments.write(files, DemoTheme.URBAN_TREATMENT);
        categories.write(files, DemoTheme.RURAL_ZONING);
    }

    private void places(ZoneFiles files) throws IOException {
        int large = 0;
        for (Site site : ground.sites()) {
            Face face = site.plot().face();
            if (site.isCase() || !site.isSettled()) {
                continue;
            }
            Drawing drawing = Drawing.of(ground.mesh(), face);
            if (site.is(PlotKind.PARK) && face.areaM2() > 150) {
                files.write(DemoTheme.GENERAL_SYSTEM, "Espacio_Publico.Elemento_Constitutivo", drawing);
                if (site.soil() == Site.Soil.URBAN && face.areaM2() > 700) {
                    files.write(DemoTheme.URBAN_PROTECTION, "Ambiental", drawing);
                }
            } else if (site.is(PlotKind.LOT) && face.areaM2() > 200 && ++large % 25 == 0) {
                files.write(DemoTheme.GENERAL_SYSTEM, FACILITIES.get(large / 25 % FACILITIES.size()), drawing);
            } else if (site.is(PlotKind.LOT)
                    && large % 25 == 12
                    && codes.estate(site).kind() == Estate.Kind.OLD) {
                large++;
                files.write(DemoTheme.HERITAGE, "BIC-M", drawing);
                Node tree = Node.at(face.innerPlace().x() + 1, face.innerPlace().y() + 1);
                files.write(DemoTheme.HERITAGE, "ARB-N", new Drawing.Point(tree));
            }
        }
    }

    /** Returns the first lot of a town that lies wholly in an activity area of the plan. */
    Site firstLot(int town, String code) {
        return pieces.stream()
                .filter(piece -> piece.site().town() == town && piece.code().equals(code))
                .filter(piece -> piece.face().equals(piece.site().plot().face()))
                .map(ZonePieces.Piece::site)
                .filter(site -> site.is(PlotKind.LOT))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the union of the urban pieces of one town, and the draft or revised code of each piece. */
    List<Shape> town(int town) {
        return dissolve.unite(ground.sites().stream()
                .filter(site -> site.soil() == Site.Soil.URBAN && site.town() == town)
                .map(site -> site.plot().face())
                .toList());
    }

    /** Writes activity areas anew, each code replaced by what a revision makes of it. */
    void revised(ZoneFiles files, int town, Map<String, String> changes) throws IOException {
        Groups groups = new Groups();
        for (ZonePieces.Piece piece : pieces) {
            if (town < 0 || piece.site().town() == town) {
                groups.add(changes.getOrDefault(piece.code(), piece.code()), piece.face());
            }
        }
        groups.write(files, DemoTheme.ACTIVITY_AREA);
    }

    /** Faces by code, written as one zone a polygon. */
    private final class Groups {
        private final Map<String, List<Face>> faces = new TreeMap<>();

        void add(String code, Face face) {
            faces.computeIfAbsent(code, key -> new ArrayList<>()).add(face);
        }

        void write(ZoneFiles files, DemoTheme theme) throws IOException {
            for (Map.Entry<String, List<Face>> group : faces.entrySet()) {
                for (Shape shape : dissolve.unite(group.getValue())) {
                    files.write(theme, group.getKey(), Drawing.of(List.of(shape)));
                }
            }
        }
    }
}
