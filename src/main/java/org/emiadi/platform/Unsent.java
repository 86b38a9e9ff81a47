package org.emiadi.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Statements of a transaction that nobody waits for one by one: they go to PostgreSQL together, in one round trip, as
/// the driver sends what stands in one text with semicolons between.
final class Unsent {
    private static final String BEGIN = "begin";
    private static final String COMMIT = "commit";

    private static final int MOST_PARSED = 1_000;
    private static final Cache<String, ParsedSql> PARSED =
            Caffeine.newBuilder().maximumSize(MOST_PARSED).build();

    private final Handle handle;
    private final List<Late> statements = new ArrayList<>();

    private record Late(String sql, Values values) {}

    Unsent(Handle handle) {
        this.handle = handle;
    }

    void add(String sql, Values values) {
        statements.add(new Late(sql, values));
    }

    int size() {
        return statements.size();
    }

    void forgetAfter(int first) {
        statements.subList(first, statements.size()).clear();
    }

    /// Takes over what `others` holds, behind what is here.
    void takeFrom(Unsent others) {
        statements.addAll(others.statements);
        others.statements.clear();
    }

    /// Within a transaction.
    void send() {
        send(List.of(), List.of());
    }

    /// Sends them, and the commit with them, which does not take place where one of them is refused.
    void sendAndCommit() {
        send(List.of(), List.of(COMMIT));
    }

    /// Sends them as a transaction of their own. Where one of them is refused, there is none of them, but the
    /// transaction may still have to be rolled back.
    void sendAsTransaction() {
        if (statements.size() == 1) {
            // By itself, a statement is a transaction.
            send();
        } else {
            send(List.of(BEGIN), List.of(COMMIT));
        }
    }

    private void send(List<String> before, List<String> after) {
        if (statements.isEmpty()) {
            return;
        }
        var texts = new ArrayList<>(before);
        var values = new ArrayList<Values.Bound>();
        statements.forEach(late -> texts.add(read(late, values)));
        statements.clear();
        texts.addAll(after);
        execute(String.join(";\n", texts), values);
    }

    private String read(Late late, List<Values.Bound> values) {
        var parsed = PARSED.get(late.sql(), this::parse);
        for (String name : parsed.getParameters().getParameterNames()) {
            values.add(late.values()
                    .find(name)
                    .orElseThrow(() -> new IllegalStateException("nothing is bound to :" + name)));
        }
        return parsed.getSql();
    }

    private ParsedSql parse(String sql) {
        try (var statement = handle.createUpdate(sql)) {
            return statement.getConfig(SqlStatements.class).getSqlParser().parse(sql, statement.getContext());
        }
    }

    // By itself, since JDBI would look up once more how to bind what is bound already.
    private void execute(String sql, List<Values.Bound> values) {
        try (var together = handle.getConnection().prepareStatement(sql)) {
            for (int place = 0; place < values.size(); place++) {
                values.get(place).to(together, place + 1);
            }
            together.execute();
        } catch (SQLException refused) {
            throw new UnableToExecuteStatementException(refused, null);
        }
    }
}
