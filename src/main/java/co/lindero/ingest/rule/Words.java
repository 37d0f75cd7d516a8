package co.lindero.ingest.rule;

import co.lindero.ingest.sheet.ColumnNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Words of closed lists as planners write them. */
final class Words {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("≤", "<="),
            Map.entry("=<", "<="),
            Map.entry("≥", ">="),
            Map.entry("=>", ">="),
            Map.entry("max", "<="),
            Map.entry("maximo", "<="),
            Map.entry("maxima", "<="),
            Map.entry("min", ">="),
            Map.entry("minimo", ">="),
            Map.entry("minima", ">="),
            Map.entry("igual", "="));
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("ratio", "ratio"),
            Map.entry("indice", "ratio"),
            Map.entry("razon", "ratio"),
            Map.entry("m", "m"),
            Map.entry("ml", "m"),
            Map.entry("metro", "m"),
            Map.entry("metros", "m"),
            Map.entry("m2", "m2"),
            Map.entry("mt2", "m2"),
            Map.entry("metros_cuadrados", "m2"),
            Map.entry("floors", "floors"),
            Map.entry("piso", "floors"),
            Map.entry("pisos", "floors"),
            Map.entry("dwellings", "dwellings"),
            Map.entry("vivienda", "dwellings"),
            Map.entry("viviendas", "dwellings"),
            Map.entry("dwellings_ha", "dwellings/ha"),
            Map.entry("viv_ha", "dwellings/ha"),
            Map.entry("viviendas_ha", "dwellings/ha"),
            Map.entry("viviendas_por_ha", "dwellings/ha"),
            Map.entry("spaces", "spaces"),
            Map.entry("cupos", "spaces"),
            Map.entry("parqueaderos", "spaces"),
            Map.entry("porcentaje", "%"),
            Map.entry("por_ciento", "%"),
            Map.entry("percent", "%"));
    private static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("dwelling", "dwelling"),
            Map.entry("dwellings", "dwelling"),
            Map.entry("vivienda", "dwelling"),
            Map.entry("viviendas", "dwelling"),
            Map.entry("viv", "dwelling"),
            Map.entry("unidad_de_vivienda", "dwelling"),
            Map.entry("m2", "m2"),
            Map.entry("mt2", "m2"),
            Map.entry("metros_cuadrados", "m2"),
            Map.entry("ha", "ha"),
            Map.entry("hectarea", "ha"),
            Map.entry("hectareas", "ha"),
            Map.entry("floor", "floor"),
            Map.entry("floors", "floor"),
            Map.entry("piso", "floor"),
            Map.entry("pisos", "floor"),
            Map.entry("lot", "lot"),
            Map.entry("lote", "lot"),
            Map.entry("unit", "unit"),
            Map.entry("unidad", "unit"),
            Map.entry("local", "unit"),
            Map.entry("room", "room"),
            Map.entry("habitacion", "room"),
            Map.entry("habitaciones", "room"),
            Map.entry("bed", "bed"),
            Map.entry("cama", "bed"),
            Map.entry("camas", "bed"),
            Map.entry("seat", "seat"),
            Map.entry("silla", "seat"),
            Map.entry("sillas", "seat"),
            Map.entry("student", "student"),
            Map.entry("alumno", "student"),
            Map.entry("alumnos", "student"),
            Map.entry("employee", "employee"),
            Map.entry("empleado", "employee"),
            Map.entry("empleados", "employee"));
    private static final int NAMED = 3;

    private Words() {}

    /** Returns a text in lower case without accents, everything else than letters and digits as one underscore. */
    static String fold(String text) {
        return ColumnNames.fold(text.replace("²", "2"));
    }

    /** Returns the symbol that a text stands for; the text itself where it is none of ours. */
    static String operator(String text) {
        return OPERATORS.getOrDefault(text, OPERATORS.getOrDefault(fold(text), text));
    }

    /** Returns the unit that a text stands for, {@code %} for a percentage; the text itself where it is none of ours. */
    static String unit(String text) {
        return text.equals("%") ? text : UNITS.getOrDefault(fold(text), text);
    }

    /** Returns what a norm may be counted for; empty where the text is none of it. */
    static String counted(String text) {
        return COUNTED.getOrDefault(fold(text), "");
    }

    /** Lists what a norm may be counted for. */
    static List<String> allCounted() {
        return COUNTED.values().stream().distinct().sorted().toList();
    }

    /** Lists the few of some known names that differ least from what was written, the nearest first. */
    static List<String> nearest(String written, Collection<String> known) {
        String wanted = fold(written);
        return known.stream()
                .sorted(Comparator.comparingInt((String name) -> changes(wanted, fold(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(NAMED)
                .toList();
    }

    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
