package org.emiadi.slots.http;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.http.Query;
import org.emiadi.slots.PartOfDay;
import org.emiadi.slots.SlotSearch;
import org.jspecify.annotations.Nullable;

/// Reads what clients ask for. What cannot be read is a problem that names the parameter.
final class SlotInput {
    private static final int SHORTEST_VISIT = 5;
    private static final int LONGEST_VISIT = 1440;
    private static final int LAST_YEAR = 2199;
    private static final int FIRST_YEAR = 1900;

    private SlotInput() {}

    /// The query parameters that all searches have in common.
    record Filter(
            @QueryParam("type") @Nullable String type,
            @QueryParam("duration_minutes") @Nullable String durationMinutes,
            @QueryParam("provider_id") @Nullable String providerId,
            @QueryParam("cadre") @Nullable String cadre,
            @QueryParam("specialization") @Nullable String specialization,
            @QueryParam("facility_id") @Nullable String facilityId,
            @QueryParam("part_of_day") @Nullable String partOfDay) {}

    static SlotSearch search(Filter filter, @Nullable String from, @Nullable String to, ClinicTime time) {
        return new SlotSearch(
                new SlotSearch.Visit(Query.integer("type", filter.type()), duration(filter.durationMinutes())),
                new SlotSearch.With(
                        Query.integer("provider_id", filter.providerId()).map(ProviderId::new),
                        Query.text("cadre", filter.cadre()),
                        Query.text("specialization", filter.specialization()),
                        Query.integer("facility_id", filter.facilityId()).map(FacilityId::new)),
                new SlotSearch.When(
                        Query.time("from", from, time),
                        Query.time("to", to, time),
                        Query.text("part_of_day", filter.partOfDay()).map(SlotInput::partOfDay)));
    }

    private static Optional<Duration> duration(@Nullable String minutes) {
        var given = Query.integer("duration_minutes", minutes);
        if (given.filter(length -> length < SHORTEST_VISIT || length > LONGEST_VISIT)
                .isPresent()) {
            throw Query.invalid("duration_minutes", "range", SHORTEST_VISIT, LONGEST_VISIT);
        }
        return given.map(Duration::ofMinutes);
    }

    private static PartOfDay partOfDay(String text) {
        return PartOfDay.parse(text).orElseThrow(() -> Query.invalid("part_of_day", "part-of-day"));
    }

    static YearMonth month(@Nullable String text) {
        String given = Query.text("month", text).orElseThrow(() -> Query.invalid("month", "required"));
        try {
            YearMonth month = YearMonth.parse(given);
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException notAMonth) {
            // Answered below, together with the months that are far away.
        }
        throw Query.invalid("month", "month");
    }
}
