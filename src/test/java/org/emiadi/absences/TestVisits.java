package org.emiadi.absences;

import java.time.Duration;
import java.time.Instant;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.TestFacilities;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.people.TestPeople;
import org.emiadi.platform.Database;
import org.emiadi.platform.TimeRange;

/// Appointments in any state, as rows: what displaces them depends on nothing else.
final class TestVisits {
    static final Duration LENGTH = Duration.ofMinutes(30);

    private final Database database;

    TestVisits(Database database) {
        this.database = database;
    }

    /// A visit of somebody who has no other.
    AppointmentId visit(ProviderId provider, Instant start) {
        return visit(provider, TestFacilities.FIRST, start);
    }

    AppointmentId visit(ProviderId provider, FacilityId facility, Instant start) {
        return row(provider, facility, new TimeRange(start, start.plus(LENGTH)), "scheduled");
    }

    AppointmentId row(ProviderId provider, FacilityId facility, TimeRange during, String status) {
        PatientId patient = TestPeople.patient(database);
        return new AppointmentId(database.write(tx -> tx.query("""
                        insert into appointments (patient_id, provider_id, facility_id, start_time, end_time, status,
                                                  rescheduled_start_time, rescheduled_end_time, held_until)
                        values (:patient, :provider, :facility, :start, :end, :status,
                                case when :status = 'rescheduled' then cast(:start as timestamptz) end,
                                case when :status = 'rescheduled' then cast(:end as timestamptz) end,
                                case when :status = 'held' then cast(:end as timestamptz) end)
                        returning id
                        """)
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .bind("facility", facility.value())
                .bind("start", during.start())
                .bind("end", during.end())
                .bind("status", status)
                .mapTo(Integer.class)
                .one()));
    }

    void set(AppointmentId visit, String status) {
        database.write(tx -> tx.update("update appointments set status = :status where id = :id")
                .bind("status", status)
                .bind("id", visit.value())
                .execute());
    }

    int version(AppointmentId visit) {
        return database.read(tx -> tx.query("select version from appointments where id = :id")
                .bind("id", visit.value())
                .mapTo(Integer.class)
                .one());
    }

    String status(AppointmentId visit) {
        return database.read(tx -> tx.query("select status from appointments where id = :id")
                .bind("id", visit.value())
                .mapTo(String.class)
                .one());
    }
}
