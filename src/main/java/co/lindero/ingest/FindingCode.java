package co.lindero.ingest;

import co.lindero.law.Bilingual;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The catalogue of what a load can find wrong with a record; {@code docs/findings.md} explains each. Names in braces are
 * members of the finding's detail.
 */
public enum FindingCode {
    MISSING_VALUE("Falta el valor de «{field}».", "The value of \"{field}\" is missing."),
    VALUE_MALFORMED("«{value}» no es un valor válido de «{field}».", "\"{value}\" is not a valid \"{field}\"."),
    UNMAPPED_VALUE(
            "El valor «{value}» de «{field}» no está en la asignación: agréguelo en values.{field}.",
            "Value \"{value}\" of \"{field}\" is not in the mapping: add it under values.{field}."),
    NUMBER_MALFORMED(
            "El número predial «{value}» tiene {length} caracteres o no son dígitos; se esperan 30 dígitos.",
            "The parcel number \"{value}\" has {length} characters or not only digits; 30 digits are expected."),
    NUMBER_OF_ANOTHER_MUNICIPALITY(
            "El número «{value}» no es del municipio {municipality}.",
            "Number \"{value}\" is not of municipality {municipality}."),
    TERRITORY_OF_ANOTHER_MUNICIPALITY(
            "El límite «{value}» no es el del municipio {municipality}: lea solo el suyo con «only» en la asignación.",
            "Limit \"{value}\" is not that of municipality {municipality}: read only its own with \"only\" in the mapping."),
    PROPERTY_CONDITION_IMPOSSIBLE(
            "La condición de propiedad (posición 22) «{value}» no existe.",
            "The property condition (position 22) \"{value}\" does not exist."),
    PREVIOUS_NUMBER_MALFORMED(
            "El número anterior «{value}» no tiene 20 dígitos.", "The former number \"{value}\" has not 20 digits."),
    NUPRE_MALFORMED(
            "El NUPRE «{value}» no tiene 11 letras o dígitos.", "NUPRE \"{value}\" has not 11 letters or digits."),
    DUPLICATE_NUMBER(
            "El número se repite con {versions} versiones de datos distintos.",
            "The number is repeated with {versions} versions of different data."),
    DUPLICATE_CODE(
            "El código se repite con {versions} versiones de datos distintos.",
            "The code is repeated with {versions} versions of different data."),
    SEVERAL_GEOMETRIES(
            "Viene en {records} registros con los mismos datos: sus polígonos se unieron.",
            "It comes in {records} records with the same data: their polygons were unioned."),
    NULL_GEOMETRY("El registro no tiene geometría.", "The record has no geometry."),
    EMPTY_GEOMETRY("La geometría está vacía.", "The geometry is empty."),
    WRONG_GEOMETRY_TYPE(
            "La geometría es {found}, que esta carga no admite.",
            "The geometry is {found}, which this load does not take."),
    INVALID_GEOMETRY(
            "La geometría no es válida: {reason}. Corríjala o use --repair.",
            "The geometry is not valid: {reason}. Mend it or use --repair."),
    GEOMETRY_REPAIRED(
            "La geometría no era válida ({reason}); se reparó y su área cambió {differenceM2} m².",
            "The geometry was not valid ({reason}); it was repaired and its area changed by {differenceM2} m2."),
    OUTSIDE_CRS_DOMAIN(
            "La coordenada ({x}, {y}) está fuera del dominio nacional de EPSG:9377: el CRS declarado no es el de los"
                    + " datos, o los ejes están invertidos. Revise --crs.",
            "Coordinate ({x}, {y}) is outside the national domain of EPSG:9377: the declared CRS is not that of the"
                    + " data, or the axes are swapped. Check --crs."),
    OUTSIDE_MUNICIPALITY(
            "Está a {metres} m del límite municipal, por fuera: revise --crs y --municipality.",
            "It lies {metres} m outside the municipal limit: check --crs and --municipality."),
    BEYOND_LIMIT(
            "Está fuera del límite municipal, a {metres} m.", "It lies outside the municipal limit, by {metres} m."),
    LIMIT_NOT_LOADED(
            "No está cargado el límite municipal: no se comprobó que los datos estén en el municipio.",
            "The municipal limit is not loaded: that the data are in the municipality was not checked."),
    REPLACEMENT_CHARACTER(
            "El texto «{text}» perdió caracteres en una codificación anterior.",
            "Text \"{text}\" lost characters in an earlier encoding."),
    PARCEL_OVERLAP("Se traslapa con {other} en {areaM2} m².", "It overlaps {other} by {areaM2} m2."),
    PARCEL_UNKNOWN("El predio {parcel} no está cargado.", "Parcel {parcel} is not loaded."),
    ZONE_OVERLAP(
            "Se traslapa con la zona {other} (registro {otherRecord}) en {areaM2} m².",
            "It overlaps zone {other} (record {otherRecord}) by {areaM2} m2."),
    GAP("Hay un vacío de {areaM2} m² entre las zonas.", "There is a gap of {areaM2} m2 among the zones."),
    REPEATED_ZONE(
            "La zona viene repetida, igual en todo; se cargó una vez.",
            "The zone comes twice, equal in everything; it was loaded once."),
    STATEMENT_WITH_GEOMETRY(
            "Trae geometría y también applies_to «{value}»: vale la geometría.",
            "It has a geometry and applies_to \"{value}\" too: the geometry counts."),
    REPEATED_BUILDING(
            "La construcción viene repetida, igual en todo; se cargó una vez.",
            "The building comes twice, equal in everything; it was loaded once."),
    EMPTY_FILE(
            "El archivo no tiene registros que cargar: escríbalos debajo de los encabezados.",
            "The file has no records to load: write them below the headings."),
    BLANK_RECORD(
            "La fila no trae nada en las columnas que se leen: no es un registro.",
            "The row holds nothing in the columns that are read: it is no record."),
    EMPTY_DATASET(
            "El archivo no tiene registros: se publica que en su cobertura no existe nada de este tema.",
            "The file has no records: that nothing of the theme exists in its coverage is published."),
    COVERAGE_ASSUMED(
            "No se declaró --coverage: se toma todo el municipio, y las respuestas lo dirán.",
            "--coverage was not stated: all of the municipality is taken, and answers will say so."),
    HISTORY_REPLACED(
            "El conjunto tenía {rows} filas con vigencias acotadas, que esta carga sin --valid-from reemplaza.",
            "The dataset had {rows} rows with bounded days, which this load without --valid-from replaces."),
    MOVED_FROM_DATASET(
            "{rows} filas estaban en el conjunto «{dataset}» y pasan a este.",
            "{rows} rows were in dataset \"{dataset}\" and move to this one."),
    UNKNOWN_QUANTITY(
            "«{value}» no es una magnitud de las normas; las más parecidas: {nearest}.",
            "\"{value}\" is no quantity of norms; the nearest: {nearest}."),
    NOT_IN_LIST(
            "«{value}» no se admite en «{column}»; se admite: {allowed}.",
            "\"{value}\" is not allowed in \"{column}\"; allowed: {allowed}."),
    WRONG_UNIT(
            "«{value}» no es la unidad de {quantity}, que es {unit}: no se convierte.",
            "\"{value}\" is not the unit of {quantity}, which is {unit}: nothing is converted."),
    UNKNOWN_THEME(
            "El plan no define el tema «{value}»; define: {known}.",
            "The plan does not define theme \"{value}\"; it defines: {known}."),
    UNKNOWN_ZONE(
            "El tema {theme} no tiene la zona «{value}» en el plan ni en los que revisa; las más parecidas: {nearest}.",
            "Theme {theme} has no zone \"{value}\" in the plan or in those it revises; the nearest: {nearest}."),
    SCOPE_REPEATED(
            "Las dos zonas son del mismo tema «{value}»: la segunda debe ser de otro.",
            "Both zones are of the same theme \"{value}\": the second must be of another."),
    AMBIGUOUS_NUMBER(
            "«{value}» de «{column}» puede ser {thousands} o {decimals}: escríbalo sin separador de miles, o con otros"
                    + " decimales.",
            "\"{value}\" of \"{column}\" may be {thousands} or {decimals}: write it without a separator of thousands,"
                    + " or with other decimals."),
    FIGURE_MALFORMED("«{value}» de «{column}» no es una cifra.", "\"{value}\" of \"{column}\" is no figure."),
    FIGURE_ABSURD(
            "{value} {unit} no puede ser {quantity}, que va de 0 a {most}: revise la unidad y los decimales.",
            "{value} {unit} cannot be {quantity}, which goes from 0 to {most}: check unit and decimals."),
    PERCENT_CONVERTED(
            "«{value}» era un porcentaje y se guardó como {ratio}.", "\"{value}\" was a percentage, kept as {ratio}."),
    PERCENT_DOUBTFUL(
            "«{value}» como porcentaje sería menos del 1 %: diga 70 con %, o 0,7 sin él.",
            "\"{value}\" as a percentage would be less than 1 %: say 70 with %, or 0.7 without."),
    CITED_ONLY(
            "{quantity} se cita sin cifra: las respuestas darán el artículo y no podrán comprobarla.",
            "{quantity} is cited without a figure: answers will give the article and cannot check it."),
    TEXT_WITHOUT_FIGURE(
            "«{value}» no es una cifra: {quantity} se cita sin ella.",
            "\"{value}\" is no figure: {quantity} is cited without one."),
    COLUMN_WITHOUT_FIGURES(
            "En {rows} filas la columna «{column}» está vacía, dice NULL o trae lo que la asignación da por nada: no se hizo norma.",
            "In {rows} rows column \"{column}\" is empty, says NULL or holds what the mapping takes for nothing: no norm was made."),
    DAY_MALFORMED(
            "«{value}» de «{column}» no es una fecha: escriba 2026-01-31 o 31/01/2026.",
            "\"{value}\" of \"{column}\" is no date: write 2026-01-31 or 31/01/2026."),
    DAY_AS_NUMBER(
            "«{value}» de «{column}» es un número; como fecha de Excel sería {day}. Dé formato de fecha a la celda.",
            "\"{value}\" of \"{column}\" is a number; as a date of Excel it would be {day}. Format the cell as a date."),
    DAYS_REVERSED(
            "Rige desde {from} y deja de regir el {to}: no rige ningún día.",
            "It holds from {from} and no longer on {to}: it holds on no day."),
    CELL_IS_DAY(
            "«{value}» de «{column}» es una fecha: la hoja de cálculo convirtió lo que se escribió. Dé formato de texto.",
            "\"{value}\" of \"{column}\" is a date: the spreadsheet converted what was typed. Format it as text."),
    CIIU_MALFORMED(
            "«{value}» no es una clase CIIU de cuatro dígitos; si se perdió el cero, es {meant}.",
            "\"{value}\" is no CIIU class of four digits; if the zero was lost it is {meant}."),
    AREAS_REVERSED(
            "El área mínima {least} m² es mayor que la máxima {most} m².",
            "The least area {least} m2 is larger than the largest {most} m2."),
    CATEGORY_UNLISTED(
            "Ninguna regla de usos del plan menciona la categoría «{value}»; las más parecidas: {nearest}.",
            "No use rule of the plan speaks of category \"{value}\"; the nearest: {nearest}."),
    REPEATED_ROW(
            "La fila repite la {other}, igual en todo; se cargó una vez.",
            "The row repeats {other}, equal in everything; it was loaded once."),
    REPEATED_DAYS(
            "La fila dice lo mismo que la {other} para días que se traslapan: deje una, o separe las fechas.",
            "The row says the same as {other} for days that overlap: leave one, or part the dates."),
    NORM_CONTRADICTED(
            "La fila dice {figure} y contradice las filas {others}, de igual alcance, magnitud, operador y condición.",
            "The row says {figure} and contradicts rows {others}, of the same scope, quantity, operator and condition."),
    NORM_OF_ANOTHER_DATASET(
            "La norma ya está en el conjunto «{dataset}» con {figure}: reemplácelo con --dataset, o quite la fila.",
            "The norm is in dataset \"{dataset}\" already with {figure}: replace that with --dataset, or take the row out."),
    REGIMES_DIFFER(
            "La categoría «{category}» es {regime} aquí y {other} en {where}: las respuestas pedirán revisión.",
            "Category \"{category}\" is {regime} here and {other} in {where}: answers will ask for review."),
    CONDITION_INVALID(
            "La condición no sirve, línea {line}, columna {position}: {reason} Está en «{column}»: {value}.",
            "The condition is of no use, line {line}, column {position}: {reasonEn} It is in \"{column}\": {value}."),
    UNKNOWN_COLUMNS(
            "Columnas que no se leyeron, por no ser de esta carga: {columns}.",
            "Columns that were not read, being none of this load: {columns}."),
    DUPLICATE_COLUMN(
            "El encabezado «{column}» está repetido (columnas {cells}): deje uno.",
            "The header \"{column}\" is repeated (columns {cells}): leave one."),
    COLUMN_WITHOUT_NAME(
            "Hay celdas llenas en columnas sin encabezado, que no se leyeron: {cells}.",
            "There are filled cells in columns without a header, which were not read: {cells}."),
    TOO_MANY_CELLS(
            "La fila tiene {cells} celdas y el encabezado {columns}: ponga entre comillas el texto que lleva el separador.",
            "The row has {cells} cells and the header {columns}: quote the text that holds the separator."),
    BLANK_ROWS("Se pasaron {rows} filas en blanco.", "{rows} blank rows were passed over."),
    FORMULAS_READ(
            "{cells} celdas tienen fórmula: se leyó el resultado que guardó la hoja de cálculo.",
            "{cells} cells hold a formula: the result that the spreadsheet kept was read."),
    FORMULA_WITHOUT_VALUE(
            "La celda {cell} tiene una fórmula sin resultado guardado: ábrala en la hoja de cálculo y guarde de nuevo.",
            "Cell {cell} holds a formula without a kept result: open it in the spreadsheet and save again."),
    CELL_ERROR("La celda {cell} tiene el error {value}.", "Cell {cell} holds the error {value}."),
    MERGED_CELLS(
            "Las celdas {range} están combinadas a lo ancho: no se sabe de qué columna es «{value}». Sepárelas.",
            "Cells {range} are merged sideways: which column \"{value}\" is of cannot be told. Part them."),
    MERGED_CELLS_FILLED(
            "Las celdas {range} están combinadas: «{value}» se leyó en todas sus filas.",
            "Cells {range} are merged: \"{value}\" was read in all their rows."),
    DIGITS_LOST(
            "«{value}» de «{field}» perdió dígitos en una hoja de cálculo: escríbalo como texto.",
            "\"{value}\" of \"{field}\" lost digits in a spreadsheet: write it as text."),
    NUMBER_RESTORED(
            "«{value}» de «{field}» venía como número; se leyó {read}.",
            "\"{value}\" of \"{field}\" came as a number; {read} was read."),
    BPIN_MALFORMED(
            "El BPIN «{value}» no sigue el patrón de 13 dígitos {pattern}.",
            "BPIN \"{value}\" does not follow the pattern of 13 digits {pattern}."),
    BPIN_SHARED("El BPIN {value} es de {projects} proyectos.", "BPIN {value} is that of {projects} projects."),
    LICENCE_CLASS_UNKNOWN(
            "«{value}» no es una clase de licencia: urbanizacion, parcelacion, subdivision, construccion o"
                    + " intervencion_espacio_publico.",
            "\"{value}\" is no class of licence: urbanizacion, parcelacion, subdivision, construccion or"
                    + " intervencion_espacio_publico."),
    LICENCE_MODALITY_UNKNOWN(
            "«{value}» no es una modalidad de la clase {class}.", "\"{value}\" is no modality of class {class}."),
    LICENCE_STATUS_UNKNOWN(
            "«{value}» no es un estado de un trámite de licencia.", "\"{value}\" is no status of a licence's file."),
    FILE_NUMBER_MALFORMED(
            "El número de radicación «{value}» no sigue el patrón {pattern}.",
            "File number \"{value}\" does not follow the pattern {pattern}."),
    DUPLICATE_FILE_NUMBER(
            "El número de radicación se repite con {versions} versiones de datos distintos.",
            "The file number is repeated with {versions} versions of different data."),
    DATES_OUT_OF_ORDER(
            "«{field}» ({value}) es anterior a «{other}» ({otherValue}).",
            "\"{field}\" ({value}) is before \"{other}\" ({otherValue})."),
    DATE_IN_FUTURE(
            "«{field}» ({value}) es posterior a hoy ({today}): hasta entonces no cuenta.",
            "\"{field}\" ({value}) is after today ({today}): it does not count until then."),
    IMPOSSIBLE_DATE(
            "«{value}» de «{field}» no es un día que exista; escriba AAAA-MM-DD o DD/MM/AAAA.",
            "\"{value}\" of \"{field}\" is no day that exists; write YYYY-MM-DD or DD/MM/YYYY."),
    END_BEFORE_START(
            "«{field}» ({end}) es anterior al inicio ({start}).", "\"{field}\" ({end}) is before the start ({start})."),
    AMOUNT_READ(
            "«{value}» de «{field}» se leyó como {read} pesos.",
            "\"{value}\" of \"{field}\" was read as {read} pesos."),
    AMOUNT_AMBIGUOUS(
            "«{value}» de «{field}» puede ser miles o decimales: escríbalo sin separador.",
            "\"{value}\" of \"{field}\" may be thousands or decimals: write it without separator."),
    NEGATIVE_AMOUNT("«{field}» es negativo: {value}.", "\"{field}\" is negative: {value}."),
    PERCENT_OUT_OF_RANGE("«{field}» es {value} %, fuera de 0 a 100.", "\"{field}\" is {value} %, outside 0 to 100."),
    EXECUTION_ORDER(
            "«{field}» ({value}) es mayor que «{other}» ({otherValue}).",
            "\"{field}\" ({value}) is more than \"{other}\" ({otherValue})."),
    SUM_DIFFERS(
            "«{field}» dice {value}, pero sus partes suman {sum}.",
            "\"{field}\" says {value}, but its parts add up to {sum}."),
    CONTRADICTION(
            "Los registros del proyecto dicen cosas distintas de «{field}»: {values}.",
            "The records of the project say different things of \"{field}\": {values}."),
    PROJECT_INCOMPLETE(
            "Otro registro del mismo proyecto tiene errores (registro {record}): se deja todo el proyecto.",
            "Another record of the same project has errors (record {record}): the whole project is left out."),
    AMOUNT_COUNTED_ONCE(
            "La línea «{field}» viene igual en {records} registros y se contó una vez; si son obras distintas, nómbrelas en"
                    + " «work».",
            "Line \"{field}\" comes equal in {records} records and was counted once; if they are different works, name them"
                    + " under \"work\"."),
    STAGE_BACKWARDS("«{field}» retrocede de {from} a {to}.", "\"{field}\" goes backwards from {from} to {to}."),
    WITHOUT_PLACE(
            "El proyecto no tiene localización: cuenta en lo que no está en ningún territorio.",
            "The project has no place: it counts in what lies in no territory."),
    TERRITORY_UNKNOWN(
            "El territorio {kind} {territory} no está cargado.", "Territory {kind} {territory} is not loaded."),
    PLACE_FAULTY(
            "El lugar «{from}» tiene un error ({fault}). Corríjalo, o use --repair: quedaría en {to}.",
            "Place \"{from}\" has a fault ({fault}). Mend it, or use --repair: it would be at {to}."),
    PLACE_REPAIRED(
            "El lugar «{from}» tenía un error ({fault}); se llevó a {to}.",
            "Place \"{from}\" had a fault ({fault}); it was moved to {to}."),
    LEVEL_UNRECOGNISED(
            "«{value}» no dice un nivel que se reconozca (Alta, Media, Baja; también alto, medio, moderada…): la zona queda sin"
                    + " nivel. Diga qué significa en values.level de la asignación.",
            "\"{value}\" names no level that is recognised (Alta, Media, Baja; also alto, medio, moderada…): the zone is left"
                    + " without level. Say what it means under values.level of the mapping."),
    RASTER_READ(
            "Ráster de {columns} × {rows} celdas de {cellM} m: {values} con valor, de {least} a {most}.",
            "Raster of {columns} × {rows} cells of {cellM} m: {values} with a value, from {least} to {most}."),
    RASTER_WITHOUT_VALUES("Ninguna celda del ráster tiene valor.", "No cell of the raster has a value."),
    RASTER_VALUE_UNLISTED(
            "Valores sin clase, con sus celdas: {values}. --classes dice: {listed}.",
            "Values without a class, with their cells: {values}. --classes says: {listed}."),
    RASTER_LOOKS_CLASSED(
            "El ráster solo tiene los valores enteros {values}: si son clases, cárguelo con --classes; su media no es una"
                    + " profundidad.",
            "The raster has only the whole values {values}: if they are classes load it with --classes; their mean is no"
                    + " depth."),
    RASTER_BEYOND_LIMIT(
            "{zones} zonas del ráster quedan fuera del límite municipal y no se publican.",
            "{zones} zones of the raster lie outside the municipal limit and are not published."),
    RASTER_OF_ANOTHER_PLACE(
            "Ninguna celda con valor está en el municipio: la más cercana está a {metres} m.",
            "No cell with a value lies in the municipality: the nearest is {metres} m away."),
    PLACE_DROPPED(
            "El lugar «{from}» no existe ({fault}); el registro queda sin él.",
            "Place \"{from}\" does not exist ({fault}); the record is left without it.");

    private static final Pattern MEMBER = Pattern.compile("\\{(\\w+)\\}");

    private final String templateEs;
    private final String templateEn;

    FindingCode(String templateEs, String templateEn) {
        this.templateEs = templateEs;
        this.templateEn = templateEn;
    }

    /** Returns the stable kebab-case code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the constant of a code, or nothing for a code that the reading of files brings with its own text. */
    public static Optional<FindingCode> find(String code) {
        for (FindingCode value : values()) {
            if (value.code().equals(code)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** Returns the message with the detail filled in. */
    public Bilingual message(JsonNode detail) {
        return new Bilingual(fill(templateEs, detail), fill(templateEn, detail));
    }

    private static String fill(String text, JsonNode detail) {
        return MEMBER.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(detail.path(match.group(1)).asText("—")));
    }
}
