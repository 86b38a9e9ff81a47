package org.emiadi.pages.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.emiadi.availability.TestHours;
import org.emiadi.people.PatientId;
import org.emiadi.people.PersonDetails;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.emiadi.web.Visitor;
import org.jspecify.annotations.Nullable;

/// A patient with a browser, and a provider who works every day.
final class TestPatient {
    static final LocalDate BIRTH = LocalDate.of(1990, 5, 31);

    private static final Pattern HOUR = Pattern.compile("href=\"([^\"]+/check\\?[^\"]+)\"");
    private static final Pattern START = Pattern.compile("start=([0-9T:Z-]+)");

    final Database database = TestDatabase.ofTheHttpTests();
    final PatientId id = TestPeople.patient(
                    database, new PersonDetails("Wanjiku", "Kamau", BIRTH, null, null, null, null))
            .id();
    final ProviderId provider = TestPeople.provider(database);
    private @Nullable Visitor browser;

    TestPatient() {
        TestHours.everyDay(database, provider, LocalTime.of(8, 0), LocalTime.of(17, 0));
    }

    /// Signed in at the first use, since the server is not reached before the test begins.
    Visitor browser() {
        Visitor known = browser;
        if (known == null) {
            known = Visitor.signedIn(Role.PATIENT, id.value());
            browser = known;
        }
        return known;
    }

    String book() {
        return "/app/book/" + provider.value();
    }

    /// The links of the free hours on a page.
    static List<String> hours(String page) {
        return HOUR.matcher(page)
                .results()
                .map(hour -> hour.group(1).replace("&amp;", "&"))
                .toList();
    }

    static String start(String link) {
        return START.matcher(link)
                .results()
                .map(hour -> hour.group(1))
                .findFirst()
                .orElseThrow();
    }

    /// The links of the free hours of the [#laterDay].
    List<String> hoursOfLaterDay() {
        return hours(browser().page(laterDay()));
    }

    /// The page of the second day on which there are free hours, so that no test runs into the noon or the night.
    String laterDay() {
        String page = browser().page(book());
        var days = Pattern.compile("href=\"(" + book() + "\\?type=1&amp;day=[^\"]+)\"")
                .matcher(page)
                .results()
                .map((MatchResult day) -> day.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(days).hasSize(7);
        return days.get(1);
    }

    /// Books the hour of the link.
    ///
    /// @return the number of the visit
    int booked(String link) {
        var answer = browser().submit(link, book(), Map.of("type", 1, "start", start(link)));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        var where = Pattern.compile("/app/me/appointments/(\\d+)/booked").matcher(answer.header("Location"));
        assertThat(where.find()).isTrue();
        return Integer.parseInt(where.group(1));
    }

    static String visit(int id) {
        return "/app/me/appointments/" + id;
    }
}
