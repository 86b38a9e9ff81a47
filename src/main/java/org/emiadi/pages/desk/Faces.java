package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.emiadi.people.Gender;
import org.emiadi.people.Patient;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// Puts patients into words.
@Singleton
final class Faces {
    private final Pages pages;
    private final ClinicTime time;
    private final Clock clock;

    Faces(Pages pages, ClinicTime time, Clock clock) {
        this.pages = pages;
        this.time = time;
        this.clock = clock;
    }

    LocalDate today() {
        return time.date(clock.instant());
    }

    Face of(Patient patient) {
        var details = patient.details();
        PhoneNumber phone = details.phone();
        var nationalId = details.nationalId();
        var email = details.email();
        return new Face(
                patient.personId(),
                details.name(),
                patient.number(),
                born(details.dateOfBirth()),
                sex(details.gender()),
                phone == null ? null : phone.readable(),
                nationalId == null ? null : nationalId.value(),
                email == null ? null : email.value(),
                patient.version());
    }

    private @Nullable String born(@Nullable LocalDate date) {
        return date == null
                ? null
                : pages.words(DeskWords.class)
                        .bornAndAge(
                                pages.when().date(date),
                                Period.between(date, today()).getYears());
    }

    private @Nullable String sex(@Nullable Gender gender) {
        if (gender == null) {
            return null;
        }
        DeskWords words = pages.words(DeskWords.class);
        return switch (gender) {
            case FEMALE -> words.female();
            case MALE -> words.male();
            case OTHER -> words.otherSex();
            case UNKNOWN -> words.unknownSex();
        };
    }
}
