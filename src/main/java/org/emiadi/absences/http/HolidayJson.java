package org.emiadi.absences.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.absences.Holiday;
import org.emiadi.absences.Holidays;
import org.emiadi.absences.Span;
import org.emiadi.platform.http.NotCleared;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Patch;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// A public holiday as JSON.
@Schema(name = "Holiday")
record HolidayJson(
        int id,
        @Schema(examples = "KE") String country,
        LocalDate day,
        @Schema(examples = "Jamhuri Day") String name,

        @Schema(
                description = "From the calendar, or entered by an administrator",
                enumeration = {"calendar", "clinic"})
        String source,

        @Schema(description = "Whether facilities close on it")
        boolean observed) {

    static HolidayJson of(Holiday holiday) {
        return new HolidayJson(
                holiday.id(),
                holiday.country().letters(),
                holiday.day(),
                holiday.name(),
                holiday.source().text(),
                holiday.observed());
    }

    /// A holiday to be entered.
    @Schema(name = "NewHoliday")
    record New(
            @NotBlank @Size(max = 2) @Schema(description = "ISO 3166-1, two letters", examples = "KE")
            String country,

            @NotNull @Schema(examples = "2027-03-10") LocalDate day,

            @NotBlank @Size(max = 100) @OneLine @Schema(examples = "Idd-ul-Fitr")
            String name) {

        Holiday.Request toRequest() {
            if (day.getYear() > Span.LAST_YEAR) {
                throw Query.invalid("day", "date");
            }
            return new Holiday.Request(AbsenceInput.country(country), day, name);
        }
    }

    /// What to change of a holiday.
    @Schema(name = "HolidayChanges", description = "What is sent is changed, what is absent stays")
    record Changes(
            @NotCleared @Nullable Optional<Boolean> observed,
            @NotCleared @Nullable Optional<@NotBlank @Size(max = 100) @OneLine String> name) {

        Holidays.Details applyTo(Holidays.Details before) {
            return new Holidays.Details(Patch.kept(name, before.name()), Patch.kept(observed, before.observed()));
        }
    }

    /// What is told of a holiday that was entered or changed, or would be.
    @Schema(name = "HolidayAdded")
    record Added(
            String message,

            @Schema(description = "Null in the preview of a new one") @Nullable
            Integer holidayId,

            @Schema(description = "The first 200 appointments that now need moving because of it")
            List<DisplacedJson> displaced,

            @Schema(description = "How many there are in all")
            int displacedCount) {}
}
