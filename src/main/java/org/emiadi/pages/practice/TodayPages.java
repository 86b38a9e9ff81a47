package org.emiadi.pages.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.board.Boards;
import org.emiadi.board.Column;
import org.emiadi.board.Visit;
import org.emiadi.board.WeekBoard;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.queue.CallOutcome;
import org.emiadi.queue.Queue;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordDraft;
import org.emiadi.records.RecordDrafts;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The provider's day: who comes, who is there, what is free, what is still to be written.
@Path("/app")
@RunOnVirtualThread
public class TodayPages {
    /// Unfinished records that are shown; whoever has more has other worries.
    private static final int MOST_UNFINISHED = 20;

    private final Pages pages;
    private final Database database;
    private final Boards boards;
    private final Queue queue;
    private final MedicalRecords records;
    private final RecordDrafts drafts;
    private final Clock clock;

    TodayPages(
            Pages pages,
            Database database,
            Boards boards,
            Queue queue,
            MedicalRecords records,
            RecordDrafts drafts,
            Clock clock) {
        this.pages = pages;
        this.database = database;
        this.boards = boards;
        this.queue = queue;
        this.records = records;
        this.drafts = drafts;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance today(Frame frame, Day day);
    }

    /// A day of the week around the one that is shown.
    ///
    /// @param visits how many are expected
    public record Other(LocalDate date, long visits, boolean chosen, boolean today) {}

    /// The page of a day.
    ///
    /// @param mark       is another as soon as there is anything else to see
    /// @param unfinished records that were begun and not signed
    /// @param written    the visits of the day that have a record
    /// @param drafted    the visits that have a draft
    public record Day(
            Agenda agenda,
            List<Other> week,
            String mark,
            List<RecordDraft.Unfinished> unfinished,
            Set<AppointmentId> written,
            Set<AppointmentId> drafted) {

        public boolean isToday() {
            return week.stream().anyMatch(other -> other.chosen() && other.today());
        }

        public LocalDate before() {
            return agenda.day().minusDays(1);
        }

        public LocalDate after() {
            return agenda.day().plusDays(1);
        }

        /// `signed`, `draft`, `missing` where the visit is over without one, or nothing.
        public String recordOf(Visit visit) {
            if (written.contains(visit.id())) {
                return "signed";
            }
            if (drafted.contains(visit.id())) {
                return "draft";
            }
            return visit.status() == AppointmentStatus.COMPLETED ? "missing" : "";
        }
    }

    @GET
    @Path("today")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response today(@QueryParam("day") @Nullable String day) {
        return database.write(tx -> day(tx, date(day)))
                .map(shown -> pages.show(Templates.today(pages.frame(), shown)))
                .orElseThrow(Missing::problem);
    }

    private static Optional<LocalDate> date(@Nullable String typed) {
        return Optional.ofNullable(typed).flatMap(Form::parseDate);
    }

    private Optional<Day> day(Tx tx, Optional<LocalDate> wanted) {
        ProviderId me = Me.of(pages.actor());
        LocalDate monday = wanted.map(TodayPages::mondayOf).orElse(null);
        return boards.week(tx, pages.actor(), me, monday).map(week -> day(tx, me, week, wanted));
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Day day(Tx tx, ProviderId me, WeekBoard week, Optional<LocalDate> wanted) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(week.zone()).toLocalDate();
        LocalDate chosen = wanted.orElse(today);
        Column column = week.days().stream()
                .filter(each -> each.day().equals(chosen))
                .findFirst()
                .orElseThrow();
        var unfinished =
                drafts.list(tx, pages.actor(), Slice.first(MOST_UNFINISHED)).rows();
        return new Day(
                Agenda.of(column, week.zone(), now),
                week.days().stream()
                        .map(each -> new Other(
                                each.day(),
                                Agenda.expected(each.visits()),
                                each.day().equals(chosen),
                                each.day().equals(today)))
                        .toList(),
                boards.mark(tx, me, chosen).orElse(""),
                unfinished,
                records.written(
                        tx,
                        pages.actor(),
                        column.visits().stream().map(Visit::id).toList()),
                unfinished.stream().map(RecordDraft.Unfinished::appointment).collect(Collectors.toSet()));
    }

    /// Whether there is anything else to see; the page asks for it while somebody looks at it.
    @GET
    @Path("today/mark")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response mark(@QueryParam("day") @Nullable String day) {
        ProviderId me = Me.of(pages.actor());
        String mark = date(day)
                .flatMap(date -> database.read(tx -> boards.mark(tx, me, date)))
                .orElse("");
        return Response.ok(mark, MediaType.TEXT_PLAIN).build();
    }

    /// Calls in whoever's turn it is, and opens their visit.
    @POST
    @Path("today")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response next() {
        var words = pages.words(PracticeWords.class);
        var outcome = database.write(tx -> queue.call(tx, pages.actor(), Me.of(pages.actor()), null));
        return outcome instanceof CallOutcome.Called(Appointment called)
                ? pages.go("/app/visits/" + called.id().value(), called(words, called))
                : pages.go("/app/today", Notice.of(words.nobodyWaits()));
    }

    /// That somebody was called in, and the way to take it back.
    static Notice called(PracticeWords words, Appointment visit) {
        return Notice.undoable(
                words.calledIn(),
                "/app/visits/" + visit.id().value(),
                Map.of("to", AppointmentStatus.CHECKED_IN.text(), "version", Integer.toString(visit.version())));
    }
}
