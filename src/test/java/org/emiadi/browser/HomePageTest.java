package org.emiadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where the server leads whoever knows nothing but its address.
@QuarkusTest
@TestProfile(SampleClinic.class)
class HomePageTest {
    @ParameterizedTest
    @EnumSource
    void looks_good_in_both_languages(Language language) {
        try (var screen = Visitor.onPhone().speaking(language).open("/app")) {
            screen.look("home");
        }
    }

    @Test
    void the_address_alone_leads_there_without_scripts_too() {
        try (var screen = Visitor.atDesk().withoutScript().open("/")) {
            assertThat(screen.path()).isEqualTo("/app");
            screen.look("home-without-script");
        }
    }

    @Test
    void costs_little() {
        Budget.PATIENT.holdsFor(Visitor.onPhone(), "/app");
    }
}
