package co.lindero.demo;

import co.lindero.demo.mesh.Frame;
import co.lindero.demo.mesh.Vec;
import co.lindero.demo.town.GridStyle;
import java.util.List;

/**
 * A neighbourhood laid out in one go.
 *
 * @param barrio its name
 * @param kind its character
 * @param centre its middle
 * @param halfU half its length along the calles, metres
 * @param halfV half its depth, metres
 * @param style how it is laid out
 */
record Estate(String barrio, Kind kind, Vec centre, double halfU, double halfV, GridStyle style) {
    /** Characters of neighbourhoods. */
    enum Kind {
        OLD,
        SOCIAL,
        MIDDLE,
        LINEAR,
        COUNTRY,
        INDUSTRIAL,
        RIVERSIDE,
        EXPANSION
    }

    Frame frame() {
        return Frame.at(centre, style.degrees());
    }

    /** Returns its outline: a rectangle grown a little out of shape, as towns are. */
    List<Vec> outline() {
        Frame frame = frame();
        return List.of(
                frame.place(-halfU, -halfV),
                frame.place(-0.1 * halfU, -1.03 * halfV),
                frame.place(0.98 * halfU, -0.97 * halfV),
                frame.place(1.02 * halfU, 0.2 * halfV),
                frame.place(halfU, 1.01 * halfV),
                frame.place(0.2 * halfU, 0.97 * halfV),
                frame.place(-0.98 * halfU, halfV));
    }

    static Estate of(String barrio, Kind kind, Vec centre, Vec half, double degrees) {
        GridStyle style = switch (kind) {
            case OLD -> new GridStyle(degrees, 82, 78, 9, 9.5, 24, 0.7, 0.03);
            case SOCIAL -> new GridStyle(degrees, 66, 24, 7, 6, 12, 0.05, 0.05);
            case MIDDLE -> new GridStyle(degrees, 80, 36, 9, 8, 18, 0.15, 0.05);
            case LINEAR -> new GridStyle(degrees, 110, 62, 8, 13, 28, 0.9, 0.02);
            case COUNTRY -> new GridStyle(degrees, 190, 104, 9, 36, 52, 0.3, 0.08);
            case INDUSTRIAL -> new GridStyle(degrees, 420, 240, 14, 75, 120, 0.6, 0.02);
            case RIVERSIDE -> new GridStyle(degrees, 95, 40, 6, 8, 20, 0.9, 0.03);
            case EXPANSION -> new GridStyle(degrees, 300, 300, 10, 100, 150, 0.2, 0);
        };
        return new Estate(barrio, kind, centre, half.x(), half.y(), style);
    }
}
