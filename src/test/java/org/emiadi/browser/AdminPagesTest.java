package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(SampleClinic.class)
class AdminPagesTest {
    @ParameterizedTest
    @EnumSource
    void people_and_places_look_good_in_both_languages(Language language) {
        try (var screen = admin(language).open("/app/admin")) {
            screen.look("admin-home");
            look(screen, "users", "admin-users");
            look(screen, "users/new", "admin-users-new");
            look(screen, "users/new?role=provider", "admin-users-person");
            look(screen, "providers", "admin-providers");
            look(screen, "providers/new", "admin-provider");
            look(screen, "facilities", "admin-facilities");
            look(screen, "facilities/1", "admin-facility");
            look(screen, "facilities/1/rooms", "admin-rooms");
            look(screen, "types", "admin-types");
            look(screen, "types/1", "admin-type");
        }
    }

    @ParameterizedTest
    @EnumSource
    void plans_and_the_office_look_good_in_both_languages(Language language) {
        try (var screen = admin(language).open("/app/admin/hours")) {
            screen.look("admin-hours");
            screen.page().locator("table a").first().click();
            screen.look("admin-hours-of");
            look(screen, "leave", "admin-leave");
            look(screen, "closures", "admin-closures");
            look(screen, "holidays", "admin-holidays");
            look(screen, "audit", "admin-audit");
            look(screen, "settings", "admin-settings");
            look(screen, "setup", "admin-setup");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_wrong_is_told_so_that_it_can_be_found(Language language) {
        try (var screen = admin(language).open("/app/admin/providers/new")) {
            screen.page().locator("main form button.main").click();
            screen.look("admin-provider-wrong");
            assertThat(screen.page().evaluate("document.activeElement.className"))
                    .isEqualTo("summary");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_user_is_made_without_scripts_and_their_slip_printed(Language language) {
        try (var screen = admin(language).withoutScript().open("/app/admin/users")) {
            Page page = screen.page();
            page.locator("main a.main").click();
            page.locator("a[href$='role=receptionist']").click();
            page.locator("input[name=username]").fill("mapokezi-" + UUID.randomUUID());
            page.locator("main button.main").click();
            assertThat(page.locator(".slip .code").textContent()).matches("\\w{4} \\w{4}");
            screen.look("admin-slip");
            page.locator("main a.main").click();
            screen.look("admin-user");
        }
    }

    @Test
    void leave_shows_whose_visits_it_hits_and_goes_back_with_nothing_lost() {
        try (var screen = admin(Language.ENGLISH).open("/app/admin/leave")) {
            Page page = screen.page();
            page.locator("select[name=provider]").selectOption(new SelectOption().setIndex(1));
            page.locator("input[name=from_date]").fill("11/2/2030");
            page.locator("input[name=to_date]").fill("16/2/2030");
            page.locator("main button.main").click();
            screen.look("admin-affected");
            assertThat(page.locator("tbody tr").count()).isPositive();
            page.locator("button[value=back]").click();
            assertThat(page.locator("input[name=to_date]").inputValue()).isEqualTo("16/2/2030");
        }
    }

    @Test
    @Measured
    void costs_little() {
        Budget.STAFF.holdsFor(Visitor.atDesk().signedInAs("admin"), "/app/admin/users");
    }

    private static Visitor admin(Language language) {
        return Visitor.atDesk().speaking(language).signedInAs("admin");
    }

    private static void look(Screen screen, String path, String name) {
        screen.page().navigate(Screen.base().resolve("/app/admin/" + path).toString());
        screen.look(name);
    }
}
