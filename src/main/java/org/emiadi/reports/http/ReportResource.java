package org.emiadi.reports.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Csv;
import org.emiadi.platform.Database;
import org.emiadi.platform.Problem;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.platform.http.CurrentRequest;
import org.emiadi.platform.http.Problems;
import org.emiadi.reports.Report;
import org.emiadi.reports.ReportOutcome;
import org.emiadi.reports.ReportRequest;
import org.emiadi.reports.Reports;

/// Figures for whoever runs the clinic, as JSON, or as CSV for whoever accepts that first.
@Path("/reports")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@RunOnVirtualThread
@Tag(name = "Reports")
public class ReportResource {
    private static final MediaType CSV = MediaType.valueOf(Csv.MEDIA_TYPE);

    private final Database database;
    private final Reports reports;
    private final CurrentRequest request;
    private final Problems problems;
    private final ObjectMapper mapper;
    private final ClinicTime time;
    private final Clock clock;

    ReportResource(
            Database database,
            Reports reports,
            CurrentRequest request,
            Problems problems,
            ObjectMapper mapper,
            ClinicTime time,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.request = request;
        this.problems = problems;
        this.mapper = mapper;
        this.time = time;
        this.clock = clock;
    }

    @GET
    @Path("appointments")
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "reportAppointments",
            summary = "What came of the appointments of a period",
            description = "Each counts once, at the time to which it was moved last.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportJson.Visits.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response appointments(@BeanParam ReportInput.Wanted query, @Context HttpHeaders headers) {
        var wanted = query.read(time, clock);
        return answer(
                database.write(tx -> reports.visits(tx, request.actor(), wanted)),
                report -> ReportJson.Visits.of(wanted, report),
                new Form("appointments", wanted, headers));
    }

    @GET
    @Path("capacity")
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "reportCapacity",
            summary = "How much of the published time of a period is booked",
            description = "By the working hours as they stand today, without time off, closures and holidays. A session"
                    + " with three places counts its time three times.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportJson.Capacity.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response capacity(@BeanParam ReportInput.Wanted query, @Context HttpHeaders headers) {
        var wanted = query.read(time, clock);
        return answer(
                database.write(tx -> reports.capacity(tx, request.actor(), wanted)),
                report -> ReportJson.Capacity.of(wanted, report),
                new Form("capacity", wanted, headers));
    }

    @GET
    @Path("waiting")
    @Allowed(Role.ADMIN)
    @Operation(
            operationId = "reportWaiting",
            summary = "How long patients waited: from their arrival, and from the booking")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportJson.Waiting.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response waiting(@BeanParam ReportInput.Wanted query, @Context HttpHeaders headers) {
        var wanted = query.read(time, clock);
        return answer(
                database.write(tx -> reports.waits(tx, request.actor(), wanted)),
                report -> ReportJson.Waiting.of(wanted, report),
                new Form("waiting", wanted, headers));
    }

    /// In which form to answer, and under which name a file would be kept.
    private record Form(String kind, ReportRequest wanted, HttpHeaders headers) {
        boolean isCsv() {
            var first = headers.getAcceptableMediaTypes().getFirst();
            return !first.isWildcardType() && first.isCompatible(CSV);
        }

        String fileName() {
            return "%s-by-%s-%s-to-%s.csv"
                    .formatted(
                            kind,
                            wanted.by().text(),
                            wanted.period().from(),
                            wanted.period().lastDay());
        }
    }

    private <F> Response answer(ReportOutcome<F> outcome, Function<Report<F>, ?> json, Form form) {
        return switch (outcome) {
            case ReportOutcome.Made<F>(var report) -> made(json.apply(report), form);
            case ReportOutcome.NoSuchFacility<F>() ->
                problems.response(Problem.invalid("facility_id", "no-such-facility"));
        };
    }

    private Response made(Object json, Form form) {
        if (!form.isCsv()) {
            return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
        }
        return Response.ok(
                        ReportCsv.of(mapper, json),
                        CSV.withCharset(StandardCharsets.UTF_8.name().toLowerCase(java.util.Locale.ROOT)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + form.fileName() + "\"")
                .build();
    }
}
