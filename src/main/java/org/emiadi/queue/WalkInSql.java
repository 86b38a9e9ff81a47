package org.emiadi.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.emiadi.appointments.Booking.Named;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Tx;
import org.jspecify.annotations.Nullable;

/// The statements that find time for those who have no appointment.
final class WalkInSql {
    /// Of a visit that is for nothing in particular: as long as a type takes of which nothing more is said.
    private static final Duration USUAL = org.emiadi.appointments.Timing.USUAL.duration();

    private WalkInSql() {}

    /// What is known of a walk-in before there is time for it.
    ///
    /// @param unknown the first thing named that is not there; null where all are
    /// @param offered whether the provider chosen, if any, offers the type
    record Facts(@Nullable Named unknown, boolean offered, Need need) {}

    /// What has to be found.
    ///
    /// @param before  kept free of the provider before the visit
    /// @param after   and after it
    /// @param anyTime whether the provider chosen may be had at any time of the day
    record Need(int facility, Duration length, Duration before, Duration after, boolean anyTime) {}

    /// Where there is time.
    record Gap(ProviderId provider, Instant start) {}

    static Facts facts(Tx tx, WalkIn walkIn, Instant now) {
        return tx.query("""
                        select p.id as patient, r.id as provider, t.id as type, place.id as facility,
                               r.id is null or t.id is null
                                   or offered_by(t.cadres, t.specializations, r.cadre, r.specialization) as offered,
                               coalesce(t.duration_minutes, :usual) as length,
                               case when :bare then 0 else coalesce(t.buffer_before_minutes, 0) end as before,
                               case when :bare then 0 else coalesce(t.buffer_after_minutes, 0) end as after,
                               r.id is not null and (:bare or not hours.published) as any_time
                          from (values (1)) one (n)
                          left join patients p on p.id = :patient
                          left join providers r on r.id = cast(:provider as integer)
                          left join appointment_types t on t.id = cast(:type as integer)
                         cross join lateral (
                               select count(*) > 0 as published, min(h.facility_id) as facility_id
                                 from working_hours h
                                where h.provider_id = r.id
                                  and (h.valid_to is null
                                       or h.valid_to >= cast(cast(:now as timestamptz) at time zone 'UTC' as date) - 1)) hours
                          left join lateral (
                               select s.facility_id
                                 from open_sessions(tstzrange(:now, cast(:now as timestamptz) + interval '24 hours', '[)'), array[r.id]) s
                                order by lower(s.during), s.facility_id
                                limit 1) session on true
                          left join facilities place
                            on place.id = coalesce(cast(:facility as integer), session.facility_id, hours.facility_id,
                                                   (select min(id) from facilities))
                        """)
                .bind("patient", walkIn.patient().value())
                .bind("provider", chosen(walkIn))
                .bind("bare", isBare(walkIn))
                .bind("type", walkIn.typeId())
                .bind(
                        "facility",
                        walkIn.facility() == null ? null : walkIn.facility().value())
                .bind("usual", USUAL.toMinutes())
                .bind("now", now)
                .map((row, context) -> facts(row, walkIn))
                .one();
    }

    private static Facts facts(ResultSet row, WalkIn walkIn) throws SQLException {
        var need = new Need(
                row.getInt("facility"),
                Duration.ofMinutes(row.getInt("length")),
                Duration.ofMinutes(row.getInt("before")),
                Duration.ofMinutes(row.getInt("after")),
                row.getBoolean("any_time"));
        return new Facts(unknown(row, walkIn), row.getBoolean("offered"), need);
    }

    private static @Nullable Named unknown(ResultSet row, WalkIn walkIn) throws SQLException {
        if (row.getObject("patient") == null) {
            return Named.PATIENT;
        }
        if (chosen(walkIn) != null && row.getObject("provider") == null) {
            return Named.PROVIDER;
        }
        if (walkIn.typeId() != null && row.getObject("type") == null) {
            return Named.TYPE;
        }
        return row.getObject("facility") == null ? Named.FACILITY : null;
    }

    private static @Nullable Integer chosen(WalkIn walkIn) {
        return walkIn.with() instanceof WalkIn.Chosen chosen ? chosen.provider().value() : null;
    }

    // Whoever squeezes a visit in beside the hours takes the bare time, as in every booking.
    private static boolean isBare(WalkIn walkIn) {
        return walkIn.with() instanceof WalkIn.Chosen chosen && chosen.outsideHours();
    }

    /// Lets the walk-ins of a facility come one after another, so that none loses its gap to the other.
    static void oneAfterAnother(Tx tx, int facility) {
        tx.query("select id from facilities where id = :facility for no key update")
                .bind("facility", facility)
                .mapTo(Integer.class)
                .one();
    }

    /// The patient's own place in the queue, for the provider asked for or, where anybody will do, for any. A double
    /// click must not take the next hour as well.
    static Optional<WalkInOutcome.WaitsAlready> waiting(Tx tx, WalkIn walkIn, int facility, Instant now) {
        var provider = walkIn.with() instanceof WalkIn.Chosen chosen
                ? chosen.provider().value()
                : null;
        return tx.query("""
                        select id, ticket
                          from appointments
                         where patient_id = :patient and facility_id = :facility and status = 'checked_in'
                           and arrived_at > cast(:now as timestamptz) - interval '24 hours'
                           and (cast(:provider as integer) is null or provider_id = :provider)
                         order by arrived_at, id
                         limit 1
                        """)
                .bind("patient", walkIn.patient().value())
                .bind("facility", facility)
                .bind("now", now)
                .bind("provider", provider)
                .map((row, context) -> new WalkInOutcome.WaitsAlready(row.getInt("id"), row.getInt("ticket")))
                .findOne();
    }

