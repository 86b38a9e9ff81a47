package org.emiadi.platform.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a database is and who signs in there. The text form shows no secret: neither the password nor the options of
/// the address, of which the pass phrase of a key may be one.
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    /// Hosts, ports and name, for people.
    public String place() {
        return jdbcUrl.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
    }

    /// Connections for a program that needs few of them: each is made anew.
    public DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public String toString() {
        return place() + " as " + user;
    }
}
