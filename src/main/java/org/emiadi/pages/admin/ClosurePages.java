package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.absences.AbsenceOutcome;
import org.emiadi.absences.Closure;
import org.emiadi.absences.Closures;
import org.emiadi.absences.Displacement;
import org.emiadi.absences.Period;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// When whole facilities are closed. Whose visits are in the way is shown before anything is saved.
@Path("/app")
@RunOnVirtualThread
public class ClosurePages {
    private static final String HERE = "/app/admin/closures";
    private static final int LONGEST_REASON = 200;
    private static final List<String> FIELDS =
            List.of("facility", "from_date", "to_date", "from_time", "to_time", "reason");

    private final Pages pages;
    private final Office office;
    private final Closures closures;
    private final Facilities facilities;
    private final Affected affected;
    private final Clock clock;

    ClosurePages(Pages pages, Office office, Closures closures, Facilities facilities, Affected affected, Clock clock) {
        this.pages = pages;
        this.office = office;
        this.closures = closures;
        this.facilities = facilities;
        this.affected = affected;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance closures(Frame frame, Form form, List<Row> rows, List<Choice> facilities);
    }

    /// A closure on the list.
    public record Row(int id, String facility, String when, String reason) {}

    @GET
    @Path("admin/closures")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response closures(@QueryParam("facility") @Nullable Integer facility) {
        return show(Form.empty().with("facility", facility));
    }

    private Response show(Form form) {
        var places = office.facilities();
        var byId = places.stream().collect(Collectors.toMap(Facility::id, each -> each));
        var fromNow = new Period(Optional.of(clock.instant()), Optional.empty());
        var rows =
                office.read(tx -> closures.list(tx, Optional.empty(), fromNow, Slice.first(Slice.MOST))).rows().stream()
                        .flatMap(closure -> Optional.ofNullable(byId.get(closure.facility())).stream()
                                .map(facility -> row(closure, facility)))
                        .toList();
        var choices = places.stream()
                .map(facility -> new Choice(
                        Integer.toString(facility.id().value()),
                        facility.details().name()))
                .toList();
        return pages.show(Templates.closures(pages.frame(), form, rows, choices));
    }

    private Row row(Closure closure, Facility facility) {
        return new Row(
                closure.id(),
                facility.details().name(),
                SpanForm.words(closure.during(), facility.zone(), office.when()),
                closure.reason());
    }

    @POST
    @Path("admin/closures")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response add() {
        Form form = pages.form();
        Optional<Facility> facility = facility(form);
        var request = read(form, facility);
        if (request.isEmpty() || facility.isEmpty() || Affected.goesBack(form)) {
            return show(form);
        }
        var preview = enter(request.get(), true);
        if (!Affected.wasSeen(form) && preview.count() > 0) {
            var zone = facility.get().zone();
            var what = new Affected.What(
                    office.placeWords().closures(),
                    facility.get().details().name() + ": "
                            + SpanForm.words(request.get().span().during(zone), zone, office.when()),
                    HERE,
                    preview.count());
            return affected.show(what, preview, form, FIELDS);
        }
        Displacement displaced = enter(request.get(), false);
        return displaced.count() == 0
                ? pages.go(HERE, Notice.of(office.absenceWords().closureSaved()))
                : pages.go("/app/needs-moving", Notice.of(office.absenceWords().savedAndToMove(displaced.count())));
    }

    private Optional<Facility> facility(Form form) {
        var id = form.number("facility");
        return id.isEmpty() ? Optional.empty() : office.read(tx -> facilities.find(tx, new FacilityId(id.getAsInt())));
    }

    private Optional<Closure.Request> read(Form form, Optional<Facility> facility) {
        if (facility.isEmpty()) {
            form.wrong("facility", office.shared().chooseOne());
        }
        String reason = office.line(form, "reason", office.absenceWords().reason(), LONGEST_REASON);
        var zone = facility.map(Facility::zone)
                .orElseGet(() -> office.read(facilities::first).zone());
        var span = SpanForm.read(form, office, zone);
        return form.isGood() && facility.isPresent() && span.isPresent()
                ? Optional.of(new Closure.Request(facility.get().id(), span.get(), reason))
                : Optional.empty();
    }

    private Displacement enter(Closure.Request request, boolean preview) {
        var outcome = office.write(tx -> closures.add(tx, office.actor(), request, preview));
        if (outcome instanceof AbsenceOutcome.Done<Closure>(Closure entered, Displacement displaced)) {
            return displaced;
        }
        throw Office.absent();
    }

    @GET
    @Path("admin/closures/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response removed(@PathParam("id") int id) {
        return pages.go(HERE);
    }

    @POST
    @Path("admin/closures/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response remove(@PathParam("id") int id) {
        var outcome = office.write(tx -> closures.remove(tx, office.actor(), id));
        if (!(outcome instanceof AbsenceOutcome.Done<Closure>)) {
            throw Office.absent();
        }
        return pages.go(HERE, Notice.of(office.absenceWords().closureRemoved()));
    }
}
