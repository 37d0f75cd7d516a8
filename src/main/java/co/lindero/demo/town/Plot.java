package co.lindero.demo.town;

import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Vec;

/**
 * One piece of ground.
 *
 * @param face its outline
 * @param kind what it is
 * @param block number of its block within the settlement; zero for streets and farms
 * @param front unit vector from the plot to the street it faces
 * @param address where it is, in Colombian nomenclature
 */
public record Plot(Face face, PlotKind kind, int block, Vec front, String address) {
    /** Returns a plot that faces no street. */
    public static Plot open(Face face, PlotKind kind, int block, String address) {
        return new Plot(face, kind, block, new Vec(0, -1), address);
    }
}
