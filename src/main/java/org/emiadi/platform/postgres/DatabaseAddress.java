package org.emiadi.platform.postgres;

/// Where a database is and who signs in there. The text form never shows the password.
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
