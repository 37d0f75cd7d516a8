package co.lindero.demo;

import java.util.Map;

/** What people read for a code. */
final class Labels {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("Urbano", "Suelo urbano"),
            Map.entry("Expansion_Urbana", "Suelo de expansión urbana"),
            Map.entry("Rural", "Suelo rural"),
            Map.entry("AR-1", "Residencial 1, baja densidad"),
            Map.entry("AR-2", "Residencial 2, densidad media"),
            Map.entry("AR-3", "Residencial 3, vivienda de interés social"),
            Map.entry("AR-4", "Residencial 4, borde de río y caserío"),
            Map.entry("AC-1", "Comercial central"),
            Map.entry("AC-2", "Corredor comercial y de servicios"),
            Map.entry("AD-1", "Dotacional"),
            Map.entry("AI-1", "Industrial"),
            Map.entry("MIX-1", "Mixta 1, vivienda y comercio"),
            Map.entry("MIX-2", "Mixta 2, vivienda y talleres"),
            Map.entry("Consolidacion", "Consolidación"),
            Map.entry("Conservacion", "Conservación"),
            Map.entry("Desarrollo", "Desarrollo"),
            Map.entry("Mejoramiento_Integral", "Mejoramiento integral"),
            Map.entry("Renovacion_Urbana.Reactivacion", "Renovación urbana, reactivación"),
            Map.entry("Renovacion_Urbana.Redesarrollo", "Renovación urbana, redesarrollo"),
            Map.entry("Suelo_Rural_Productivo.Agropecuario", "Suelo rural productivo, agropecuario"),
            Map.entry("Desarrollo_Restringido.Suburbano", "Suelo suburbano industrial y de servicios"),
            Map.entry("Desarrollo_Restringido.Corredor_Vial_Suburbano", "Corredor vial suburbano"),
            Map.entry("Desarrollo_Restringido.Centro_Poblado_Rural", "Centro poblado rural"),
            Map.entry("Desarrollo_Restringido.Vivienda_Campestre", "Vivienda campestre"),
            Map.entry(
                    "Proteccion_Suelo_Rural.Produccion_Agropecuaria_Explotacion_RRNN",
                    "Protección para la producción agropecuaria"),
            Map.entry(
                    "Proteccion_Suelo_Rural.Conservacion_Proteccion_Ambiental.Areas_Importancia_Ecosistemica",
                    "Área de importancia ecosistémica"),
            Map.entry("Ambiental", "Suelo de protección ambiental"),
            Map.entry("Patrimonio", "Suelo de protección por patrimonio"),
            Map.entry("BIC-M", "Bien de interés cultural municipal"),
            Map.entry("ARB-N", "Árbol notable"),
            Map.entry("Alta", "Amenaza alta"),
            Map.entry("Media", "Amenaza media"),
            Map.entry("Baja", "Amenaza baja"),
            Map.entry("Equipamientos.Educacion", "Equipamiento educativo"),
            Map.entry("Equipamientos.Salud", "Equipamiento de salud"),
            Map.entry("Equipamientos.Culto", "Equipamiento de culto"),
            Map.entry("Equipamientos.Deportivo_Recreativo", "Equipamiento deportivo y recreativo"),
            Map.entry("Equipamientos.Abastecimiento", "Plaza de mercado y abastecimiento"),
            Map.entry("Espacio_Publico.Elemento_Constitutivo", "Parque o zona verde"),
            Map.entry("Espacio_Publico.Elemento_Complementario", "Espacio público complementario"),
            Map.entry("Servicios_Publicos.Energia", "Servidumbre de energía"),
            Map.entry("RH-30", "Ronda hídrica de 30 m"),
            Map.entry("CVS-300", "Franja de 300 m del corredor vial suburbano"),
            Map.entry("ACA-INU", "Área con condición de amenaza por inundación"),
            Map.entry("ACR-INU", "Área con condición de riesgo por inundación"),
            Map.entry("RNM-INU", "Riesgo alto no mitigable por inundación"),
            Map.entry("Riesgo_No_Mitigable", "Suelo de protección por riesgo no mitigable"),
            Map.entry("ARQ-R", "Prospección arqueológica previa en suelo rural"),
            Map.entry("SLO-45", "Superficie horizontal interna, 45 m sobre la pista"),
            Map.entry("no_aplica", "El fenómeno no aplica en el municipio"),
            Map.entry("no_existe", "No existe en el municipio"));

    private Labels() {}

    static String of(String code) {
        return TEXTS.getOrDefault(code, code.replace('_', ' '));
    }
}
