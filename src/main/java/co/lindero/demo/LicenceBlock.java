package co.lindero.demo;

import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Slicer;
import co.lindero.demo.mesh.Vec;
import java.util.List;

/**
 * The block "Licencias" east of the block of cases: two rows of lots of 10 m by 20 m, back to back, to propose
 * buildings on, with public space around; one lot between the rows has no front. No hazard reaches them but where a case needs one. Not thread-safe.
 */
final class LicenceBlock {
    private static final Vec ORIGIN = new Vec(4_619_471, 1_928_850);
    private static final double LENGTH_M = 130;
    private static final double FRONT_ROW_M = 20;
    private static final double HEIGHT_M = 40;
    private static final double WEST_M = 20;
    private static final int LANDLOCKED = 5;

    private final CaseLots lots;

    private LicenceBlock(Mesh mesh) {
        this.lots = new CaseLots(mesh, ORIGIN);
    }

    /** Returns the ground to set aside; it reaches into the block of cases, which keeps what it has. */
    static List<Vec> outline() {
        double east = LENGTH_M + 8;
        double north = HEIGHT_M + 7;
        return List.of(
                ORIGIN.plus(-WEST_M, -7), ORIGIN.plus(east, -7), ORIGIN.plus(east, north), ORIGIN.plus(-WEST_M, north));
    }

    /** Returns whether a place lies among the lots. */
    static boolean holds(Vec place) {
        double x = place.x() - ORIGIN.x();
        double y = place.y() - ORIGIN.y();
        return x > 0 && x < LENGTH_M && y > 0 && y < HEIGHT_M;
    }

    /** Returns the lots and the public space around them, for the coverages of the hazard studies. */
    static Shape ground() {
        return new Shape(
                outline().stream().map(place -> Node.at(place.x(), place.y())).toList(), List.of());
    }

    static CaseLots build(Mesh mesh, List<Face> ground) {
        LicenceBlock block = new LicenceBlock(mesh);
        block.cut(ground);
        return block.lots;
    }

    private void cut(List<Face> ground) {
        Slicer.Sides rows = lots.rows(lots.rectangleOf(ground, LENGTH_M, HEIGHT_M), FRONT_ROW_M);
        frontRow(lots.lots(rows.low(), 0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10));
        backRow(lots.lots(rows.high(), 0, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10));
    }

    private void frontRow(List<Face> row) {
        plain("L10a", row, 0);
        plain("L1", row, 1);
        lots.parcel("L2", row.get(2), 200);
        lots.activity("AD-1", 20, 0, 30, FRONT_ROW_M);
        lots.parcel("L4", row.get(3), 200);
        lots.activity("AC-2", 30, 0, 40, 8);
        lots.activity("AR-2", 30, 8, 40, FRONT_ROW_M);
        plain("L6", row, 4);
        plain("L12a", row, 5);
        plain("L12b", row, 6);
        plain("L7", row, 7);
        plain("L-1", row, 8);
        plain("L8a", row, 9);
        lots.zone(DemoTheme.URBAN_PROTECTION, "Riesgo_No_Mitigable", lots.rectangle(90, 0, 100, FRONT_ROW_M));
        lots.zone(DemoTheme.RISK_CONDITION, "RNM-INU", lots.rectangle(90, 0, 100, FRONT_ROW_M));
        plain("L-2", row, 10);
        plain("L-3", row, 11);
        plain("L8b", row, 12);
        lots.zone(DemoTheme.HAZARD_CONDITION, "ACA-INU", lots.rectangle(120, 0, 130, FRONT_ROW_M));
    }

    private void backRow(List<Face> row) {
        for (int i = 0; i < row.size(); i++) {
            if (i == LANDLOCKED) {
                Slicer.Sides halves = lots.rows(List.of(row.get(i)), FRONT_ROW_M + 10);
                lots.parcel("L10b", halves.low().get(0), 100);
                lots.parcel("L-" + (i + 4), halves.high().get(0), 100);
            } else {
                lots.parcel("L-" + (i + 4), row.get(i), 200);
            }
        }
        lots.activity("AR-2", 0, FRONT_ROW_M, LENGTH_M, HEIGHT_M);
    }

    private void plain(String key, List<Face> row, int column) {
        double x = 10.0 * column;
        lots.parcel(key, row.get(column), 200);
        lots.activity("AR-2", x, 0, x + 10, FRONT_ROW_M);
    }
}
