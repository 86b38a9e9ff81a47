package org.emiadi.reports.http;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.http.Query;
import org.emiadi.reports.Grouping;
import org.emiadi.reports.Period;
import org.emiadi.reports.ReportRequest;
import org.jspecify.annotations.Nullable;

/// Reads what clients ask for. What cannot be read is a problem that names the parameter.
final class ReportInput {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private ReportInput() {}

    /// The query parameters that all reports have in common.
    record Wanted(
            @QueryParam("from") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @Nullable
            String from,

            @QueryParam("to") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @Nullable
            String to,

            @QueryParam("by")
            @Parameter(
                    schema =
                            @Schema(
                                    type = SchemaType.STRING,
                                    enumeration = {"provider", "type", "weekday", "hour", "week"},
                                    defaultValue = "provider"))
            @Nullable
            String by,

            @QueryParam("facility_id") @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @Nullable
            String facilityId) {

        ReportRequest read(ClinicTime time, Clock clock) {
            return new ReportRequest(
                    period(from, to, time.date(clock.instant())),
                    Query.text("by", by).map(ReportInput::grouping).orElse(Grouping.PROVIDER),
                    Query.integer("facility_id", facilityId).map(FacilityId::new));
        }
    }

    private static Period period(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate end = Query.text("to", to).map(text -> day("to", text)).orElse(today);
        LocalDate start = Query.text("from", from)
                .map(text -> day("from", text))
                .orElseGet(() -> Period.beforeDay(end).from());
        Period.faultIn(start, end).ifPresent(fault -> {
            throw refusal(fault);
        });
        return new Period(start, end);
    }

    private static ProblemException refusal(Period.Fault fault) {
        return switch (fault) {
            case BACKWARDS -> Query.invalid("to", "end-after-start");
            case TOO_LONG -> Query.invalid("to", "at-most-days-after", Period.MOST_DAYS);
        };
    }

    private static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Answered below, together with the years that are far away.
        }
        throw Query.invalid(name, "date");
    }

    private static Grouping grouping(String text) {
        return Grouping.parse(text).orElseThrow(() -> Query.invalid("by", "grouping"));
    }
}
