package org.emiadi.platform;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The named constraint of the database that a statement ran into.
///
/// @param name  as in the schema
/// @param state the SQLSTATE, `23505` for a unique constraint, say
public record Constraint(String name, String state) {
    public static final String UNIQUE = "23505";
    public static final String FOREIGN_KEY = "23503";
    public static final String CHECK = "23514";
    public static final String EXCLUSION = "23P01";

    /// Whether `failure` is a refusal by a constraint with that SQLSTATE.
    public static boolean refused(Throwable failure, String state) {
        return in(failure)
                .filter(constraint -> constraint.state().equals(state))
                .isPresent();
    }

    /// The constraint that refused, where `failure` is such a refusal.
    public static Optional<Constraint> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refusal && isIntegrity(refusal)) {
                return Optional.ofNullable(refusal.getServerErrorMessage())
                        .map(ServerErrorMessage::getConstraint)
                        .map(name -> new Constraint(name, refusal.getSQLState()));
            }
        }
        return Optional.empty();
    }

    private static boolean isIntegrity(SQLException refusal) {
        return refusal.getSQLState() != null && refusal.getSQLState().startsWith("23");
    }
}
