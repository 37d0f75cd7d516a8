package co.lindero.demo.town;

/**
 * How a settlement is laid out, lengths in metres.
 *
 * @param degrees direction of the calles from the east, counter-clockwise
 * @param blockU length of a block along the calles
 * @param blockV depth of a block
 * @param streetM width of a street from lot line to lot line
 * @param frontageM usual frontage of a lot
 * @param depthM usual depth of a lot
 * @param irregularity 0 for machine-drawn estates, 1 for a grown town
 * @param parkShare share of the blocks that are public space
 */
public record GridStyle(
        double degrees,
        double blockU,
        double blockV,
        double streetM,
        double frontageM,
        double depthM,
        double irregularity,
        double parkShare) {}
