package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.audit.AuditEntry;
import org.emiadi.audit.AuditEvent;
import org.emiadi.audit.AuditFilter;
import org.emiadi.audit.AuditLog;
import org.emiadi.audit.http.AuditCsv;
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Csv;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Query;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Who did what to whose data. What is looked for stands in the address, by numbers, so that it can be kept and sent
/// on.
@Path("/app")
@RunOnVirtualThread
public class AuditPages {
    private static final int NOBODY = -1;

    private final Pages pages;
    private final Office office;
    private final AuditLog audit;
    private final Users users;
    private final Patients patients;
    private final ClinicTime time;

    AuditPages(Pages pages, Office office, AuditLog audit, Users users, Patients patients, ClinicTime time) {
        this.pages = pages;
        this.office = office;
        this.audit = audit;
        this.users = users;
        this.patients = patients;
        this.time = time;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance audit(
                Frame frame, Form form, List<Row> rows, String csv, @Nullable String next, int most);
    }

    /// What is looked for.
    record Wanted(
            @QueryParam("user") @Nullable String user,
            @QueryParam("patient") @Nullable String patient,
            @QueryParam("action") @Nullable String action,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor) {

        Form form() {
            return Form.empty()
                    .with("user", user)
                    .with("patient", patient)
                    .with("action", action)
                    .with("from", from)
                    .with("to", to);
        }

        String address(String path, @Nullable String cursor) {
            var uri = UriBuilder.fromPath(path);
            add(uri, "user", user);
            add(uri, "patient", patient);
            add(uri, "action", action);
            add(uri, "from", from);
            add(uri, "to", to);
            add(uri, "cursor", cursor);
            return uri.build().toString();
        }

        // Anything that is typed goes into the address as it is, and braces are no parameters of ours.
        private static void add(UriBuilder uri, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                uri.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
            }
        }
    }

    /// An entry on the page.
    ///
    /// @param who     the username; the role for the server itself and for whoever had not signed in
    /// @param subject what was touched; empty for nothing
    public record Row(
            String at,
            String who,
            String role,
            String action,
            boolean refused,
            String subject,
            String patient,
            int patientId,
            String address,
            String detail) {}

    @GET
    @Path("admin/audit")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response trail(@BeanParam Wanted wanted) {
        Form form = wanted.form();
        var slice = Query.slice(null, wanted.cursor(), 1);
        record Found(Page<AuditEntry> page, Map<Integer, User> users, Map<PatientId, Patient> patients) {}
        var found = office.write(tx -> {
            var page = audit.list(tx, office.actor(), filter(tx, form), slice);
            return new Found(
                    page,
                    users.findAll(tx, ids(page.rows().stream().map(AuditEntry::userId))),
                    patients.several(
                            tx,
                            office.actor(),
                            ids(page.rows().stream().map(entry -> entry.event().patientId())).stream()
                                    .map(PatientId::new)
                                    .toList()));
        });
        var rows = found.page().rows().stream()
                .map(entry -> row(entry, found.users(), found.patients()))
                .toList();
        String next = found.page()
                .next()
                .map(Cursor::text)
                .map(cursor -> wanted.address("/app/admin/audit", cursor))
                .orElse(null);
        int status = form.isGood() ? 200 : 422;
        return pages.show(
                status,
                Templates.audit(
                        pages.frame(),
                        form,
                        rows,
                        wanted.address("/app/admin/audit.csv", null),
                        next,
                        AuditLog.MOST_EXPORTED));
    }

    private static List<Integer> ids(Stream<@Nullable Integer> ids) {
        return ids.filter(Objects::nonNull).distinct().toList();
    }

    private Row row(AuditEntry entry, Map<Integer, User> known, Map<PatientId, Patient> named) {
        AuditEvent event = entry.event();
        User user = entry.userId() == null ? null : known.get(entry.userId());
        Integer patient = event.patientId();
        String subject = event.subject();
        String detail = event.detail();
        return new Row(
                office.when().moment(entry.at(), time.zone()),
                user == null ? "" : user.username(),
                office.officeWords().roleInTrail(entry.role()),
                event.action(),
                event.outcome() == AuditEvent.Outcome.REFUSED,
                subject == null ? "" : subject + " " + event.subjectId(),
                patient == null ? "" : name(patient, named.get(new PatientId(patient))),
                patient == null ? 0 : patient,
                entry.address(),
                detail == null ? "" : detail);
    }

    private static String name(int id, @Nullable Patient patient) {
        return patient == null ? Integer.toString(id) : patient.details().name();
    }

    // What cannot be read is said; a user or patient of that name there is none of, so nothing is listed for them.
    private AuditFilter filter(Tx tx, Form form) {
        Optional<Integer> user = form.given("user")
                .map(name -> users.find(tx, name)
                        .map(User::id)
                        .orElseGet(
                                () -> wrong(form, "user", office.officeWords().noSuchUser())));
        Optional<Integer> patient = form.given("patient")
                .map(number -> form.number("patient")
                        .orElseGet(() -> wrong(form, "patient", office.shared().enterNumber())));
        return new AuditFilter(
                user,
                patient,
                form.given("action"),
                day(form, "from").map(time::startOf),
                day(form, "to").map(last -> time.startOf(last.plusDays(1))));
    }

    private static int wrong(Form form, String field, String sentence) {
        form.wrong(field, sentence);
        return NOBODY;
    }

    private Optional<LocalDate> day(Form form, String name) {
        Optional<LocalDate> day = form.date(name).filter(given -> isPlausible(time.startOf(given)));
        if (form.has(name) && day.isEmpty()) {
            form.wrong(name, office.shared().enterDate());
        }
        return day;
    }

    private boolean isPlausible(Instant instant) {
        return time.parse(instant.toString()).isPresent();
    }

    /// The same as a table for spreadsheets; the page with what is wrong, where that cannot be read.
    @GET
    @Path("admin/audit.csv")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response csv(@BeanParam Wanted wanted) {
        Form form = wanted.form();
        var page = office.write(tx -> {
            var filter = filter(tx, form);
            return form.isGood()
                    ? Optional.of(audit.export(tx, office.actor(), filter, Optional.empty()))
                    : Optional.<Page<AuditEntry>>empty();
        });
        if (page.isEmpty()) {
            return trail(wanted);
        }
        return Response.ok(AuditCsv.of(page.get().rows(), time), Csv.MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .build();
    }
}
