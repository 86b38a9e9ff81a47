package org.emiadi.audit;

import org.jspecify.annotations.Nullable;

/// What happened, apart from who did it and when.
///
/// @param action    `<room>.<verb>` in lower case: `appointment.booked`
/// @param subject   the kind of thing that was touched, and
/// @param subjectId its id; both null where there is none, as for a failed sign-in
/// @param patientId whose data it was, null where it was nobody's
/// @param detail    more for the reader of the trail, at most 500 characters; never clinical content, never a secret
public record AuditEvent(
        String action,
        Outcome outcome,
        @Nullable String subject,
        @Nullable Integer subjectId,
        @Nullable Integer patientId,
        @Nullable String detail) {
    /// As many characters as the column holds.
    public static final int LONGEST_DETAIL = 500;

    public enum Outcome {
        SUCCESS,
        REFUSED
    }

    public static AuditEvent done(String action) {
        return new AuditEvent(action, Outcome.SUCCESS, null, null, null, null);
    }

    public static AuditEvent refused(String action) {
        return new AuditEvent(action, Outcome.REFUSED, null, null, null, null);
    }

    public AuditEvent on(String subject, int id) {
        return new AuditEvent(action, outcome, subject, id, patientId, detail);
    }

    public AuditEvent ofPatient(int id) {
        return new AuditEvent(action, outcome, subject, subjectId, id, detail);
    }

    public AuditEvent detail(String detail) {
        return new AuditEvent(action, outcome, subject, subjectId, patientId, detail);
    }
}
