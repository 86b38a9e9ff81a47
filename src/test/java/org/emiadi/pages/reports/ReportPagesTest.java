package org.emiadi.pages.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.TestDatabase;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReportPagesTest {
    private static final String PATH = "/app/admin/reports";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int WEEKS = 4;

    private final Database database = TestDatabase.ofTheHttpTests();
    /// Nobody else's, so that visits of other tests do not matter.
    private final FacilityId facility =
            TestFacilities.facility(database, "Reports " + UUID.randomUUID(), "Africa/Nairobi");

    private final ProviderId provider = TestPeople.provider(database, "<b>Otieno", "Odhiambo");
    private final PatientId patient = TestPeople.patient(database);
    private Visitor admin = Visitor.stranger();
    private final String query = "?from=2026-03-02&to=2026-03-29&facility=" + facility.value();

    /// On Mondays nobody comes, on Tuesdays everybody does.
    @BeforeEach
    void visits() {
        admin = Visitor.signedIn(Role.ADMIN, null);
        for (int week = 0; week < WEEKS; week++) {
            for (int hour = 8; hour < 11; hour++) {
                visit(MONDAY.plusWeeks(week), hour, "no_show");
                visit(MONDAY.plusWeeks(week).plusDays(1), hour, "completed");
            }
        }
        visit(MONDAY.plusDays(2), 8, "scheduled");
    }

    @Test
    void the_page_says_at_a_glance_what_to_change() {
        String page = admin.page(PATH + query + "&by=weekday");

        assertThat(text(page))
                .contains("2 Mar 2026 to 29 Mar 2026, compared with the 28 days before.")
                .contains("Did not come 50% 12 of 24 before: nothing")
                .contains("Monday: 100% did not come (12 of 12); altogether 50%.")
                .contains("Over, but not settled: 1.");
    }

    @Test
    void each_plot_is_drawn_on_the_server_and_has_a_table() {
        String page = admin.page(PATH + query + "&by=weekday");

        assertThat(count(page, "<figure class=\"plot\">")).isEqualTo(6);
        assertThat(count(page, "<table>")).isEqualTo(3);
        assertThat(page).doesNotContain("style=").doesNotContain("<script>");
        assertThat(text(page)).contains("Monday 12 0 12 100% 0 0% 0 0 0 0 0");
        // What is in the text of a plot is escaped as everywhere.
        assertThat(admin.page(PATH + query))
                .contains("&lt;b&gt;Otieno Odhiambo")
                .doesNotContain("<b>Otieno");
    }

    @Test
    void each_table_comes_as_a_file() {
        String page = admin.page(PATH + query + "&by=weekday");
        List<String> files = Pattern.compile("href=\"(/app/admin/reports/[a-z]+\\.csv[^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();

        assertThat(files).hasSize(3).allSatisfy(file -> {
            var answer = admin.get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("text/csv");
            assertThat(answer.header("Content-Disposition"))
                    .startsWith("attachment; filename=\"")
                    .contains("-weekday-2026-03-02-2026-03-29.csv");
        });
        var rows = admin.get(files.getFirst()).asString().lines().toList();
        assertThat(rows.getFirst()).startsWith("Weekday,Booked,Came,Did not come,");
        assertThat(rows.get(1)).isEqualTo("Monday,12,0,12,1.0000,0,0.0000,0,0,0,0,0");
        assertThat(rows.getLast()).isEqualTo("Altogether,25,12,12,0.5000,0,0.0000,0,0,0,0,1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "type", "weekday", "hour", "week"})
    void every_way_of_telling_apart_has_its_page_in_both_languages(String by) {
        assertThat(admin.page(PATH + query + "&by=" + by)).contains("<h1>Reports</h1>");
        assertThat(Visitor.signedIn(Role.ADMIN, null).speaking("sw").page(PATH + query + "&by=" + by))
                .contains("<h1>Ripoti</h1>")
                .contains("Yanayojitokeza");
    }

    @Test
    void without_anything_asked_it_is_about_the_last_four_weeks() {
        assertThat(text(admin.page(PATH))).contains("compared with the 28 days before");
    }

    @Test
    void days_in_which_nothing_happened_say_what_to_do() {
        assertThat(text(admin.page(PATH + "?from=2026-01-05&to=2026-01-11&facility=" + facility.value())))
                .contains("Nothing in these days. Choose other days, or all facilities.")
                .contains("Nothing stands out");
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday&to=2026-03-29, from, yesterday, 'Enter a date as day, month and year, like 5/3/2026'",
        "from=29/3/2026&to=2/3/2026, to, 29/3/2026, The last day is before the first",
        "from=2024-01-01&to=2026-01-01, to, 1/1/2024, Choose a year at most"
    })
    void what_cannot_be_read_is_told_of_and_stays(String asked, String field, String shown, String sentence) {
        var answer = admin.get(PATH + "?" + asked);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("<a href=\"#" + field + "\">" + sentence + "</a>")
                .contains("value=\"" + shown + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/admin/reports?facility=999999999",
                "/app/admin/reports?facility=one",
                "/app/admin/reports/salaries.csv",
                "/app/admin/reports/capacity.csv?from=yesterday"
            })
    void what_is_not_there_is_not_found(String path) {
        assertThat(admin.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void reports_are_for_administrators() {
        assertThat(Visitor.signedIn(Role.RECEPTIONIST, null).get(PATH).statusCode())
                .isEqualTo(403);
        assertThat(Visitor.stranger().get(PATH + "/capacity.csv").statusCode()).isEqualTo(303);
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private static long count(String page, String what) {
        return Pattern.compile(Pattern.quote(what)).matcher(page).results().count();
    }

    private void visit(LocalDate day, int hour, String status) {
        database.write(tx -> tx.update("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time, status, created_at)
                        values (:patient, :provider, :facility, cast(:start as timestamptz),
                                cast(:start as timestamptz) + interval '30 minutes', :status,
                                cast(:start as timestamptz) - interval '3 days')
                        """)
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .bind("facility", facility.value())
                .bind("start", "%sT%02d:00:00+03:00".formatted(day, hour))
                .bind("status", status)
                .execute());
    }
}
