package org.emiadi.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EmptyClinic.class)
class SetupPagesTest {
    private static final String HERE = "/app/admin/setup";

    private Visitor admin = Visitor.stranger();

    @BeforeEach
    void sign_in() {
        admin = Visitor.signedIn(Role.ADMIN, null);
    }

    @Test
    void a_new_administrator_is_led_from_the_empty_clinic_to_the_first_free_time() {
        assertThat(admin.get("/app/admin").header("Location")).isEqualTo(HERE);
        assertThat(admin.page(HERE)).contains("Where do patients come to?");

        assertThat(take("facility", Map.of("name", "", "country", "KE", "time_zone", "EAT"))
                        .statusCode())
                .isEqualTo(422);
        take(
                "facility",
                Map.of(
                        "name", "Karibu Clinic",
                        "phone", "020 272 3456",
                        "country", "KE",
                        "time_zone", "Africa/Nairobi",
                        "version", 1));
        assertThat(admin.page(HERE)).contains("Karibu Clinic", "Who sees patients?");
        assertThat(admin.page("/app/admin")).contains("Go on setting up");

        take("provider", Map.of("first_name", "Achieng", "last_name", "Otieno", "cadre", "Clinical officer"));
        String hours = admin.page(HERE);
        assertThat(hours).contains("When does the provider work?", "Achieng Otieno", "value=\"14:00\"");

        var provider = Pattern.compile("<option value=\"(\\d+)\"").matcher(hours);
        assertThat(provider.find()).isTrue();
        var times = new HashMap<String, Object>(Map.of(
                "provider",
                provider.group(1),
                "weekday",
                List.of(1, 2, 3, 4, 5, 6, 7),
                "capacity",
                1,
                "start",
                "08:00",
                "end",
                "13:00",
                "start2",
                "14"));
        assertThat(take("hours", times).asString()).contains("start2-error", "end2-error");
        assertThat(admin.page(HERE)).contains("When does the provider work?");
        times.put("start2", "14:00");
        times.put("end2", "17:00");
        take("hours", times);
        assertThat(admin.page(HERE)).contains("Who signs in besides you?");

        assertThat(take("user", Map.of("role", "receptionist", "username", "")).statusCode())
                .isEqualTo(422);
        var slip = take("user", Map.of("role", "receptionist", "username", "mapokezi"));
        assertThat(slip.asString()).contains("mapokezi", "shown this once");

        assertThat(admin.page(HERE))
                .contains("Your clinic is set up", "The first free time", "Achieng Otieno")
                .doesNotContain("no free time yet");
        assertThat(admin.page("/app/admin")).doesNotContain("Go on setting up");
    }

    private Response take(String step, Map<String, Object> fields) {
        var all = new HashMap<>(fields);
        all.put("step", step);
        return admin.submit(HERE, HERE, all);
    }
}
