package co.lindero.demo;

import co.lindero.demo.mesh.Rings;
import co.lindero.demo.town.PlotKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes the guide to the demonstration, from what was generated, so that it cannot grow stale. */
final class CandelariaReadme {
    private static final List<Double> CLASSES_M2 = List.of(50.0, 100.0, 200.0, 500.0, 5e3, 5e4, 5e5, 3e6, 1e12);

    private final CandelariaGround ground;
    private final CandelariaCadastre cadastre;
    private final CandelariaClaims claims;
    private final long buildings;
    private final CandelariaLicences register;
    private final StringBuilder text = new StringBuilder();

    CandelariaReadme(
            CandelariaGround ground,
            CandelariaCadastre cadastre,
            CandelariaClaims claims,
            long buildings,
            CandelariaLicences register) {
        this.ground = ground;
        this.cadastre = cadastre;
        this.claims = claims;
        this.buildings = buildings;
        this.register = register;
    }

    void write(Path folder) throws IOException {
        line("# Municipio de demostración\n");
        line(
                "**Datos sintéticos de demostración, no son oficiales.** Un generador con semilla los produce a partir de");
        line(
                "hechos publicados sobre Candelaria, Valle del Cauca (76130): nombres, vecinos, área y centros aproximados.");
        line(
                "Ningún lindero, norma, acto, folio ni dirección corresponde a la realidad. No sirven para trámite alguno.\n");
        line(
                "Licencia: CC0 1.0 (dominio público). Coordenadas: EPSG:9377, x = este, y = norte, metros, tres decimales.\n");
        line(
                "Este archivo también lo escribe el generador: `./lindero demo generate --seed 76130 --out data/candelaria`.");
        line("`manifest.yaml` dice qué se carga, en qué orden y con qué opciones.\n");
        line(
                "El perímetro urbano es el de las zonas `Urbano` de la clasificación del suelo. Los archivos `neighbour-*` traen una");
        line(
                "franja de Palmira (76520), cuyo plan ficticio dibuja el límite común doce metros más al sur que el de aquí.\n");
        counts();
        areas();
        sizes();
        cases();
        licences();
        register();
        Files.writeString(folder.resolve("README.md"), text);
    }

    private void register() {
        line("## Registro de licencias\n");
        line(
                "`licences.csv` trae licencias inventadas, sin nombre de persona alguna, como si hoy fuera %s; entre ellas hay"
                        .formatted(LicenceCourse.AS_OF));
        line(
                "obras que el plan de hoy o el borrador no permitirían, y una que nombra un predio que el catastro no tiene. No hay playas marítimas, ni por tanto licencias de esa modalidad.\n");
        line("| clase o estado | radicados |\n|---|---:|");
        register.counts().forEach((name, count) -> line("| %s | %d |".formatted(name.substring(2), count)));
        line("");
    }

    private void counts() {
        Map<String, Integer> counts = new TreeMap<>();
        cadastre.rows().forEach(row -> counts.merge(row.condition(), 1, Integer::sum));
        line("## Cantidades\n");
        line("Predios: %d; construcciones: %d.\n".formatted(cadastre.rows().size(), buildings));
        line("| condición | predios |\n|---|---:|");
        counts.forEach((condition, count) -> line("| " + condition + " | " + count + " |"));
        line("");
    }

    private void areas() {
        Map<String, Double> areas = new TreeMap<>();
        for (Site site : ground.sites()) {
            double area = Rings.areaM2(ground.mesh().expand(site.plot().face().ring()));
            areas.merge(site.soil().code(), area, Double::sum);
            areas.merge("Total", area, Double::sum);
        }
        line("## Área plana por clase de suelo\n");
        line("| clase | hectáreas |\n|---|---:|");
        areas.forEach((soil, area) -> line(String.format(Locale.ROOT, "| %s | %.2f |", soil, area / 10_000)));
        line("");
        line(
                "Publicado: 285 km2 en total (28500 ha; otras fuentes dan hasta 296 km2). Las áreas oficiales por clase de");
        line("suelo del plan de Candelaria no se encontraron publicadas: las de esta tabla son supuestas.\n");
    }

