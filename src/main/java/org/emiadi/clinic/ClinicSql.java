package org.emiadi.clinic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.emiadi.clinic.ClinicDetails.WhatToBring;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Tx;

/// Every statement about the settings of the clinic. There is one row, so none of them asks for which.
final class ClinicSql {
    private static final String SELECT =
            "select name, phone, bring_en, bring_sw, idle_minutes, language, version from clinic_settings";

    private ClinicSql() {}

    static Clinic get(Tx tx) {
        return tx.query(SELECT).map((row, context) -> clinic(row)).one();
    }

    static Clinic lock(Tx tx) {
        return tx.query(SELECT + " for no key update")
                .map((row, context) -> clinic(row))
                .one();
    }

    static void update(Tx tx, ClinicDetails after) {
        tx.update("""
                        update clinic_settings
                           set name = :name, phone = :phone, bring_en = :english, bring_sw = :swahili,
                               idle_minutes = :idle, language = :language, version = version + 1
                        """)
                .bind("name", after.name())
                .bind("phone", after.phone() == null ? null : after.phone().e164())
                .bind("english", after.bring().english())
                .bind("swahili", after.bring().swahili())
                .bind("idle", after.idle().toMinutes())
                .bind("language", after.language().getLanguage())
                .execute();
    }

    private static Clinic clinic(ResultSet row) throws SQLException {
        var details = new ClinicDetails(
                row.getString("name"),
                Optional.ofNullable(row.getString("phone"))
                        .map(PhoneNumber::new)
                        .orElse(null),
                new WhatToBring(row.getString("bring_en"), row.getString("bring_sw")),
                Duration.ofMinutes(row.getInt("idle_minutes")),
                Locale.forLanguageTag(row.getString("language")));
        return new Clinic(details, row.getInt("version"));
    }
}
