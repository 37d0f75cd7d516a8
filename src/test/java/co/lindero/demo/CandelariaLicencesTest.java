package co.lindero.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The delivered register of licences, which is what the generator writes. */
class CandelariaLicencesTest {
    private static final List<List<String>> ROWS = rows();

    private static List<List<String>> rows() {
        try {
            return Files.readAllLines(Path.of("data/candelaria/licences.csv")).stream()
                    .map(line -> Arrays.asList(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> files() {
        return ROWS.subList(1, ROWS.size());
    }

    private static String cell(List<String> row, String column) {
        return row.get(ROWS.get(0).indexOf(column));
    }

    private static Set<String> words(String column) {
        return files().stream()
                .flatMap(row -> Arrays.stream(cell(row, column).split(" \\+ ", -1)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void hasEveryClassModalityAndStatusThatThePlaceCanHave() {
        assertThat(files()).hasSize(400);
        assertThat(words("clase"))
                .containsExactlyInAnyOrder(
                        "urbanizacion", "parcelacion", "subdivision", "construccion", "intervencion_espacio_publico");
        // no beach, so that no licence for one
        assertThat(words("modalidades"))
                .containsExactlyInAnyOrder(
                        "obra_nueva",
                        "ampliacion",
                        "adecuacion",
                        "modificacion",
                        "restauracion",
                        "reforzamiento_estructural",
                        "demolicion",
                        "reconstruccion",
                        "cerramiento",
                        "desarrollo",
                        "saneamiento",
                        "reurbanizacion",
                        "rural",
                        "urbana",
                        "reloteo",
                        "ocupacion",
                        "intervencion");
        assertThat(words("estado"))
                .contains(
                        "radicada",
                        "en_revision",
                        "con_acta_de_observaciones",
                        "en_viabilidad",
                        "concedida",
                        "negada",
                        "desistida",
                        "notificada",
                        "en_firme");
    }

    @Test
    void fileNumbersAreOneSeriesAYearInTheOrderOfFiling() {
        Set<String> seen = new HashSet<>();
        assertThat(files()).allSatisfy(row -> {
            String number = cell(row, "radicado");
            assertThat(number).matches("76130-0-\\d{2}-\\d{4}");
            assertThat(seen.add(number)).isTrue();
            assertThat(cell(row, "fecha_radicacion")).startsWith("20" + number.substring(8, 10));
        });
        assertThat(files().stream().map(row -> cell(row, "fecha_radicacion"))).isSorted();
    }

    @Test
    void daysAreInOrderAndNoneIsLaterThanTheDayItWasMadeFor() {
        List<String> days = List.of(
                "fecha_radicacion",
                "fecha_acta_observaciones",
                "fecha_respuesta_acta",
                "fecha_expedicion",
                "fecha_notificacion",
                "fecha_firmeza",
                "fecha_firmeza_prorroga");
        assertThat(files()).allSatisfy(row -> {
            List<LocalDate> known = days.stream()
                    .map(day -> cell(row, day))
                    .filter(day -> !day.isEmpty())
                    .map(LocalDate::parse)
                    .toList();
            assertThat(known).isSorted();
            assertThat(known).allSatisfy(day -> assertThat(day).isBeforeOrEqualTo(LicenceCourse.AS_OF));
            assertThat(cell(row, "fecha_firmeza").isEmpty())
                    .isEqualTo(!cell(row, "estado").equals("en_firme"));
        });
    }

    @Test
    void namesNoPersonAndSaysOfEveryActThatItIsFictitious() {
        assertThat(ROWS.get(0)).doesNotContain("titular", "propietario", "solicitante", "profesional");
        assertThat(files()).allSatisfy(row -> {
            if (!cell(row, "fecha_expedicion").isEmpty()) {
                assertThat(cell(row, "acto")).contains("FICTICIA", "datos sintéticos");
            }
        });
    }

    @Test
    void someWorksAreWhatNoPlanOfTheTownAllows() {
        Function<String, Long> floors = least -> files().stream()
                .map(row -> cell(row, "pisos"))
                .filter(value -> !value.isEmpty() && Integer.parseInt(value) >= Integer.parseInt(least))
                .count();
        assertThat(floors.apply("7")).isGreaterThan(15);
        assertThat(IntStream.range(2012, 2027)
                        .mapToLong(year -> files().stream()
                                .filter(row -> cell(row, "fecha_radicacion").startsWith(Integer.toString(year)))
                                .count()))
                .allMatch(count -> count > 5);
    }
}
