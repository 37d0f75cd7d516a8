package co.lindero;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The structure as ARCHITECTURE.md draws it, held by machine. */
@AnalyzeClasses(packages = "co.lindero", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private ArchitectureTest() {}

    @ArchTest
    static final ArchRule LAW_KNOWS_NO_CAPABILITY = classes()
            .that()
            .resideInAnyPackage("co.lindero.law..", "co.lindero.geo..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "co.lindero.law..",
                    "co.lindero.geo..",
                    "co.lindero.platform.problem.."));

    @ArchTest
    static final ArchRule PLATFORM_KNOWS_NO_DOMAIN = noClasses()
            .that()
            .resideInAPackage("co.lindero.platform..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("co.lindero..").and(not(resideInAnyPackage("co.lindero.platform.."))));

    @ArchTest
    static final ArchRule ONLY_APP_KNOWS_APP = noClasses()
            .that()
            .resideOutsideOfPackage("co.lindero.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("co.lindero.app..");

    /** The list of what a capability may use of others. */
    @ArchTest
    static final ArchRule PLAN_USES = onlyThese("plan", "publication", "law");

    @ArchTest
    static final ArchRule CADASTRE_USES = onlyThese("cadastre", "publication", "law");

    @ArchTest
    static final ArchRule PUBLICATION_USES = onlyThese("publication");

    @ArchTest
    static final ArchRule NORM_USES = onlyThese("norm", "cql", "plan", "publication", "law");

    @ArchTest
    static final ArchRule INVESTMENT_USES = onlyThese("investment", "cadastre", "plan", "publication", "law");

    @ArchTest
    static final ArchRule LAND_USE_USES =
            onlyThese("landuse", "register", "norm", "cql", "investment", "cadastre", "plan", "publication", "law");

    @ArchTest
    static final ArchRule REGISTER_USES = onlyThese("register", "plan", "publication", "law");

    @ArchTest
    static final ArchRule FOLLOW_UP_USES =
            onlyThese("followup", "register", "licence", "norm", "plan", "publication", "law");

    @ArchTest
    static final ArchRule INDICATOR_USES = onlyThese("indicator", "plan", "publication", "law");

    @ArchTest
    static final ArchRule ACTIVITY_USES = onlyThese("activity", "landuse", "norm", "cql", "plan", "publication", "law");

    @ArchTest
    static final ArchRule REVISION_USES =
            onlyThese("revision", "activity", "landuse", "norm", "cql", "plan", "publication", "law");

    @ArchTest
    static final ArchRule RISK_USES = onlyThese("risk", "landuse", "cadastre", "plan", "publication", "geo", "law");

    @ArchTest
    static final ArchRule INGEST_USES = onlyThese("ingest", "norm", "cql", "plan", "publication", "geo", "law");

    /** Conditions know neither norms nor layers, and of the platform only the languages that texts are written in. */
    @ArchTest
    static final ArchRule CQL_USES = noClasses()
            .that()
            .resideInAPackage("co.lindero.cql..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("co.lindero..")
                    .and(not(resideInAnyPackage(
                            "co.lindero.cql..", "co.lindero.law..", "co.lindero.platform.problem.."))));

    @ArchTest
    static final ArchRule FEATURE_USES = onlyThese("feature", "cql", "plan", "publication", "law");

    @ArchTest
    static final ArchRule LICENCE_USES = onlyThese("licence", "norm", "cql", "cadastre", "plan", "publication", "law");

    @ArchTest
    static final ArchRule DEMO_USES = onlyThese("demo");

    private static ArchRule onlyThese(String capability, String... others) {
        String[] allowed = new String[others.length + 3];
        allowed[0] = "co.lindero." + capability + "..";
        allowed[1] = "co.lindero.platform..";
        allowed[2] = "co.lindero.geo..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 3] = "co.lindero." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("co.lindero." + capability + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("co.lindero..").and(not(resideInAnyPackage(allowed))));
    }

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("co.lindero.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_ROUTES_KNOW_JAVALIN = noClasses()
            .that(not(resideInAnyPackage("co.lindero.platform.http..")).and(not(nameMatching(".*Routes(\\$.*)?"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..");

    @ArchTest
    static final ArchRule ONLY_STORES_KNOW_JDBC = noClasses()
            .that(resideInAnyPackage("co.lindero..")
                    .and(not(resideInAnyPackage("co.lindero.platform.db..", "co.lindero.bench..")))
                    .and(not(nameMatching(".*Store(\\$.*)?"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule ONLY_APP_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage("co.lindero.app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** The lexer that ANTLR generates has two static arrays that are not final and that nothing writes. */
    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(not(nameMatching("co\\.lindero\\.cql\\.grammar\\.Cql2Lexer")))
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule NO_DUMPING_GROUNDS =
            noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..");

    @ArchTest
    static final ArchRule SPEAKING_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
