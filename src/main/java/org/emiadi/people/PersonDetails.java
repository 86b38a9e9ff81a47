package org.emiadi.people;

import java.time.LocalDate;
import org.emiadi.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// What is known of a person, patient or provider. What is null is not known.
public record PersonDetails(
        String firstName,
        String lastName,
        @Nullable LocalDate dateOfBirth,
        @Nullable PhoneNumber phone,
        @Nullable EmailAddress email,
        @Nullable Gender gender,
        @Nullable NationalId nationalId) {
    /// The earliest date of birth that is taken for one.
    public static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    public PersonDetails {
        firstName = firstName.strip();
        lastName = lastName.strip();
        if (firstName.isEmpty() || lastName.isEmpty()) {
            throw new IllegalArgumentException("a person has two names");
        }
    }

    /// As one says it: first name first.
    public String name() {
        return firstName + " " + lastName;
    }
}
