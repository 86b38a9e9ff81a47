package org.emiadi.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.SignedIn;

/// The table of rooms in ARCHITECTURE.md and the rules of STYLE.md that a machine can check.
@AnalyzeClasses(packages = "org.emiadi", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("platform", List.of()),
            Map.entry("audit", List.of("platform")),
            Map.entry("people", List.of("platform", "audit")),
            Map.entry("clinic", List.of("platform", "audit")),
            Map.entry("identity", List.of("platform", "audit", "people")),
            Map.entry("setup", List.of("platform", "facilities", "people", "availability", "identity")),
            Map.entry("insurance", List.of("platform", "audit", "people")),
            Map.entry("facilities", List.of("platform", "audit")),
            Map.entry("availability", List.of("platform", "audit", "people", "facilities")),
            Map.entry("registration", List.of("platform", "audit", "people", "insurance")),
            Map.entry("appointments", List.of("platform", "audit", "people")),
            Map.entry("calendar", List.of("platform", "audit", "people", "facilities", "appointments")),
            Map.entry("slots", List.of("platform", "audit", "people", "facilities", "appointments")),
            Map.entry("absences", List.of("platform", "audit", "people", "facilities", "availability", "appointments")),
            Map.entry("queue", List.of("platform", "audit", "people", "facilities", "appointments")),
            Map.entry("board", List.of("platform", "audit", "people", "facilities", "appointments", "absences")),
            Map.entry("series", List.of("platform", "audit", "people", "facilities", "appointments", "slots")),
            Map.entry("waiting", List.of("platform", "audit", "people", "facilities", "appointments")),
            Map.entry("reports", List.of("platform", "audit", "people", "facilities", "queue")),
            Map.entry("web", List.of("platform", "audit", "identity", "clinic")),
            Map.entry(
                    "pages",
                    List.of(
                            "platform",
                            "audit",
                            "people",
                            "identity",
                            "clinic",
                            "setup",
                            "insurance",
                            "registration",
                            "facilities",
                            "availability",
                            "appointments",
                            "calendar",
                            "slots",
                            "absences",
                            "queue",
                            "series",
                            "waiting",
                            "records",
                            "board",
                            "reports",
                            "web")),
            Map.entry("records", List.of("platform", "audit", "people", "appointments")));

    @ArchTest
    static void each_room_uses_only_the_rooms_that_its_door_sign_allows(
            com.tngtech.archunit.core.domain.JavaClasses house) {
        MAY_USE.forEach((room, others) -> classes()
                .that(resideInAPackage("org.emiadi." + room + ".."))
                .should()
                .onlyDependOnClassesThat(allowedIn(room, others))
                .because("the table of rooms in ARCHITECTURE.md says so, and a newcomer relies on it")
                .check(house));
    }

    private static DescribedPredicate<JavaClass> allowedIn(String room, List<String> others) {
        var packages = new ArrayList<String>();
        packages.add("org.emiadi." + room + "..");
        others.forEach(other -> packages.add("org.emiadi." + other + ".."));
        return DescribedPredicate.not(resideInAPackage("org.emiadi.."))
                .or(resideInAnyPackage(packages.toArray(String[]::new)));
    }

    @ArchTest
    static final ArchRule rooms_form_no_cycles = slices().matching("org.emiadi.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a newcomer must be able to read one room without reading the whole house");

    @ArchTest
    static final ArchRule a_room_does_not_know_its_http_package = noClasses()
            .that(resideInAPackage("org.emiadi..")
                    .and(DescribedPredicate.not(resideInAnyPackage("..http..", "..app..", "..web..", "..pages.."))))
            .should()
            .dependOnClassesThat(resideInAPackage("..http.."))
            .because("rules must be readable, and testable, without the web");

    @ArchTest
    static final ArchRule the_framework_stays_at_the_edge = noClasses()
            .that(resideInAPackage("org.emiadi..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("..http..", "..app..", "..platform..", "..web..", "..pages.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.quarkus..", "jakarta..", "io.vertx..", "io.smallrye..", "org.eclipse.microprofile.."))
            .because("a framework may be replaced; the rules of booking may not");

    @ArchTest
    static final ArchRule nobody_takes_the_time_from_the_machine = noClasses()
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
            .callMethod(System.class, "currentTimeMillis")
            .because("the clock is a parameter: a rule about time must be testable at any time");

    @ArchTest
    static final ArchRule only_the_wiring_makes_a_clock = noClasses()
            .that(DescribedPredicate.not(resideInAPackage("org.emiadi.app..")))
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("there is one clock, and tests must be able to set it");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Common|Helper|Manager|Impl|Dto|DTO)$|.*\\.Base[A-Z].*")
            .because("such a name says nothing: give the thing its own");

    @ArchTest
    static final ArchRule packages_say_what_they_hold = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..", "..dto..")
            .because("a room is a business word");

    @ArchTest
    static final ArchRule transactions_are_visible = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.transaction.."))
            .because("who reads `database.write(tx -> …)` sees where a transaction begins and ends");

    @ArchTest
    static final ArchRule every_route_says_who_may_call_it = methods()
            .that(DescribedPredicate.describe("are routes", RoomsTest::isRoute))
            .should(beAnnotatedWith(Allowed.class)
                    .or(beAnnotatedWith(SignedIn.class))
                    .or(beAnnotatedWith(Open.class))
                    .forSubtype())
            .because("a route that nobody thought about must not be open");

    private static boolean isRoute(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class));
    }
}
