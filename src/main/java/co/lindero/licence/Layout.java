package co.lindero.licence;

import co.lindero.licence.SiteStore.Given;
import co.lindero.licence.boundary.BoundaryPiece;
import java.util.List;

/**
 * What a subdivision, an urbanisation or a parcelling makes of the site; empty where nothing is drawn.
 *
 * @param lots lots in the order of the question
 * @param openSpaces public ground that is given, roads apart
 */
record Layout(List<Lot> lots, List<Given> openSpaces) {
    Layout {
        lots = List.copyOf(lots);
        openSpaces = List.copyOf(openSpaces);
    }

    /**
     * A lot.
     *
     * @param number its number, from 1
     * @param given what was drawn
     * @param boundary its boundary, classed as that of a parcel is
     */
    record Lot(int number, Given given, List<BoundaryPiece> boundary) {
        Lot {
            boundary = List.copyOf(boundary);
        }
    }
}
