package org.emiadi.platform;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Statements of a transaction that nobody waits for one by one: they go to PostgreSQL together, in one round trip, as
/// the driver sends what stands in one text with semicolons between.
final class Unsent {
    private static final String BEGIN = "begin";
    private static final String COMMIT = "commit";

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
        var arguments = new ArrayList<Argument>();
        try (var context = handle.createUpdate(COMMIT)) {
            statements.forEach(late -> texts.add(read(late, arguments, context.getContext())));
            statements.clear();
            texts.addAll(after);
            execute(String.join(";\n", texts), arguments, context.getContext());
        }
    }

    private static String read(Late late, List<Argument> arguments, StatementContext context) {
        var parsed = context.getConfig(SqlStatements.class).getSqlParser().parse(late.sql(), context);
        for (String name : parsed.getParameters().getParameterNames()) {
            arguments.add(late.values()
                    .find(name)
                    .orElseThrow(() -> new IllegalStateException("nothing is bound to :" + name)));
        }
        return parsed.getSql();
    }

    // By itself, since JDBI would look up once more how to bind what is bound already.
    private void execute(String sql, List<Argument> arguments, StatementContext context) {
        try (var together = handle.getConnection().prepareStatement(sql)) {
            for (int place = 0; place < arguments.size(); place++) {
                arguments.get(place).apply(place + 1, together, context);
            }
            together.execute();
        } catch (SQLException refused) {
            throw new UnableToExecuteStatementException(refused, context);
        }
    }
}
