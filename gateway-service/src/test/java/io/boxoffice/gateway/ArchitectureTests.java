package io.boxoffice.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.boxoffice.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule features = slices().matching("io.boxoffice.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read without those that use it");

    @ArchTest
    static final ArchRule time = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the time is asked of an injected clock, so that tests can move it");

    @ArchTest
    static final ArchRule noBlocking = noClasses()
            .that()
            .resideOutsideOfPackage("io.boxoffice.gateway.accesstoken")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(reactor.core.publisher.Mono.class, "block")
            .because("one blocked event loop stops hundreds of requests");
}
