package rollcall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The arrows between packages. Plain tests on purpose: ArchUnit's own fields can run nothing and
 * pass.
 */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("rollcall");

  @Test
  void thereIsSomethingToCheck() {
    classes()
        .that()
        .resideInAPackage("rollcall.scenarios..")
        .should()
        .bePublic()
        .orShould()
        .notBePublic()
        .check(OURS);
  }

  @Test
  void matrixRunsScenariosOnFixturesAndWritesReports() {
    noClasses()
        .that()
        .resideInAPackage("rollcall.reports..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("rollcall.fixtures..", "rollcall.scenarios..", "rollcall.matrix..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("rollcall.fixtures..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("rollcall.scenarios..", "rollcall.matrix..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("rollcall.scenarios..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("rollcall.matrix..")
        .check(OURS);
  }

  @Test
  void aScenarioKnowsNeitherContainersNorProcessesNorTheWire() {
    noClasses()
        .that()
        .resideInAPackage("rollcall.scenarios..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.testcontainers..",
            "com.github.dockerjava..",
            "io.lettuce..",
            "io.netty..",
            "rollcall.fixtures.provider..",
            "rollcall.fixtures.wire..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ProcessBuilder.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ProcessHandle.class)
        .check(OURS);
  }

  @Test
  void aProviderKnowsNoFaultAndAFaultNoProvider() {
    noClasses()
        .that()
        .resideInAPackage("rollcall.fixtures.provider..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("rollcall.fixtures.fault..")
        .check(OURS);
    noClasses()
        .that()
        .resideInAPackage("rollcall.fixtures.fault..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("rollcall.fixtures.provider..")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void theWireClientAndTheLedgerStandAlone() {
    noClasses()
        .that()
        .resideInAPackage("rollcall.fixtures.wire..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("rollcall..").and(not(resideInAPackage("rollcall.fixtures.wire.."))))
        .check(OURS);
    // How something is refused is the one thing that a ledger's file shares with the rest.
    noClasses()
        .that()
        .resideInAPackage("rollcall.fixtures.ledger..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("rollcall..")
                .and(
                    not(
                        resideInAnyPackage(
                            "rollcall.fixtures.ledger..", "rollcall.fixtures.config.."))))
        .check(OURS);
  }

  @Test
  void theGatlingProtocolNeedsTheWireTheLedgerAndTheDialectOnly() {
    noClasses()
        .that()
        .resideInAPackage("rollcall.fixtures.gatling..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("rollcall..")
                .and(
                    not(
                        resideInAnyPackage(
                            "rollcall.fixtures.gatling..",
                            "rollcall.fixtures.wire..",
                            "rollcall.fixtures.ledger..",
                            "rollcall.fixtures.dialect.."))))
        .check(OURS);
  }

  /** What has Gatling's classes in it is loaded only in the JVM of a load. */
  @Test
  void nothingButItsOwnProtocolKnowsGatling() {
    noClasses()
        .that()
        .resideOutsideOfPackage("rollcall.fixtures.gatling..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.gatling..")
        .check(OURS);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("rollcall.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("rollcall.fixtures.(*)..").should().beFreeOfCycles().check(OURS);
    slices().matching("rollcall.matrix.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..utils..", "..common..", "..helper..", "..impl..", "..manager..")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .orShould()
        .haveSimpleNameStartingWith("Base")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .check(OURS);
  }
}
