package co.lindero.risk;

import co.lindero.law.Bilingual;

/** What an exposure answer says in words. */
final class ExposureTexts {
    static final Bilingual RULE = new Bilingual(
            "Donde se superponen zonas de distinto nivel prevalece el más alto: nada se cuenta dos veces. Un predio y una"
                    + " construcción cuentan una vez, en el nivel más alto que los toca y en el territorio donde está su punto"
                    + " interior.",
            "Where zones of different levels overlap the highest wins: nothing is counted twice. A parcel and a building count"
                    + " once, at the highest level on them and in the territory in which their inner point lies.");
    static final Bilingual KEPT_BACK = new Bilingual(
            "Las filas con menos de {n} predios o construcciones no se muestran, para que no se reconozca a personas; van"
                    + " sumadas en la fila «suppressed».",
            "Rows with fewer than {n} parcels or buildings are not shown, so that persons cannot be told apart; they are summed"
                    + " in row 'suppressed'.");
    static final Bilingual NOTHING_KEPT_BACK =
            new Bilingual("No se ocultan conteos pequeños.", "No small counts are kept back.");
    static final Bilingual DEMONSTRATION = new Bilingual(
            "Datos sintéticos de demostración: no son oficiales.", "Synthetic demonstration data: not official.");
    static final Bilingual DRAFT = new Bilingual(
            "El plan es un borrador: se responde como si rigiera.",
            "The plan is a draft: answered as if it were in force.");
    static final Bilingual NO_DATA = new Bilingual(
            "Hay terreno que ningún dato alcanza: no se sabe qué hay allí.",
            "There is ground that no data reach: what is there is not known.");
    static final Bilingual UNSTATED = new Bilingual(
            "Hay zonas que no declaran su nivel: se cuentan aparte.",
            "There are zones that do not state their level: they are counted apart.");
    static final Bilingual NO_GROUPS = new Bilingual(
            "No hay cargado nada por lo que agrupar así: todo está en la fila sin código.",
            "Nothing is loaded by which to group so: all is in the row without code.");
    static final Bilingual NOTICE = new Bilingual(
            "Respuesta informativa: cuenta lo mapeado y lo que el catastro registra; no dice quién vive allí.",
            "Informative answer: it counts what is mapped and what the cadastre holds; it does not tell who lives there.");

    private ExposureTexts() {}
}
