package co.lindero.demo;

import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Slicer;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import java.util.ArrayList;
import java.util.List;

/**
 * The block "Casos" at the edge of El Carmelo: for each land-use case that data can show, a parcel of exact dimensions
 * and the zones that make the case. Three rows of lots 10 m deep, one of 3 m. Not thread-safe.
 */
final class CaseBlock {
    private static final Vec ORIGIN = new Vec(4_619_335, 1_928_850);
    private static final double LENGTH_M = 120;
    private static final double HEIGHT_M = 33;
    private static final double LOT_M = 20;
    private static final double DEPTH_M = 10;

    private final CaseLots lots;

    private CaseBlock(Mesh mesh) {
        this.lots = new CaseLots(mesh, ORIGIN);
    }

    /** Returns the ground to set aside; it reaches into the settlement, which keeps what it has. */
    static List<Vec> outline() {
        return List.of(ORIGIN.plus(-90, -8), ORIGIN.plus(128, -8), ORIGIN.plus(128, 42), ORIGIN.plus(-90, 42));
    }

    /** Returns whether a place lies among the rows of lots. */
    static boolean holds(Vec place) {
        double x = place.x() - ORIGIN.x();
        double y = place.y() - ORIGIN.y();
        return x > 0 && x < LENGTH_M && y > 0 && y < HEIGHT_M;
    }

    static CaseLots build(Mesh mesh, List<Face> ground) {
        CaseBlock block = new CaseBlock(mesh);
        block.cut(ground);
        return block.lots;
    }

    private void cut(List<Face> ground) {
        Slicer.Sides first = lots.rows(lots.rectangleOf(ground, LENGTH_M, HEIGHT_M), DEPTH_M);
        Slicer.Sides second = lots.rows(first.high(), 2 * DEPTH_M);
        Slicer.Sides third = lots.rows(second.high(), 3 * DEPTH_M);
        firstRow(lots.lots(first.low(), 0, LOT_M, LOT_M, LOT_M, LOT_M, LOT_M));
        secondRow(lots.lots(second.low(), 0, LOT_M, LOT_M, LOT_M, LOT_M, LOT_M));
        thirdRow(lots.lots(third.low(), 0, 24, LOT_M, LOT_M, LOT_M, LOT_M));
        smallRow(lots.lots(third.high(), 0, 3, 0.9, 16.1, LOT_M, LOT_M, LOT_M));
    }

    private void firstRow(List<Face> row) {
        lots.parcel("1", row.get(0), 200);
        lots.activity("AR-2", 0, 0, 14, 10);
        lots.activity("AR-2", 6, 0, 20, 10);
        lots.parcel("2", row.get(1), 200);
        lots.activity("AR-2", 20, 0, 40, 10);
        for (int i = 0; i < 10; i++) {
            zone(DemoTheme.URBAN_PROTECTION, "Ambiental", 20.5 + 1.9 * i, 4, 21.4 + 1.9 * i, 5);
        }
        lots.parcel("3a", row.get(2), 200);
        lots.activity("AC-1", 40, 0, 60, 0.05);
        lots.activity("AR-2", 40, 0.05, 60, 10);
        lots.parcel("3b", row.get(3), 200);
        lots.activity("AR-2", 60, 0, 80, 10);
        zone(DemoTheme.HAZARD_FLOOD_PLUVIAL, "Alta", 60, 0, 80, 0.05);
        lots.parcel("4", row.get(4), 200);
        lots.activity("AR-2", 80, 0, 100, 10);
        zone(DemoTheme.HERITAGE, "BIC-M", 100, 2, 104, 8);
        lots.parcel("7", row.get(5), 205);
        lots.activity("AR-2", 100, 0, 120, 10);
    }