    /// The order in which everybody locks people whose time is about to change, so that nobody deadlocks.
    static void lockPeople(Tx tx, PatientId patient, ProviderId provider) {
        tx.query("select id from persons where id in (:patient, :provider) order by id for no key update")
                .bind("patient", patient.value())
                .bind("provider", provider.value())
                .mapTo(Integer.class)
                .list();
    }

    /// Where there is time first, from `from` on and before the facility's day ends: in one of the provider's places,
    /// together with the minutes before and after, and with the patient nowhere else. Empty where there is none.
    static Optional<Gap> firstGap(Tx tx, WalkIn walkIn, Need need, Instant from, Instant now) {
        var whoever = walkIn.with() instanceof WalkIn.Whoever given ? given : new WalkIn.Whoever(null, null);
        return tx.query(GAPS)
                .bind("patient", walkIn.patient().value())
                .bind("provider", chosen(walkIn))
                .bind("anyTime", need.anyTime())
                .bind("cadre", whoever.cadre())
                .bind("specialization", whoever.specialization())
                .bind("type", walkIn.typeId())
                .bind("facility", need.facility())
                .bind("length", need.length().toMinutes())
                .bind("before", need.before().toMinutes())
                .bind("after", need.after().toMinutes())
                .bind("from", from)
                .bind("now", now)
                .map((row, context) -> new Gap(
                        new ProviderId(row.getInt("provider_id")),
                        row.getTimestamp("starts").toInstant()))
                .findOne();
    }

    private static final String GAPS = """
            with day as (
                select f.id as facility_id, cast(:from as timestamptz) as starts, midnight.ends,
                       :length * interval '1 minute' as length, :before * interval '1 minute' as before,
                       :after * interval '1 minute' as after,
                       tstzrange(cast(:from as timestamptz) - :before * interval '1 minute',
                                 midnight.ends + (:length + :after) * interval '1 minute', '[)') as span
                  from facilities f
                 cross join lateral (
                       select (date_trunc('day', cast(:now as timestamptz) at time zone f.time_zone) + interval '1 day')
                              at time zone f.time_zone as ends) midnight
                 where f.id = :facility
            ), place as (
                select s.provider_id, lane.number as lane, s.open_times
                  from day
                 cross join lateral open_sessions(
                       day.span, case when cast(:provider as integer) is not null then array[cast(:provider as integer)] end) s
                 cross join lateral generate_series(1, s.capacity) lane (number)
                 where s.facility_id = day.facility_id
                   and (cast(:type as integer) is null
                        or not exists (select 1 from working_hours_types w where w.working_hours_id = s.working_hours_id)
                        or exists (select 1 from working_hours_types w
                                    where w.working_hours_id = s.working_hours_id and w.appointment_type_id = :type))
                union all
                select cast(:provider as integer), 1, tstzmultirange(day.span) from day where :anyTime
            ), taken as (
                select coalesce(range_agg(a.during), '{}') as of_patient
                  from day
                  join appointments a
                    on a.patient_id = :patient and a.patient_lane = 1 and a.status <> 'no_show' and a.during && day.span
                 where a.held_until is null or a.held_until > :now
            )
            select place.provider_id, greatest(day.starts, lower(gap.visits)) as starts
              from day
             cross join place
             cross join taken
              join providers r on r.id = place.provider_id
              left join appointment_types t on t.id = cast(:type as integer)
             cross join lateral (
                   select place.open_times * tstzmultirange(day.span) - coalesce(range_agg(a.occupied), '{}') as times
                     from appointments a
                    where a.provider_id = place.provider_id and a.lane = place.lane and a.occupied && day.span
                      and (a.held_until is null or a.held_until > :now)) free
             cross join lateral unnest(free.times) whole (gap)
             cross join lateral unnest(
                   tstzmultirange(tstzrange(lower(whole.gap) + day.before,
                                            greatest(lower(whole.gap) + day.before, upper(whole.gap) - day.after), '[)'))
                   - taken.of_patient) gap (visits)
             where greatest(day.starts, lower(gap.visits)) + day.length <= upper(gap.visits)
               and greatest(day.starts, lower(gap.visits)) < day.ends
               and (cast(:provider as integer) is not null
                    or (cast(:cadre as text) is null or lower(r.cadre) = lower(:cadre))
                       and (cast(:specialization as text) is null or lower(r.specialization) = lower(:specialization))
                       and (t.id is null or offered_by(t.cadres, t.specializations, r.cadre, r.specialization)))
             order by starts, place.provider_id
             limit 1
            """;

    /// Whether the provider has open hours left today at the facility, taken or not.
    static boolean worksStill(Tx tx, ProviderId provider, int facility, Instant now) {
        return tx.query("""
                        select exists (
                            select 1
                              from facilities f
                             cross join lateral (
                                   select tstzrange(:now, (date_trunc('day', cast(:now as timestamptz) at time zone f.time_zone)
                                                           + interval '1 day') at time zone f.time_zone, '[)') as span) rest
                             cross join lateral open_sessions(rest.span, array[:provider]) s
                             where f.id = :facility and s.facility_id = f.id
                               and s.open_times && rest.span)
                        """)
                .bind("provider", provider.value())
                .bind("facility", facility)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }
}
