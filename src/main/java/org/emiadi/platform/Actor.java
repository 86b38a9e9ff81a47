package org.emiadi.platform;

import org.jspecify.annotations.Nullable;

/// Who asks. Every question about people and every command is asked as someone.
///
/// @param userId   null for the house itself and for somebody who has not signed in
/// @param role     null only for somebody who has not signed in
/// @param personId the patient or provider that the user is, where there is one
public record Actor(
        @Nullable Integer userId,
        @Nullable Role role,
        @Nullable Integer personId,
        Origin origin) {

    public static Actor anonymous(Origin origin) {
        return new Actor(null, null, null, origin);
    }

    /// The house itself, doing `task`: a job or a command of the command line.
    public static Actor system(String task) {
        return new Actor(null, Role.SYSTEM, null, Origin.local(task));
    }

    public boolean signedIn() {
        return role != null;
    }

    public boolean is(Role... roles) {
        return role != null && role.in(roles);
    }

    /// People, insurance and appointments of everybody are open to these.
    public boolean isDesk() {
        return is(Role.ADMIN, Role.RECEPTIONIST, Role.SYSTEM);
    }

    /// Whoever works at the clinic.
    public boolean isStaff() {
        return isDesk() || is(Role.PROVIDER);
    }

    /// Whether this is the user of patient `id`.
    public boolean isPatient(int id) {
        return is(Role.PATIENT) && personId != null && personId == id;
    }

    /// Whether this is the user of provider `id`.
    public boolean isProvider(int id) {
        return is(Role.PROVIDER) && personId != null && personId == id;
    }

    /// The id of the signed-in user; a bug where there is none.
    public int user() {
        if (userId == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        return userId;
    }
}
