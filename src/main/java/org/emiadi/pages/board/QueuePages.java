package org.emiadi.pages.board;

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
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.http.AppointmentAnswers;
import org.emiadi.board.Boards;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.Patients;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Query;
import org.emiadi.queue.CallOutcome;
import org.emiadi.queue.Queue;
import org.emiadi.queue.QueueEntry;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Who waits today, how long, and who is next.
@Path("/app")
@RunOnVirtualThread
public class QueuePages {
    /// From then on a wait is long, and then very long: told in words and in colour.
    private static final int LONG = 30;

    private static final int VERY_LONG = 60;

    private final Database database;
    private final Queue queue;
    private final Boards boards;
    private final Facilities facilities;
    private final Patients patients;
    private final Clock clock;
    private final Pages pages;
    private final CurrentRequest request;

    QueuePages(
            Database database,
            Queue queue,
            Boards boards,
            Facilities facilities,
            Patients patients,
            Clock clock,
            Pages pages,
            CurrentRequest request) {
        this.database = database;
        this.queue = queue;
        this.boards = boards;
        this.facilities = facilities;
        this.patients = patients;
        this.clock = clock;
        this.pages = pages;
        this.request = request;
    }

    @CheckedTemplate(basePath = "board")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance queue(Frame frame, Shown queue);
    }

    /// The queue in words.
    ///
    /// @param live where to ask whether there is something else to see; the answer is compared with `mark`
    record Shown(
            int place,
            List<DeskPages.Place> places,
            List<Next> next,
            List<Row> waiting,
            List<Row> inside,
            String live,
            String mark,
            boolean desk) {}

    /// Whose next patient can be called.
    ///
    /// @param visit   whose turn it is
    /// @param version of that visit
    record Next(int provider, int visit, int version, String label) {}

    /// Somebody in the queue.
    ///
    /// @param who      by name, or by initials for who may not know
    /// @param own      whether the reader may act for them
    /// @param priority in words; empty for routine
    /// @param tag      of the style sheet, for how long the wait is; empty for short
    /// @param length   of the wait, in words; empty for short
    record Row(
            int visit,
            int version,
            int ticket,
            String who,
            boolean own,
            String provider,
            String room,
            String priority,
            String at,
            String arrived,
            String waited,
            String tag,
            String length) {}

    @GET
    @Path("queue")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response queue(@QueryParam("place") @Nullable String place) {
        return show(DeskPages.placeIn(place), 200);
    }

    private Response show(@Nullable FacilityId where, int status) {
        var page = database.write(tx -> {
            Facility facility = (where == null ? Optional.of(facilities.first(tx)) : facilities.find(tx, where))
                    .orElseThrow(DeskPages::absent);
            var rows = queue.list(tx, pages.actor(), facility.id(), Slice.first(Slice.MOST))
                    .orElseThrow(DeskPages::absent)
                    .rows();
            return Templates.queue(pages.frame(), shown(tx, facility, rows));
        });
        return pages.show(status, page);
    }

    private Shown shown(Tx tx, Facility facility, List<QueueEntry> entries) {
        int place = facility.id().value();
        var zone = facility.zone();
        return new Shown(
                place,
                DeskPages.places(facilities, tx, facility.id()),
                next(entries),
                rows(entries, AppointmentStatus.CHECKED_IN, zone),
                rows(entries, AppointmentStatus.IN_PROGRESS, zone),
                "/app/queue/mark?place=" + place,
                mark(tx, facility.id()),
                pages.actor().isDesk());
    }

    private List<Row> rows(List<QueueEntry> entries, AppointmentStatus status, ZoneId zone) {
        return entries.stream()
                .filter(entry -> entry.status() == status)
                .map(entry -> row(entry, zone))
                .toList();
    }

    private Row row(QueueEntry entry, ZoneId zone) {
        var patient = entry.patient();
        var room = entry.room();
        boolean waits = entry.status() == AppointmentStatus.CHECKED_IN;
        return new Row(
                entry.appointment().value(),
                entry.version(),
                entry.ticket(),
                patient == null ? entry.initials() : patient.name(),
                patient != null,
                entry.provider().name(),
                room == null ? "" : room.name(),
                priority(entry),
                pages.when().time(entry.start(), zone),
                pages.when().time(entry.arrived(), zone),
                pages.when().lasting(Duration.ofMinutes(entry.waited())),
                !waits || entry.waited() < LONG ? "" : entry.waited() < VERY_LONG ? "warn" : "bad",
                !waits || entry.waited() < LONG
                        ? ""
                        : entry.waited() < VERY_LONG ? words().waitLong() : words().waitVeryLong());
    }

    private String priority(QueueEntry entry) {
        return switch (entry.priority()) {
            case EMERGENCY -> words().emergency();
            case ELDERLY -> words().elderly();
            case CHILD -> words().child();
            case ROUTINE -> "";
        };
    }

    // Those for whom somebody waits, the longest queue's head first.
    private List<Next> next(List<QueueEntry> entries) {
        var waiting = entries.stream()
                .filter(entry -> entry.status() == AppointmentStatus.CHECKED_IN)
                .filter(entry -> pages.actor().isDesk()
                        || pages.actor().isProvider(entry.provider().id().value()))
                .collect(Collectors.groupingBy(QueueEntry::provider, LinkedHashMap::new, Collectors.toList()));
        return waiting.values().stream().map(this::nextOf).toList();
    }

    private Next nextOf(List<QueueEntry> waiting) {
        var head = waiting.getFirst();
        return new Next(
                head.provider().id().value(),
                head.appointment().value(),
                head.version(),
                words().callNextOf(head.provider().name(), waiting.size()));
    }

    @GET
    @Path("queue/mark")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response mark(@QueryParam("place") @Nullable String place) {
        var where = DeskPages.placeIn(place);
        String mark = database.read(
                tx -> mark(tx, where == null ? facilities.first(tx).id() : where));
        return Response.ok(mark, MediaType.TEXT_PLAIN).build();
    }

    // Waits grow by the minute.
    private String mark(Tx tx, FacilityId where) {
        return boards.mark(tx, where, null).orElseThrow(DeskPages::absent) + "-"
                + clock.instant().getEpochSecond() / Duration.ofMinutes(1).toSeconds();
    }

    /// Calls in whoever the reader has seen at the head of a queue; pressed twice, it calls once.
    @POST
    @Path("queue/call")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response call(@QueryParam("visit") @Nullable String visit, @QueryParam("version") @Nullable String version) {
        var form = pages.form();
        var where = DeskPages.placeIn(form.orNull("place"));
        int provider = form.number("provider").orElseThrow(DeskPages::absent);
        var seen = new Queue.Head(new AppointmentId(number(visit)), number(version));
        String back = "/app/queue" + (where == null ? "" : "?place=" + where.value());
        record Called(CallOutcome outcome, String name) {}
        var called = database.write(tx -> {
            var outcome = queue.call(tx, pages.actor(), new ProviderId(provider), where, seen);
            return new Called(outcome, nameIn(tx, outcome));
        });
        return switch (called.outcome()) {
            case CallOutcome.Called(Appointment inside) -> pages.go(back, notice(inside, called.name(), back));
            case CallOutcome.NobodyWaiting() -> pages.go(back, Notice.of(words().nobodyWaits()));
            case CallOutcome.NotOwn() -> throw DeskPages.absent();
            case CallOutcome.NoSuchFacility() -> throw DeskPages.absent();
            case CallOutcome.Refused(StatusChange.Stale()) -> pages.go(back, Notice.of(words().queueMoved()));
            case CallOutcome.Refused(StatusChange why) ->
                pages.go(back, Notice.of(request.messages().detail(AppointmentAnswers.refusal(why))));
        };
    }

    private static int number(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Query::id).orElseThrow(DeskPages::absent);
    }

    /// Whoever comes back to the address of a call, by a reload or in another language.
    @GET
    @Path("queue/call")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST, Role.PROVIDER})
    @Operation(hidden = true)
    public Response called() {
        return pages.go("/app/queue");
    }

    private String nameIn(Tx tx, CallOutcome outcome) {
        return outcome instanceof CallOutcome.Called(Appointment visit)
                ? patients.find(tx, pages.actor(), visit.patient())
                        .map(patient -> patient.details().name())
                        .orElse("")
                : "";
    }

    private Notice notice(Appointment visit, String name, String back) {
        Integer ticket = visit.visit().ticket();
        return Notice.undoable(
                words().isCalled(name, ticket == null ? 0 : ticket),
                "/app/desk/visits/" + visit.id().value() + "/undo",
                Map.of(
                        "to",
                        AppointmentStatus.CHECKED_IN.text(),
                        "version",
                        String.valueOf(visit.version()),
                        "back",
                        back));
    }

    private BoardWords words() {
        return pages.words(BoardWords.class);
    }
}
