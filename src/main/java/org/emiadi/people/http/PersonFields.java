package org.emiadi.people.http;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.emiadi.people.EmailAddress;
import org.emiadi.people.Gender;
import org.emiadi.people.NationalId;
import org.emiadi.people.PersonDetails;
import org.emiadi.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// The members that new patients and new providers have in common, once they have been checked.
public interface PersonFields {
    String firstName();

    String lastName();

    @Nullable
    LocalDate dateOfBirth();

    @Nullable
    String phone();

    @Nullable
    String email();

    @Nullable
    String gender();

    @Nullable
    String nationalId();

    default PersonDetails toDetails() {
        return new PersonDetails(
                firstName(),
                lastName(),
                dateOfBirth(),
                read(phone(), PhoneNumber::parse),
                read(email(), EmailAddress::parse),
                read(gender(), Gender::parse),
                read(nationalId(), NationalId::parse));
    }

    /// The value that was written; null where nothing was. It was checked before, so it can be read.
    static <T> @Nullable T read(@Nullable String written, Function<String, Optional<T>> parse) {
        return written == null || written.isBlank()
                ? null
                : parse.apply(written).orElseThrow();
    }
}
