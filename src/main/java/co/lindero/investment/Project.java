package co.lindero.investment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project of the bank as it is held: nulls where its file says nothing.
 *
 * @param code key within the municipality
 * @param bpin national code, digits
 * @param facts what its file says of it in words
 * @param startOn first day
 * @param endOn last day
 * @param peopleServed count
 * @param physicalPercent progress of the works, 0 to 100
 * @param landClasses land classes on which it may be built; empty where it does not say
 * @param declaredTotal total that the file states, pesos
 * @param money what its lines add up to
 * @param viability by kind
 * @param budget lines by year, source and work
 * @param contracts contracts, without contractors
 * @param places places without their drawing
 * @param dataset dataset that holds it
 * @param geometry GeoJSON, longitude and latitude, nine decimals; null where nothing can be drawn
 */
public record Project(
        String code,
        @Nullable String bpin,
        Facts facts,
        @Nullable LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable Long peopleServed,
        @Nullable BigDecimal physicalPercent,
        List<String> landClasses,
        @Nullable BigDecimal declaredTotal,
        Money money,
        JsonNode viability,
        JsonNode budget,
        JsonNode contracts,
        JsonNode places,
        String dataset,
        @Nullable String geometry) {

    /** The project in words. */
    public record Facts(
            @Nullable String name,
            @Nullable String purpose,
            @Nullable String axis,
            @Nullable String programme,
            @Nullable String product,
            @Nullable String indicator,
            @Nullable String office,
            @Nullable String stage) {}

    public Project {
        landClasses = List.copyOf(landClasses);
    }
}
