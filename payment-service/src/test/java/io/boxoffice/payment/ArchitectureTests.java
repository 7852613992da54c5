package io.boxoffice.payment;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.boxoffice.common.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.boxoffice.payment", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
