package org.emiadi.identity.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.emiadi.identity.User;
import org.emiadi.identity.UserOutcome;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Problems;
import org.emiadi.platform.http.Query;

/// What administrators are told when they make and change users.
@Singleton
final class UserAnswers {
    private final Problems problems;

    UserAnswers(Problems problems) {
        this.problems = problems;
    }

    Response of(UserOutcome outcome, Function<User, Response> done) {
        return switch (outcome) {
            case UserOutcome.Done(User user) -> done.apply(user);
            case UserOutcome.NameTaken() -> problems.response(taken("username"));
            case UserOutcome.PersonTaken() -> problems.response(taken("person_id"));
            case UserOutcome.PersonMissing() -> problems.response(Problem.invalid("person_id", "person-required"));
            case UserOutcome.PersonIsNot(String type) ->
                problems.response(Problem.invalid("person_id", "person-is-not", type));
            case UserOutcome.BadPassword(String key) -> problems.response(Problem.invalid("password", key));
            case UserOutcome.Absent() -> problems.response(Problem.of(ProblemType.NOT_FOUND));
            case UserOutcome.LastAdmin() -> problems.response(Problem.of(ProblemType.LAST_ADMIN));
        };
    }

    private static Problem taken(String member) {
        return Problem.of(ProblemType.ALREADY_IN_USE).with("member", member);
    }

    static Role role(String text) {
        return Role.ofUser(text).orElseThrow(() -> Query.invalid("role", "role"));
    }
}
