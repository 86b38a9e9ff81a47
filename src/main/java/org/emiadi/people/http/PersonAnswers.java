package org.emiadi.people.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.emiadi.people.Change;
import org.emiadi.people.Person;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.http.EntityTag;
import org.emiadi.platform.http.Problems;

/// The answers that patients and providers have in common.
final class PersonAnswers {
    private PersonAnswers() {}

    static <P extends Person> Response found(P person, Function<P, ?> json) {
        return Response.ok(json.apply(person))
                .header(HttpHeaders.ETAG, EntityTag.of(person.version()))
                .build();
    }

    static <P extends Person> Response changed(Change<P> outcome, Function<P, ?> json, Problems problems) {
        return switch (outcome) {
            case Change.Changed<P>(P person) -> found(person, json);
            case Change.Absent<P>() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case Change.Stale<P>() -> problems.response(Problem.of(ProblemType.LOST_UPDATE));
            case Change.Taken<P>(String member) -> problems.response(taken(member));
        };
    }

    static Problem taken(String member) {
        return Problem.of(ProblemType.ALREADY_IN_USE).with("member", member);
    }
}
