package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The figures of the clinic, as whoever runs it looks at them.
@QuarkusTest
@TestProfile(SampleClinic.class)
class ReportsPageTest {
    private static final String PATH = "/app/admin/reports";

    @ParameterizedTest
    @EnumSource
    void looks_good_in_both_languages(Language language) {
        try (var screen =
                Visitor.atDesk().speaking(language).signedInAs("admin").open(PATH)) {
            screen.look("reports");
            screen.open(PATH + "?by=weekday").look("reports-by-weekday");
        }
    }

    @Test
    void whoever_runs_the_clinic_chooses_days_and_groups_without_scripts_too() {
        try (var screen = Visitor.atDesk().withoutScript().signedInAs("admin").open(PATH)) {
            var page = screen.page();
            page.getByLabel("Told apart by").selectOption("hour");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show figures"))
                    .click();
            assertThat(screen.path()).startsWith(PATH + "?").contains("by=hour");
            assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("09:00"))
                            .count())
                    .isEqualTo(3);
        }
    }

    @Test
    void looks_good_with_errors_and_with_nothing_to_show() {
        try (var screen = Visitor.atDesk().signedInAs("admin").open(PATH + "?from=yesterday")) {
            screen.look("reports-error");
            screen.open(PATH + "?from=2001-01-01&to=2001-01-31").look("reports-empty");
        }
    }

    @Test
    @Measured
    void costs_little() {
        Budget.STAFF.holdsFor(Visitor.atDesk().signedInAs("admin"), PATH);
    }
}
