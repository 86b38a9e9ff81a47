package org.emiadi.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.FieldError;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {
    private final ObjectMapper json = strict();

    /// One member of each kind that our wire records have.
    record Sample(
            @Nullable String firstName,
            @Nullable Integer personId,
            int count,
            @Nullable Boolean active,
            @Nullable LocalDate born,
            @Nullable Instant startTime,
            @Nullable List<Part> parts,
            @Nullable Optional<String> email) {
        record Part(@Nullable String name) {}
    }

    private static ObjectMapper strict() {
        var mapper = JsonMapper.builder().findAndAddModules().build();
        new JsonRules(new ClinicTime(ZoneId.of("Africa/Nairobi"))).customize(mapper);
        return mapper;
    }

    @Test
    void members_are_in_snake_case_and_times_in_the_zone_of_the_clinic() throws JsonProcessingException {
        var sample = read("""
                {"first_name": "Wanjikũ 😀", "person_id": 7, "count": 1, "active": true, "born": "1990-05-31",
                 "start_time": "2026-12-01T09:00", "parts": [{"name": "x"}], "email": "a@example.org"}
                """);

        assertThat(sample.firstName()).isEqualTo("Wanjikũ 😀");
        assertThat(sample.startTime()).isEqualTo(Instant.parse("2026-12-01T06:00:00Z"));
        assertThat(json.readTree(json.writeValueAsString(sample))
                        .path("start_time")
                        .asText())
                .isEqualTo("2026-12-01T09:00:00+03:00");
    }

    @Test
    void a_member_that_is_not_sent_differs_from_one_that_is_sent_as_null() throws JsonProcessingException {
        assertThat(read("{\"count\": 1}").email()).isNull();
        assertThat(read("{\"count\": 1, \"email\": null}").email()).isEqualTo(Optional.empty());
        assertThat(read("{\"count\": 1, \"email\": \"a\"}").email()).contains("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"first_name\": 7}                          | first_name     | text",
                "{\"first_name\": true}                       | first_name     | text",
                "{\"first_name\": [\"a\"]}                    | first_name     | text",
                "{\"first_name\": {}}                         | first_name     | text",
                "{\"first_name\": \"a\\u0000b\"}              | first_name     | text",
                "{\"first_name\": \"\\ud83d\"}                | first_name     | text",
                "{\"first_name\": \"\\ude00\\ud83d\"}         | first_name     | text",
                "{\"email\": 7}                               | email          | text",
                "{\"email\": \"a\\u0000b\"}                   | email          | text",
                "{\"person_id\": \"7\"}                       | person_id      | number",
                "{\"person_id\": \"\"}                        | person_id      | number",
                "{\"person_id\": 7.5}                         | person_id      | number",
                "{\"person_id\": 7.0}                         | person_id      | number",
                "{\"person_id\": true}                        | person_id      | number",
                "{\"person_id\": []}                          | person_id      | number",
                "{\"person_id\": [7]}                         | person_id      | number",
                "{\"person_id\": {}}                          | person_id      | number",
                "{\"count\": null}                            | count          | number",
                "{\"active\": \"true\"}                       | active         | boolean",
                "{\"active\": 1}                              | active         | boolean",
                "{\"active\": 0}                              | active         | boolean",
                "{\"born\": 19900531}                         | born           | date",
                "{\"born\": [1990, 5, 31]}                    | born           | date",
                "{\"born\": \"31/05/1990\"}                   | born           | date",
                "{\"born\": \"1990-02-30\"}                   | born           | date",
                "{\"born\": \"1899-12-31\"}                   | born           | date",
                "{\"born\": \"+10000-01-01\"}                 | born           | date",
                "{\"born\": \"\"}                             | born           | date",
                "{\"start_time\": 1764568800}                 | start_time     | time",
                "{\"start_time\": \"now\"}                    | start_time     | time",
                "{\"start_time\": \"1\"}                      | start_time     | time",
                "{\"start_time\": \"\"}                       | start_time     | time",
                "{\"parts\": {}}                              | parts          | list",
                "{\"parts\": \"\"}                            | parts          | list",
                "{\"parts\": [7]}                             | parts[0]       | object",
                "{\"parts\": [\"\"]}                          | parts[0]       | object",
                "{\"parts\": [{\"name\": 7}]}                 | parts[0].name  | text",
                "{\"parts\": [{}, {\"nmae\": \"x\"}]}         | parts[1].nmae  | unknown",
                "{\"count\": 1, \"firstName\": \"x\"}           | firstName      | unknown",
                "[]                                           | body           | object",
                "7                                            | body           | object",
                "\"\"                                         | body           | object"
            })
    void a_wrong_type_is_told_with_the_member_and_what_it_must_be(String body, String field, String key) {
        assertThat(refusal(body)).isEqualTo(Problem.invalid(FieldError.of(field, key)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{'count': 1}",
                "{count: 1}",
                "{\"count\": 01}",
                "{\"count\": NaN}",
                "{\"count\": 1,}",
                "{\"count\": 1} {}",
                "{\"count\": 1} x",
                "{\"count\": 1, \"count\": 2}",
                "{\"count\": 1} // why not",
                "{\"first_name\": \"a\nb\"}",
                "{\"person_id\": 99999999999}",
                "{\"person_id\": 1e400}"
            })
    void what_is_not_json_or_says_two_things_is_refused(String body) {
        assertThat(refusal(body).type()).isIn(ProblemType.UNREADABLE_REQUEST, ProblemType.INVALID_INPUT);
    }

    @Test
    void what_would_take_too_much_to_read_is_refused() {
        assertThat(refusal("[".repeat(100_000)).type()).isIn(ProblemType.UNREADABLE_REQUEST, ProblemType.INVALID_INPUT);
        assertThat(refusal("{\"parts\":".repeat(5_000)).type())
                .isIn(ProblemType.UNREADABLE_REQUEST, ProblemType.INVALID_INPUT);
        assertThat(refusal("{\"count\": " + "9".repeat(100_000) + "}").type())
                .isIn(ProblemType.UNREADABLE_REQUEST, ProblemType.INVALID_INPUT);
    }

    @Property
    void texts_come_through_unchanged_or_not_at_all(@ForAll String text) {
        boolean whole = JsonRules.storable(text).isPresent();
        boolean writable = text.equals(new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8));

        assertThat(whole).isEqualTo(writable && text.indexOf('\0') < 0);
    }

    @Test
    void a_refusal_does_not_repeat_what_was_sent() {
        assertThatThrownBy(() -> read("{\"born\": \"Jane Wanjiku\"}"));

        assertThat(refusal("{\"born\": \"Jane Wanjiku\"}").toString()).doesNotContain("Wanjiku");
    }

    private Sample read(String body) throws JsonProcessingException {
        return json.readValue(body, Sample.class);
    }

    private Problem refusal(String body) {
        try {
            throw new AssertionError("was taken: " + read(body));
        } catch (JsonProcessingException refused) {
            return InputProblems.of(refused);
        }
    }
}
