package org.emiadi.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotentAnswersTest {
    private final Database database = TestDatabase.ofTheHttpTests();
    private final String token = TestUsers.receptionist();
    private final String key = UUID.randomUUID().toString();
    private final String body = appointment(9);

    @Test
    void a_repeated_request_gets_the_first_answer_and_nothing_is_done_twice() {
        var first = post(key, body);
        var second = post(key, body.replace(" ", "\n "));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void a_refusal_is_repeated_as_well() {
        assertThat(post("other-" + key, body).statusCode()).isEqualTo(201);
        assertThat(post(key, body).statusCode()).isEqualTo(409);
        assertThat(post(key, body).statusCode()).isEqualTo(409);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        post(key, body);

        post(key, body.replace("T09:00", "T08:00"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-used-differently"));
    }

    @Test
    void the_key_of_another_user_is_another_key() {
        post(key, body);

        assertThat(post(TestUsers.receptionist(), key, body).statusCode()).isEqualTo(409);
    }

    @Test
    void keys_have_a_form() {
        for (String bad : new String[] {"a b", "x".repeat(201), "é"}) {
            assertThat(post(bad, body).statusCode()).as(bad).isEqualTo(422);
        }
    }

    @Test
    void of_64_equal_requests_at_once_one_is_done_and_all_get_its_answer() throws Exception {
        var answers = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            var rivals = IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<Response>) () -> post(key, body))
                    .toList();
            for (var each : threads.invokeAll(rivals)) {
                answers.add(each.get().statusCode() + each.get().asString());
            }
        }
        assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("201"));
    }

    private Response post(String withKey, String json) {
        return post(token, withKey, json);
    }

    private static Response post(String as, String withKey, String json) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + as)
                .header(IdempotentAnswers.KEY, withKey)
                .body(json)
                .post("/appointments");
    }

    private String appointment(int hour) {
        return """
                {"patient_id": %d, "provider_id": %d, "start_time": "2031-03-03T%02d:00", "end_time": "2031-03-03T%02d:30"}
                """.formatted(
                        TestPeople.patient(database).value(),
                        TestPeople.provider(database).value(),
                        hour,
                        hour);
    }
}
