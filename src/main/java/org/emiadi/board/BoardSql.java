package org.emiadi.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.absences.Reason;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.board.Boards.Sight;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The statements that boards are made of: who is on it, their hours, their absences, their visits. One of each kind,
/// however many providers there are.
final class BoardSql {
    private static final String SPAN = "tstzrange(cast(:from as timestamptz), cast(:to as timestamptz), '[)')";

    /// An appointment or a hold that is on the board. None is longer than a day, so that an index finds those that
    /// reach into the span from a day before its start on.
    private static final String ON_THE_BOARD = """
            a.effective_start > (select cast(:from as timestamptz) - interval '24 hours')
                       and a.effective_start < (select cast(:to as timestamptz))
                       and a.during && (select %s) and a.status <> 'cancelled'
                       and (a.held_until is null or a.held_until > (select cast(:now as timestamptz)))
            """.formatted(SPAN);

    private BoardSql() {}

    /// What is asked for, out of the planner's sight, so that PostgreSQL keeps its plans (docs/adr/0057).
    private static String asked(String columns) {
        return "(select " + columns + " offset 0) asked";
    }

    /// What a board shows.
    ///
    /// @param facility null for wherever the provider works
    /// @param provider null for everybody who works at the facility
    record Frame(@Nullable FacilityId facility, @Nullable ProviderId provider, TimeRange span, Instant now) {
        /// Only what narrows, so that the planner sees which index serves it.
        String onTheBoard() {
            return ON_THE_BOARD
                    + (facility == null ? "" : " and a.facility_id = :facility")
                    + (provider == null ? "" : " and a.provider_id = :provider");
        }
    }

    /// A provider and the clock where they work.
    record Working(Column.Seeing who, ZoneId zone) {}

    /// Those who have hours or visits, by last name.
    static Page<Column.Seeing> providers(Tx tx, Frame frame, Sight sight, Slice slice) {
        record Row(Column.Seeing who, Cursor key) {}
        var after = slice.after();
        var rows = framed(tx.query("""
                        with there as (
                            select s.provider_id
                              from %s
                             cross join lateral open_sessions(asked.span) s
                             where s.facility_id = :facility
                            union
                            select a.provider_id from appointments a where %s
                        )
                        select p.id, p.first_name, p.last_name, r.cadre, r.specialization
                          from there
                          join persons p on p.id = there.provider_id
                          join providers r on r.id = p.id
                         where (cast(:own as integer) is null or p.id = :own)
                           and (cast(:afterId as bigint) is null
                                or (p.last_name, p.first_name, p.id) > (:afterLast, :afterFirst, cast(:afterId as bigint)))
                         order by p.last_name, p.first_name, p.id
                         limit :rows
                        """.formatted(asked(SPAN + " as span"), frame.onTheBoard())), frame)
                .bind("own", number(sight.only()))
                .bind("afterLast", after.map(cursor -> cursor.text(0)).orElse(null))
                .bind("afterFirst", after.map(cursor -> cursor.text(1)).orElse(null))
                .bind("afterId", after.map(cursor -> cursor.number(2)).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> new Row(
                        seeing(row),
                        Cursor.of(row.getString("last_name"), row.getString("first_name"), row.getInt("id"))))
                .list();
        return Page.of(rows, slice.limit(), Row::key).map(Row::who);
    }

    static Optional<Working> provider(Tx tx, ProviderId whose) {
        return tx.query("""
                        select p.id, p.first_name, p.last_name, r.cadre, r.specialization,
                               time_zone_of_provider(r.id) as time_zone
                          from providers r
                          join persons p on p.id = r.id
                         where r.id = :provider
                        """)
                .bind("provider", whose.value())
                .map((row, context) -> new Working(seeing(row), ZoneId.of(row.getString("time_zone"))))
                .findOne();
    }

    /// What is on the board of these providers.
    static Entries entries(Tx tx, Frame frame, List<ProviderId> providers) {
        var sessions = sessions(tx, frame, providers);
        var held = new ArrayList<Held>();
        var visits = visits(tx, frame, providers, held);
        return new Entries(sessions, absences(tx, frame, providers, sessions), visits, held);
    }

