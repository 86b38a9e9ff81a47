package org.emiadi.platform.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import org.emiadi.platform.ProblemException;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/// What the bodies of requests say about themselves by annotations, checked. Read when first needed, class by class:
/// to read all of them would make each start wait (docs/adr/0053).
@ApplicationScoped
public class BodyRules {
    private final Validator validator;

    BodyRules(@Any Instance<ConstraintValidator<?, ?>> beans) {
        // Our sentences come from the messages of the clinic's languages; those of the library are not looked at.
        validator = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .constraintValidatorFactory(new Checks(beans))
                .buildValidatorFactory()
                .getValidator();
    }

    /// Returns when this can be asked without waiting.
    public void prepare() {
        // To be called at all is enough: the bean is made.
    }

    /// Refuses a body that breaks its rules, with all that is wrong with it.
    void check(@Nullable Object body) {
        if (body == null) {
            throw new ProblemException(InputProblems.noBody());
        }
        var violations = validator.validate(body);
        if (!violations.isEmpty()) {
            throw new ProblemException(InputProblems.of(violations));
        }
    }

    /// Those who check may be beans, with a clock, say.
    private record Checks(Instance<ConstraintValidator<?, ?>> beans) implements ConstraintValidatorFactory {
        @Override
        public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
            var bean = beans.select(type);
            if (bean.isResolvable()) {
                return bean.get();
            }
            try {
                return type.getConstructor().newInstance();
            } catch (InvocationTargetException
                    | InstantiationException
                    | IllegalAccessException
                    | NoSuchMethodException failure) {
                throw new IllegalStateException("a check that cannot be made: " + type.getName(), failure);
            }
        }

        @Override
        public void releaseInstance(ConstraintValidator<?, ?> check) {
            // They live as long as the server.
        }
    }
}
