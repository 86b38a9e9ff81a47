package org.emiadi.platform.http;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A member of a change that may be left out and may not be null.
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotCleared.Check.class)
public @interface NotCleared {
    String message() default "required";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// The check behind [NotCleared].
    final class Check implements ConstraintValidator<NotCleared, Optional<?>> {
        @Override
        public boolean isValid(@Nullable Optional<?> sent, ConstraintValidatorContext context) {
            return sent == null || sent.isPresent();
        }
    }
}
