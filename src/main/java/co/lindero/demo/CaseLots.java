package co.lindero.demo;

import co.lindero.demo.mesh.Cutter;
import co.lindero.demo.mesh.Dissolve;
import co.lindero.demo.mesh.Face;
import co.lindero.demo.mesh.Frame;
import co.lindero.demo.mesh.Mesh;
import co.lindero.demo.mesh.Node;
import co.lindero.demo.mesh.Shape;
import co.lindero.demo.mesh.Slicer;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.out.Drawing;
import java.util.ArrayList;
import java.util.List;

/** Lots of exact dimensions and the zones on them, in metres east and north of a corner. Not thread-safe. */
final class CaseLots {
    private static final double EXACT_M = 0.0001;

    private final Mesh mesh;
    private final Slicer slicer;
    private final Vec origin;
    private final Frame frame;
    private final List<CaseParcel> parcels = new ArrayList<>();
    private final List<CaseZone> zones = new ArrayList<>();
    private final List<Face> rest = new ArrayList<>();

    CaseLots(Mesh mesh, Vec origin) {
        this.mesh = mesh;
        this.slicer = new Slicer(new Cutter(mesh, EXACT_M));
        this.origin = origin;
        this.frame = Frame.at(origin, 0);
    }

    List<CaseParcel> parcels() {
        return parcels;
    }

    List<CaseZone> zones() {
        return zones;
    }

    /** Returns what is left of the ground: open space without number of its own case. */
    List<Face> rest() {
        return rest;
    }

    void leave(List<Face> faces) {
        rest.addAll(faces);
    }

    /** Cuts a rectangle out of the ground and leaves what lies around it. */
    List<Face> rectangleOf(List<Face> ground, double lengthM, double heightM) {
        Slicer.Sides south = rows(ground, 0);
        Slicer.Sides north = rows(south.high(), heightM);
        Slicer.Sides west = columns(north.low(), 0);
        Slicer.Sides east = columns(west.high(), lengthM);
        List.of(south.low(), north.high(), west.low(), east.high()).forEach(this::leave);
        return east.low();
    }

    /** Cuts along a line from west to east. */
    Slicer.Sides rows(List<Face> faces, double north) {
        return slicer.slice(faces, frame.turned(), north);
    }

    /** Cuts along a line from south to north. */
    Slicer.Sides columns(List<Face> faces, double east) {
        return slicer.slice(faces, frame, east);
    }

    /** Divides a row into lots of such widths; what remains is the last one. */
    List<Face> lots(List<Face> row, double westM, double... widths) {
        List<Face> lots = new ArrayList<>();
        List<Face> left = row;
        double at = westM;
        for (double width : widths) {
            at += width;
            Slicer.Sides sides = columns(left, at);
            lots.add(sides.low().get(0));
            left = sides.high();
        }
        lots.add(left.get(0));
        return lots;
    }

    void parcel(String key, Face face, double registeredM2) {
        parcel(key, List.of(face), registeredM2);
    }

    void parcel(String key, List<Face> faces, double registeredM2) {
        parcels.add(new CaseParcel(key, faces, new Dissolve(mesh).unite(faces), registeredM2));
    }

    void activity(String code, double x0, double y0, double x1, double y1) {
        zone(DemoTheme.ACTIVITY_AREA, code, rectangle(x0, y0, x1, y1));
    }

    void zone(DemoTheme theme, String code, Drawing drawing) {
        zones.add(new CaseZone(theme, code, drawing));
    }

    Drawing rectangle(double x0, double y0, double x1, double y1) {
        return Drawing.of(List.of(shape(x0, y0, x1, y1)));
    }

    Shape shape(double x0, double y0, double x1, double y1) {
        return new Shape(List.of(node(x0, y0), node(x1, y0), node(x1, y1), node(x0, y1)), List.of());
    }

    Node node(double x, double y) {
        return Node.at(origin.x() + x, origin.y() + y);
    }
}
