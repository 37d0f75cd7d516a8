package co.lindero.risk;

import co.lindero.law.Bilingual;
import co.lindero.law.LegalSource;

/**
 * What hazard and risk on some ground mean for a licence there, the worst first.
 *
 * @legal Decreto 1077 de 2015, arts. 2.2.2.1.3.1.1 to 2.2.2.1.3.2.2.8; Ley 388 de 1997, art. 35; Ley 1523 de 2012, art. 40;
 *     Ley 1228 de 2008, art. 2 (roads)
 */
public enum RiskEffect {
    PROHIBITED_BY_RISK(
            "En el terreno afectado no procede licencia de urbanización ni de construcción: es suelo de protección o de"
                    + " riesgo no mitigable.",
            "No licence of urbanisation or construction on the ground concerned: it is protection land or risk that"
                    + " cannot be mitigated.",
            "Ley 388 de 1997",
            "35"),
    CONDITIONED_DETAILED_STUDY(
            "La licencia queda condicionada: primero el estudio detallado y sus medidas deben incorporarse al plan.",
            "A licence is conditioned: first the detailed study and its measures must be taken into the plan.",
            "Decreto 1077 de 2015",
            "2.2.2.1.3.1.3"),
    PREVENTIVE_NOT_DELIMITED(
            "Franja preventiva a lo largo de un cauce: la ronda no está delimitada. La autoridad ambiental debe decir por dónde"
                    + " va antes de construir en ella.",
            "Preventive strip along a channel: the riparian buffer is not delimited. The environmental authority must say"
                    + " where it runs before anything is built there.",
            "Decreto-Ley 2811 de 1974",
            "83, literal d"),
    WARNING_STUDY(
            "La zonificación de amenaza por sí sola no impide la licencia: se advierte, y un estudio debe decir qué"
                    + " medidas hacen falta.",
            "Hazard zoning alone does not bar a licence: it is a warning, and a study must say what measures are needed.",
            "Decreto 1077 de 2015",
            "2.2.2.1.3.1.3"),
    UNKNOWN_NO_DATA(
            "No se sabe: no hay datos que alcancen todo el predio. Sin datos no significa sin amenaza.",
            "Not known: no data reach all of the parcel. No data does not mean no hazard.",
            "Decreto 1077 de 2015",
            "2.2.2.1.3.1.1"),
    NO_MAPPED_RESTRICTION(
            "No hay restricción mapeada. No significa que no haya riesgo.",
            "There is no mapped restriction. It does not mean that there is no risk.",
            "Decreto 1077 de 2015",
            "2.2.2.1.3.1.3");

    private final String es;
    private final String en;
    private final String act;
    private final String article;

    RiskEffect(String es, String en, String act, String article) {
        this.es = es;
        this.en = en;
        this.act = act;
        this.article = article;
    }

    private static final Bilingual STUDIED = new Bilingual(
            "El área tiene condición de amenaza o de riesgo y estudio detallado: la licencia debe cumplir las medidas que el estudio"
                    + " fija.",
            "The area has a condition of hazard or risk and a detailed study: a licence must comply with the measures that the study"
                    + " sets.");
    private static final Bilingual RESERVED = new Bilingual(
            "En el terreno afectado no procede licencia de urbanización ni de construcción: está reservado para una vía.",
            "No licence of urbanisation or construction on the ground concerned: it is reserved for a road.");
    private static final Bilingual ROAD_STRIP = new Bilingual(
            "Franja a lo largo de una vía cuya reserva no está delimitada: debe revisarse por dónde va antes de construir en ella.",
            "Strip along a road whose reservation is not delimited: where it runs must be reviewed before anything is built there.");
    private static final LegalSource ROADS = new LegalSource("Ley 1228 de 2008", "2", null, null);

    /** Returns what it means, for people. */
    public Bilingual text() {
        return new Bilingual(es, en);
    }

    /**
     * Returns what it means on the zones of a kind, for people: of a condition that warns, the study is there already; ground kept for a
     * road is neither protection nor risk.
     */
    Bilingual text(PhenomenonKind kind) {
        if (isOfRoads(kind)) {
            return this == PROHIBITED_BY_RISK ? RESERVED : ROAD_STRIP;
        }
        return this == WARNING_STUDY && kind == PhenomenonKind.CONDITION ? STUDIED : text();
    }

    private boolean isOfRoads(PhenomenonKind kind) {
        return kind == PhenomenonKind.RESERVATION && (this == PROHIBITED_BY_RISK || this == PREVENTIVE_NOT_DELIMITED);
    }

    /** Returns the norm that gives the ground this effect on the zones of a kind. */
    LegalSource source(PhenomenonKind kind) {
        return isOfRoads(kind) ? ROADS : new LegalSource(act, article, null, null);
    }

    /** Returns the worse of two. */
    RiskEffect worse(RiskEffect other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
