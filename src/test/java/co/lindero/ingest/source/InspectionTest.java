package co.lindero.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.platform.problem.Language;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    private static final String RECORD = "{\"CODIGO\":\"761300101000001230045000000000\",\"DIRECCION\":\"K 1\","
            + "\"NOMBRE\":\"PEREZ JUAN\",\"OTRA\":1}";

    @TempDir
    Path folder;

    @Test
    void masksPersonalColumnsAndProposesAMapping() throws Exception {
        Path file = Deliveries.squares(folder.resolve("R_TERRENO.geojson"), -76.35, 3.41, 0.001, RECORD);
        try (SourceFile source = SourceFile.open(Deliveries.gdal(folder), file, ReadOptions.ofFile())) {
            Inspection inspection =
                    Inspection.of(source, Optional.empty(), Profiles.standard(), PersonalColumns.standard());
            assertThat(inspection.render(Language.ES))
                    .contains("igac-terreno (parcels)", "NOMBRE: String [dato personal]  ***", "K 1", "EPSG:4326")
                    .doesNotContain("PEREZ");
            String yaml = inspection.renderMapping(Language.ES);
            assertThat(yaml).contains("  number: CODIGO", "  # folio:", "# Columnas sin usar: OTRA");
            ResolvedMapping resolved = Mapping.read(new StringReader(yaml), "m.yaml")
                    .resolve(LoadKind.PARCELS, source.layer(), PersonalColumns.standard());
            assertThat(resolved.columnsRead()).containsExactly("CODIGO", "DIRECCION");
            assertThat(inspection.toMap(Language.EN)).containsKeys("file", "layers");
        }
    }

    @Test
    void showsWhatIsWrongWithTheCrsInsteadOfFailing() throws Exception {
        Path file = Deliveries.squares(folder.resolve("z.geojson"), 4_628_000, 1_935_000, 10, "{\"code\":\"A\"}");
        try (SourceFile source = SourceFile.open(Deliveries.gdal(folder), file, ReadOptions.ofFile())) {
            Inspection inspection =
                    Inspection.of(source, Optional.of(LoadKind.ZONES), Profiles.standard(), PersonalColumns.standard());
            assertThat(inspection.render(Language.EN)).contains("metres declared as degrees", "--crs EPSG:9377");
        }
    }
}
