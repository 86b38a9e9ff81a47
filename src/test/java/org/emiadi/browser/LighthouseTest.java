package org.emiadi.browser;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.emiadi.platform.Quiet;
import org.junit.jupiter.api.Test;

/// What Lighthouse says of the pages: 98 of 100 for speed where patients come, 95 where staff work, and full marks
/// for the rest.
@Measured
@QuarkusTest
@TestProfile(SampleClinic.class)
class LighthouseTest {
    private static final int PATIENT_PAGES = 98;
    private static final int STAFF_PAGES = 95;
    private static final int ALL = 100;
    private static final int TRIES = 3;

    @Test
    void pages_of_patients_get_98_100_100() {
        var patient = Visitor.onPhone().signedInAs("patient");
        check(
                PATIENT_PAGES,
                List.of(
                        new Lighthouse.Subject("hours", Visitor.onPhone(), "/app/book/1?type=1"),
                        new Lighthouse.Subject("me", patient, "/app/me")));
    }

    @Test
    void pages_of_staff_get_95_100_100() {
        check(
                STAFF_PAGES,
                List.of(
                        new Lighthouse.Subject("desk", Visitor.atDesk().signedInAs("reception"), "/app/desk"),
                        new Lighthouse.Subject("today", Visitor.atDesk().signedInAs("provider"), "/app/today")));
    }

    // Where speed misses the mark, it is measured again, in quiet as far as other tests are concerned.
    private static void check(int performance, List<Lighthouse.Subject> pages) {
        var missing = new ArrayList<>(pages);
        for (int tries = 1; !missing.isEmpty(); tries++) {
            var measured = tries == 1 ? Lighthouse.measure(missing) : Quiet.during(() -> Lighthouse.measure(missing));
            boolean last = tries == TRIES;
            assertSoftly(softly -> {
                softly.assertThat(measured).hasSameSizeAs(missing);
                for (var page : measured) {
                    softly.assertThat(page.accessibility())
                            .as("accessibility: %s", page)
                            .isEqualTo(ALL);
                    softly.assertThat(page.bestPractices())
                            .as("best practices: %s", page)
                            .isEqualTo(ALL);
                    if (last) {
                        softly.assertThat(page.performance())
                                .as("speed: %s", page)
                                .isGreaterThanOrEqualTo(performance);
                    }
                }
            });
            missing.removeIf(page -> measured.stream()
                    .anyMatch(each -> each.name().equals(page.name()) && each.performance() >= performance));
        }
    }
}
