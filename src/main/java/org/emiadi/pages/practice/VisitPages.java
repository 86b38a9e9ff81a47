package org.emiadi.pages.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.Appointments;
import org.emiadi.appointments.StatusChange;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.platform.Database;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.queue.CallOutcome;
import org.emiadi.queue.Queue;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// A visit: whose it is, what is known of them, and the steps that it takes.
@Path("/app")
@RunOnVirtualThread
public class VisitPages {
    private static final int CONFLICT = 409;
    /// Ends the visit and calls in the next patient with one press.
    private static final String COMPLETED_AND_NEXT = "completed-next";

    private final Pages pages;
    private final Database database;
    private final Sheets sheets;
    private final Appointments appointments;
    private final Queue queue;

    VisitPages(Pages pages, Database database, Sheets sheets, Appointments appointments, Queue queue) {
        this.pages = pages;
        this.database = database;
        this.sheets = sheets;
        this.appointments = appointments;
        this.queue = queue;
    }

    @CheckedTemplate(basePath = "practice")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance visit(Frame frame, Form form, Sheets.Sheet sheet);
    }

    @GET
    @Path("visits/{id}")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response visit(@PathParam("id") int id, @QueryParam("after") @Nullable String after) {
        return show(200, new AppointmentId(id), Optional.ofNullable(after));
    }

    private Response show(int status, AppointmentId id, Optional<String> after) {
        return database.write(tx -> sheets.sheet(tx, pages.actor(), id, after))
                .map(sheet -> pages.show(status, Templates.visit(pages.frame(), pages.form(), sheet)))
                .orElseThrow(Missing::problem);
    }

    /// A step, and, where it ends the visit, who is next.
    private record Taken(StatusChange change, @Nullable CallOutcome next, boolean written) {}

    @POST
    @Path("visits/{id}")
    @Allowed(Role.PROVIDER)
    @Operation(hidden = true)
    public Response step(@PathParam("id") int id) {
        Form form = pages.form();
        boolean andNext = form.text("to").equals(COMPLETED_AND_NEXT);
        var to = andNext ? Optional.of(AppointmentStatus.COMPLETED) : AppointmentStatus.parse(form.text("to"));
        if (to.isEmpty()) {
            throw Missing.problem();
        }
        return take(new AppointmentId(id), to.get(), andNext);
    }

    private Response take(AppointmentId visit, AppointmentStatus to, boolean andNext) {
        var request = StatusRequest.of(to).expecting(pages.form().number("version"));
        Taken taken = database.write(tx -> {
            var change = appointments.change(tx, pages.actor(), visit, request);
            boolean done = change instanceof StatusChange.Changed;
            return new Taken(
                    change,
                    done && andNext ? queue.call(tx, pages.actor(), Me.of(pages.actor()), null) : null,
                    done && sheets.isWritten(tx, pages.actor(), visit));
        });
        return taken.change() instanceof StatusChange.Changed(Appointment after)
                ? goOn(after, taken)
                : refused(visit, to, taken.change());
    }

    private Response goOn(Appointment visit, Taken taken) {
        var words = pages.words(PracticeWords.class);
        String here = "/app/visits/" + visit.id().value();
        return switch (visit.status()) {
            case COMPLETED -> completed(taken, words);
            case IN_PROGRESS -> pages.go(here, TodayPages.called(words, visit));
            case CHECKED_IN -> pages.go(here, undoable(words.hasArrived(), visit));
            case NO_SHOW -> pages.go("/app/today", undoable(words.missed(), visit));
            case SCHEDULED, CONFIRMED, RESCHEDULED, CANCELLED -> pages.go(here, Notice.of(words.takenBack()));
        };
    }

    private Notice undoable(String text, Appointment visit) {
        return Notice.undoable(
                text,
                "/app/visits/" + visit.id().value(),
                Map.of("to", AppointmentStatus.CONFIRMED.text(), "version", Integer.toString(visit.version())));
    }

    private Response completed(Taken taken, PracticeWords words) {
        String said = taken.written() ? words.completed() : words.completedUnwritten();
        if (taken.next() instanceof CallOutcome.Called(Appointment called)) {
            return pages.go("/app/visits/" + called.id().value(), Notice.of(said + " " + words.nextCalledIn()));
        }
        return pages.go("/app/today", Notice.of(taken.next() == null ? said : said + " " + words.nobodyWaits()));
    }

    // Whoever presses twice, or comes second, wants what is there already.
    private Response refused(AppointmentId visit, AppointmentStatus wanted, StatusChange why) {
        var words = pages.words(PracticeWords.class);
        var now = database.read(tx -> sheets.statusOf(tx, pages.actor(), visit));
        if (now.isEmpty()) {
            throw Missing.problem();
        }
        if (now.get() == wanted) {
            return pages.go("/app/visits/" + visit.value());
        }
        pages.form().wrong("", why instanceof StatusChange.TooEarly ? words.tooEarly() : words.changedMeanwhile());
        return show(CONFLICT, visit, Optional.empty());
    }
}
