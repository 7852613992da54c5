package io.boxoffice.common;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** What holds for the plumbing itself. */
@AnalyzeClasses(packages = "io.boxoffice.common", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule PARTS_ARE_FREE_OF_CYCLES = SlicesRuleDefinition.slices()
            .matching("io.boxoffice.common.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a part can be read, moved and tested alone (ADR 0003)");

    @ArchTest
    static final ArchRule NO_SERVICE_IS_KNOWN = ArchRuleDefinition.noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.boxoffice.gateway..",
                    "io.boxoffice.waitingroom..",
                    "io.boxoffice.inventory..",
                    "io.boxoffice.payment..",
                    "io.boxoffice.event..",
                    "io.boxoffice.notification..")
            .because("plumbing knows no business rule (ADR 0003)");
}
