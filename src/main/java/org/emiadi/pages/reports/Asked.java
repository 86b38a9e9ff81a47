package org.emiadi.pages.reports;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.ProblemType;
import org.emiadi.reports.Grouping;
import org.emiadi.reports.Period;
import org.emiadi.reports.ReportRequest;
import org.emiadi.web.Form;
import org.jspecify.annotations.Nullable;

/// What stands in the address of the page; everything may be left out.
///
/// @param from the first day
/// @param to   the last day, as people say it: it is included
record Asked(
        @QueryParam("from") @Nullable String from,
        @QueryParam("to") @Nullable String to,
        @QueryParam("by") @Nullable String by,
        @QueryParam("facility") @Nullable String facility) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /// Fills the form in as it was typed, or with what is meant where nothing was, and says there what is wrong.
    Optional<ReportRequest> read(Form form, LocalDate today, ReportWords words) {
        var usual = Period.beforeDay(today);
        fill(form, "from", from, usual.from());
        fill(form, "to", to, usual.lastDay());
        Grouping grouping = grouping();
        form.with("by", grouping.text()).with("facility", facility == null ? "" : facility);
        var first = day(form, "from", words);
        var last = day(form, "to", words);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        var fault = Period.faultIn(first.get(), last.get().plusDays(1));
        fault.ifPresent(is -> form.wrong(
                "to",
                switch (is) {
                    case BACKWARDS -> words.backwards();
                    case TOO_LONG -> words.tooLong();
                }));
        return fault.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new ReportRequest(new Period(first.get(), last.get().plusDays(1)), grouping, facilityId()));
    }

    private static void fill(Form form, String name, @Nullable String typed, LocalDate usual) {
        form.with(name, typed == null || typed.isBlank() ? usual : typed);
        // As people write it, also where a link brought it.
        form.date(name).ifPresent(date -> form.with(name, date));
    }

    private static Optional<LocalDate> day(Form form, String name, ReportWords words) {
        var day = form.date(name).filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR);
        if (day.isEmpty()) {
            form.wrong(name, words.enterDate());
        }
        return day;
    }

    Grouping grouping() {
        return Optional.ofNullable(by).flatMap(Grouping::parse).orElse(Grouping.PROVIDER);
    }

    private Optional<FacilityId> facilityId() {
        return Optional.ofNullable(facility).filter(text -> !text.isBlank()).map(text -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw new ProblemException(Problem.of(ProblemType.NOT_FOUND));
            }
            return new FacilityId(Integer.parseInt(text));
        });
    }

    /// The same request as it stands in an address.
    static String query(ReportRequest request) {
        return query(request.period().from(), request.period().lastDay(), request.by(), request.facility());
    }

    static String query(LocalDate from, LocalDate last, Grouping by, Optional<FacilityId> facility) {
        return "?from=" + from + "&to=" + last + "&by="
                + URLEncoder.encode(by.text(), StandardCharsets.UTF_8)
                + facility.map(id -> "&facility=" + id.value()).orElse("");
    }
}
