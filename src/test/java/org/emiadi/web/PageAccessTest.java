package org.emiadi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Open;
import org.emiadi.platform.http.SignedIn;
import org.junit.jupiter.api.Test;

/// Every page there is, asked for by everybody: the code itself is the list, so that no page can be forgotten.
@QuarkusTest
class PageAccessTest {
    private static final String NO_SUCH_THING = "999999999";
    /// Pages whose address holds a key in place of a sign-in, or that are a file.
    private static final List<String> NO_SIGN_IN_ASKED = List.of("/app/assets/{address}");

    private static final List<String> NOTHING_TYPED = List.of("/app/logout", "/app/logout-everywhere", "/app/stay");

    /// A page.
    record Page(String path, Method method) {
        String address() {
            return path.replaceAll("\\{[^}]+}", NO_SUCH_THING);
        }

        boolean isOpen() {
            return method.isAnnotationPresent(Open.class);
        }

        boolean isFor(Role role) {
            Allowed allowed = method.getAnnotation(Allowed.class);
            return method.isAnnotationPresent(SignedIn.class)
                    || isOpen()
                    || (allowed != null && List.of(allowed.value()).contains(role));
        }
    }

    // Read once, as that takes longer than asking for all of them.
    private static final List<? extends Class<?>> ROOMS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.emiadi").stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .map(JavaClass::reflect)
                    .filter(type -> type.getAnnotation(Path.class).value().matches("/app(/.*)?"))
                    .toList();

    private static List<Page> pages(Class<? extends Annotation> verb) {
        return ROOMS.stream()
                .flatMap(type -> pages(type, verb))
                .filter(page -> !NO_SIGN_IN_ASKED.contains(page.path()))
                .toList();
    }

    private static Stream<Page> pages(Class<?> type, Class<? extends Annotation> verb) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(verb))
                .map(method -> new Page(path(type, method), method));
    }

    private static String path(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String base = type.getAnnotation(Path.class).value();
        return own == null
                ? base
                : base.replaceAll("/$", "") + "/" + own.value().replaceAll("^/", "");
    }

    private static Map<Role, Visitor> visitors() {
        Database database = TestDatabase.ofTheHttpTests();
        var visitors = new EnumMap<Role, Visitor>(Role.class);
        visitors.put(Role.ADMIN, Visitor.signedIn(Role.ADMIN, null));
        visitors.put(Role.RECEPTIONIST, Visitor.signedIn(Role.RECEPTIONIST, null));
        visitors.put(
                Role.PROVIDER,
                Visitor.signedIn(Role.PROVIDER, TestPeople.provider(database).value()));
        visitors.put(
                Role.PATIENT,
                Visitor.signedIn(Role.PATIENT, TestPeople.patient(database).value()));
        return visitors;
    }

    @Test
    void a_stranger_sees_open_pages_only_and_is_led_to_the_sign_in_from_all_others() {
        assertThat(pages(GET.class))
                .hasSizeGreaterThan(5)
                .filteredOn(page -> !page.isOpen())
                .allSatisfy(page -> {
                    Response answer = Visitor.stranger().get(page.address());
                    assertThat(answer.statusCode()).as(page.path()).isEqualTo(303);
                    assertThat(answer.header("Location")).as(page.path()).startsWith("/app/login");
                });
    }

    @Test
    void nothing_is_done_for_a_stranger_and_what_they_typed_is_kept() {
        assertThat(pages(POST.class)).filteredOn(page -> !page.isOpen()).allSatisfy(page -> {
            Response answer = Visitor.stranger().post(page.address(), Map.of("note", "typed with care"));
            assertThat(answer.statusCode()).as(page.path()).isEqualTo(401);
            if (!NOTHING_TYPED.contains(page.path())) {
                assertThat(answer.asString()).as(page.path()).contains("typed with care");
            }
        });
    }

    @Test
    void whoever_has_the_wrong_role_is_told_so() {
        visitors().forEach((role, visitor) -> {
            String token = Visitor.tokenOn(visitor.page("/app/account"));
            assertThat(pages(GET.class))
                    .filteredOn(page -> !page.isFor(role))
                    .allSatisfy(page -> assertThat(visitor.get(page.address()).statusCode())
                            .as("%s %s", role, page.path())
                            .isEqualTo(403));
            assertThat(pages(POST.class))
                    .filteredOn(page -> !page.isFor(role))
                    .allSatisfy(page -> assertThat(visitor.post(page.address(), Map.of("csrf", token))
                                    .statusCode())
                            .as("%s %s", role, page.path())
                            .isEqualTo(403));
        });
    }

    @Test
    void no_form_is_taken_without_its_token() {
        visitors()
                .forEach((role, visitor) -> assertThat(pages(POST.class))
                        .filteredOn(page -> page.isFor(role))
                        .filteredOn(page -> !page.isOpen())
                        .allSatisfy(page -> assertThat(
                                        visitor.post(page.address(), Map.of()).statusCode())
                                .as("%s %s", role, page.path())
                                .isEqualTo(403)));
    }

    @Test
    void no_page_breaks_on_a_number_that_does_not_exist_or_on_an_empty_form() {
        visitors().forEach((role, visitor) -> {
            String token = Visitor.tokenOn(visitor.page("/app/account"));
            assertThat(pages(GET.class))
                    .filteredOn(page -> page.isFor(role))
                    .allSatisfy(page -> assertThat(visitor.get(page.address()).statusCode())
                            .as("%s %s", role, page.path())
                            .isLessThan(500));
            assertThat(pages(POST.class))
                    .filteredOn(page -> page.isFor(role))
                    .filteredOn(page -> !page.path().contains("logout"))
                    .allSatisfy(page -> assertThat(visitor.post(page.address(), Map.of("csrf", token))
                                    .statusCode())
                            .as("%s %s", role, page.path())
                            .isLessThan(500));
        });
    }
}
