package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.emiadi.app.TestDemo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in, and what surrounds it: the errors, the forgotten password, the account, pages that are not there.
@QuarkusTest
@TestProfile(SampleClinic.class)
class SignInPageTest {
    @ParameterizedTest
    @EnumSource
    void a_stranger_is_welcomed(Language language) {
        try (var screen = Visitor.onPhone().speaking(language).open("/")) {
            assertThat(screen.path()).isEqualTo("/app/login");
            screen.look("sign-in");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_is_said_and_focused_without_scripts_too(Language language) {
        try (var screen = Visitor.onPhone().speaking(language).withoutScript().open("/app/login")) {
            var page = screen.page();
            page.locator("input[name=username]").fill("patient");
            page.locator("input[name=password]").fill("not this one");
            page.locator("form button.main").click();

            assertThat(page.locator(":focus").getAttribute("class")).isEqualTo("summary");
            assertThat(page.locator("input[name=username]").inputValue()).isEqualTo("patient");
            screen.look("sign-in-wrong");
        }
    }

    @Test
    void a_password_can_be_looked_at() {
        try (var screen = Visitor.onPhone().open("/app/login")) {
            var page = screen.page();
            page.locator("input[name=password]").fill("karibu");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                    .click();
            assertThat(page.locator("input[name=password]").getAttribute("type"))
                    .isEqualTo("text");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_forgotten_password_is_set_anew_with_a_code(Language language) {
        try (var screen = Visitor.onPhone().speaking(language).open("/app/login")) {
            screen.page().locator("a[href='/app/forgot']").click();
            screen.look("forgot");
            screen.page().locator("form button.main").click();
            screen.look("forgot-wrong");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_account_has_language_password_shortcuts_and_the_way_out(Language language) {
        try (var screen =
                Visitor.atDesk().speaking(language).signedInAs("reception").open("/app/account")) {
            screen.look("account");
            screen.page().keyboard().press("?");
            assertThat(screen.page().locator("dialog#keys").isVisible()).isTrue();
            screen.look("shortcuts");
            screen.page().keyboard().press("Escape");
            screen.page().locator(".who button").click();
            assertThat(screen.path()).isEqualTo("/app/login");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_patient_signs_in_and_out_with_and_without_scripts(boolean scripts) {
        var visitor = Visitor.onPhone();
        try (var screen = (scripts ? visitor : visitor.withoutScript()).open("/app/login")) {
            var page = screen.page();
            page.locator("input[name=username]").fill("patient");
            page.locator("input[name=password]").fill(TestDemo.PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL("**/app/me");

            screen.open("/app/account").look(scripts ? "account-of-a-patient" : "account-without-script");
            page.click("form[action='/app/logout'] button");

            screen.open("/app/account");
            assertThat(screen.path()).startsWith("/app/login");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_that_is_not_there_says_what_to_do(Language language) {
        try (var screen =
                Visitor.onPhone().speaking(language).signedInAs("patient").open("/app/not-here")) {
            screen.look("not-found");
        }
    }

    @Test
    void developers_find_their_way() {
        try (var screen = Visitor.atDesk().open("/app/developers")) {
            screen.look("developers");
        }
    }

    @Test
    @Measured
    void signing_in_costs_little() {
        Budget.PATIENT.holdsFor(Visitor.onPhone(), "/app/login");
    }
}
