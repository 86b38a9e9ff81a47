package org.emiadi.web;

import java.util.List;
import org.emiadi.platform.Role;

/// Where each role can go from everywhere.
final class Menu {
    private Menu() {}

    /// A way to a page.
    ///
    /// @param here whether the reader is on that page, or on one below it
    public record Entry(String path, String label, boolean here) {}

    /// The first page of a role.
    static String homeOf(Role role) {
        return switch (role) {
            case PATIENT -> "/app/me";
            case PROVIDER -> "/app/today";
            case RECEPTIONIST -> "/app/desk";
            case ADMIN, SYSTEM -> "/app/admin";
        };
    }

    static List<Entry> of(Role role, Words words, String path) {
        return switch (role) {
            case PATIENT ->
                List.of(
                        exactly(path, "/app/me", words.home()),
                        entry(path, "/app/find", words.find()),
                        entry(path, "/app/me/appointments", words.visits()),
                        entry(path, "/app/me/covers", words.covers()),
                        entry(path, "/app/me/records", words.records()),
                        entry(path, "/app/me/profile", words.details()));
            case RECEPTIONIST ->
                List.of(
                        entry(path, "/app/desk", words.desk()),
                        entry(path, "/app/patients", words.patients()),
                        entry(path, "/app/queue", words.queue()),
                        entry(path, "/app/needs-moving", words.needsMoving()));
            case PROVIDER ->
                List.of(
                        entry(path, "/app/today", words.myDay()),
                        entry(path, "/app/hours", words.myHours()),
                        entry(path, "/app/leave", words.myLeave()),
                        entry(path, "/app/queue", words.queue()));
            case ADMIN, SYSTEM ->
                List.of(
                        entry(path, "/app/admin", words.administration()),
                        entry(path, "/app/desk", words.desk()),
                        entry(path, "/app/patients", words.patients()),
                        entry(path, "/app/queue", words.queue()),
                        entry(path, "/app/needs-moving", words.needsMoving()));
        };
    }

    private static Entry entry(String path, String to, String label) {
        return new Entry(to, label, path.equals(to) || path.startsWith(to + "/"));
    }

    private static Entry exactly(String path, String to, String label) {
        return new Entry(to, label, path.equals(to));
    }
}