    private void sizes() {
        line("## Tamaño de los terrenos (lotes y fincas)\n");
        line("| hasta m2 | terrenos |\n|---:|---:|");
        double from = 0;
        for (double to : CLASSES_M2) {
            double low = from;
            long count = cadastre.bySite().keySet().stream()
                    .filter(site -> site.is(PlotKind.LOT) || site.is(PlotKind.FARM))
                    .mapToDouble(site -> site.plot().face().areaM2())
                    .filter(area -> area > low && area <= to)
                    .count();
            line("| " + (to > 1e9 ? "más" : String.format(Locale.ROOT, "%.0f", to)) + " | " + count + " |");
            from = to;
        }
        line("");
    }

    private void cases() {
        line("## Un predio para cada caso de la respuesta de uso del suelo\n");
        line(
                "Los predios hechos para un caso están en la manzana «Casos», al oriente de El Carmelo. La pregunta se añade a");
        line(
                "`/parcels/{predio}/land-use?`. Una prueba hace cada pregunta y compara la respuesta: estado, cada zona con su");
        line(
                "área y su parte, lo que queda sin zona (`resto`), sin cobertura (`sin datos`), fuera del ámbito o cubierto dos");
        line(
                "veces (`doble`); las cifras suman el área dibujada. `knownAt` cuenta con que la base no tiene nada más.\n");
        line("| caso | qué muestra | predio | pregunta | sobre | respuesta |\n|---|---|---|---|---|---|");
        for (Claim claim : claims.list()) {
            line("| %s | %s | `%s` | %s | %s | %s |"
                    .formatted(
                            claim.key(),
                            claim.title(),
                            claim.parcel(),
                            claim.ask().isEmpty() ? "" : "`" + claim.ask() + "`",
                            claim.about(),
                            claim.answer()));
        }
        line(
                "\nEl 18 (muchas peticiones a la vez) y el 19 (uno por uno o en bloque, los mismos bytes) valen con cualquiera.\n");
    }

    private void licences() {
        line("## Normas y usos\n");
        line(
                "`norms-*.csv`, `uses-*.csv` y `ciiu.csv` son hojas de planificador inventadas a mano: una ficha por tratamiento y");
        line(
                "área de actividad, las categorías rurales, unas sesenta categorías de uso y a cuál va cada clase CIIU Rev. 4 A.C.");
        line(
                "A propósito, la ficha de consolidación y dotacional cita el índice de ocupación sin cifra, la de desarrollo y");
        line(
                "mixta 2 no dice altura, y AR-2 no lista S-11 (servicios funerarios). La revisión de 2014 y el proyecto de 2026");
        line("cambian algunas y heredan el resto.\n");
        line("## Metas\n");
        line(
                "`targets-2005.csv` y `targets-2026.csv` son metas inventadas, por año, de los indicadores del plan vigente y del proyecto:");
        line(
                "unas se cumplen y otras no. Se ven en `/plans/PBOT-2005/indicators` o con `./lindero plan indicators PBOT-2005`.\n");
        line("## Banco de proyectos\n");
        line(
                "`projects.csv` son 81 proyectos inventados, de toda etapa, fuente y clase de lugar: puntos, vías, áreas, predios,");
        line(
                "territorios, varios territorios, todo el municipio y ninguno. Algunos están donde no deben: en amenaza alta, en la");
        line("ronda, en suelo que no los admite, en predios privados o sobre otro proyecto en los mismos años.\n");
        line("## Un predio para cada caso de la revisión de licencias\n");
        line(
                "La manzana «Licencias» tiene dos hileras de lotes de 10 m por 20 m, espalda con espalda. Donde no se dice otra");
        line(
                "cosa: obra nueva, una vivienda, un parqueadero, 3,2 m por piso, área construida igual a huella por pisos. La");
        line(
                "huella va de una esquina a la otra, en metros al este y al norte de la esquina suroccidental del lote. El caso 13");
        line("no tiene predio: es una norma que no se deja cargar. `sobre` dice de qué hallazgo habla la respuesta.\n");
        line("| caso | qué muestra | predio | propuesta | sobre | respuesta |\n|---|---|---|---|---|---|");
        for (LicenceClaims.Row row : claims.licences(ground, cadastre).rows()) {
            line("| %s | %s | `%s` | %s | %s | %s |"
                    .formatted(row.key(), row.title(), row.parcel(), row.proposal(), row.about(), row.answer()));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
