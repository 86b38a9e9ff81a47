package org.emiadi.facilities.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.emiadi.facilities.CountryCode;
import org.emiadi.facilities.FacilityDetails;
import org.emiadi.facilities.MflCode;
import org.emiadi.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// Text that can be read as what a facility has one of. Blank text means that there is none.
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Form.Check.class)
@interface Form {
    Of value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// What the text is read as; the reading itself is the value type's.
    enum Of {
        MFL_CODE("mfl-code"),
        COUNTRY("country"),
        PHONE("phone"),
        TIME_ZONE("time-zone");

        private final String key;

        Of(String key) {
            this.key = key;
        }

        private boolean fits(String text) {
            return switch (this) {
                case MFL_CODE -> MflCode.parse(text).isPresent();
                case COUNTRY -> CountryCode.parse(text).isPresent();
                case PHONE -> PhoneNumber.parse(text).isPresent();
                case TIME_ZONE -> FacilityDetails.zone(text).isPresent();
            };
        }
    }

    /// The check behind [Form].
    final class Check implements ConstraintValidator<Form, String> {
        private Of form = Of.PHONE;

        @Override
        public void initialize(Form annotation) {
            form = annotation.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null || text.isBlank() || form.fits(text)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(form.key).addConstraintViolation();
            return false;
        }
    }
}
