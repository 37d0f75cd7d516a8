package co.lindero.licence.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Frontage and depth of a lot from one of its fronts.
 *
 * @param lengthM length of the front along the boundary, m
 * @param depthM how far the farthest corner lies from the middle of the front, along the front's mean normal, m
 */
public record LotFigures(double lengthM, double depthM) {
    /**
     * Returns the figures from each front in the order of their numbers.
     *
     * @param lot polygons, storage CRS
     * @param fronts pieces that have the number of a front
     * @param apart whether fronts of different numbers are measured each by itself
     */
    public static List<LotFigures> list(Geometry lot, List<BoundaryPiece> fronts, boolean apart) {
        Map<Integer, List<BoundaryPiece>> groups = new TreeMap<>();
        for (BoundaryPiece piece : fronts) {
            Integer number = piece.front();
            groups.computeIfAbsent(apart && number != null ? number : 1, any -> new ArrayList<>())
                    .add(piece);
        }
        return groups.values().stream().map(group -> of(lot, group)).toList();
    }

    private static LotFigures of(Geometry lot, List<BoundaryPiece> front) {
        double length = 0;
        double east = 0;
        double north = 0;
        double middleX = 0;
        double middleY = 0;
        Coordinate origin = front.get(0).line().getCoordinateN(0);
        for (BoundaryPiece piece : front) {
            Coordinate begin = piece.line().getCoordinateN(0);
            Coordinate end = piece.line().getCoordinateN(1);
            length += piece.lengthM();
            east += piece.lengthM() * Math.cos(Math.toRadians(piece.normal()));
            north += piece.lengthM() * Math.sin(Math.toRadians(piece.normal()));
            middleX += piece.lengthM() * ((begin.x - origin.x) + (end.x - origin.x)) / 2;
            middleY += piece.lengthM() * ((begin.y - origin.y) + (end.y - origin.y)) / 2;
        }
        double turn = Math.atan2(north, east);
        double depth = 0;
        for (Coordinate corner : lot.getCoordinates()) {
            depth = Math.max(
                    depth,
                    (origin.x + middleX / length - corner.x) * Math.cos(turn)
                            + (origin.y + middleY / length - corner.y) * Math.sin(turn));
        }
        return new LotFigures(length, depth);
    }
}
