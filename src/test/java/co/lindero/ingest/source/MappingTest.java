package co.lindero.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import co.lindero.platform.problem.Problem;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final PersonalColumns PERSONAL = PersonalColumns.standard();
    private static final Profiles PROFILES = Profiles.standard();

    @Test
    void tellsAllFaultsAtOnceWithTheirPlace() {
        String yaml = """
                source: {layr: x}
                fields:
                  number: CODIGO
                  adress: DIR
                  address: NOMBRE
                  folio: MATRICULA
                  number: CODIGO
                extra: 1
                values: {color: {a: b}}
                """;
        Mapping mapping = Mapping.read(new StringReader(yaml), "m.yaml");
        assertThatThrownBy(() -> mapping.resolve(LoadKind.PARCELS, layer("t", "codigo", "NOMBRE"), PERSONAL))
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::faults)
                .satisfies(faults -> assertThat(faults)
                        .extracting(fault -> fault.code() + " " + fault.where())
                        .containsExactlyInAnyOrder(
                                "unknown-key m.yaml:1:16",
                                "repeated-key m.yaml:7:3",
                                "unknown-key m.yaml:8:8",
                                "unknown-target m.yaml:4:11",
                                "unknown-target m.yaml",
                                "personal-column m.yaml:5:12",
                                "unknown-column m.yaml:6:10"));
    }

    @Test
    void readsOnlyRecordsThatAreAskedFor() {
        String yaml = """
                only: {MPIO: ["76130", "d'Or"]}
                fields: {code: MPIO}
                """;
        LayerInfo layer = layer("z", "mpio");
        ResolvedMapping resolved =
                Mapping.read(new StringReader(yaml), "m.yaml").resolve(LoadKind.ZONES, layer, PERSONAL);
        assertThat(Filter.where(layer, resolved.only())).isEqualTo(" WHERE \"mpio\" IN ('76130', 'd''Or')");
    }

    @Test
    void feedsOneTargetOnlyFromAColumnCutOff() {
        LayerInfo layer = layer("datos", "Numero_Pre", "Direccion");
        ResolvedMapping resolved = PROFILES.choose(LoadKind.PARCELS, layer).resolve(LoadKind.PARCELS, layer, PERSONAL);
        assertThat(resolved.find("number").orElseThrow().column()).contains("Numero_Pre");
        assertThat(resolved.find("previous_number")).isEmpty();
    }

    @Test
    void resolvesColumnsConstantsAndValues() {
        String yaml = """
                fields: {code: [SUELO, Clasé], label: {const: "x"}, act: {join: [TIPO, NUM]}}
                values: {code: {"01": Urbano}}
                """;
        ResolvedMapping resolved = Mapping.read(new StringReader(yaml), "m.yaml")
                .resolve(LoadKind.ZONES, layer("z", "CLASE", "TIPO", "NUM", "AREA", "TELEFONO"), PERSONAL);
        assertThat(resolved.find("code").orElseThrow().column()).contains("CLASE");
        assertThat(resolved.find("code").orElseThrow().values()).containsEntry("01", "Urbano");
        assertThat(resolved.find("label").orElseThrow().constant()).isEqualTo("x");
        assertThat(resolved.find("act").orElseThrow().columns()).containsExactly("TIPO", "NUM");
        assertThat(resolved.attributeColumns()).contains("AREA").doesNotContain("CLASE", "TELEFONO");
        assertThat(resolved.personalColumns()).containsExactly("TELEFONO");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertThatThrownBy(() -> Mapping.read(new StringReader("fields: {a: ["), "m.yaml"))
                .hasMessageContaining("is not YAML");
        assertThatThrownBy(() -> Mapping.read(new StringReader("text"), "m.yaml"))
                .hasMessageContaining("is not a YAML mapping");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PARCELS,     R_TERRENO_CTM12,          CODIGO|VEREDA_CODIGO,              igac-terreno
            PARCELS,     U_TERRENO,                CODIGO|MANZANA_CO|CODIGO_ANT,      igac-terreno
            PARCELS,     R_TERRENO_INFORMAL,       codigo,                            igac-terreno
            PARCELS,     REGISTRO_1,               NUMERO_DEL_PREDIO|NOMBRE,          igac-registro-1
            PARCELS,     predios,                  number,                            lotes
            PARCELS,     datos,                    number,                            generic-parcels
            PARCELS,     datos,                    Numero_Pre,                        predios
            TERRITORIES, veredas,                  OBJECTID|Vereda,                   veredas
            TERRITORIES, barrios_y_veredas,        codigo|kind,                       generic-territories
            ZONES,       estudio,                  gridcode|Amenaza,                  amenaza
            BUILDINGS,   U_CONSTRUCCION,           CODIGO|TERRENO_CO|NUMERO_PIS,      igac-construccion
            TERRITORIES, R_VEREDA,                 CODIGO|SECTOR_CODIGO|NOMBRE,       igac-vereda
            TERRITORIES, U_BARRIO_CTM12,           CODIGO|NOMBRE|SECTOR_COD,          igac-barrio
            TERRITORIES, U_MANZANA,                CODIGO|BARRIO_CODIGO,              igac-manzana
            TERRITORIES, U_PERIMETRO,              CODIGO_NOM|TIPO_AVALUO,            igac-perimetro
            TERRITORIES, MGN_MPIO_POLITICO,        MPIO_CCNCT|MPIO_CNMBR,             dane-municipio
            ZONES,       clasificacion_suelo,      tipo_clasificacion_suelo|nombre,   ladm-pot-clasificacion-suelo
            ZONES,       zonificacion_amenaza,     fenomeno|categoria_amenaza,        ladm-pot-zonificacion-amenaza
            ZONES,       centro_poblado_rural,     codigo|nombre,                     ladm-pot-centro-poblado-rural
            ZONES,       MOT,                      codigo,                            generic-zones
            """)
    void choosesTheProfile(LoadKind kind, String layer, String columns, String profile) {
        LayerInfo info = layer(layer, columns.split("\\|"));
        Mapping chosen = PROFILES.choose(kind, info);
        assertThat(chosen.name()).isEqualTo(profile);
    }

    @Test
    void findsColumnsCutOffAtTenCharacters() {
        LayerInfo layer = layer("U_TERRENO", "CODIGO", "MANZANA_CO", "CODIGO_ANT", "NOMBRE_PRO");
        ResolvedMapping resolved = PROFILES.choose(LoadKind.PARCELS, layer).resolve(LoadKind.PARCELS, layer, PERSONAL);
        assertThat(resolved.columnsRead()).containsExactly("CODIGO", "CODIGO_ANT");
        assertThat(resolved.personalColumns()).containsExactly("NOMBRE_PRO");
    }

    @ParameterizedTest
    @CsvSource({"urbano, Urbano", "2, Rural", "expansion_urbana, Expansion_Urbana", "3, Expansion_Urbana"})
    void knowsOfficialValuesByCodeNameAndPosition(String folded, String canonical) {
        LayerInfo layer = layer("clasificacion_suelo", "tipo_clasificacion_suelo");
        ResolvedMapping resolved = PROFILES.choose(LoadKind.ZONES, layer).resolve(LoadKind.ZONES, layer, PERSONAL);
        assertThat(resolved.find("code").orElseThrow().foldedValues()).containsEntry(folded, canonical);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PARCELS,     NOMBRE,              true
            PARCELS,     Tipo_Documento,      true
            PARCELS,     NOMBRE_PRO,          true
            PARCELS,     NUMERO_DOC,          true
            PARCELS,     PRIMER_NOM,          true
            PARCELS,     DOCUMENTO_,          true
            PARCELS,     TELÉFONO 1,          true
            PARCELS,     Grupo_Etnico,        true
            PARCELS,     CODIGO,              false
            PARCELS,     NUMERO_DEL_PREDIO,   false
            PARCELS,     DIRECCION,           false
            PARCELS,     CEDULA_CATASTRAL,    false
            PARCELS,     UNIDAD,              false
            TERRITORIES, NOMBRE,              false
            TERRITORIES, NOMBRE_VER,          false
            ZONES,       TIPO_DOCUMENTO,      false
            ZONES,       correo_contacto,     true
            ZONES,       nombre_proyecto,     false
            """)
    void knowsPersonalColumns(LoadKind kind, String column, boolean personal) {
        assertThat(PERSONAL.isPersonal(kind, column)).isEqualTo(personal);
    }

    private static LayerInfo layer(String name, String... columns) {
        List<FieldInfo> fields = Arrays.stream(columns)
                .map(column -> new FieldInfo(column, "String", 0))
                .toList();
        return new LayerInfo(name, name + ".gpkg", "Polygon", 1, null, null, fields);
    }
}
