package org.emiadi.people.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.LocalDate;
import org.emiadi.people.PersonDetails;
import org.emiadi.platform.ClinicTime;
import org.jspecify.annotations.Nullable;

/// A day on which a living person can have been born.
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BirthDate.Check.class)
public @interface BirthDate {
    String message() default "date-of-birth";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// The check behind [BirthDate]; the clinic's day counts.
    @ApplicationScoped
    class Check implements ConstraintValidator<BirthDate, LocalDate> {
        private final Clock clock;
        private final ClinicTime time;

        Check(Clock clock, ClinicTime time) {
            this.clock = clock;
            this.time = time;
        }

        @Override
        public boolean isValid(@Nullable LocalDate date, ConstraintValidatorContext context) {
            return date == null
                    || (!date.isBefore(PersonDetails.EARLIEST_BIRTH) && !date.isAfter(time.date(clock.instant())));
        }
    }
}
