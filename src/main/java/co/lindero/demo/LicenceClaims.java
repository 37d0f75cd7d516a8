package co.lindero.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A parcel and a proposal for each case of the licence check. Lots of the block "Licencias" are 10 m wide and 20 m deep;
 * footprints are metres east and north of the lot's south-west corner. The norm of its part of the plan (consolidation,
 * residential 2) asks 2 m in front, 3 m behind up to three floors, 0.65 of the lot at most, three floors, 9.60 m.
 */
final class LicenceClaims {
    /** A row of the guide. */
    record Row(String key, String parcel, String proposal, String verdict) {}

    private final Map<String, String> examples;

    /**
     * @param examples parcel numbers by case
     * @param unstudied a parcel that no study of hazards covers
     * @param riverside a large farm that reaches the river
     */
    LicenceClaims(Map<String, String> examples, String unstudied, String riverside) {
        this.examples = new HashMap<>(examples);
        this.examples.put("8c", unstudied);
        this.examples.put("11", riverside);
    }

    List<Row> rows() {
        return List.of(
                row("1a", "L1", "R-1, 3 pisos, 9,6 m, huella (0, 2)-(10, 15)", "cumple: justo en el antejardín"),
                row("1b", "L1", "la misma, huella (0, 1.999)-(10, 14.999)", "no cumple: -0,001 m de antejardín"),
                row("1c", "3a", "R-1, 2 pisos, huella (2, 2)-(16, 7)", "la franja de 5 cm de AC-1 no lo cambia"),
                row("2", "L2", "D-1, 2 pisos, huella (3, 5)-(7, 15)", "no evaluable: índice de ocupación sin cifra"),
                row("3", "L1", "R-1, sin decir pisos", "no evaluable: falta floors"),
                row("4", "L4", "R-1, 2 pisos, huella (0, 10)-(10, 17), en AR-2", "rigen las normas y usos de AR-2"),
                row("5", "L4", "R-1, 4 pisos, sin huella", "AR-2 no admite cuatro pisos y AC-2 sí: decide la estricta"),
                row(
                        "6a",
                        "L6",
                        "CIIU 4751 de 300 m2 (C-2)",
                        "hasta 2014 por revisar, con texto; hoy lo decide el área"),
                row("6b", "L6", "CIIU 9603 (S-11)", "prohibido: no está en la lista"),
                row(
                        "6c",
                        "L6",
                        "CIIU 9521 (S-3), 50 m2",
                        "por revisar: condicionado (art. 202) y prohibido (art. 230)"),
                row("6d", "L6", "C-10", "por revisar: condicionado con texto, sin condición que lo decida"),
                row("7", "L7", "huella (5, 5)-(12, 15)", "rechazado: dos metros fuera del predio"),
                row("8a", "L8a", "R-1, 1 piso, huella (0, 2)-(10, 12)", "no cumple: riesgo no mitigable, primero"),
                row(
                        "8b",
                        "L8b",
                        "R-1, 1 piso, huella (0, 2)-(10, 12)",
                        "por revisar: condición de amenaza sin estudio"),
                row("8c", "8c", "R-1, 1 piso", "no evaluable: amenaza sin cobertura"),
                row(
                        "9",
                        "L1",
                        "R-1, 2 pisos, huella (0, 2)-(10, 15.6): 0,68",
                        "radicada 2014-02-28 cumple (0,70); 2014-03-01 no (0,65)"),
                row("10a", "L10a", "R-1, huella (2, 2)-(10, 15), lote de esquina", "dos frentes, dos antejardines"),
                row("10b", "L10b", "R-1, huella (0, 0)-(10, 5), lote sin frente", "antejardín no evaluable, y por qué"),
                row("10c", "16b", "R-1, lote con un hueco", "los retiros también se miden al hueco"),
                row("11", "11", "R-6 a 300 m del río, o sobre la ronda", "lejos no lo impide; la que toca, no cumple"),
                row(
                        "12",
                        "L12a",
                        "con el predio siguiente al oriente, huella (5, 2)-(15, 15)",
                        "un solo sitio: sin retiro común"));
    }

    private Row row(String key, String parcel, String proposal, String verdict) {
        return new Row(key, examples.getOrDefault(parcel, parcel), proposal, verdict);
    }
}
