package co.lindero.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A parcel and a proposal for each case of the licence check. Lots of the block "Licencias" are 10 m wide and 20 m deep;
 * footprints are metres east and north of the lot's south-west corner. The norm of its part of the plan (consolidation,
 * residential 2) asks 2 m in front, 3 m behind up to three floors, 0.65 of the lot at most, three floors, 9.60 m.
 */
final class LicenceClaims {
    /**
     * A row of the guide, in the words that its test reads.
     *
     * @param parcel number; of two parcels both
     * @param proposal what is proposed, parts separated by semicolons
     * @param about quantity, {@code uso}, {@code total}, {@code primero} (the first finding), {@code tema ...} or {@code rechazo}
     */
    record Row(String key, String title, String parcel, String proposal, String about, String answer) {}

    private static final String OF_2005 = "Acuerdo FICTICIO 001 de 2005";
    private static final String OF_2014 = "Acuerdo FICTICIO 004 de 2014";

    private final Map<String, String> examples;

    /**
     * @param examples parcel numbers by case
     * @param unstudied a parcel that no study of hazards covers
     * @param riverside a large farm that reaches the river
     * @param alongChannel a farm that a channel without delimited buffer crosses
     */
    LicenceClaims(Map<String, String> examples, String unstudied, String riverside, String alongChannel) {
        this.examples = new HashMap<>(examples);
        this.examples.put("8c", unstudied);
        this.examples.put("11", riverside);
        this.examples.put("11c", alongChannel);
    }

