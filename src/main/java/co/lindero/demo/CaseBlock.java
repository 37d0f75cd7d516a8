package co.lindero.demo;

import co.lindero.demo.mesh.Vec;
import java.util.List;

final class CaseBlock {
    static final Vec ORIGIN = new Vec(4_619_420, 1_928_850);

    static List<Vec> outline() {
        return List.of(ORIGIN.plus(-90, -8), ORIGIN.plus(128, -8), ORIGIN.plus(128, 42), ORIGIN.plus(-90, 42));
    }

    private CaseBlock() {}
}
