package co.lindero.followup;

import co.lindero.law.Bilingual;

/** What a follow-up says in words. */
final class FollowUpTexts {
    static final Bilingual ZONES = new Bilingual(
            "Una licencia cuenta en la zona del punto interior de su predio, o de lo dibujado, y en el año de su decisión. Suman área y"
                    + " viviendas las de construcción de obra nueva, ampliación y reconstrucción. Lo permitido sale de los índices sin"
                    + " condición, sobre el área dibujada de los predios; donde ninguna norma lo dice no se supone nada.",
            "A licence counts in the zone of the inner point of its parcel, or of what is drawn, and in the year of its decision. Area and"
                    + " dwellings are those of construction: new building, extension and reconstruction. What is allowed follows from"
                    + " indices without condition, on the drawn area of parcels; where no norm says it nothing is assumed.");
    static final Bilingual CONFLICTS = new Bilingual(
            "Lo que la revisión de licencia diría de esas obras si se radicaran hoy, con lo que el registro dice de ellas y sin huella. No"
                    + " es un reparo a la licencia: la que está en firme conserva sus derechos (Ley 388 de 1997, art. 36) y se rige por la"
                    + " norma de su radicación.",
            "What the licence check would say of those works if they were filed today, from what the register says of them and without"
                    + " footprint. It is no objection to the licence: one that is final keeps its rights (Ley 388 de 1997, art. 36) and"
                    + " follows the norm of its filing.");
    static final Bilingual CANDIDATES = new Bilingual(
            "Candidatos a visita, no infracciones: ninguna licencia concedida del registro cargado los nombra, y el catastro los dibuja"
                    + " o describe así. Pueden tener una licencia anterior al registro, un acto de reconocimiento, ser anteriores al plan o"
                    + " estar mal medidos; solo una visita lo dice.",
            "Candidates to inspect, not infringements: no granted licence of the loaded register names them, and the cadastre draws or"
                    + " describes them so. They may have a licence older than the register or an act of recognition, be older than the"
                    + " plan, or be measured badly; only a visit can tell.");
    static final Bilingual NOTICE = new Bilingual(
            "Seguimiento informativo: no decide sobre ninguna licencia ni construcción.",
            "Informative follow-up: it decides on no licence and no building.");
    static final Bilingual DEMONSTRATION = new Bilingual(
            "Datos sintéticos de demostración: no son oficiales.", "Synthetic demonstration data: not official.");
    static final Bilingual NO_LICENCES = new Bilingual(
            "No hay licencias cargadas que se hubieran radicado hasta ese día: que ninguna nombre una construcción no dice nada.",
            "No licences are loaded that were filed by that day: that none names a building says nothing.");
    static final Bilingual NO_NORMS = new Bilingual(
            "El plan no tiene normas cargadas: no se sabe cuánto permite.",
            "The plan has no norms loaded: how much it allows is not known.");
    static final Bilingual NO_ZONES = new Bilingual(
            "El plan no tiene zonas cargadas de ese tema: todo está en la fila sin zona.",
            "The plan has no zones of that theme loaded: all is in the row without zone.");
    static final Bilingual NOT_LOADED = new Bilingual(
            "No están cargados, y no se sabe qué construcciones afectan: ",
            "Not loaded, so that which buildings they meet is not known: ");

    private FollowUpTexts() {}
}
