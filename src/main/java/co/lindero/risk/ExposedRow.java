package co.lindero.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group at a level as counted; areas in m2, planar, unrounded.
 *
 * @param code code of the group; null for what lies in none
 * @param name its name
 * @param level level; null for buildings whose footprint is not drawn
 * @param groundM2 ground of zones; null where groups have no ground
 * @param uses buildings by use
 * @param licences granted licences
 * @param projects projects
 * @param parents larger territories in which the group lies
 */
record ExposedRow(
        @Nullable String code,
        @Nullable String name,
        @Nullable RiskLevel level,
        long parcels,
        double drawnM2,
        @Nullable Double groundM2,
        long buildings,
        long floors,
        double builtM2,
        double footprintM2,
        List<JsonNode> uses,
        long licences,
        long projects,
        List<String> parents) {

    /** A row of nothing. */
    static ExposedRow zero(@Nullable String code, @Nullable String name, @Nullable RiskLevel level) {
        return new ExposedRow(code, name, level, 0, 0, null, 0, 0, 0, 0, List.of(), 0, 0, List.of());
    }

    /** Returns this row with ground where it has none. */
    ExposedRow withGround(@Nullable Double otherwise) {
        return new ExposedRow(
                code,
                name,
                level,
                parcels,
                drawnM2,
                groundM2 == null ? otherwise : groundM2,
                buildings,
                floors,
                builtM2,
                footprintM2,
                uses,
                licences,
                projects,
                parents);
    }

    /** Returns this row with the figures of another added. */
    ExposedRow plus(ExposedRow other) {
        Double ground = groundM2;
        if (other.groundM2 != null) {
            ground = other.groundM2 + (ground == null ? 0 : ground);
        }
        List<JsonNode> both = new ArrayList<>(uses);
        both.addAll(other.uses);
        return new ExposedRow(
                code,
                name,
                level,
                parcels + other.parcels,
                drawnM2 + other.drawnM2,
                ground,
                buildings + other.buildings,
                floors + other.floors,
                builtM2 + other.builtM2,
                footprintM2 + other.footprintM2,
                both,
                licences + other.licences,
                projects + other.projects,
                List.of());
    }

    /** Whether so few parcels or buildings are counted that persons could be told apart. */
    boolean isSmall(int threshold) {
        return (parcels > 0 && parcels < threshold) || (buildings > 0 && buildings < threshold);
    }

    /** Returns how much is counted, by which rows are kept back for others, the smallest first. */
    long counted() {
        return parcels + buildings;
    }
}
