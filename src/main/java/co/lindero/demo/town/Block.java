package co.lindero.demo.town;

import co.lindero.demo.mesh.Face;

/**
 * A manzana.
 *
 * @param face its outline
 * @param column number of the carrera on its low side
 * @param row number of the calle on its low side
 */
public record Block(Face face, int column, int row) {}
