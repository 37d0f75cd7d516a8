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

/**
 * The block "Casos" at the edge of El Carmelo: for each acceptance case that data can show, a parcel of exact
 * dimensions and the zones that make the case. Three rows of lots 10 m deep, one of 3 m. Not thread-safe.
 */
final class CaseBlock {
    private static final Vec ORIGIN = new Vec(4_619_335, 1_928_850);
    private static final double LENGTH_M = 120;
    private static final double HEIGHT_M = 33;
    private static final double LOT_M = 20;
    private static final double DEPTH_M = 10;
    private static final double EXACT_M = 0.0001;

    private final Mesh mesh;
    private final Slicer slicer;
    private final Frame frame = Frame.at(ORIGIN, 0);
    private final List<CaseParcel> parcels = new ArrayList<>();
    private final List<CaseZone> zones = new ArrayList<>();
    private final List<Face> rest = new ArrayList<>();

    private CaseBlock(Mesh mesh) {
        this.mesh = mesh;
        this.slicer = new Slicer(new Cutter(mesh, EXACT_M));
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

    static CaseBlock build(Mesh mesh, List<Face> ground) {
        CaseBlock block = new CaseBlock(mesh);
        block.cut(ground);
        return block;
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

    private void cut(List<Face> ground) {
        Slicer.Sides south = slicer.slice(ground, frame.turned(), 0);
        Slicer.Sides north = slicer.slice(south.high(), frame.turned(), HEIGHT_M);
        Slicer.Sides west = slicer.slice(north.low(), frame, 0);
        Slicer.Sides east = slicer.slice(west.high(), frame, LENGTH_M);
        List.of(south.low(), north.high(), west.low(), east.high()).forEach(rest::addAll);
        Slicer.Sides first = slicer.slice(east.low(), frame.turned(), DEPTH_M);
        Slicer.Sides second = slicer.slice(first.high(), frame.turned(), 2 * DEPTH_M);
        Slicer.Sides third = slicer.slice(second.high(), frame.turned(), 3 * DEPTH_M);
        firstRow(columns(first.low(), LOT_M, LOT_M, LOT_M, LOT_M, LOT_M));
        secondRow(columns(second.low(), LOT_M, LOT_M, LOT_M, LOT_M, LOT_M));
        thirdRow(columns(third.low(), 24, LOT_M, LOT_M, LOT_M, LOT_M));
        smallRow(columns(third.high(), 3, 0.9, 16.1, LOT_M, LOT_M, LOT_M));
    }

    private List<Face> columns(List<Face> row, double... widths) {
        List<Face> columns = new ArrayList<>();
        List<Face> left = row;
        double at = 0;
        for (double width : widths) {
            at += width;
            Slicer.Sides sides = slicer.slice(left, frame, at);
            columns.add(sides.low().get(0));
            left = sides.high();
        }
        columns.add(left.get(0));
        return columns;
    }

    private void firstRow(List<Face> lots) {
        parcel("1", "Dos polígonos superpuestos de un mismo código: 200 m2, 100 %", lots.get(0), 200);
        activity("AR-2", 0, 0, 14, 10);
        activity("AR-2", 6, 0, 20, 10);
        parcel("2", "Diez piezas de 0,9 m2 de una zona: 9 m2, 4,5 %", lots.get(1), 200);
        activity("AR-2", 20, 0, 40, 10);
        for (int i = 0; i < 10; i++) {
            zone(DemoTheme.URBAN_PROTECTION, "Ambiental", rectangle(20.5 + 1.9 * i, 4, 21.4 + 1.9 * i, 5));
        }
        parcel("3a", "Franja de 20 m por 5 cm de la zona vecina: ruido de lindero", lots.get(2), 200);
        activity("AC-1", 40, 0, 60, 0.05);
        activity("AR-2", 40, 0.05, 60, 10);
        parcel("3b", "La misma franja, de amenaza: sí restringe", lots.get(3), 200);
        activity("AR-2", 60, 0, 80, 10);
        zone(DemoTheme.HAZARD_FLOOD_PLUVIAL, "Alta", rectangle(60, 0, 80, 0.05));
        parcel("4", "Una zona que solo toca el lindero: not_concerned", lots.get(4), 200);
        activity("AR-2", 80, 0, 100, 10);
        zone(DemoTheme.HERITAGE, "BIC-M", rectangle(100, 2, 104, 8));
        parcel("7", "Área registrada 205 m2, dibujada 200 m2", lots.get(5), 205);
        activity("AR-2", 100, 0, 120, 10);
    }

    private void secondRow(List<Face> lots) {
        parcel("8a", "Queda 4 % sin norma (8 m2)", lots.get(0), 200);
        activity("AR-2", 0, 10, 19.2, 20);
        parcel("8b", "Vacío de digitalización de 1 mm: ruido", lots.get(1), 200);
        activity("AR-2", 20, 10, 30, 20);
        activity("AR-2", 30.001, 10, 40, 20);
        parcel("9a", "La cobertura no llega al predio y nada aparece: no_data", lots.get(2), 200);
        activity("AR-2", 40, 10, 60, 20);
        parcel("9b", "Media cobertura y algo aparece: partes y unknownM2", lots.get(3), 200);
        activity("AR-2", 60, 10, 80, 20);
        zone(DemoTheme.HAZARD_FLOOD_PLUVIAL, "Media", rectangle(75, 10, 78, 20));
        parcel("15", "Dos zonas de una partición se superponen: área doblemente cubierta", lots.get(4), 200);
        activity("AR-2", 80, 10, 92, 20);
        activity("MIX-1", 90, 10, 100, 20);
        parcel("16c", "Tres zonas sobre un mismo lugar", lots.get(5), 200);
        activity("AR-2", 100, 10, 120, 20);
        zone(DemoTheme.GENERAL_SYSTEM, "Equipamientos.Educacion", rectangle(105, 12, 115, 18));
        zone(DemoTheme.GENERAL_SYSTEM, "Espacio_Publico.Elemento_Complementario", rectangle(108, 12, 118, 18));
        zone(DemoTheme.GENERAL_SYSTEM, "Servicios_Publicos.Energia", rectangle(110, 11, 112, 19));
    }

    private void thirdRow(List<Face> lots) {
        parcel("3c", "Medio lote de 24 m en amenaza de exactitud 12,5 m: sensible al lindero", lots.get(0), 240);
        zone(DemoTheme.HAZARD_FLOOD, "Media", rectangle(0, 20, 12, 30));
        parcel("17a", "Una línea de reserva vial que cruza: longitud", lots.get(1), 200);
        Drawing road = new Drawing.Line(List.of(node(34, 17), node(34, 33)));
        zones.add(new CaseZone(DemoTheme.ROAD_RESERVATION, "V-CASOS", "Vía proyectada de los casos", road));
        parcel("17b", "Tres puntos dentro: conteo", lots.get(2), 200);
        for (int i = 0; i < 3; i++) {
            zone(DemoTheme.HERITAGE, "ARB-N", new Drawing.Point(node(48 + 4 * i, 25)));
        }
        parts("16a", "Predio de dos polígonos", List.of(lots.get(3), lots.get(5)), 360);
        hole(lots.get(4));
        activity("AR-2", 0, 20, 120, 30);
    }

    private void hole(Face lot) {
        Slicer.Sides west = slicer.slice(List.of(lot), frame, 90);
        Slicer.Sides east = slicer.slice(west.high(), frame, 98);
        Slicer.Sides south = slicer.slice(east.low(), frame.turned(), 23);
        Slicer.Sides north = slicer.slice(south.high(), frame.turned(), 27);
        List<Face> around = new ArrayList<>();
        List.of(west.low(), east.high(), south.low(), north.high()).forEach(around::addAll);
        parts("16b", "Predio con un hueco de 8 m por 4 m", around, 168);
        parcel("16b2", "El predio que está en el hueco", north.low().get(0), 32);
    }

    private void smallRow(List<Face> lots) {
        parcel("5", "Predio de 9 m2 partido por mitad: 50,0 % y 50,0 %", lots.get(0), 9);
        activity("AR-2", 0, 30, 1.5, 33);
        activity("AC-1", 1.5, 30, 3, 33);
        Slicer.Sides tiny = slicer.slice(List.of(lots.get(1)), frame.turned(), 31);
        parcel(
                "6",
                "Predio de 0,9 m2 dentro de una zona, área mínima 1 m2: concerned",
                tiny.low().get(0),
                0.9);
        activity("AR-2", 3, 30, 120, 33);
        rest.addAll(tiny.high());
        rest.addAll(lots.subList(2, lots.size()));
    }

    private void parcel(String key, String title, Face face, double registeredM2) {
        parts(key, title, List.of(face), registeredM2);
    }

    private void parts(String key, String title, List<Face> faces, double registeredM2) {
        parcels.add(new CaseParcel(key, title, faces, new Dissolve(mesh).unite(faces), registeredM2));
    }

    private void activity(String code, double x0, double y0, double x1, double y1) {
        zone(DemoTheme.ACTIVITY_AREA, code, rectangle(x0, y0, x1, y1));
    }

    private void zone(DemoTheme theme, String code, Drawing drawing) {
        zones.add(new CaseZone(theme, code, Labels.of(code), drawing));
    }

    /** Returns the rows of lots as one rectangle. */
    static List<Shape> ground() {
        return List.of(shape(0, 0, LENGTH_M, HEIGHT_M));
    }

    /** Returns what the study of rain floods leaves out: up to x = 70 in the second row. */
    static Shape uncoveredByRain() {
        return shape(40, 10, 70, 20);
    }

    private static Drawing rectangle(double x0, double y0, double x1, double y1) {
        return Drawing.of(List.of(shape(x0, y0, x1, y1)));
    }

    private static Shape shape(double x0, double y0, double x1, double y1) {
        return new Shape(List.of(node(x0, y0), node(x1, y0), node(x1, y1), node(x0, y1)), List.of());
    }

    private static Node node(double x, double y) {
        return Node.at(ORIGIN.x() + x, ORIGIN.y() + y);
    }
}
