package org.emiadi.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The statements about free time, who is first in line for it, and what they are offered.
final class OfferSql {
    private OfferSql() {}

    /// Time that fell free.
    record FreedTime(long id, ProviderId provider, FacilityId facility, TimeRange during) {}

    /// The oldest freed time that nobody else is working on, kept from them until the transaction ends.
    static Optional<FreedTime> lockNextFreed(Tx tx) {
        return tx.query("""
                        select id, provider_id, facility_id, lower(during) as starts, upper(during) as ends
                          from freed_times
                         order by id
                         limit 1
                           for update skip locked
                        """)
                .map((row, context) -> new FreedTime(
                        row.getLong("id"),
                        new ProviderId(row.getInt("provider_id")),
                        new FacilityId(row.getInt("facility_id")),
                        during(row)))
                .findOne();
    }

    static void workedOff(Tx tx, FreedTime freed) {
        tx.update("delete from freed_times where id = :id")
                .bind("id", freed.id())
                .execute();
    }

    /// Notes time that is free although nobody gave it up: somebody waits for it.
    static void note(Tx tx, InLine found) {
        tx.update("""
                        insert into freed_times (provider_id, facility_id, during)
                        values (:provider, :facility, tstzrange(:start, :end, '[)'))
                        """)
                .bind("provider", found.provider().value())
                .bind("facility", found.facility().value())
                .bind("start", found.during().start())
                .bind("end", found.during().end())
                .execute();
    }

    /// Somebody whose wishes a free slot fits.
    record InLine(
            int entry, Instant since, PatientId patient, ProviderId provider, FacilityId facility, TimeRange during) {}

    /// Who is first in line for a free slot; empty where nobody would take one.
    static Optional<InLine> firstInLine(Tx tx, Line line, Instant now) {
        var timing = line.type().timing();
        var offeredBy = line.type().details().offeredBy();
        var reach = line.ofPatients();
        return tx.query(FIRST_IN_LINE)
                .bind("from", line.starts().start())
                .bind("to", line.starts().end())
                .bind("now", now)
                .bind("duration", Math.toIntExact(timing.duration().toMinutes()))
                .bind("before", Math.toIntExact(timing.before().toMinutes()))
                .bind("after", Math.toIntExact(timing.after().toMinutes()))
                .bind("every", Math.toIntExact(timing.every().toMinutes()))
                .bind("type", line.type().id())
                .bindArray("cadres", String.class, offeredBy.cadres())
                .bindArray("specializations", String.class, offeredBy.specializations())
                .bind(
                        "provider",
                        line.provider() == null ? null : line.provider().value())
                .bind(
                        "facility",
                        line.facility() == null ? null : line.facility().value())
                .bind("entry", line.entry())
                .bind("patientsToo", reach != null)
                .bind("patientsFrom", reach == null ? null : reach.from())
                .bind("patientsUntil", reach == null ? null : reach.until())
                .map((row, context) -> inLine(row))
                .findOne();
    }