    private void secondRow(List<Face> row) {
        lots.parcel("8a", row.get(0), 200);
        lots.activity("AR-2", 0, 10, 19.2, 20);
        lots.parcel("8b", row.get(1), 200);
        lots.activity("AR-2", 20, 10, 30, 20);
        lots.activity("AR-2", 30.001, 10, 40, 20);
        lots.parcel("9a", row.get(2), 200);
        lots.activity("AR-2", 40, 10, 60, 20);
        lots.parcel("9b", row.get(3), 200);
        lots.activity("AR-2", 60, 10, 80, 20);
        zone(DemoTheme.HAZARD_FLOOD_PLUVIAL, "Media", 75, 10, 78, 20);
        lots.parcel("15", row.get(4), 200);
        lots.activity("AR-2", 80, 10, 92, 20);
        lots.activity("MIX-1", 90, 10, 100, 20);
        lots.parcel("16c", row.get(5), 200);
        lots.activity("AR-2", 100, 10, 120, 20);
        zone(DemoTheme.GENERAL_SYSTEM, "Equipamientos.Educacion", 105, 12, 115, 18);
        zone(DemoTheme.GENERAL_SYSTEM, "Espacio_Publico.Elemento_Complementario", 108, 12, 118, 18);
        zone(DemoTheme.GENERAL_SYSTEM, "Servicios_Publicos.Energia", 110, 11, 112, 19);
    }

    private void thirdRow(List<Face> row) {
        lots.parcel("3c", row.get(0), 240);
        zone(DemoTheme.HAZARD_FLOOD, "Media", 0, 20, 12, 30);
        lots.parcel("17a", row.get(1), 200);
        List<Node> road = List.of(lots.node(34, 17), lots.node(34, 33));
        lots.zone(DemoTheme.ROAD_RESERVATION, "V-CASOS", new Drawing.Line(road));
        lots.parcel("17b", row.get(2), 200);
        for (int i = 0; i < 3; i++) {
            lots.zone(DemoTheme.HERITAGE, "ARB-N", new Drawing.Point(lots.node(48 + 4 * i, 25)));
        }
        lots.parcel("16a", List.of(row.get(3), row.get(5)), 360);
        hole(row.get(4));
        lots.activity("AR-2", 0, 20, 120, 30);
    }

    private void hole(Face lot) {
        Slicer.Sides west = lots.columns(List.of(lot), 90);
        Slicer.Sides east = lots.columns(west.high(), 98);
        Slicer.Sides south = lots.rows(east.low(), 23);
        Slicer.Sides north = lots.rows(south.high(), 27);
        List<Face> around = new ArrayList<>();
        List.of(west.low(), east.high(), south.low(), north.high()).forEach(around::addAll);
        lots.parcel("16b", around, 168);
        lots.parcel("16b2", north.low().get(0), 32);
    }

    private void smallRow(List<Face> row) {
        lots.parcel("5", row.get(0), 9);
        lots.activity("AR-2", 0, 30, 1.5, 33);
        lots.activity("AC-1", 1.5, 30, 3, 33);
        Slicer.Sides tiny = lots.rows(List.of(row.get(1)), 31);
        lots.parcel("6", tiny.low().get(0), 0.9);
        lots.activity("AR-2", 3, 30, 120, 33);
        lots.leave(tiny.high());
        lots.leave(row.subList(2, row.size()));
    }

    private void zone(DemoTheme theme, String code, double x0, double y0, double x1, double y1) {
        lots.zone(theme, code, lots.rectangle(x0, y0, x1, y1));
    }

    /** Returns the rows of lots as one rectangle. */
    static Shape ground() {
        return shape(0, 0, LENGTH_M, HEIGHT_M);
    }

    /** Returns what the study of rain floods leaves out: up to x = 70 in the second row. */
    static Shape uncoveredByRain() {
        return shape(40, 10, 70, 20);
    }

    /** Returns the monument of the fourth case as it was delivered at first: four metres too far west. */
    static Drawing misplacedMonument() {
        return Drawing.of(List.of(shape(96, 2, 100, 8)));
    }

    private static Shape shape(double x0, double y0, double x1, double y1) {
        return new Shape(List.of(node(x0, y0), node(x1, y0), node(x1, y1), node(x0, y1)), List.of());
    }

    private static Node node(double x, double y) {
        return Node.at(ORIGIN.x() + x, ORIGIN.y() + y);
    }
}
