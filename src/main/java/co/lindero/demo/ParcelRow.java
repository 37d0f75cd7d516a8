package co.lindero.demo;

import co.lindero.demo.out.Drawing;
import co.lindero.demo.out.GeoJsonFile;
import co.lindero.demo.out.Properties;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One parcel as it is written.
 *
 * @param number national number
 * @param previous number used before
 * @param nupre shared key of cadastre and registry
 * @param folio registry folio, null for what has none
 * @param address where it is
 * @param registeredM2 area of the register
 * @param destination LC_DestinacionEconomicaTipo
 * @param condition LC_CondicionPredioTipo
 * @param drawing its plot; none for units of horizontal property
 */
record ParcelRow(
        String number,
        String previous,
        String nupre,
        @Nullable String folio,
        String address,
        double registeredM2,
        String destination,
        String condition,
        Drawing drawing) {
    void write(GeoJsonFile file) throws IOException {
        Properties properties = new Properties()
                .put("number", number)
                .put("previous_number", previous)
                .put("nupre", nupre)
                .put("folio", folio)
                .put("address", address)
                .putM2("registered_area_m2", registeredM2)
                .put("destination", destination)
                .put("condition", condition);
        file.write(properties, drawing);
    }
}
