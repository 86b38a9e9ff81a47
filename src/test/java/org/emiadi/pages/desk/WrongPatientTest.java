package org.emiadi.pages.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.emiadi.people.TestPeople;
import org.junit.jupiter.api.Test;

/// What belongs to one patient is not there under the address of another.
@QuarkusTest
class WrongPatientTest {
    private final Desk desk = new Desk();
    private final String own = "/app/patients/" + desk.patient();
    private final String other = "/app/patients/" + desk.patient();

    @Test
    void a_cover_is_neither_changed_nor_removed_under_another_patient() {
        String policy = Desk.newName();
        desk.submit(own + "/covers/new", Map.of("insurer", "Jubilee", "policy", policy, "expiry", "31/12/2040"));
        String cover = "/covers/" + desk.visitor().page(own).replaceAll("(?s).*/covers/([0-9]+)/removal.*", "$1");
        var card = Map.of("insurer", "AAR", "policy", Desk.newName(), "expiry", "31/12/2041", "version", "1");

        assertThat(status(cover, card)).isEqualTo(404);
        assertThat(status(cover + "/removal", Map.of("version", "1"))).isEqualTo(404);

        assertThat(desk.visitor().page(own)).contains("Jubilee", policy, "until 31 Dec 2040");
        assertThat(desk.visitor().get(other + cover).statusCode()).isEqualTo(404);
    }

    @Test
    void a_place_on_the_waiting_list_stays_whatever_is_sent_under_another_patient() {
        int provider = TestPeople.provider(desk.database).value();
        desk.submit(own + "/waiting", Map.of("type", "1", "provider", provider));
        String entry = "/waiting/" + desk.visitor().page(own).replaceAll("(?s).*/waiting/([0-9]+)/withdrawal.*", "$1");

        for (String deed : new String[] {"/acceptance", "/refusal", "/withdrawal"}) {
            assertThat(status(entry + deed, Map.of())).as(deed).isEqualTo(404);
        }

        assertThat(desk.visitor().page(own)).contains(own + entry + "/withdrawal");
    }

    private int status(String path, Map<String, ?> fields) {
        return desk.submit(other, other + path, fields).statusCode();
    }
}
