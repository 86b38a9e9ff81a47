package org.emiadi.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.platform.Role;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInPagesTest {
    private static final String NEW_PASSWORD = "mvua ya masika 2026";

    @Test
    void a_stranger_is_led_to_the_sign_in_and_back_to_the_page_they_wanted() {
        var stranger = Visitor.stranger();
        String name = TestUsers.registered(Role.RECEPTIONIST, null);

        assertThat(stranger.get("/app/account").header("Location")).isEqualTo("/app/login?next=%2Fapp%2Faccount");
        var signedIn = stranger.post(
                "/app/login", Map.of("username", name, "password", TestUsers.PASSWORD, "next", "/app/account"));

        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/app/account");
        assertThat(stranger.page("/app/account")).contains(name);
    }

    @Test
    void nobody_is_led_to_another_site() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/app//evil", "/app/../x"}) {
            var answer = Visitor.stranger()
                    .post("/app/login", Map.of("username", name, "password", TestUsers.PASSWORD, "next", elsewhere));
            assertThat(answer.header("Location")).isEqualTo("/app");
        }
    }

    @Test
    void a_wrong_name_and_a_wrong_password_are_told_alike_and_the_name_stays() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);

        var wrongPassword = Visitor.stranger().post("/app/login", Map.of("username", name, "password", "not this one"));
        var wrongName =
                Visitor.stranger().post("/app/login", Map.of("username", "nobody-here", "password", "not this one"));

        assertThat(wrongPassword.statusCode()).isEqualTo(422);
        assertThat(wrongPassword.asString()).contains("value=\"" + name + "\"").doesNotContain("not this one");
        assertThat(wrongName.asString().replace("nobody-here", name)).isEqualTo(wrongPassword.asString());
    }

    @Test
    void the_cookie_cannot_be_read_by_scripts_and_holds_for_no_api() {
        String name = TestUsers.registered(Role.ADMIN, null);
        var answer = Visitor.stranger().post("/app/login", Map.of("username", name, "password", TestUsers.PASSWORD));
        var cookie = answer.getDetailedCookie("miadi");

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo(-1);
        given().cookie("miadi", cookie.getValue()).get("/users").then().statusCode(401);
        given().header("Authorization", "Bearer " + TestUsers.admin())
                .redirects()
                .follow(false)
                .get("/app/account")
                .then()
                .statusCode(303);
    }

    @Test
    void a_form_without_its_token_or_from_another_site_changes_nothing() {
        var visitor = Visitor.signedIn(Role.RECEPTIONIST, null);

        assertThat(visitor.post("/app/logout-everywhere", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/app/logout-everywhere", Map.of("csrf", "AAAA"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.page("/app/account")).isNotEmpty();

        given().header("Sec-Fetch-Site", "cross-site")
                .formParam("username", "reception")
                .formParam("password", "karibu-e-miadi")
                .post("/app/login")
                .then()
                .statusCode(403);
    }

    @Test
    void a_token_of_another_sign_in_is_refused() {
        var one = Visitor.signedIn(Role.RECEPTIONIST, null);
        var other = Visitor.signedIn(Role.RECEPTIONIST, null);
        String foreign = Visitor.tokenOn(one.page("/app/account"));

        assertThat(other.post("/app/logout-everywhere", Map.of("csrf", foreign)).statusCode())
                .isEqualTo(403);
        assertThat(other.page("/app/account")).isNotEmpty();
    }

    @Test
    void what_was_typed_outlives_the_sign_in() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        var visitor = endedElsewhere(name);

        var refused = visitor.post("/app/account/shortcuts", Map.of("shortcuts", "on", "password", "typed secret"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.asString())
                .contains("name=\"kept-action\" value=\"/app/account/shortcuts\"")
                .contains("name=\"kept-field-shortcuts\" value=\"on\"")
                .doesNotContain("typed secret");

        var again = visitor.post("/app/login", kept(name));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).contains("action=\"/app/account/shortcuts\"");
        var sent = visitor.post(
                "/app/account/shortcuts", Map.of("shortcuts", "on", "csrf", Visitor.tokenOn(again.asString())));
        assertThat(sent.header("Location")).isEqualTo("/app/account");
    }

    @Test
    void what_somebody_has_typed_is_given_back_to_nobody_else() {
        var visitor = endedElsewhere(TestUsers.registered(Role.ADMIN, null));

        var next = visitor.post("/app/login", kept(TestUsers.registered(Role.RECEPTIONIST, null)));

        assertThat(next.statusCode()).isEqualTo(303);
        assertThat(next.asString()).isEmpty();
    }

    private static Map<String, String> kept(String name) {
        return Map.of(
                "username",
                name,
                "password",
                TestUsers.PASSWORD,
                "kept-action",
                "/app/account/shortcuts",
                "kept-field-shortcuts",
                "on");
    }

    /// A browser whose cookie is of a sign-in that was ended on another device.
    private static Visitor endedElsewhere(String name) {
        var visitor = Visitor.signedIn(name, TestUsers.PASSWORD);
        Visitor.signedIn(name, TestUsers.PASSWORD).submit("/app/account", "/app/logout-everywhere", Map.of());
        return visitor;
    }

    @Test
    void a_button_to_undo_comes_from_this_sign_in_only() {
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString("""
                        {"text": "Look", "undo": {"action": "/app/admin/users/7", "fields": {"role": "admin"}}}""".getBytes(StandardCharsets.UTF_8));
        var visitor = Visitor.signedIn(Role.RECEPTIONIST, null);

        for (String notice : new String[] {forged, forged + ".AAAA", "bnVsbA", "e30", "%%%"}) {
            visitor.with("miadi-notice", notice);
            assertThat(visitor.page("/app/account")).doesNotContain("/app/admin/users/7");
        }
    }

    @Test
    void odd_input_is_refused_and_breaks_nothing() {
        assertThat(Visitor.stranger()
                        .post("/app/login", Map.of("username", "a\0b", "password", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void forms_of_browsers_that_only_tell_their_origin_come_through() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        given().redirects()
                .follow(false)
                .header("Origin", "http://localhost:" + RestAssured.port)
                .formParam("username", name)
                .formParam("password", TestUsers.PASSWORD)
                .post("/app/login")
                .then()
                .statusCode(303);
        given().header("Origin", "null")
                .formParam("username", name)
                .formParam("password", TestUsers.PASSWORD)
                .post("/app/login")
                .then()
                .statusCode(403);
    }

    @Test
    void signing_out_ends_the_sign_in_and_everywhere_ends_all() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        var phone = Visitor.signedIn(name, TestUsers.PASSWORD);
        var computer = Visitor.signedIn(name, TestUsers.PASSWORD);
        var tablet = Visitor.signedIn(name, TestUsers.PASSWORD);

        assertThat(phone.submit("/app/account", "/app/logout", Map.of()).header("Location"))
                .isEqualTo("/app/login");
        assertThat(phone.get("/app/account").statusCode()).isEqualTo(303);
        assertThat(computer.get("/app/account").statusCode()).isEqualTo(200);

        computer.submit("/app/account", "/app/logout-everywhere", Map.of());
        assertThat(computer.get("/app/account").statusCode()).isEqualTo(303);
        assertThat(tablet.get("/app/account").statusCode()).isEqualTo(303);
    }

    @Test
    void a_password_is_changed_and_all_other_sign_ins_end() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        var here = Visitor.signedIn(name, TestUsers.PASSWORD);
        var elsewhere = Visitor.signedIn(name, TestUsers.PASSWORD);

        var wrong = here.submit(
                "/app/password", "/app/password", Map.of("password", "not this", "new_password", NEW_PASSWORD));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString()).contains("id=\"password-error\"");
        var weak = here.submit(
                "/app/password", "/app/password", Map.of("password", TestUsers.PASSWORD, "new_password", "short"));
        assertThat(weak.asString()).contains("id=\"new_password-error\"");
        var done = here.submit(
                "/app/password", "/app/password", Map.of("password", TestUsers.PASSWORD, "new_password", NEW_PASSWORD));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(here.get("/app/account").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/app/account").statusCode()).isEqualTo(303);
        assertThat(Visitor.signedIn(name, NEW_PASSWORD).get("/app/account").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_code_from_the_desk_sets_a_new_password() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        String code = given().header("Authorization", "Bearer " + TestUsers.admin())
                .contentType("application/json")
                .body(Map.of("username", name))
                .post("/auth/reset-code")
                .path("code");
        var visitor = Visitor.stranger();

        var wrong =
                visitor.post("/app/forgot", Map.of("username", name, "code", "AAAAAAAA", "new_password", NEW_PASSWORD));
        assertThat(wrong.asString()).contains("id=\"code-error\"");
        var done = visitor.post("/app/forgot", Map.of("username", name, "code", code, "new_password", NEW_PASSWORD));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.page("/app/account")).contains(name);
    }

    @Test
    void the_chosen_language_stays_with_the_user() {
        String name = TestUsers.registered(Role.RECEPTIONIST, null);
        var visitor = Visitor.signedIn(name, TestUsers.PASSWORD);
        assertThat(visitor.page("/app/account")).contains("<html lang=\"en\">", "My account");

        assertThat(visitor.get("/app/language?to=sw&back=/app/account").header("Location"))
                .isEqualTo("/app/account");
        assertThat(visitor.page("/app/account")).contains("<html lang=\"sw\">", "Akaunti yangu");
        assertThat(Visitor.signedIn(name, TestUsers.PASSWORD).page("/app/account"))
                .contains("Akaunti yangu");
    }

    @Test
    void an_absent_page_says_what_to_do() {
        var answer = Visitor.signedIn(Role.RECEPTIONIST, null).get("/app/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("This page is not here", "Reference");
    }
}
