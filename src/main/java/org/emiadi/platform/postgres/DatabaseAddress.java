package org.emiadi.platform.postgres;

/// Where a database is and who signs in there. The text form shows no secret: neither the password nor the options of
/// the address, of which the pass phrase of a key may be one.
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    /// Hosts, ports and name, for people.
    public String place() {
        return jdbcUrl.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
    }

    @Override
    public String toString() {
        return place() + " as " + user;
    }
}
