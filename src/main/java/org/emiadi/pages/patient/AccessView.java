package org.emiadi.pages.patient;

import org.emiadi.audit.AuditEvent;
import org.emiadi.identity.Access;

/// An access in words that patients know.
///
/// @param what was done
/// @param who  did it
public record AccessView(Access access, String what, String who) {
    static AccessView of(Access access, AccessWords words) {
        return new AccessView(access, what(access.action(), words), who(access, words));
    }

    public boolean isRefused() {
        return access.outcome() == AuditEvent.Outcome.REFUSED;
    }

    // By the room and the verb, so that a new action is told of, if only as something else, before it has words here.
    private static String what(String action, AccessWords words) {
        String room = action.substring(0, action.indexOf('.'));
        boolean reading = action.endsWith("read") || action.endsWith("listed") || action.endsWith("looked-up");
        return switch (room) {
            case "medical-record" -> reading ? words.readRecord() : words.wroteRecord();
            case "patient" -> reading ? words.readDetails() : words.changedDetails();
            case "cover" -> reading ? words.readCovers() : words.changedCovers();
            case "access" -> words.readAccesses();
            case "waiting-list", "offer" -> words.waitingList();
            case "auth", "user" -> onAccount(action, words);
            case "appointment", "attendance", "series", "queue", "walk-in", "board" -> onVisits(action, reading, words);
            default -> words.other();
        };
    }

    private static String onVisits(String action, boolean reading, AccessWords words) {
        if (reading) {
            return words.lookedAtVisits();
        }
        boolean booking = action.endsWith("booked") || action.equals("walk-in.entered");
        return booking ? words.bookedVisit() : words.changedVisit();
    }

    private static String onAccount(String action, AccessWords words) {
        return switch (action) {
            case "auth.reset-code-issued" -> words.gaveOutCode();
            case "auth.password-reset" -> words.setPasswordByCode();
            case "auth.password-changed" -> words.changedPassword();
            case "user.registered" -> words.madeAccount();
            default -> words.other();
        };
    }

    private static String who(Access access, AccessWords words) {
        if (access.own()) {
            return words.you();
        }
        String role = role(access.role(), words);
        return access.name() == null ? role : access.name() + ", " + role;
    }

    private static String role(String role, AccessWords words) {
        return switch (role) {
            case "admin" -> words.admin();
            case "receptionist" -> words.receptionist();
            case "provider" -> words.provider();
            case "patient" -> words.anotherPatient();
            case "system" -> words.house();
            default -> words.notSignedIn();
        };
    }
}