    private static List<Session> sessions(Tx tx, Frame frame, List<ProviderId> providers) {
        var query = tx.query("""
                        select s.provider_id, s.facility_id, f.name as place, lower(s.during) as starts,
                               upper(s.during) as ends, s.capacity,
                               array(select lower(o) from unnest(s.open_times) o order by o) as opens,
                               array(select upper(o) from unnest(s.open_times) o order by o) as closes
                          from %s
                         cross join lateral open_sessions(asked.span, asked.providers) s
                          join facilities f on f.id = s.facility_id
                         where %s
                         order by lower(s.during), s.provider_id, s.working_hours_id
                        """.formatted(
                        asked(SPAN + " as span, cast(:providers as integer[]) as providers"),
                        frame.facility() == null ? "true" : "s.facility_id = :facility"));
        return within(query, frame)
                .bindArray("providers", Integer.class, numbers(providers))
                .map((row, context) -> session(row))
                .list();
    }

    private static Session session(ResultSet row) throws SQLException {
        var opens = (Timestamp[]) row.getArray("opens").getArray();
        var closes = (Timestamp[]) row.getArray("closes").getArray();
        var open = new ArrayList<TimeRange>();
        for (int i = 0; i < opens.length; i++) {
            open.add(new TimeRange(opens[i].toInstant(), closes[i].toInstant()));
        }
        return new Session(
                new ProviderId(row.getInt("provider_id")),
                new FacilityId(row.getInt("facility_id")),
                row.getString("place"),
                span(row),
                row.getInt("capacity"),
                open);
    }

    // Of closures and holidays those are shown that concern where the providers work.
    private static List<Away> absences(Tx tx, Frame frame, List<ProviderId> providers, List<Session> sessions) {
        var places = frame.facility() == null
                ? sessions.stream().map(Session::facility).distinct().toList()
                : List.of(frame.facility());
        return tx.query("""
                        select 'time_off' as absence, t.id, t.kind as name, t.provider_id, lower(t.during) as starts,
                               upper(t.during) as ends
                          from time_off t
                         where t.during && %1$s and t.provider_id = any (:providers)
                        union all
                        select 'closure', c.id, c.reason, null, lower(c.during), upper(c.during)
                          from facility_closures c
                         where c.during && %1$s and c.facility_id = any (:facilities)
                        union all
                        select distinct 'holiday', h.id, h.name, cast(null as integer), day.starts, day.ends
                          from facilities f
                          join holidays h on h.country = f.country and h.observed
                         cross join lateral (
                               select h.day::timestamp at time zone f.time_zone as starts,
                                      (h.day + 1)::timestamp at time zone f.time_zone as ends) day
                         where f.id = any (:facilities) and not f.open_on_holidays
                           and tstzrange(day.starts, day.ends, '[)') && %1$s
                           and h.day between cast(cast(:from as timestamptz) at time zone 'UTC' as date) - 1
                                         and cast(cast(:to as timestamptz) at time zone 'UTC' as date) + 1
                         order by starts, absence, id
                         limit :most
                        """.formatted(SPAN))
                .bind("from", frame.span().start())
                .bind("to", frame.span().end())
                .bindArray("providers", Integer.class, numbers(providers))
                .bindArray(
                        "facilities",
                        Integer.class,
                        places.stream().map(FacilityId::value).toList())
                .bind("most", Boards.MOST_VISITS)
                .map((row, context) -> away(row))
                .list();
    }

    private static Away away(ResultSet row) throws SQLException {
        Integer provider = row.getObject("provider_id", Integer.class);
        return new Away(
                new Reason(Reason.Absence.parse(row.getString("absence")), row.getInt("id"), row.getString("name")),
                provider == null ? null : new ProviderId(provider),
                span(row));
    }

