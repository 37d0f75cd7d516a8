package co.lindero.licence;

import co.lindero.law.Bilingual;
import co.lindero.platform.problem.Problem.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to do next about the faults of a licence question, by their codes. Pure. */
final class FaultHints {
    private static final Map<String, Bilingual> BY_CODE = byCode();

    private FaultHints() {}

    private static Map<String, Bilingual> byCode() {
        Map<String, Bilingual> hints = new LinkedHashMap<>();
        hints.put(
                "outside-site",
                new Bilingual(
                        "Recorte lo dibujado al predio, o añada en parcels el predio vecino si es un solo sitio.",
                        "Cut what is drawn to the parcel, or add the neighbour to parcels where it is one site."));
        hints.put(
                "invalid-geometry",
                new Bilingual(
                        "Corrija el dibujo en el lugar que se indica: anillos cerrados que no se crucen; se da la geometría,"
                                + " no un Feature.",
                        "Correct the drawing at the place that is named: closed rings that do not cross; give the geometry,"
                                + " not a Feature."));
        hints.put(
                "empty-geometry",
                new Bilingual(
                        "Dibuje un polígono, o quite el campo si no hay nada que dibujar.",
                        "Draw a polygon, or leave the member out where there is nothing to draw."));
        hints.put(
                "swapped-axes",
                new Bilingual(
                        "Escriba cada posición como x, y: este, norte, o longitud, latitud.",
                        "Write each position as x, y: easting, northing, or longitude, latitude."));
        Bilingual crs = new Bilingual(
                "Diga en proposal.crs el sistema de las coordenadas; sin él se leen como longitud, latitud (CRS84).",
                "State the reference system of the coordinates in proposal.crs; without it they are read as longitude,"
                        + " latitude (CRS84).");
        hints.put("wrong-crs", crs);
        hints.put("unknown-crs", crs);
        hints.put(
                "parcel-not-found",
                new Bilingual(
                        "Busque el número con /parcels?q= (por prefijo, dirección o folio).",
                        "Look the number up with /parcels?q= (by prefix, address or folio)."));
        Bilingual apart = new Bilingual(
                "Haga una consulta por cada sitio, o añada los predios que los unen.",
                "Ask for each site by itself, or add the parcels that tie them together.");
        hints.put("parcels-not-adjacent", apart);
        hints.put("several-municipalities", apart);
        hints.put(
                "lots-overlap",
                new Bilingual(
                        "Corrija los lotes, vías o zonas que se traslapan.",
                        "Correct the lots, roads or spaces that overlap."));
        return hints;
    }

    /** Returns the hints of all the faults, each once, then where the question is described. */
    static Bilingual of(List<Fault> faults) {
        List<Bilingual> found = BY_CODE.entrySet().stream()
                .filter(hint -> faults.stream().anyMatch(fault -> fault.code().equals(hint.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        String es = found.stream().map(hint -> hint.es() + " ").collect(Collectors.joining());
        String en = found.stream().map(hint -> hint.en() + " ").collect(Collectors.joining());
        return new Bilingual(
                es + "Corrija todos los campos de «errors»; docs/licence-check.md describe la consulta.",
                en + "Correct every member listed in \"errors\"; docs/licence-check.md describes the question.");
    }
}