    List<Row> rows() {
        return List.of(
                row(
                        "1a",
                        "Justo en el antejardín, y en todo lo demás",
                        "L1",
                        "R-1; 3 pisos; huella (0, 2)-(10, 15)",
                        "front_setback_m",
                        cited("complies: 2.0000 >= 2 m", "108", OF_2005)),
                row(
                        "1a",
                        "Justo en el antejardín, y en todo lo demás",
                        "L1",
                        "R-1; 3 pisos; huella (0, 2)-(10, 15)",
                        "total",
                        "complies"),
                row(
                        "1b",
                        "Un milímetro menos de antejardín",
                        "L1",
                        "R-1; 3 pisos; huella (0, 1.999)-(10, 14.999)",
                        "front_setback_m",
                        cited("does_not_comply: 1.9990 >= 2 m", "108", OF_2005)),
                row(
                        "1c",
                        "La franja de 5 cm de AC-1 no cambia nada",
                        "3a",
                        "R-1; 2 pisos; huella (2, 2)-(16, 7)",
                        "total",
                        "complies"),
                row(
                        "2",
                        "Norma citada sin cifra",
                        "L2",
                        "D-1; 2 pisos; huella (3, 5)-(7, 15)",
                        "occupation_index",
                        cited("not_evaluable; falta norm.value", "105", OF_2005)),
                row(
                        "2",
                        "Norma citada sin cifra",
                        "L2",
                        "D-1; 2 pisos; huella (3, 5)-(7, 15)",
                        "total",
                        "not_evaluable"),
                row(
                        "3",
                        "No se dicen los pisos",
                        "L1",
                        "R-1",
                        "floors",
                        cited("not_evaluable; falta floors", "108", OF_2005)),
                row(
                        "4",
                        "La huella está toda en AR-2: rige AR-2",
                        "L4",
                        "R-1; 2 pisos; huella (0, 10)-(10, 17)",
                        "floors",
                        cited("complies: 2 <= 3 floors", "108", OF_2005)),
                row(
                        "4",
                        "La huella está toda en AR-2: rige AR-2",
                        "L4",
                        "R-1; 2 pisos; huella (0, 10)-(10, 17)",
                        "total",
                        "complies"),
                row(
                        "5a",
                        "Sin huella, dos zonas: AR-2 no admite cuatro pisos y AC-2 sí",
                        "L4",
                        "R-1; 4 pisos",
                        "floors",
                        cited("does_not_comply: 4 <= 3 floors", "108", OF_2005)),
                row(
                        "5b",
                        "Sin huella, dos zonas: AR-2 admite R-1 y AC-2 no",
                        "L4",
                        "R-1; 4 pisos",
                        "uso",
                        "does_not_comply: no figura en AC-2"),
                row(
                        "6a",
                        "Condición en prosa (C-2) hasta 2014",
                        "L6",
                        "CIIU 4751; 300 m2; radicada 2014-02-28",
                        "uso",
                        cited("needs_review", "202", OF_2005)),
                row(
                        "6a",
                        "Desde 2014 la decide el área",
                        "L6",
                        "CIIU 4751; 300 m2",
                        "uso",
                        cited("does_not_comply", "16", OF_2014)),
                row(
                        "6a",
                        "Desde 2014 la decide el área",
                        "L6",
                        "CIIU 4751; 120 m2",
                        "uso",
                        cited("complies", "16", OF_2014)),
                row(
                        "6b",
                        "El uso (S-11) no está en la lista",
                        "L6",
                        "CIIU 9603",
                        "uso",
                        "does_not_comply: no figura en AR-2"),
                row(
                        "6c",
                        "Condicionado y prohibido a la vez (S-3)",
                        "L6",
                        "CIIU 9521; 50 m2",
                        "uso",
                        cited("needs_review", "202 y 230", OF_2005)),
                row(
                        "6d",
                        "Condicionado con texto, sin condición que lo decida",
                        "L6",
                        "C-10",
                        "uso",
                        cited("needs_review", "202", OF_2005)),
                row(
                        "7",
                        "Dos metros fuera del predio",
                        "L7",
                        "R-1; 1 pisos; huella (5, 5)-(12, 15)",
                        "rechazo",
                        "/proposal/footprint: 20.0000 m²"),
                row(
                        "8a",
                        "Riesgo no mitigable, citado primero",
                        "L8a",
                        "R-1; 1 pisos; huella (0, 2)-(10, 12)",
                        "primero",
                        "does_not_comply: urban-protection Riesgo_No_Mitigable"),
                row(
                        "8b",
                        "Condición de amenaza sin estudio",
                        "L8b",
                        "R-1; 1 pisos; huella (3, 2)-(8, 12)",
                        "tema hazard-condition",
                        "needs_review: hazard-condition ACA-INU"),
                row(
                        "8b",
                        "Condición de amenaza sin estudio",
                        "L8b",
                        "R-1; 1 pisos; huella (3, 2)-(8, 12)",
                        "total",
                        "needs_review"),
                row(
                        "8c",
                        "El estudio de inundación no llega al predio",
                        "8c",
                        "R-1; 1 pisos",
                        "tema hazard-flood",
                        "not_evaluable; falta hazard-flood"),
                row(
                        "9a",
                        "La norma del día de radicación: 0,70",
                        "L1",
                        "R-1; 2 pisos; huella (0, 2)-(10, 15.6); radicada 2014-02-28",
                        "occupation_index",
                        cited("complies: 0.680000 <= 0.7 ratio", "108", OF_2005)),
                row(
                        "9b",
                        "Desde el 1 de marzo de 2014: 0,65",
                        "L1",
                        "R-1; 2 pisos; huella (0, 2)-(10, 15.6); radicada 2014-03-01",
                        "occupation_index",
                        cited("does_not_comply: 0.680000 <= 0.65 ratio", "13", OF_2014)),
                row(
                        "10a",
                        "Esquina: el antejardín rige a ambos frentes",
                        "L10a",
                        "R-1; 2 pisos; huella (1.5, 2)-(10, 15)",
                        "front_setback_m",
                        cited("does_not_comply: 1.5000 >= 2 m", "108", OF_2005)),
                row(
                        "10a",
                        "Esquina: sin declarar el frente principal no se sabe cuál es el fondo",
                        "L10a",
                        "R-1; 2 pisos; huella (2, 2)-(10, 15)",
                        "rear_setback_m",
                        cited("not_evaluable: 0.0000 >= 3 m; falta fronts", "108", OF_2005)),
                row(
                        "10b",
                        "Lote sin frente",
                        "L10b",
                        "R-1; 1 pisos; huella (0, 0)-(10, 5)",
                        "front_setback_m",
                        cited("not_evaluable; falta fronts", "108", OF_2005)),
                row(
                        "10c",
                        "El hueco es otro predio: lindero lateral, sin norma en AR-2",
                        "16b",
                        "R-1; 1 pisos; huella (1, 3)-(6, 8)",
                        "total",
                        "complies"),
                row(
                        "10d",
                        "Sobre el hueco no se construye",
                        "16b",
                        "R-1; 1 pisos; huella (4, 2)-(8, 7)",
                        "rechazo",
                        "/proposal/footprint: 8.0000 m²"),
                row(
                        "11a",
                        "Lejos del río la ronda no lo impide",
                        "11",
                        "R-6; 1 pisos; huella a 300 m de la ronda",
                        "tema riparian-buffer",
                        "complies: riparian-buffer"),
                row(
                        "11b",
                        "Sobre la ronda",
                        "11",
                        "R-6; 1 pisos; huella sobre la ronda",
                        "primero",
                        "does_not_comply: riparian-buffer RH-30"),
                row(
                        "11c",
                        "Sobre la franja preventiva de un cauce sin ronda delimitada",
                        "11c",
                        "R-6; 1 pisos; huella sobre la franja",
                        "tema riparian-buffer",
                        "needs_review: riparian-buffer CAU-1"),
                row(
                        "12",
                        "Dos predios, un solo sitio: sin retiro en el lindero común",
                        "L12a y L12b",
                        "R-1; 2 pisos; huella (5, 2)-(15, 15)",
                        "total",
                        "complies"));
    }

    private static String cited(String answer, String article, String act) {
        return answer + "; art. " + article + " del " + act;
    }

    private Row row(String key, String title, String parcels, String proposal, String about, String answer) {
        String numbers = Stream.of(parcels.split(" y "))
                .map(parcel -> examples.getOrDefault(parcel, parcel))
                .collect(Collectors.joining(" "));
        return new Row(key, title, numbers, proposal, about, answer);
    }
}