    // Holds are rows of the same table, and come out of the same statement.
    private static List<Visit> visits(Tx tx, Frame frame, List<ProviderId> providers, List<Held> held) {
        // What displaces a visit is asked from now on: what is over needs no moving.
        Instant coming = frame.now().isBefore(frame.span().start())
                ? frame.span().start()
                : frame.now().isBefore(frame.span().end())
                        ? frame.now()
                        : frame.span().end();
        String asked = asked("tstzrange(cast(:coming as timestamptz), cast(:to as timestamptz), '[)') as span");
        String provider = frame.provider() == null ? "null" : ":provider";
        var visits = new ArrayList<Visit>();
        framed(tx.query("""
                        select a.id, a.provider_id, a.patient_id, a.effective_start as starts, upper(a.during) as ends,
                               a.lane, a.status, a.held_until, a.appointment_type_id, t.name as type_name, t.colour,
                               room.name as room_name, a.outside_hours, a.arrived_at, a.started_at, a.ended_at, a.ticket,
                               a.version, p.first_name || ' ' || p.last_name as patient_name, p.phone, who.patient_number,
                               d.appointment_id is not null as displaced
                          from appointments a
                          left join patients who on who.id = a.patient_id
                          left join persons p on p.id = who.id
                          left join appointment_types t on t.id = a.appointment_type_id
                          left join rooms room on room.id = a.room_id
                          left join (select distinct displaced.appointment_id
                                       from %s
                                      cross join lateral displacements(asked.span, %s) displaced) d
                            on d.appointment_id = a.id
                         where a.provider_id = any (cast((select :providers) as integer[])) and %s
                         order by a.effective_start, a.id
                         limit :most
                        """.formatted(asked, provider, frame.onTheBoard())), frame)
                .bind("coming", coming)
                .bindArray("providers", Integer.class, numbers(providers))
                .bind("most", Boards.MOST_VISITS)
                .map((row, context) ->
                        row.getTimestamp("held_until") == null ? visits.add(visit(row)) : held.add(held(row)))
                .list();
        return visits;
    }

    private static Visit visit(ResultSet row) throws SQLException {
        Integer type = row.getObject("appointment_type_id", Integer.class);
        return new Visit(
                new AppointmentId(row.getInt("id")),
                new ProviderId(row.getInt("provider_id")),
                new Visit.Who(
                        new PatientId(row.getInt("patient_id")),
                        row.getString("patient_number"),
                        row.getString("patient_name"),
                        row.getString("phone")),
                span(row),
                row.getInt("lane"),
                AppointmentStatus.parse(row.getString("status")).orElseThrow(),
                type == null ? null : new Visit.Kind(type, row.getString("type_name"), row.getString("colour")),
                row.getString("room_name"),
                row.getBoolean("outside_hours"),
                row.getBoolean("displaced"),
                new Visit.Presence(
                        instant(row, "arrived_at"),
                        instant(row, "started_at"),
                        instant(row, "ended_at"),
                        row.getObject("ticket", Integer.class)),
                row.getInt("version"));
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getInt("id"),
                new ProviderId(row.getInt("provider_id")),
                span(row),
                row.getInt("lane"),
                row.getTimestamp("held_until").toInstant());
    }

    /// The versions of all that is on the board, folded into a few letters.
    static String mark(Tx tx, Frame frame) {
        return framed(tx.query("""
                        select md5(concat_ws(';',
                               (select string_agg(concat_ws(',', a.id, a.version, a.status, a.provider_id), ' ' order by a.id)
                                  from appointments a where %1$s),
                               (select string_agg(cast(t.id as text), ' ' order by t.id)
                                  from time_off t where t.during && (select %2$s)),
                               (select string_agg(cast(c.id as text), ' ' order by c.id)
                                  from facility_closures c where c.during && (select %2$s))))
                        """.formatted(frame.onTheBoard(), SPAN)), frame)
                .mapTo(String.class)
                .one();
    }

    private static Query framed(Query query, Frame frame) {
        within(query, frame).bind("now", frame.now());
        return frame.provider() == null
                ? query
                : query.bind("provider", frame.provider().value());
    }

    private static Query within(Query query, Frame frame) {
        query.bind("from", frame.span().start()).bind("to", frame.span().end());
        return frame.facility() == null
                ? query
                : query.bind("facility", frame.facility().value());
    }

    private static @Nullable Integer number(@Nullable ProviderId provider) {
        return provider == null ? null : provider.value();
    }

    private static List<Integer> numbers(List<ProviderId> providers) {
        return providers.stream().map(ProviderId::value).toList();
    }

    private static Column.Seeing seeing(ResultSet row) throws SQLException {
        return new Column.Seeing(
                new ProviderId(row.getInt("id")),
                row.getString("first_name") + " " + row.getString("last_name"),
                row.getString("cadre"),
                row.getString("specialization"));
    }

    private static TimeRange span(ResultSet row) throws SQLException {
        return new TimeRange(
                row.getTimestamp("starts").toInstant(), row.getTimestamp("ends").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
