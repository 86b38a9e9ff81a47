package org.emiadi.slots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.OfferedBy;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.slots.FreeSlots.Question;
import org.emiadi.slots.SlotSearch.With;
import org.emiadi.slots.SlotsFound.Named;
import org.jdbi.v3.core.statement.Query;

/// Every statement about slots. What a free slot is, the functions of the database say.
final class SlotSql {
    private static final String VISIT = """
            tstzrange(:from, :to, '[)'), :now, make_interval(mins => :duration), make_interval(mins => :before),
            make_interval(mins => :after), make_interval(mins => :every), :type,
            """;

    // Everybody is null for the functions, which is quicker than a list of everybody.
    private static final String WITH = """
            case when not :everybody then array(
                select p.id
                  from providers p
                 where (cast(:provider as integer) is null or p.id = :provider)
                   and (cast(:cadre as text) is null or lower(p.cadre) = lower(:cadre))
                   and (cast(:specialization as text) is null or lower(p.specialization) = lower(:specialization))
                   and offered_by(:cadres, :specializations, p.cadre, p.specialization)) end,
            cast(:facility as integer),
            """;

    private static final String PART_OF_DAY = " cast(:wallFrom as time), cast(:wallTo as time)";

    private static final String SLOTS = """
            select s.provider_id, s.facility_id, s.time_zone, s.starts, s.ends, s.places,
                   p.first_name || ' ' || p.last_name as provider_name, t.cadre, t.specialization,
                   f.name as facility_name
              from %s(""" + VISIT + WITH + " :most, " + PART_OF_DAY + """
                   ) s
              join providers t on t.id = s.provider_id
              join persons p on p.id = s.provider_id
              join facilities f on f.id = s.facility_id
             order by s.starts, s.provider_id, s.facility_id
            """;

    private SlotSql() {}

    static List<Slot> next(Tx tx, Question question, int most) {
        return slots(tx, SLOTS.formatted("next_free_slots"), question, most);
    }

    static List<Slot> first(Tx tx, Question question, int most) {
        return slots(tx, SLOTS.formatted("first_free_slots"), question, most);
    }

    private static List<Slot> slots(Tx tx, String sql, Question question, int most) {
        return bind(tx.query(sql), question)
                .bind("most", most)
                .map((row, context) -> slot(row))
                .list();
    }

    static List<FreeDay> days(Tx tx, Question question, YearMonth month) {
        var query = tx.query("select d.day, d.free from free_days(" + VISIT + WITH + PART_OF_DAY + """
                ) d
                 where d.day between :firstDay and :lastDay
                 order by d.day
                """);
        return bind(query, question)
                .bind("firstDay", month.atDay(1))
                .bind("lastDay", month.atEndOfMonth())
                .map((row, context) -> new FreeDay(row.getObject("day", LocalDate.class), row.getInt("free")))
                .list();
    }

    private static Query bind(Query query, Question question) {
        var timing = question.timing();
        var with = question.search().with();
        var part = question.search().when().part();
        return query.bind("from", question.within().start())
                .bind("to", question.within().end())
                .bind("now", question.now())
                .bind("duration", Math.toIntExact(timing.duration().toMinutes()))
                .bind("before", Math.toIntExact(timing.before().toMinutes()))
                .bind("after", Math.toIntExact(timing.after().toMinutes()))
                .bind("every", Math.toIntExact(timing.every().toMinutes()))
                .bind("type", question.type())
                .bind("everybody", isEverybody(question))
                .bind("provider", with.provider().map(ProviderId::value).orElse(null))
                .bind("cadre", with.cadre().orElse(null))
                .bind("specialization", with.specialization().orElse(null))
                .bind("facility", with.facility().map(FacilityId::value).orElse(null))
                .bindArray("cadres", String.class, question.offeredBy().cadres())
                .bindArray("specializations", String.class, question.offeredBy().specializations())
                .bind("wallFrom", part.map(PartOfDay::from).orElse("00:00"))
                .bind("wallTo", part.map(PartOfDay::to).orElse("24:00"));
    }

    private static boolean isEverybody(Question question) {
        var with = question.search().with();
        return with.provider().isEmpty()
                && with.cadre().isEmpty()
                && with.specialization().isEmpty()
                && question.offeredBy().equals(OfferedBy.ALL);
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                new Slot.By(
                        new ProviderId(row.getInt("provider_id")),
                        row.getString("provider_name"),
                        row.getString("cadre"),
                        row.getString("specialization")),
                new Slot.At(
                        new FacilityId(row.getInt("facility_id")),
                        row.getString("facility_name"),
                        ZoneId.of(row.getString("time_zone"))),
                new TimeRange(
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()),
                row.getInt("places"));
    }

    /// What the search names although there is no such thing.
    static Optional<Named> unknown(Tx tx, With with) {
        return tx.query("""
                        select case
                               when :provider not in (select id from providers) then 'PROVIDER'
                               when :facility not in (select id from facilities) then 'FACILITY'
                               end
                        """)
                .bind("provider", with.provider().map(ProviderId::value).orElse(null))
                .bind("facility", with.facility().map(FacilityId::value).orElse(null))
                .mapTo(String.class)
                .findOne()
                .map(Named::valueOf);
    }
}
