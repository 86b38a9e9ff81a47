package org.emiadi.series;

import java.time.Instant;
import java.util.Optional;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;
import org.emiadi.series.AppointmentSeries.Sight;

/// The statements about series.
final class SeriesSql {
    private SeriesSql() {}

    /// Makes series that share a person queue up, among themselves and with moves, in the same order everywhere: they
    /// take many times at once, and would deadlock.
    static void lockPeople(Tx tx, BookingRequest visit) {
        tx.query("select id from persons where id in (:patient, :provider) order by id for no key update")
                .bind("patient", visit.patient().value())
                .bind("provider", visit.provider().value())
                .mapTo(Integer.class)
                .list();
    }

    static Series add(Tx tx, BookingRequest visit, Instant now, Actor actor) {
        return tx.query("""
                        insert into appointment_series (patient_id, provider_id, appointment_type_id, created_at, created_by)
                        values (:patient, :provider, cast(:type as integer), :at, cast(:user as integer))
                        returning id
                        """)
                .bind("patient", visit.patient().value())
                .bind("provider", visit.provider().value())
                .bind("type", visit.typeId())
                .bind("at", now)
                .bind("user", actor.userId())
                .map((row, context) -> new Series(
                        new SeriesId(row.getInt("id")),
                        visit.patient(),
                        visit.provider(),
                        visit.typeId(),
                        now,
                        actor.userId()))
                .one();
    }

    static Optional<Series> find(Tx tx, SeriesId id, Sight sight) {
        return tx.query("""
                        select id, patient_id, provider_id, appointment_type_id, created_at, created_by
                          from appointment_series
                         where id = :id and (:all or patient_id = :ownPatient or provider_id = :ownProvider)
                        """)
                .bind("id", id.value())
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("ownProvider", sight.provider())
                .map((row, context) -> new Series(
                        new SeriesId(row.getInt("id")),
                        new PatientId(row.getInt("patient_id")),
                        new ProviderId(row.getInt("provider_id")),
                        row.getObject("appointment_type_id", Integer.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getObject("created_by", Integer.class)))
                .findOne();
    }
}
