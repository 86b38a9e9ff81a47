package org.emiadi.pages.practice;

import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.emiadi.platform.Role;
import org.emiadi.web.Visitor;
import org.jspecify.annotations.Nullable;

/// A browser without script in the hands of somebody who has signed in. Follows what a form leads to, and sends each
/// form with the token of the page before.
final class Tablet {
    private final Visitor visitor;
    private String token = "";

    private Tablet(Visitor visitor) {
        this.visitor = visitor;
    }

    static Tablet of(Role role, @Nullable Integer person) {
        return new Tablet(Visitor.signedIn(role, person));
    }

    Tablet speaking(String language) {
        visitor.speaking(language);
        return this;
    }

    Response open(String path) {
        Response page = visitor.get(path);
        if (page.asString().contains("name=\"csrf\"")) {
            token = Visitor.tokenOn(page.asString());
        }
        return page;
    }

    /// What a form leads to in the end.
    Response send(String path, Map<String, ?> fields) {
        Response answer = post(path, fields);
        return answer.statusCode() == 303 ? open(pathOf(answer)) : answer;
    }

    /// What a form is answered with at first.
    Response post(String path, Map<String, ?> fields) {
        var all = new HashMap<String, Object>(fields);
        all.put("csrf", token);
        return visitor.post(path, all);
    }

    /// Where an answer leads.
    static String pathOf(Response answer) {
        return URI.create(answer.header("Location")).getRawPath();
    }
}
