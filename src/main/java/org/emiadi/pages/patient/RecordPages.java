package org.emiadi.pages.patient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.identity.PatientAccesses;
import org.emiadi.people.Providers;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;
import org.emiadi.platform.Page;
import org.emiadi.platform.Role;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.Query;
import org.emiadi.records.MedicalRecord;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordFilter;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// What providers wrote of a patient's visits, and who at the clinic looked at the patient's data.
@Path("/app")
@RunOnVirtualThread
public class RecordPages {
    private static final RecordFilter ALL = new RecordFilter(Optional.empty(), Optional.empty(), Optional.empty());

    private final Database database;
    private final Pages pages;
    private final MedicalRecords records;
    private final Providers providers;
    private final PatientAccesses accesses;
    private final ClinicTime time;

    RecordPages(
            Database database,
            Pages pages,
            MedicalRecords records,
            Providers providers,
            PatientAccesses accesses,
            ClinicTime time) {
        this.database = database;
        this.pages = pages;
        this.records = records;
        this.providers = providers;
        this.accesses = accesses;
        this.time = time;
    }

    @CheckedTemplate(basePath = "patient")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance records(Frame frame, Page<RecordView> records, boolean first, ZoneId zone);

        static native TemplateInstance accesses(
                Frame frame, Page<AccessView> accesses, boolean others, boolean first, ZoneId zone);
    }

    /// A record with the name of who wrote it.
    public record RecordView(MedicalRecord record, String by) {}

    @GET
    @Path("me/records")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response records(@QueryParam("cursor") @Nullable String cursor) {
        var slice = Query.slice("10", cursor, 2);
        var page = database.write(tx -> read(tx, slice));
        return pages.show(Templates.records(pages.frame(), page, slice.after().isEmpty(), time.zone()));
    }

    private Page<RecordView> read(Tx tx, Slice slice) {
        var page = records.list(tx, pages.actor(), ALL, slice);
        var by = providers.findAll(
                tx, page.rows().stream().map(MedicalRecord::provider).collect(Collectors.toSet()));
        return page.map(record -> new RecordView(
                record,
                Objects.requireNonNull(by.get(record.provider())).details().name()));
    }

    @GET
    @Path("me/accesses")
    @Allowed(Role.PATIENT)
    @Operation(hidden = true)
    public Response accesses(@QueryParam("all") @Nullable String all, @QueryParam("cursor") @Nullable String cursor) {
        var slice = Query.slice("25", cursor, 1);
        boolean others = all == null;
        var actor = pages.actor();
        var page = database.write(tx -> accesses.list(tx, actor, Visits.self(actor), others, slice))
                .orElseThrow();
        var words = pages.words(AccessWords.class);
        return pages.show(Templates.accesses(
                pages.frame(),
                page.map(access -> AccessView.of(access, words)),
                others,
                slice.after().isEmpty(),
                time.zone()));
    }
}
