package co.lindero.feature;

import static co.lindero.feature.PropertyType.DATE;
import static co.lindero.feature.PropertyType.INTEGER;
import static co.lindero.feature.PropertyType.NUMBER;
import static co.lindero.feature.PropertyType.STRING;

import java.util.List;

/** Properties of projects and of licences, named as the columns of their tables. Money is pesos, days are legal days. */
final class LoadedProperties {
    static final List<Property> PROJECT = List.of(
            Property.of("code", STRING, "Código en el banco", "Code in the bank"),
            Property.of("bpin", STRING, "Código BPIN", "BPIN code"),
            Property.of("name", STRING, "Nombre", "Name"),
            Property.of("purpose", STRING, "Objeto", "Purpose"),
            Property.of("axis", STRING, "Eje del plan de desarrollo", "Axis of the development plan"),
            Property.of("programme", STRING, "Programa", "Programme"),
            Property.of("product", STRING, "Producto", "Product"),
            Property.of("indicator", STRING, "Indicador", "Indicator"),
            Property.of("office", STRING, "Dependencia", "Office"),
            Property.of("stage", STRING, "Estado", "Stage"),
            Property.of("start_on", DATE, "Inicio", "First day"),
            Property.of("end_on", DATE, "Terminación", "Last day"),
            Property.of("people_served", INTEGER, "Personas beneficiadas", "People served"),
            Property.of("physical_percent", NUMBER, "Avance físico, %", "Physical progress, %"),
            Property.of(
                    "declared_total",
                    NUMBER,
                    "Total que declara el archivo, pesos",
                    "Total that the file states, pesos"),
            Property.of("planned", NUMBER, "Presupuesto, pesos", "Budget, pesos"),
            Property.of("committed", NUMBER, "Comprometido, pesos", "Committed, pesos"),
            Property.of("obliged", NUMBER, "Obligado, pesos", "Obliged, pesos"),
            Property.of("paid", NUMBER, "Pagado, pesos", "Paid, pesos"),
            Property.of("municipality", STRING, "Municipio (DIVIPOLA)", "Municipality (DIVIPOLA)"));

    static final List<Property> LICENCE = List.of(
            Property.of("number", STRING, "Radicado", "File number"),
            Property.of("class", STRING, "Clase de licencia", "Class of licence"),
            Property.of("modalities", STRING, "Modalidades, separadas por coma", "Modalities, separated by commas"),
            Property.of("status", STRING, "Estado", "Status"),
            Property.of("filed_on", DATE, "Radicación en legal y debida forma", "Filed on"),
            Property.of("observed_on", DATE, "Notificación del acta de observaciones", "Observations notified on"),
            Property.of("answered_on", DATE, "Respuesta a las observaciones", "Observations answered on"),
            Property.of("decided_on", DATE, "Decisión", "Decided on"),
            Property.of("notified_on", DATE, "Notificación", "Notified on"),
            Property.of("final_on", DATE, "Firmeza", "Final on"),
            Property.of("extension_final_on", DATE, "Firmeza de la prórroga", "Extension final on"),
            Property.of("act", STRING, "Acto administrativo", "Administrative act"),
            Property.of("parcels", STRING, "Predios, separados por coma", "Parcels, separated by commas"),
            Property.of("area_m2", NUMBER, "Área licenciada, m²", "Licensed area, m2"),
            Property.of("dwellings", INTEGER, "Viviendas", "Dwellings"),
            Property.of("floors", INTEGER, "Pisos", "Floors"),
            Property.of("use", STRING, "Uso", "Use"),
            Property.of("municipality", STRING, "Municipio (DIVIPOLA)", "Municipality (DIVIPOLA)"));

    private LoadedProperties() {}
}
