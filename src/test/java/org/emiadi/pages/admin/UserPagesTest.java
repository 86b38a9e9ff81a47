package org.emiadi.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.emiadi.identity.Users;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UserPagesTest {
    private static final Pattern CODE = Pattern.compile("<code class=\"code\"[^>]*>(\\w{4}) (\\w{4})</code>");
    private static final String PASSWORD = "mvua ya masika 2026";

    @Inject
    Database database;

    @Inject
    Users users;

    private Visitor admin = Visitor.stranger();

    @BeforeEach
    void sign_in() {
        admin = Visitor.signedIn(Role.ADMIN, null);
    }

    @Test
    void a_new_user_gets_a_slip_and_sets_a_password_with_its_code() {
        String name = "u" + UUID.randomUUID();
        var slip = admin.submit(
                "/app/admin/users/new?role=receptionist",
                "/app/admin/users/new",
                Map.of("role", "receptionist", "username", name));

        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(slip.asString()).contains(name, "/app/forgot");
        assertThat(slip.header("Cache-Control")).contains("no-store");
        var set = Visitor.stranger()
                .post(
                        "/app/forgot",
                        Map.of("username", name, "code", codeOn(slip.asString()), "new_password", PASSWORD));
        assertThat(set.statusCode()).isEqualTo(303);
        assertThat(Visitor.signedIn(name, PASSWORD).get("/app/admin/users").statusCode())
                .isEqualTo(403);
    }

    private static String codeOn(String slip) {
        var code = CODE.matcher(slip);
        assertThat(code.find()).as(slip).isTrue();
        return code.group(1) + code.group(2);
    }

    @Test
    void a_provider_becomes_a_user_under_a_name_made_of_theirs() {
        // Many tests share the database, and names like the usual ones are many.
        String family = "Xz" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        ProviderId provider = TestPeople.provider(database, "Zawadi", family);
        String page = "/app/admin/users/new?role=provider&person=" + provider.value();

        assertThat(admin.submit(
                                "/app/admin/users/new?role=provider",
                                "/app/admin/users/new",
                                Map.of("role", "provider", "q", family))
                        .asString())
                .contains("Zawadi " + family);
        assertThat(admin.page(page)).contains("value=\"zawadi." + family.toLowerCase(Locale.ROOT));
        var slip = admin.submit(
                page,
                "/app/admin/users/new",
                Map.of("role", "provider", "person", provider.value(), "username", "z" + UUID.randomUUID()));
        assertThat(slip.asString()).contains("Zawadi " + family);
        var again = admin.submit(
                page,
                "/app/admin/users/new",
                Map.of("role", "provider", "person", provider.value(), "username", "z" + UUID.randomUUID()));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("This person is a user already.");
    }

    @Test
    void a_patient_is_searched_for_by_a_form_and_found_with_their_number() {
        String name = "Q" + UUID.randomUUID().toString().substring(0, 8);
        PatientId patient = TestPeople.patient(database, name, "Njeri");

        assertThat(admin.page("/app/admin/users/new?role=patient")).doesNotContain("<table");
        var found = admin.submit(
                "/app/admin/users/new?role=patient", "/app/admin/users/new", Map.of("role", "patient", "q", name));
        assertThat(found.asString()).contains(name + " Njeri", "person=" + patient.value());
        var none = admin.submit(
                "/app/admin/users/new?role=patient", "/app/admin/users/new", Map.of("role", "patient", "q", "Xyzzyq"));
        assertThat(none.asString()).contains("Nobody found");
    }

    @Test
    void what_was_typed_comes_back_with_what_is_wrong() {
        String taken = TestUsers.registered(Role.RECEPTIONIST, null);
        for (String wrong : new String[] {"", "two words", taken}) {
            var answer = admin.submit(
                    "/app/admin/users/new?role=admin",
                    "/app/admin/users/new",
                    Map.of("role", "admin", "username", wrong));
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.asString()).contains("value=\"" + wrong + "\"", "id=\"username-error\"");
        }
    }

    @Test
    void a_lock_holds_at_once_and_can_be_undone() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        var them = Visitor.signedIn(name, TestUsers.PASSWORD);
        String page = pageOf(name);

        var locked = admin.submit(page, page + "/lock", Map.of("locked", "yes"));
        assertThat(locked.header("Location")).isEqualTo(page);
        assertThat(them.get("/app/account").statusCode()).isEqualTo(303);
        assertThat(admin.page(page)).contains("The user is locked.", "name=\"locked\" value=\"no\"");
        assertThat(admin.submit(page, page + "/code", Map.of()).statusCode()).isEqualTo(422);

        admin.submit(page, page + "/lock", Map.of("locked", "no"));
        assertThat(Visitor.signedIn(name, TestUsers.PASSWORD)
                        .get("/app/account")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_role_is_changed_and_one_that_asks_for_a_person_is_not_offered_without_one() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        String page = pageOf(name);

        assertThat(admin.page(page)).doesNotContain("value=\"patient\"").contains("value=\"admin\"");
        admin.submit(page, page, Map.of("role", "admin"));
        assertThat(database.read(tx -> users.find(tx, name)).orElseThrow().role())
                .isEqualTo(Role.ADMIN);
        assertThat(admin.submit(page, page, Map.of("role", "patient")).statusCode())
                .isEqualTo(422);
        assertThat(admin.submit(page, page, Map.of("role", "king")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void nobody_locks_themselves_out() {
        String name = TestUsers.registered(Role.ADMIN, null);
        var self = Visitor.signedIn(name, TestUsers.PASSWORD);
        String page = pageOf(name);

        assertThat(self.page(page)).contains("This is you").doesNotContain("/lock\"");
        var refused = self.submit("/app/admin/users/new?role=admin", page + "/lock", Map.of("locked", "yes"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(self.get("/app/account").statusCode()).isEqualTo(200);
    }

    @Test
    void users_are_listed_and_searched_for() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        assertThat(admin.page("/app/admin/users?role=receptionist")).contains("Receptionist");
        var found = admin.submit("/app/admin/users", "/app/admin/users", Map.of("q", name, "role", ""));
        assertThat(found.asString()).contains(pageOf(name));
        assertThat(admin.submit("/app/admin/users", "/app/admin/users", Map.of("q", "nobody-has-this"))
                        .asString())
                .contains("No user found");
        assertThat(admin.get("/app/admin/users/999999999").statusCode()).isEqualTo(404);
    }

    private String pageOf(String name) {
        return "/app/admin/users/"
                + database.read(tx -> users.find(tx, name)).orElseThrow().id();
    }
}
