package org.emiadi.pages.admin;

import java.util.Optional;
import org.emiadi.facilities.CountryCode;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityDetails;
import org.emiadi.facilities.FacilityOutcome;
import org.emiadi.facilities.MflCode;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.web.Form;

/// What is typed of a facility, and what is already known of one.
final class FacilityForm {
    // As the API and the columns of the table hold it.
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_COUNTY = 60;
    private static final int LONGEST_ADDRESS = 250;

    private FacilityForm() {}

    static Form of(Facility facility) {
        var details = facility.details();
        return Form.empty()
                .with("version", facility.version())
                .with("name", details.name())
                .with(
                        "mfl_code",
                        details.mflCode() == null ? null : details.mflCode().value())
                .with("country", details.country().letters())
                .with("county", details.county())
                .with("address", details.address())
                .with("phone", details.phone() == null ? null : details.phone().readable())
                .with("time_zone", details.zone().getId())
                .with("open_on_holidays", details.openOnHolidays() ? "yes" : null);
    }

    /// A new one is in the country and the zone of the one that is there.
    static Form like(Facility facility) {
        return Form.empty()
                .with("country", facility.details().country().letters())
                .with("time_zone", facility.zone().getId());
    }

    /// Empty where the form now says what is wrong.
    static Optional<FacilityDetails> read(Form form, Office office) {
        String name = office.line(form, "name", office.placeWords().facilityName(), LONGEST_NAME);
        var mflCode = office.parsed(form, "mfl_code", MflCode::parse, "mfl-code");
        office.required(form, "country", office.placeWords().country());
        var country = office.parsed(form, "country", CountryCode::parse, "country");
        String county = office.optional(form, "county", LONGEST_COUNTY);
        String address = office.optional(form, "address", LONGEST_ADDRESS);
        var phone = office.parsed(form, "phone", PhoneNumber::parse, "phone");
        office.required(form, "time_zone", office.placeWords().timeZone());
        var zone = office.parsed(form, "time_zone", FacilityDetails::zone, "time-zone");
        if (!form.isGood() || country == null || zone == null) {
            return Optional.empty();
        }
        return Optional.of(new FacilityDetails(
                name, mflCode, country, county, address, phone, zone, form.has("open_on_holidays")));
    }

    /// Nothing where it was done.
    static void say(Form form, FacilityOutcome outcome, Office office) {
        switch (outcome) {
            case FacilityOutcome.Done done -> {}
            case FacilityOutcome.Absent() -> throw Office.absent();
            case FacilityOutcome.Taken(String member) -> office.taken(form, member);
            case FacilityOutcome.UnknownZone() -> office.wrong(form, "time_zone", "time-zone");
            case FacilityOutcome.Stale() -> office.stale(form);
        }
    }
}
