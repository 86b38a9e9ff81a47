package org.emiadi.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import org.emiadi.platform.Tx;

/// How far the clinic is set up.
public final class Setup {

    public Progress progress(Tx tx) {
        return tx.query("""
                        select (select count(*) > 1 or bool_or(version > 1) from facilities) as facility,
                               exists (select 1 from providers)                              as provider,
                               exists (select 1 from working_hours)                          as hours,
                               exists (select 1 from users where role <> 'admin')            as "user"
                        """).map((row, context) -> progress(row)).one();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var taken = EnumSet.noneOf(Step.class);
        for (Step step : Step.values()) {
            if (row.getBoolean(step.name())) {
                taken.add(step);
            }
        }
        return new Progress(taken);
    }
}
