package io.boxoffice.common.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** The rules every service keeps, each with its reason; a service runs them with {@code ArchTests.in(ArchitectureRules.class)}. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = slices().matching("io.boxoffice.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature can be read, moved and tested alone (ADR 0003)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule TIME_IS_ASKED_FOR = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("rules that depend on time are tested by moving the clock (ADR 0003)");

    @ArchTest
    static final ArchRule CONSTRUCTORS_INJECT = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("a class says what it needs in its constructor (ADR 0003)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_INSIDE = classes()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .notBePublic()
            .because("the HTTP API is what others use, never the class (ADR 0003)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule JACKSON_3_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("two mappers with two sets of rules would disagree (ADR 0003)");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("logs are structured, and carry request and trace ids (ADR 0003)");
}
