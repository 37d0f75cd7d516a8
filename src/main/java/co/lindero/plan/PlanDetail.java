package co.lindero.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** What another capability has to say of a plan, for {@code /plans/{code}}: plans know no norms. */
public interface PlanDetail {
    /** Adds its keys to the answer about a plan on a legal day. */
    void add(ObjectNode body, Plan plan, LocalDate on);
}
