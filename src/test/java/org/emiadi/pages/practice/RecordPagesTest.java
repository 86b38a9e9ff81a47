package org.emiadi.pages.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Writing a record, with and without script.
@QuarkusTest
class RecordPagesTest {
    private PracticeClinic clinic;
    private Tablet tablet;
    private int visit;
    private String path = "";

    @BeforeEach
    void a_patient_with_the_provider() {
        clinic = new PracticeClinic();
        tablet = clinic.tablet;
        visit = clinic.waiting("Wanjiku", "Kamau");
        tablet.open("/app/today");
        tablet.send("/app/today", Map.of());
        path = "/app/visits/" + visit + "/record";
        tablet.open(path);
    }

    @Test
    void a_draft_is_saved_by_the_button_and_is_there_again() {
        String page = send("save", "0", "Coughs\r\nsince Sunday").asString();

        assertThat(page).contains("Draft saved.", "Coughs\nsince Sunday", "name=\"version\" value=\"1\"");
        assertThat(tablet.open("/app/today").asString()).contains("Records not signed yet", "Go on writing");
        assertThat(clinic.countOf("medical_records", visit)).isEqualTo("0");
    }

    @Test
    void what_the_page_saves_by_itself_answers_with_the_version_and_the_hour() {
        Response first = keep("0", "Coughs");
        first.then().statusCode(200).body("version", equalTo(1)).body("time", containsString(":"));
        keep("1", "Coughs since Sunday").then().statusCode(200).body("version", equalTo(2));

        keep("1", "Sneezes")
                .then()
                .statusCode(409)
                .body("version", equalTo(2))
                .body("notes", equalTo("Coughs since Sunday"));
    }

    @Test
    void signing_writes_the_record_and_completes_the_visit() {
        keep("0", "Coughs");

        String page = send("complete", "1", "Coughs since Sunday").asString();

        assertThat(page).contains("Record signed, visit completed.");
        assertThat(clinic.statusOf(visit)).isEqualTo("completed");
        assertThat(clinic.countOf("medical_records", visit)).isEqualTo("1");
        assertThat(clinic.countOf("medical_record_drafts", visit)).isEqualTo("0");
        assertThat(Tablet.pathOf(tablet.open(path))).startsWith("/app/records/");
    }

    @Test
    void pressing_twice_signs_once() {
        send("sign", "0", "Coughs");
        String again = send("sign", "0", "Coughs").asString();

        assertThat(again).contains("Record signed.", "Coughs");
        assertThat(clinic.countOf("medical_records", visit)).isEqualTo("1");
    }

    @Test
    void what_was_typed_after_somebody_signed_is_offered_as_an_amendment() {
        send("sign", "0", "Coughs");

        for (String button : new String[] {"sign", "save"}) {
            Response late = send(button, "0", "Coughs and sneezes");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.asString()).contains("This record was signed before.", "Coughs and sneezes", "/amend");
        }
        keep("0", "Coughs and sneezes").then().statusCode(409).body("version", equalTo(0));
        assertThat(clinic.countOf("medical_record_drafts", visit)).isEqualTo("0");
    }

    @Test
    void a_draft_that_was_saved_elsewhere_is_shown_beside_what_was_typed() {
        keep("0", "Coughs");

        Response stale = send("sign", "0", "Sneezes");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString())
                .contains("This draft was saved from somewhere else meanwhile.", "Coughs", "Sneezes")
                .contains("name=\"version\" value=\"1\"");
        assertThat(send("sign", "1", "Sneezes").asString()).contains("Record signed.");
    }

    @Test
    void a_record_that_says_nothing_is_not_signed() {
        Response refused = send("sign", "0", "  ");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains(
                        "<title>Error: ", "Write something in at least one of the three fields", "href=\"#diagnosis\"");
        assertThat(send("sign", "0", "Coughs").asString()).contains("Record signed.");
    }

    @Test
    void what_is_too_long_comes_back_as_it_was_typed() {
        String longText = "a".repeat(256);
        Response refused = tablet.send(path, Map.of("do", "sign", "version", "0", "diagnosis", longText));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains(longText, "Shorten this to 255 letters");
        tablet.post(path + "/draft", Map.of("version", "0", "diagnosis", longText))
                .then()
                .statusCode(422)
                .body("said", containsString("255"));
    }

    @Test
    void a_draft_is_thrown_away() {
        keep("0", "Coughs");

        assertThat(send("discard", "1", "").asString()).contains("Draft thrown away.");
        assertThat(clinic.countOf("medical_record_drafts", visit)).isEqualTo("0");
        keep("1", "Coughs").then().statusCode(409).body("version", equalTo(0));
    }

    @Test
    void a_signed_record_is_amended_by_its_author_and_what_it_said_is_kept() {
        send("sign", "0", "Coughs");
        String amend = Tablet.pathOf(tablet.open(path)) + "/amend";
        assertThat(tablet.open(amend).asString()).contains("Coughs", "What it said before is kept.");

        var change = Map.of("version", "1", "notes", "Coughs and sneezes");
        assertThat(tablet.send(amend, change).asString()).contains("Record amended.", "Coughs and sneezes", "amended");

        Response stale = tablet.send(amend, change);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.asString()).contains("This record was amended meanwhile.", "name=\"version\" value=\"2\"");
    }

    @Test
    void a_colleague_in_care_reads_the_record_and_cannot_amend_it() {
        send("sign", "0", "Coughs");
        String record = Tablet.pathOf(tablet.open(path));
        var colleague =
                Tablet.of(Role.PROVIDER, TestPeople.provider(clinic.database).value());

        assertThat(colleague.open(record).statusCode()).isEqualTo(404);
        assertThat(colleague.open(record + "/amend").statusCode()).isEqualTo(404);
        assertThat(tablet.open(record).asString()).contains("Signed by Otieno Odhiambo", "Coughs");
    }

    private Response send(String button, String version, String notes) {
        return tablet.send(path, Map.of("do", button, "version", version, "notes", notes));
    }

    private Response keep(String version, String notes) {
        return tablet.post(path + "/draft", Map.of("version", version, "notes", notes));
    }
}
