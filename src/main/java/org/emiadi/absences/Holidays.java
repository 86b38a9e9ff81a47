package org.emiadi.absences;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditLog;
import org.emiadi.facilities.CountryCode;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// The public holidays of the countries where there are facilities. The calendar fills in what is known in advance;
/// administrators add what is gazetted, and set aside what is not observed. Everybody may know them.
public final class Holidays {
    private static final String SUBJECT = "holiday";
    /// How far ahead the calendar is filled in: no appointment type can be booked further ahead than two years.
    private static final int YEARS_AHEAD = 3;

    private final HolidayCalendar calendar = new HolidayCalendar();
    private final AuditLog audit;
    private final Clock clock;

    public Holidays(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// What may be changed of a holiday.
    public record Details(String name, boolean observed) {}

    /// Enters a holiday, and tells which appointments it displaces; these stay as they are.
    ///
    /// @param preview whether to tell only, and enter nothing
    public AbsenceOutcome<Holiday> add(Tx tx, Actor actor, Holiday.Request request, boolean preview) {
        var outcome = tx.savepoint(() -> add(tx, request), added -> !preview);
        record(tx, actor, preview ? "holiday.previewed" : "holiday.added", outcome);
        return outcome;
    }

    private AbsenceOutcome<Holiday> add(Tx tx, Holiday.Request request) {
        DisplacementSql.takeTurn(tx);
        Instant now = clock.instant();
        return HolidaySql.add(tx, request, now)
                .<AbsenceOutcome<Holiday>>map(added -> new AbsenceOutcome.Done<>(added, displacedBy(tx, added, now)))
                .orElseGet(AbsenceOutcome.DayTaken::new);
    }

    /// Renames a holiday, sets it aside or has it observed again; then it displaces like a new one.
    ///
    /// @param preview whether to tell only, and change nothing
    public AbsenceOutcome<Holiday> change(Tx tx, Actor actor, int id, UnaryOperator<Details> change, boolean preview) {
        var outcome = tx.savepoint(() -> change(tx, id, change), changed -> !preview);
        record(tx, actor, preview ? "holiday.previewed" : "holiday.changed", outcome);
        return outcome;
    }

    private AbsenceOutcome<Holiday> change(Tx tx, int id, UnaryOperator<Details> change) {
        DisplacementSql.takeTurn(tx);
        Instant now = clock.instant();
        return HolidaySql.lock(tx, id)
                .<AbsenceOutcome<Holiday>>map(before -> {
                    var details = change.apply(new Details(before.name(), before.observed()));
                    var after = before.with(details.name(), details.observed());
                    boolean again = after.observed() && !before.observed();
                    HolidaySql.change(tx, after, again ? Optional.of(now) : Optional.empty());
                    return new AbsenceOutcome.Done<>(after, again ? displacedBy(tx, after, now) : Displacement.NONE);
                })
                .orElseGet(AbsenceOutcome.Absent::new);
    }

    private static Displacement displacedBy(Tx tx, Holiday holiday, Instant now) {
        return DisplacementSql.of(tx, Reason.Absence.HOLIDAY, holiday.id(), now);
    }

    /// Removes a holiday that was entered by hand.
    public AbsenceOutcome<Holiday> remove(Tx tx, Actor actor, int id) {
        var outcome = HolidaySql.lock(tx, id).map(before -> remove(tx, before)).orElseGet(AbsenceOutcome.Absent::new);
        record(tx, actor, "holiday.removed", outcome);
        return outcome;
    }

    private static AbsenceOutcome<Holiday> remove(Tx tx, Holiday before) {
        return switch (before.source()) {
            case CALENDAR -> new AbsenceOutcome.OfTheCalendar<>();
            case CLINIC -> {
                HolidaySql.remove(tx, before.id());
                yield new AbsenceOutcome.Done<>(before, Displacement.NONE);
            }
        };
    }

    /// Holidays by day, those that are not observed among them.
    public Page<Holiday> list(Tx tx, Optional<CountryCode> country, Optional<Year> year, Slice slice) {
        return HolidaySql.list(tx, country, year, slice);
    }

    /// Adds what the calendar has for this year and the next ones and what is not there yet. Any number of nodes may do
    /// so at once.
    ///
    /// @return how many days were added
    public int fillIn(Tx tx) {
        return fillIn(tx, HolidaySql.countries(tx));
    }

    /// The same for countries that lack a whole year; nearly nothing to do where there is none.
    public int fillInWhereMissing(Tx tx) {
        return fillIn(tx, HolidaySql.countriesWithout(tx, thisYear(), lastYear()));
    }

    private int fillIn(Tx tx, List<CountryCode> countries) {
        var known = countries.stream().filter(calendar::knows).toList();
        if (known.isEmpty()) {
            return 0;
        }
        DisplacementSql.takeTurn(tx);
        Instant now = clock.instant();
        int added = known.stream()
                .mapToInt(country -> HolidaySql.fillIn(tx, country, calendar.of(country, thisYear(), lastYear()), now))
                .sum();
        if (added > 0) {
            audit.record(
                    tx,
                    Actor.system("fill in holidays"),
                    AuditEvent.done("holiday.filled-in").detail(added + " days"));
        }
        return added;
    }

    private Year thisYear() {
        return Year.from(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private Year lastYear() {
        return thisYear().plusYears(YEARS_AHEAD);
    }

    private void record(Tx tx, Actor actor, String action, AbsenceOutcome<Holiday> outcome) {
        audit.record(
                tx,
                actor,
                outcome instanceof AbsenceOutcome.Done<Holiday>(Holiday holiday, Displacement displaced)
                        ? AuditEvent.done(action)
                                .on(SUBJECT, holiday.id())
                                .detail(holiday.day() + (holiday.observed() ? " observed, " : " set aside, ")
                                        + displaced.count() + " displaced")
                        : AuditEvent.refused(action).detail(outcome.getClass().getSimpleName()));
    }
}
