package co.lindero.demo;

import co.lindero.demo.mesh.Cutter;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Paths;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.town.PlotKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pieces that activity areas are made of: mostly whole sites, but along the main roads through old towns a line 24
 * m from the road divides lots between the commercial corridor and the homes behind it. Must be made before parcels
 * are written, since the line puts vertices on their edges.
 */
final class ZonePieces {
    /** A piece of ground with its activity area. */
    record Piece(Face face, String code, Site site) {}

    private static final double DEPTH_M = 24;

    private final CandelariaGround ground;
    private final PlanCodes codes;
    private final List<Road> roads = CandelariaMap.roads();
    private final Map<Integer, List<Site>> lots = new HashMap<>();

    ZonePieces(CandelariaGround ground, PlanCodes codes) {
        this.ground = ground;
        this.codes = codes;
        ground.sites().stream()
                .filter(site -> site.is(PlotKind.LOT))
                .forEach(site -> lots.computeIfAbsent(key(site), key -> new ArrayList<>())
                        .add(site));
    }

    /** Returns pieces of all urban ground; streets go with the lot nearest to them. */
    List<Piece> pieces(Cutter cutter) {
        List<Piece> pieces = new ArrayList<>();
        for (Site site : ground.sites()) {
            if (site.soil() == Site.Soil.URBAN) {
                List<Face> faces = List.of(site.plot().face());
                boolean isOld = codes.estate(site).kind() == Estate.Kind.OLD
                        || codes.estate(site).kind() == Estate.Kind.LINEAR;
                List<Vec> road = isOld ? nearRoad(site) : List.of();
                for (Face face :
                        road.isEmpty() ? faces : split(cutter, site.plot().face(), road)) {
                    Vec at = face.innerPlace();
                    boolean isCorridor = !road.isEmpty() && Paths.distance(road, at) < DEPTH_M;
                    pieces.add(new Piece(face, isCorridor ? "AC-2" : codes.activity(nearest(site, at), at), site));
                }
            }
        }
        return pieces;
    }

    private static List<Face> split(Cutter cutter, Face face, List<Vec> road) {
        List<Face> pieces = new ArrayList<>();
        for (Face piece : cutter.cut(face, Paths.offset(road, DEPTH_M))) {
            pieces.addAll(cutter.cut(piece, Paths.offset(road, -DEPTH_M)));
        }
        return pieces;
    }

    private List<Vec> nearRoad(Site site) {
        Vec at = site.plot().face().innerPlace();
        return roads.stream()
                .map(Road::path)
                .filter(path -> Paths.distance(path, at) < 90)
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the lot of the neighbourhood that is nearest to a place, for what is not itself in a block. */
    Site nearest(Site site, Vec at) {
        if (site.plot().block() > 0) {
            return site;
        }
        Site best = site;
        double least = Double.POSITIVE_INFINITY;
        for (Site lot : lots.getOrDefault(key(site), List.of())) {
            double distance = lot.plot().face().ring().get(0).vec().distance(at);
            if (distance < least) {
                least = distance;
                best = lot;
            }
        }
        return best;
    }

    private static int key(Site site) {
        return site.town() * 100 + site.estate();
    }
}
