package co.lindero.investment;

import static org.assertj.core.api.Assertions.assertThat;

import co.lindero.publication.KnownAt;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    private static final Moment NOW = new Moment(Bank.MUNICIPALITY, null, new KnownAt.Newest());
    private static final String HEADER =
            "code;name;stage;axis;year;source;final;committed;obliged;paid;parcel;territory_kind;territory;place_kind;wkt";

    @TempDir
    Path folder;

    private Bank bank;

    @BeforeEach
    void open() {
        bank = new Bank(folder).territories();
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void sharesAProjectOfTwoTerritoriesToTheCentavoAndMarksIt() {
        bank.projects(
                        HEADER,
                        "A;N;viable;E1;2025;SGP;100.01;;;50;;;;;" + Bank.line(900, 500, 1100, 500),
                        "B;N;viable;E1;2026;SGR;7;;;;;corregimiento;C1;;",
                        "C;N;viable;;2026;;5;;;;;;;;",
                        "D;N;viable;E2;2025;SGP;11;;;;;;;influencia;" + Bank.box(100, 100, 50, 50))
                .published();
        try (BankServer server = new BankServer(bank)) {
            JsonNode one = server.fitting("summary", "/territories/C1/summary");
            assertThat(one.at("/budget/planned").decimalValue()).isEqualByComparingTo("68.01");
            assertThat(one.path("projects").asInt()).isEqualTo(3);
            assertThat(one.path("shared").asInt()).isEqualTo(1);
            assertThat(one.at("/perInhabitant/planned").decimalValue()).isEqualByComparingTo("0.34");
            assertThat(one.at("/territory/name").asText()).isEqualTo("Uno");
            JsonNode two = server.get("/territories/C2/summary?kind=corregimiento");
            assertThat(two.at("/budget/planned").decimalValue()).isEqualByComparingTo("50.00");
            assertThat(two.path("perInhabitant").isNull())
                    .as("nobody lives there")
                    .isTrue();
            JsonNode none = server.fitting("summary", "/territories/none/summary?kind=corregimiento");
            assertThat(none.at("/budget/planned").decimalValue()).isEqualByComparingTo("5");
            assertThat(none.at("/budget/paid").isNull()).as("nobody states it").isTrue();
            assertThat(none.at("/unstated/paid").asInt()).isEqualTo(1);
            assertThat(none.at("/byAxis/0/label").isNull()).isTrue();
            JsonNode all = server.get("/territories/76130/summary");
            assertThat(all.at("/budget/planned").decimalValue()).isEqualByComparingTo("123.01");
            assertThat(all.path("byYear"))
                    .extracting(row -> row.path("label").asText() + " "
                            + row.at("/budget/planned").decimalValue())
                    .containsExactly("2025 111.01", "2026 12.00");
            assertThat(server.response("/territories/none/summary").statusCode())
                    .isEqualTo(400);
            assertThat(server.response("/territories/C9/summary").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void tellsAParcelByItsNumberAndANarrowTerritoryInAWiderOne() {
        bank.load("parcels", "number;wkt\n761300101000001230045000000000;" + Bank.box(1500, 500, 20, 10) + "\n")
                .published();
        bank.projects(
                        HEADER,
                        "A;N;viable;;2025;;10;;;;761300101000001230045000000000;;;;",
                        "B;N;viable;;2025;;20;;;;;vereda;V1;;",
                        "C;N;viable;;2025;;40;;;;;municipio;76130;;")
                .published();
        try (BankServer server = new BankServer(bank)) {
            assertThat(planned(server, "C2")).isEqualByComparingTo("10");
            assertThat(planned(server, "C1")).isEqualByComparingTo("20");
            // what is told of the whole municipality is not spread over its parts
            assertThat(planned(server, "none")).isEqualByComparingTo("40");
            assertThat(server.get("/projects?territory=C1&kind=corregimiento")
                            .at("/features/0/id")
                            .asText())
                    .isEqualTo("B");
        }
    }

    private static BigDecimal planned(BankServer server, String code) {
        return server.get("/territories/" + code + "/summary?kind=corregimiento")
                .at("/budget/planned")
                .decimalValue();
    }

    /** The territories of one kind and what lies in none add up to the municipality, in every figure of every group. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void territoriesAndNoneAddUpToTheMunicipality(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 60; i++) {
            String row = "P%03d;N;viable;%s;%s;%s;%s;%s;;%s"
                    .formatted(
                            i / 2,
                            i / 2 % 4 == 0 ? "" : "E" + i / 2 % 4,
                            i % 2 == 1 ? "2025" : random.nextInt(5) == 0 ? "" : "2024",
                            random.nextBoolean() ? "SGP" + i % 2 : "",
                            amount(random),
                            random.nextBoolean() ? amount(random) : "",
                            random.nextBoolean() ? amount(random) : "");
            lines.add(row + place(random));
        }
        bank.projects(lines.toArray(String[]::new)).published();
        try (BankServer server = new BankServer(bank)) {
            Summary all = server.projects.sum(NOW, "76130", null).summary();
            List<Summary> parts = List.of(
                    server.projects.sum(NOW, "C1", "corregimiento").summary(),
                    server.projects.sum(NOW, "C2", "corregimiento").summary(),
                    server.projects.sum(NOW, "none", "corregimiento").summary());
            assertThat(parts).extracting(Summary::shared).anyMatch(shared -> shared > 0);
            assertThat(all.projects()).isEqualTo(30);
            Map<String, BigDecimal> sums = new TreeMap<>();
            parts.forEach(part -> figures(part).forEach((name, value) -> sums.merge(name, value, BigDecimal::add)));
            assertThat(sums).isEqualTo(figures(all)).hasSizeGreaterThan(20);
        }
    }

    private static Map<String, BigDecimal> figures(Summary summary) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        put(figures, "total", summary.budget());
        Map<String, Function<Summary, List<Summary.Group>>> by =
                Map.of("axis", Summary::byAxis, "year", Summary::byYear, "source", Summary::bySource);
        by.forEach((name, groups) ->
                groups.apply(summary).forEach(group -> put(figures, name + " " + group.label(), group.budget())));
        return figures;
    }

    private static void put(Map<String, BigDecimal> figures, String name, Money money) {
        if (money.planned() != null) {
            figures.put(name + " planned", money.planned());
        }
        if (money.committed() != null) {
            figures.put(name + " committed", money.committed());
        }
        if (money.paid() != null) {
            figures.put(name + " paid", money.paid());
        }
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextLong(1, 100_000_000_000L), 2).toPlainString();
    }

    private static String place(Random random) {
        double x = random.nextInt(2900);
        double y = random.nextInt(900);
        return switch (random.nextInt(6)) {
            case 0 -> ";;;;;" + Bank.point(x, y);
            case 1 -> ";;;;;" + Bank.line(x, y, random.nextInt(2900), random.nextInt(900));
            case 2 -> ";;;;;" + Bank.box(x, y, 80, 80);
            case 3 -> ";;corregimiento;C" + (1 + random.nextInt(2)) + ";;";
            case 4 -> ";;;;influencia;" + Bank.box(x, y, 300, 80);
            default -> ";;;;;";
        };
    }
}
