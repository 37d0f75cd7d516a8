package co.lindero.demo;

import co.lindero.demo.town.Plot;
import co.lindero.demo.town.PlotKind;

/**
 * A plot of the demonstration municipality and where it belongs.
 *
 * @param plot the plot
 * @param soil land class
 * @param town index of its settlement, or of the corregimiento it lies in if rural
 * @param estate index of its neighbourhood, -1 outside
 * @param name name of its road, river or neighbourhood
 */
record Site(Plot plot, Soil soil, int town, int estate, String name) {
    /** Land classes as the plan model writes them. */
    enum Soil {
        URBAN("Urbano"),
        EXPANSION("Expansion_Urbana"),
        RURAL("Rural");

        private final String code;

        Soil(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    boolean isSettled() {
        return estate >= 0;
    }

    /** Returns whether it was laid out for an acceptance case. */
    boolean isCase() {
        return plot.address().equals(CandelariaGround.CASES) || plot.address().equals(CandelariaGround.LICENCES);
    }

    boolean is(PlotKind kind) {
        return plot.kind() == kind;
    }
}
