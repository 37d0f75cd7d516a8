package co.lindero.investment;

import co.lindero.publication.Publication;
import java.time.LocalDate;

/**
 * What an answer was read from.
 *
 * @param municipality DIVIPOLA code
 * @param on legal day
 * @param known publication
 * @param demonstration whether synthetic projects were among those read
 */
public record State(String municipality, LocalDate on, Publication known, boolean demonstration) {}
