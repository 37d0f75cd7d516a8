package co.lindero.demo;

import co.lindero.demo.mesh.Rings;
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
    private final long buildings;
    private final StringBuilder text = new StringBuilder();

    CandelariaReadme(CandelariaGround ground, CandelariaCadastre cadastre, long buildings) {
        this.ground = ground;
        this.cadastre = cadastre;
        this.buildings = buildings;
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
        counts();
        areas();
        sizes();
        cases();
        Files.writeString(folder.resolve("README.md"), text);
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
                    .filter(site ->
                            site.is(co.lindero.demo.town.PlotKind.LOT) || site.is(co.lindero.demo.town.PlotKind.FARM))
                    .mapToDouble(site -> site.plot().face().areaM2())
                    .filter(area -> area > low && area <= to)
                    .count();
            line("| " + (to > 1e9 ? "más" : String.format(Locale.ROOT, "%.0f", to)) + " | " + count + " |");
            from = to;
        }
        line("");
    }

    private void cases() {
        Map<String, String> examples = cadastre.examples();
        line("## Un predio para cada caso de la respuesta de uso del suelo\n");
        line("Los casos 1 a 9, 15, 16 y 17 están en la manzana «Casos», al oriente de El Carmelo.\n");
        line("| caso | qué muestra | predio |\n|---|---|---|");
        for (CaseParcel parcel : ground.caseBlock().parcels()) {
            row(parcel.key(), parcel.title(), examples);
        }
        row("8c", "Predio rural fuera del ámbito de los tratamientos urbanos: not_concerned", "finca");
        row("9c", "«No aplica» declarado con fuente (avenida torrencial): not_concerned", "finca");
        row("11", "Norma anterior o nueva según la fecha (revisión de 2014-03-01, Poblado Campestre)", revised());
        row("13", "Plan vencido sin sucesor: vigente, y se dice", "finca");
        row("14", "El borrador PBOT-2026-P solo aparece si se pide por su código", revised());
        row("16d", "Unidad de propiedad horizontal: responde la matriz", "16d");
        row("-", "Matriz de propiedad horizontal", "PH.Matriz");
        row("-", "Matriz de condominio", "condominio");
        row("-", "Unidad de condominio, con terreno", "Condominio.Unidad_Predial");
        row("-", "Cementerio, matriz", "Parque_Cementerio.Matriz");
        row("-", "Predio informal sobre uno formal", "informal");
        row("-", "Vía", "Via");
        row("-", "Bien de uso público", "Bien_Uso_Publico");
        line(
                "\nSin predio propio: el 10 (los datos solo traen declaraciones de «no aplica», ninguna zona enunciada sin");
        line("geometría que afecte) y el 16 en su parte de dos municipios (aquí hay uno solo). Los casos 12, 18 y 19");
        line("no dependen del predio: valen con cualquiera.");
    }

    private String revised() {
        return cadastre.bySite().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("Poblado Campestre II"))
                .map(entry -> entry.getValue().number())
                .findFirst()
                .orElseThrow();
    }

    private void row(String key, String title, Map<String, String> examples) {
        line("| " + key + " | " + title + " | `" + examples.get(key) + "` |");
    }

    private void row(String key, String title, String example) {
        String number = cadastre.examples().getOrDefault(example, example);
        line("| " + key + " | " + title + " | `" + number + "` |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
