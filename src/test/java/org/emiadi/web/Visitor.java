package org.emiadi.web;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// Somebody with a browser that knows cookies and forms, and nothing of scripts. Redirects are not followed, so that
/// tests see them.
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();
    private String language = "en";

    private Visitor() {}

    /// Nobody yet.
    public static Visitor stranger() {
        return new Visitor();
    }

    /// A new user of that role.
    public static Visitor signedIn(Role role, @Nullable Integer personId) {
        return signedIn(TestUsers.registered(role, personId), TestUsers.PASSWORD);
    }

    public static Visitor signedIn(String username, String password) {
        var visitor = stranger();
        Response answer = visitor.post("/app/login", Map.of("username", username, "password", password));
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.asString());
        }
        return visitor;
    }

    /// With a cookie that somebody has slipped in.
    Visitor with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    public Visitor speaking(String language) {
        this.language = language;
        return this;
    }

    public Response get(String path) {
        return taken(request().get(path));
    }

    /// The page at `path`, which must be there.
    public String page(String path) {
        Response answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + "\n" + answer.asString());
        }
        return answer.asString();
    }

    /// Sends a form as it stands, with no token added.
    public Response post(String path, Map<String, ?> fields) {
        return taken(request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path));
    }

    /// Sends a form that was found on `page`, with the token that stands there.
    public Response submit(String page, String path, Map<String, ?> fields) {
        var all = new HashMap<String, Object>(fields);
        all.put("csrf", tokenOn(page(page)));
        return post(path, all);
    }

    public static String tokenOn(String html) {
        var token = TOKEN.matcher(html);
        if (!token.find()) {
            throw new AssertionError("no form on\n" + html);
        }
        return token.group(1);
    }

    private RequestSpecification request() {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .header("Accept-Language", language)
                .cookies(cookies);
    }

    private Response taken(Response answer) {
        answer.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        });
        return answer;
    }
}
