package org.emiadi.pages.board;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;

/// A facility of a test's own, where it is day, with its visits.
record DayClinic(Database database, FacilityId facility, ZoneId zone) {

    static DayClinic in(Database database) {
        var facility = TestFacilities.whereItIsDay(database);
        String zone = text(database, "select time_zone from facilities where id = :id", facility.value());
        return new DayClinic(database, facility, ZoneId.of(zone));
    }

    LocalDate today() {
        return Clock.system(zone).instant().atZone(zone).toLocalDate();
    }

    /// Books half an hour, past all rules.
    int visit(ProviderId provider, PatientId who, LocalDate on, LocalTime time) {
        var start = on.atTime(time).atZone(zone).toInstant();
        return database.write(tx -> tx.query("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time)
                        values (:patient, :provider, :facility, :start, :end)
                        returning id
                        """)
                .bind("patient", who.value())
                .bind("provider", provider.value())
                .bind("facility", facility.value())
                .bind("start", start)
                .bind("end", start.plus(30, ChronoUnit.MINUTES))
                .mapTo(Integer.class)
                .one());
    }

    String status(int visit) {
        return text("select status from appointments where id = :id", visit);
    }

    /// What a statement tells of the row with that id.
    String text(String sql, int id) {
        return text(database, sql, id);
    }

    private static String text(Database database, String sql, int id) {
        return database.read(
                tx -> tx.query(sql).bind("id", id).mapTo(String.class).one());
    }
}
