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
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.absences.AbsenceOutcome;
import org.emiadi.absences.Displacement;
import org.emiadi.absences.Period;
import org.emiadi.absences.TimeOff;
import org.emiadi.absences.TimesOff;
import org.emiadi.facilities.Facilities;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
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

/// When providers are away. Whose visits are in the way is shown before anything is saved.
@Path("/app")
@RunOnVirtualThread
public class LeavePages {
    private static final String HERE = "/app/admin/leave";
    private static final int LONGEST_NOTE = 200;
    private static final int NOBODY = -1;
    private static final List<String> FIELDS =
            List.of("provider", "kind", "from_date", "to_date", "from_time", "to_time", "note");

    private final Pages pages;
    private final Office office;
    private final TimesOff timesOff;
    private final Providers providers;
    private final Facilities facilities;
    private final Affected affected;
    private final Clock clock;

    LeavePages(
            Pages pages,
            Office office,
            TimesOff timesOff,
            Providers providers,
            Facilities facilities,
            Affected affected,
            Clock clock) {
        this.pages = pages;
        this.office = office;
        this.timesOff = timesOff;
        this.providers = providers;
        this.facilities = facilities;
        this.affected = affected;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance leave(
                Frame frame, Form form, List<Row> rows, List<Choice> providers, List<Choice> kinds);
    }

    /// Time off on the list.
    public record Row(int id, String provider, String kind, String when, String note) {}

    @GET
    @Path("admin/leave")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response leave(@QueryParam("provider") @Nullable Integer provider) {
        return show(Form.empty().with("provider", provider).with("kind", TimeOff.Kind.LEAVE.text()));
    }

    private Response show(Form form) {
        record Known(List<Provider> providers, List<TimeOff> coming, Map<ProviderId, ZoneId> zones) {}
        var known = office.write(tx -> {
            var coming = coming(tx).rows();
            var zones = coming.stream()
                    .map(TimeOff::provider)
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), provider -> zone(tx, provider)));
            return new Known(everybody(tx), coming, zones);
        });
        Map<ProviderId, String> names = known.providers().stream()
                .collect(Collectors.toMap(
                        Provider::id, provider -> provider.details().name()));
        var rows = known.coming().stream()
                .map(off -> new Row(
                        off.id(),
                        names.getOrDefault(off.provider(), ""),
                        office.absenceWords().kind(off.kind()),
                        SpanForm.words(
                                off.during(),
                                Objects.requireNonNull(known.zones().get(off.provider())),
                                office.when()),
                        off.note() == null ? "" : off.note()))
                .toList();
        var choices = known.providers().stream()
                .map(provider -> new Choice(
                        Integer.toString(provider.personId()),
                        provider.details().name()))
                .toList();
        return pages.show(Templates.leave(pages.frame(), form, rows, choices, kinds()));
    }

    private List<Provider> everybody(Tx tx) {
        var all = new Providers.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
        return providers.list(tx, all, Slice.first(Slice.MOST)).rows();
    }

    private Page<TimeOff> coming(Tx tx) {
        var fromNow = new Period(Optional.of(clock.instant()), Optional.empty());
        return timesOff.list(tx, office.actor(), Optional.empty(), fromNow, Slice.first(Slice.MOST));
    }

    private ZoneId zone(Tx tx, ProviderId provider) {
        return timesOff.zoneOf(tx, provider)
                .orElseGet(() -> facilities.first(tx).zone());
    }

    private List<Choice> kinds() {
        return Arrays.stream(TimeOff.Kind.values())
                .map(kind -> new Choice(kind.text(), office.absenceWords().kind(kind)))
                .toList();
    }

    @POST
    @Path("admin/leave")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response add() {
        Form form = pages.form();
        var request = read(form);
        if (request.isEmpty() || Affected.goesBack(form)) {
            return show(form);
        }
        var preview = enter(request.get(), true);
        if (!Affected.wasSeen(form) && preview.count() > 0) {
            return affected.show(what(request.get(), preview), preview, form, FIELDS);
        }
        Displacement displaced = enter(request.get(), false);
        return displaced.count() == 0
                ? pages.go(HERE, Notice.of(office.absenceWords().leaveSaved()))
                : pages.go("/app/needs-moving", Notice.of(office.absenceWords().savedAndToMove(displaced.count())));
    }

    private Affected.What what(TimeOff.Request request, Displacement displaced) {
        ZoneId zone = office.read(tx -> zone(tx, request.provider()));
        return new Affected.What(
                office.absenceWords().leave(),
                office.read(tx -> providers.find(tx, request.provider()))
                                .map(provider -> provider.details().name())
                                .orElse("")
                        + ": "
                        + SpanForm.words(request.span().during(zone), zone, office.when()),
                HERE,
                displaced.count());
    }

    private Displacement enter(TimeOff.Request request, boolean preview) {
        var outcome = office.write(tx -> timesOff.add(tx, office.actor(), request, preview));
        if (outcome instanceof AbsenceOutcome.Done<TimeOff>(TimeOff entered, Displacement displaced)) {
            return displaced;
        }
        throw Office.absent();
    }

    private Optional<TimeOff.Request> read(Form form) {
        var provider = form.number("provider");
        if (provider.isEmpty()) {
            form.wrong("provider", office.shared().chooseOne());
        }
        var kind = TimeOff.Kind.parse(form.text("kind"));
        if (kind.isEmpty()) {
            form.wrong("kind", office.shared().chooseOne());
        }
        String note = office.optional(form, "note", LONGEST_NOTE);
        var span = SpanForm.read(form, office, office.read(tx -> zone(tx, new ProviderId(provider.orElse(NOBODY)))));
        return form.isGood() && provider.isPresent() && kind.isPresent() && span.isPresent()
                ? Optional.of(new TimeOff.Request(new ProviderId(provider.getAsInt()), kind.get(), span.get(), note))
                : Optional.empty();
    }

    @GET
    @Path("admin/leave/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response removed(@PathParam("id") int id) {
        return pages.go(HERE);
    }

    @POST
    @Path("admin/leave/{id}/removal")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response remove(@PathParam("id") int id) {
        var outcome = office.write(tx -> timesOff.remove(tx, office.actor(), id));
        if (!(outcome instanceof AbsenceOutcome.Done<TimeOff>)) {
            throw Office.absent();
        }
        return pages.go(HERE, Notice.of(office.absenceWords().leaveRemoved()));
    }
}