    // What fits is said here and nowhere else, for the first in line of a slot and for the first slot of an entry.
    private static final String FIRST_IN_LINE = """
            select e.id, e.created_at, e.patient_id, s.provider_id, s.facility_id, s.starts, s.ends
              from free_slots(tstzrange(:from, :to, '[)'), :now, make_interval(mins => :duration),
                              make_interval(mins => :before), make_interval(mins => :after),
                              make_interval(mins => :every), :type,
                              case when cast(:provider as integer) is not null then array[cast(:provider as integer)] end,
                              cast(:facility as integer), null) s
              join providers p
                on p.id = s.provider_id and offered_by(:cadres, :specializations, p.cadre, p.specialization)
             cross join lateral (
                   select s.starts at time zone s.time_zone as starts, s.ends at time zone s.time_zone as ends) wall
              join waiting_entries e on e.appointment_type_id = :type and e.status = 'waiting'
              left join appointments a on a.id = e.appointment_id
             where (cast(:entry as integer) is null or e.id = :entry)
               and (e.provider_id is null or e.provider_id = s.provider_id)
               and (e.cadre is null or lower(e.cadre) = lower(p.cadre))
               and (e.specialization is null or lower(e.specialization) = lower(p.specialization))
               and (e.facility_id is null or e.facility_id = s.facility_id)
               and wall.starts::date between e.earliest_date and e.latest_date
               and (cardinality(e.weekdays) = 0 or extract(isodow from wall.starts)::smallint = any (e.weekdays))
               and (e.from_time is null or wall.starts::time >= e.from_time)
               and (e.to_time is null or wall.ends <= wall.starts::date + e.to_time)
               and (e.by_staff or :patientsToo and s.starts >= cast(:patientsFrom as timestamptz)
                                               and s.starts < cast(:patientsUntil as timestamptz))
               -- To be moved: earlier, with the same provider, and not into itself.
               and (e.appointment_id is null
                    or a.status in ('scheduled', 'confirmed', 'rescheduled') and a.provider_id = s.provider_id
                       and s.ends <= a.effective_start)
               and not exists (select 1 from offers o where o.patient_id = e.patient_id and o.outcome = 'open')
               and not exists (select 1 from offers o
                                where o.entry_id = e.id and o.outcome in ('declined', 'lapsed')
                                  and o.provider_id = s.provider_id and o.start_time = s.starts)
               and not exists (select 1 from appointments b
                                where b.patient_id = e.patient_id and b.patient_lane = 1 and b.status <> 'no_show'
                                  and b.during && tstzrange(s.starts, s.ends, '[)')
                                  and (b.held_until is null or b.held_until > :now))
             order by e.created_at, e.id, s.starts, s.provider_id, s.facility_id
             limit 1
            """;

    private static InLine inLine(ResultSet row) throws SQLException {
        return new InLine(
                row.getInt("id"),
                row.getTimestamp("created_at").toInstant(),
                new PatientId(row.getInt("patient_id")),
                new ProviderId(row.getInt("provider_id")),
                new FacilityId(row.getInt("facility_id")),
                during(row));
    }

    private static TimeRange during(ResultSet row) throws SQLException {
        return new TimeRange(
                row.getTimestamp("starts").toInstant(), row.getTimestamp("ends").toInstant());
    }

    /// Writes an offer; empty where the patient has an open one.
    static Optional<Integer> insert(Tx tx, InLine whom, int hold, Instant at, Instant until) {
        return tx.query("""
                        insert into offers (entry_id, patient_id, hold_id, provider_id, facility_id, start_time, end_time,
                                            offered_at, open_until)
                        values (:entry, :patient, :hold, :provider, :facility, :start, :end, :at, :until)
                        on conflict do nothing
                        returning id
                        """)
                .bind("entry", whom.entry())
                .bind("patient", whom.patient().value())
                .bind("hold", hold)
                .bind("provider", whom.provider().value())
                .bind("facility", whom.facility().value())
                .bind("start", whom.during().start())
                .bind("end", whom.during().end())
                .bind("at", at)
                .bind("until", until)
                .mapTo(Integer.class)
                .findOne();
    }

    /// Closes the open offer of an entry, whether its time is over or not.
    ///
    /// @return its hold; empty where none is open
    static Optional<Closed> close(Tx tx, int entry, Offer.Outcome outcome, Instant at) {
        return tx.query("""
                        update offers set outcome = :outcome, closed_at = :at
                         where entry_id = :entry and outcome = 'open'
                        returning id, hold_id
                        """)
                .bind("entry", entry)
                .bind("outcome", outcome.text())
                .bind("at", at)
                .map((row, context) -> new Closed(row.getInt("id"), row.getInt("hold_id")))
                .findOne();
    }

    /// An offer that was closed.
    record Closed(int id, int hold) {}

    /// Locks an entry whose offer has had its time, if nobody else is at it.
    static Optional<Integer> lockNextLapsed(Tx tx, Instant now) {
        return tx.query("""
                        select e.id
                          from offers o join waiting_entries e on e.id = o.entry_id
                         where o.outcome = 'open' and o.open_until <= :now
                         order by o.open_until, o.id
                         limit 1
                           for no key update of e skip locked
                        """).bind("now", now).mapTo(Integer.class).findOne();
    }

    /// The types that somebody waits for.
    static Set<Integer> typesWaitedFor(Tx tx, @Nullable Integer entry) {
        return tx.query("""
                        select distinct appointment_type_id
                          from waiting_entries
                         where status = 'waiting' and (cast(:entry as integer) is null or id = :entry)
                        """).bind("entry", entry).mapTo(Integer.class).set();
    }
}
