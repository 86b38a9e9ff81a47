package org.emiadi.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemType;
import org.emiadi.platform.Sha256;
import org.emiadi.platform.Tx;
import org.emiadi.platform.Values;
import org.jspecify.annotations.Nullable;

/// Lets a client repeat a POST without doing the thing twice: the answer is kept, in the transaction of the change,
/// under the client's `Idempotency-Key` and given again.
@Singleton
public final class IdempotentAnswers {
    /// The header.
    public static final String KEY = "Idempotency-Key";
    /// How long an answer can be asked for again.
    public static final Duration KEPT = Duration.ofHours(24);

    /// Answers that [#forgetOld] takes out at most.
    public static final int BATCH = 1_000;

    private static final String KEY_FORM = "[\\x21-\\x7e]{1,200}";

    private final Database database;
    private final CurrentRequest request;
    private final Problems problems;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotentAnswers(Database database, CurrentRequest request, Problems problems, ObjectMapper json, Clock clock) {
        this.database = database;
        this.request = request;
        this.problems = problems;
        this.json = json;
        this.clock = clock;
    }

    /// What identifies a repeated request.
    ///
    /// @param key  null where the client sent none: then `command` simply runs
    /// @param operation the route, as keys of different routes are different keys
    /// @param body as it was read; compared by its hash
    public record Repeatable(@Nullable String key, String operation, Object body) {}

    /// The answer of `command`, run at most once for the same key.
    public Response once(Repeatable repeatable, Function<Tx, Response> command) {
        String key = repeatable.key();
        if (key == null) {
            return database.write(command);
        }
        if (!key.matches(KEY_FORM)) {
            return problems.response(Problem.invalid(KEY, "idempotency-key"));
        }
        byte[] hash = Sha256.of(write(repeatable.body()));
        return database.write(tx -> tx.mayPromise()
                ? answerFirst(tx, repeatable, key, hash, command)
                : claimFirst(tx, repeatable, key, hash, command));
    }

    // Few keys come twice. Those that do find out with the commit, and are given their answer in the second run.
    private Response answerFirst(
            Tx tx, Repeatable repeatable, String key, byte[] hash, Function<Tx, Response> command) {
        Response answer;
        try {
            answer = command.apply(tx);
        } catch (RuntimeException failure) {
            // It may have failed just because it was done before.
            throw tx.carefully(failure);
        }
        tx.promise("""
                        with kept as (
                            insert into idempotent_answers (user_id, key, operation, request_hash, created_at,
                                                            status, location, body)
                            values (:user, :key, :operation, :hash, :now, :status, :location, :body)
                            on conflict do nothing
                            returning 1)
                        select insist(count(*) = 1) from kept
                        """, claimed(repeatable, key, hash).with(answered(answer)));
        return answer;
    }

    private Response claimFirst(Tx tx, Repeatable repeatable, String key, byte[] hash, Function<Tx, Response> command) {
        if (!claim(tx, repeatable, key, hash)) {
            return repeat(tx, key, repeatable.operation(), hash);
        }
        Response answer = command.apply(tx);
        remember(tx, key, repeatable.operation(), answer);
        return answer;
    }

    // Waits here for a rival with the same key, until that one has committed or given up.
    private boolean claim(Tx tx, Repeatable repeatable, String key, byte[] hash) {
        return tx.update("""
                        insert into idempotent_answers (user_id, key, operation, request_hash, created_at)
                        values (:user, :key, :operation, :hash, :now)
                        on conflict do nothing
                        """)
                        .bindNamedArgumentFinder(claimed(repeatable, key, hash))
                        .execute()
                == 1;
    }

    private Values claimed(Repeatable repeatable, String key, byte[] hash) {
        return nameOf(key, repeatable.operation()).with("hash", hash).with("now", clock.instant());
    }

    private Values nameOf(String key, String operation) {
        return new Values()
                .with("user", request.actor().user())
                .with("key", key)
                .with("operation", operation);
    }

    private Values answered(Response answer) {
        return new Values()
                .with("status", answer.getStatus())
                .with("location", answer.getHeaderString(HttpHeaders.LOCATION))
                .with("body", write(answer.getEntity()));
    }

    private Response repeat(Tx tx, String key, String operation, byte[] hash) {
        return tx.query("""
                        select request_hash, status, location, body
                          from idempotent_answers
                         where user_id = :user and operation = :operation and key = :key
                        """)
                .bind("user", request.actor().user())
                .bind("key", key)
                .bind("operation", operation)
                .map((row, context) -> Arrays.equals(row.getBytes("request_hash"), hash)
                        ? answer(row.getInt("status"), row.getString("location"), row.getString("body"))
                        : problems.response(Problem.of(ProblemType.KEY_USED_DIFFERENTLY)))
                .one();
    }

    private static Response answer(int status, @Nullable String location, String body) {
        var type =
                status < Response.Status.BAD_REQUEST.getStatusCode() ? MediaType.APPLICATION_JSON : Problems.MEDIA_TYPE;
        return Response.status(status)
                .type(type)
                .header(HttpHeaders.LOCATION, location)
                .entity(body)
                .build();
    }

    private void remember(Tx tx, String key, String operation, Response answer) {
        tx.atCommit("""
                        update idempotent_answers set status = :status, location = :location, body = :body
                         where user_id = :user and operation = :operation and key = :key
                        """, nameOf(key, operation).with(answered(answer)));
    }

    /// Takes out a batch of answers that nobody can ask for again.
    ///
    /// @return how many
    public int forgetOld() {
        return database.write(tx -> tx.update("""
                        delete from idempotent_answers
                         where (user_id, operation, key) in (
                             select user_id, operation, key
                               from idempotent_answers
                              where created_at < :before
                              order by created_at
                              limit :batch
                                for update skip locked)
                        """)
                .bind("before", clock.instant().minus(KEPT))
                .bind("batch", BATCH)
                .execute());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("an answer of ours cannot be written as JSON", bug);
        }
    }
}
