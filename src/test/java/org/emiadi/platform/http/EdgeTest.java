package org.emiadi.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.platform.Messages;
import org.emiadi.platform.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every request, whoever answers it.
@QuarkusTest
class EdgeTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app",
                "/app/login",
                "/apidocs/",
                "/openapi.json",
                "/health/live",
                "/health/ready",
                "/metrics",
                "/providers",
                "/patients",
                "/nowhere",
                "/problems",
                "/.well-known/jwks.json"
            })
    void every_answer_carries_the_headers_that_protect(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Cache-Control", containsString("no-store"))
                .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"))
                .header("Server", nullValue());
    }

    @Test
    void only_the_page_that_needs_it_allows_inline_code() {
        given().get("/app").then().header("Content-Security-Policy", not(containsString("unsafe")));
    }

    @Test
    void unknown_addresses_and_methods_are_problems_in_the_readers_language() {
        given().header("Accept-Language", "sw-KE")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType(Problems.MEDIA_TYPE)
                .header("Content-Language", "sw")
                .body("title", equalTo("Haipatikani"));
        given().delete("/patients").then().statusCode(405).body("type", equalTo("/problems/method-not-allowed"));
        given().accept("text/csv").get("/appointment-types").then().statusCode(406);
    }

    @Test
    void bodies_over_a_mebibyte_are_refused_whether_they_tell_their_length_or_not() throws Exception {
        given().contentType(ContentType.JSON)
                .body("x".repeat(MEBIBYTE + 1))
                .post("/auth/login")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));

        var uri = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/auth/login");
        var chunked = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> spaces(2 * MEBIBYTE)))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.send(chunked, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    private static InputStream spaces(int many) {
        return new ByteArrayInputStream(" ".repeat(many).getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                              | 400 | ",
                "[]                                             | 422 | body",
                "\"x\"                                          | 422 | body",
                "null                                           | 422 | body",
                "{} {}                                          | 422 | ",
                "{\"name\": \"a\", \"name\": \"b\"}             | 400 | ",
                "{\"name\": \"x\", \"colour\": \"red\"}         | 422 | colour",
                "{\"name\": 7}                                  | 422 | name",
                "{\"name\": null}                               | 422 | name",
                "{\"name\": \"  \"}                             | 422 | name",
                "{\"name\": [\"x\"]}                            | 422 | name",
                "{\"name\": \"a\\u0000b\"}                      | 422 | name",
                "{\"name\": \"a\\ud800b\"}                      | 422 | name",
                "{\"name\": \"a\\nb\"}                          | 422 | name",
                "{\"name\": \"123456789012345678901234567890123456789012345678901\"} | 422 | name"
            })
    void bad_bodies_are_refused_with_what_is_wrong(String body, int status, String field) {
        var response = admin().body(body).post("/appointment-types").then().statusCode(status);
        if (field != null) {
            response.body("errors.field", hasItem(field));
        }
    }

    @Test
    void other_content_types_are_refused() {
        admin().contentType("text/plain")
                .body("x")
                .post("/appointment-types")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=-1",
                "limit=99999999999",
                "cursor=x",
                "cursor=YQ",
                "cursor=%F0%9F%98%80"
            })
    void pages_that_cannot_be_are_refused(String query) {
        admin().get("/patients?" + query).then().statusCode(422).body("type", equalTo("/problems/invalid-input"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/patients/x",
                "/patients/99999999999",
                "/appointments/-1",
                "/insurance/1.5",
                "/providers/%00",
                "/patients/0"
            })
    void ids_that_cannot_be_are_not_found(String path) {
        assertThat(admin().urlEncodingEnabled(false).get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void nul_characters_in_a_query_are_refused() {
        admin().urlEncodingEnabled(false).get("/patients?search=a%00b").then().statusCode(400);
    }

    @Test
    void other_schemes_and_broken_tokens_are_told_so() {
        for (String header : new String[] {"Basic YTpi", "Bearer", "Bearer x", "Bearer a.b.c", "x"}) {
            given().header("Authorization", header)
                    .get("/providers")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", startsWith("Bearer"));
        }
    }

    @Test
    void readiness_tells_no_more_than_that_it_is() {
        given().get("/health/ready").then().statusCode(200).body(not(containsString("jdbc")));
        given().get("/metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    @Test
    void a_browser_is_led_to_the_page_and_a_program_gets_links() {
        given().accept(ContentType.HTML)
                .redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", containsString("/app"));
        given().accept(ContentType.JSON).get("/").then().statusCode(200).body("name", equalTo("e-miadi"));
        given().header("Accept-Language", "sw")
                .get("/app")
                .then()
                .statusCode(200)
                .body(containsString("lang=\"sw\""));
    }

    @Test
    void every_kind_of_problem_is_explained_at_its_path() {
        Arrays.stream(ProblemType.values())
                .forEach(type -> given().header("Accept-Language", "sw")
                        .get(type.path())
                        .then()
                        .statusCode(200)
                        .body("help", equalTo(Messages.in(Messages.SWAHILI).help(type))));
        given().accept(ContentType.HTML).get("/problems/provider-busy").then().contentType(ContentType.HTML);
        given().get("/problems/no-such").then().statusCode(404);
    }

    private static RequestSpecification admin() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + TestUsers.admin());
    }
}
