package co.lindero.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL stands in files; these classes are the exceptions, each with its reason. */
class NoSqlInJavaTest {
    private static final Path MAIN = Path.of("src/main/java/co/lindero");

    private static final Pattern SQL =
            Pattern.compile("\"[^\"\\n]*(\\bSELECT |\\bINSERT INTO |\\bDELETE FROM |\\bCAST\\(|\\bST_[A-Z]|\\bJOIN )");

    private static final List<String> MAY_HOLD_SQL = List.of(
            // filters become SQL here alone (ADR 0012)
            "cql/Binds.java",
            "cql/CqlSql.java",
            "cql/SpatialFunction.java",
            "cql/SqlOperands.java",
            // expressions of a collection's closed list of columns, put into statement files (ADR 0013)
            "feature/FeatureSql.java",
            "feature/MapCrs.java",
            "feature/Property.java",
            // GDAL's own small SQL, run by ogr2ogr and ogrinfo on the file
            "ingest/source/Filter.java",
            "ingest/source/PersonalCounts.java",
            "ingest/source/Samples.java",
            "ingest/source/Staging.java",
            // turns a statement file into a script of pgbench
            "bench/AnswerScript.java");

    @Test
    void onlyTheClassesListedHoldSql() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            List<String> holding = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(NoSqlInJavaTest::holdsSql)
                    .map(file -> MAIN.relativize(file).toString())
                    .sorted()
                    .toList();
            assertThat(holding).isSubsetOf(MAY_HOLD_SQL).contains("cql/CqlSql.java");
        }
    }

    private static boolean holdsSql(Path file) {
        try {
            return SQL.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(file.toString(), e);
        }
    }
}
