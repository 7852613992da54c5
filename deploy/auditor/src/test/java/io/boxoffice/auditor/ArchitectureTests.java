package io.boxoffice.auditor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.boxoffice.common.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.boxoffice.auditor", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule A_LIBRARY = noClasses()
            .that()
            .resideInAnyPackage("..rule..", "..source..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.micrometer..", "..watch..")
            .because("the demo and the tests judge by the same rules without a Spring context");

    @ArchTest
    static final ArchRule JUDGING_IS_PURE = noClasses()
            .that()
            .resideInAPackage("..rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "org.apache.kafka..", "..source..")
            .because("a planted fault must be found without any server");
}
