package org.emiadi.pages.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.absences.Cancelling;
import org.emiadi.absences.Keeping;
import org.emiadi.absences.NeedsMoving;
import org.emiadi.absences.Reason;
import org.emiadi.absences.ToMove;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Database;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The appointments that leave, closures and holidays are in the way of, to be worked off one by one or cancelled
/// together.
@Path("/app")
@RunOnVirtualThread
public class MovingListPages {
    private static final String PAGE = "/app/needs-moving";
    private static final int ROWS = 50;
    private static final int KEYS = 2;
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final NeedsMoving needsMoving;
    private final Patients patients;
    private final Directory directory;
    private final Faces faces;
    private final ClinicTime time;
    private final Pages pages;

    MovingListPages(
            Database database,
            NeedsMoving needsMoving,
            Patients patients,
            Directory directory,
            Faces faces,
            ClinicTime time,
            Pages pages) {
        this.database = database;
        this.needsMoving = needsMoving;
        this.patients = patients;
        this.directory = directory;
        this.faces = faces;
        this.time = time;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance moving(Frame frame, List<Row> rows, @Nullable String next, Form form);
    }

    /// An appointment that needs moving, with whom to ring about it.
    record Row(
            int id, String when, String provider, @Nullable Face patient, String why) {}

    @GET
    @Path("needs-moving")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response list(@QueryParam("after") @DefaultValue("") String after) {
        return show(after, Form.empty());
    }

    private Response show(String after, Form form) {
        var slice = new Slice(ROWS, Cursor.parse(after, KEYS));
        return database.write(tx -> {
            Page<ToMove> page = needsMoving.list(tx, pages.actor(), NeedsMoving.Filter.all(), slice);
            return pages.show(Templates.moving(
                    pages.frame(),
                    rows(tx, page.rows()),
                    page.next().map(cursor -> cursor.text()).orElse(null),
                    form));
        });
    }

    private List<Row> rows(Tx tx, List<ToMove> found) {
        var people = patients.several(
                tx,
                pages.actor(),
                found.stream().map(row -> row.appointment().patient()).toList());
        Names names = directory.names(
                tx, found.stream().map(row -> row.appointment().provider()).toList());
        return found.stream().map(row -> row(row, people, names)).toList();
    }

    private Row row(ToMove row, Map<PatientId, Patient> people, Names names) {
        var visit = row.appointment();
        ZoneId zone = names.zone(visit.facility(), time.zone());
        Patient patient = people.get(visit.patient());
        return new Row(
                visit.id().value(),
                pages.when().full(visit.during().start(), zone),
                names.provider(visit.provider()),
                patient == null ? null : faces.of(patient),
                row.reasons().stream().map(this::why).distinct().collect(Collectors.joining(", ")));
    }

    private String why(Reason reason) {
        MovingWords words = words();
        return switch (reason.absence()) {
            case TIME_OFF -> words.providerIsAway();
            case CLOSURE -> words.clinicIsClosed(reason.name());
            case HOLIDAY -> words.isHoliday(reason.name());
        };
    }

    /// Somebody stands in.
    @POST
    @Path("needs-moving/{id: [0-9]+}/keep")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response keep(@PathParam("id") int id) {
        String reason = pages.form().given("reason").orElse(words().somebodyStandsIn());
        var outcome = database.write(tx -> needsMoving.keep(tx, pages.actor(), new AppointmentId(id), cut(reason)));
        return switch (outcome) {
            case Keeping.Kept kept -> pages.go(PAGE, Notice.of(words().kept()));
            case Keeping.NotToCome over -> pages.go(PAGE, Notice.of(words().notAnyMore()));
            case Keeping.Absent() -> throw Refusals.absent();
        };
    }

    /// Those that were ticked, all or none.
    @POST
    @Path("needs-moving/cancellation")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response cancel() {
        Form form = pages.form();
        List<AppointmentId> ids = form.all("id").stream()
                .filter(id -> id.matches("[0-9]{1,9}"))
                .limit(NeedsMoving.MOST_AT_ONCE)
                .map(id -> new AppointmentId(Integer.parseInt(id)))
                .toList();
        if (ids.isEmpty()) {
            form.wrong("", words().tickSome());
        }
        String reason = form.required("reason", words().enterReason());
        if (!form.isGood()) {
            return show("", form);
        }
        return switch (database.write(tx -> needsMoving.cancel(tx, pages.actor(), ids, cut(reason)))) {
            case Cancelling.Cancelled(int count) -> pages.go(PAGE, Notice.of(words().cancelledSome(count)));
            case Cancelling.Refused refused -> {
                form.wrong("", words().notAnyMore());
                yield show("", form);
            }
        };
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    private MovingWords words() {
        return pages.words(MovingWords.class);
    }

    /// For whoever reloads the page that refused.
    @GET
    @Path("needs-moving/cancellation")
    @Allowed({Role.ADMIN, Role.RECEPTIONIST})
    @Operation(hidden = true)
    public Response afterCancelling() {
        return pages.go(PAGE);
    }
}
