package org.emiadi.pages.admin;

import java.time.LocalDate;
import java.util.Optional;
import org.emiadi.people.EmailAddress;
import org.emiadi.people.Gender;
import org.emiadi.people.NationalId;
import org.emiadi.people.PersonDetails;
import org.emiadi.people.Provider;
import org.emiadi.people.Providers.Profile;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.web.Form;
import org.jspecify.annotations.Nullable;

/// What is typed of a provider, and what is already known of one.
final class ProviderForm {
    // As the API and the columns of the tables hold it.
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CADRE = 100;

    private ProviderForm() {}

    static Form of(Provider provider) {
        var details = provider.details();
        return Form.empty()
                .with("version", provider.version())
                .with("first_name", details.firstName())
                .with("last_name", details.lastName())
                .with("cadre", provider.practice().cadre())
                .with("specialization", provider.practice().specialization())
                .with("phone", details.phone() == null ? null : details.phone().readable())
                .with("email", details.email() == null ? null : details.email().value())
                .with(
                        "gender",
                        details.gender() == null ? null : details.gender().code())
                .with(
                        "national_id",
                        details.nationalId() == null
                                ? null
                                : details.nationalId().value())
                .with("date_of_birth", details.dateOfBirth());
    }

    /// Empty where the form now says what is wrong.
    ///
    /// @param today nobody is born later
    static Optional<Profile> read(Form form, Office office, LocalDate today) {
        String first = office.line(form, "first_name", office.words().firstName(), LONGEST_NAME);
        String last = office.line(form, "last_name", office.words().lastName(), LONGEST_NAME);
        String cadre = office.line(form, "cadre", office.words().cadre(), LONGEST_CADRE);
        String specialization = office.optional(form, "specialization", LONGEST_CADRE);
        var phone = office.parsed(form, "phone", PhoneNumber::parse, "phone");
        var email = office.parsed(form, "email", EmailAddress::parse, "email");
        var gender = office.parsed(form, "gender", Gender::parse, "gender");
        var nationalId = office.parsed(form, "national_id", NationalId::parse, "national-id");
        LocalDate birth = birth(form, office, today);
        return form.isGood()
                ? Optional.of(new Profile(
                        new PersonDetails(first, last, birth, phone, email, gender, nationalId),
                        new Provider.Practice(cadre, specialization)))
                : Optional.empty();
    }

    private static @Nullable LocalDate birth(Form form, Office office, LocalDate today) {
        if (!form.has("date_of_birth")) {
            return null;
        }
        Optional<LocalDate> date = form.date("date_of_birth")
                .filter(day -> !day.isBefore(PersonDetails.EARLIEST_BIRTH) && !day.isAfter(today));
        if (date.isEmpty()) {
            form.wrong("date_of_birth", office.shared().enterDate());
        }
        return date.orElse(null);
    }
}
