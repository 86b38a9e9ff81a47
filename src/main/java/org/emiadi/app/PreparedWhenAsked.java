package org.emiadi.app;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A bean whose `prepare…` is put off until something else is asked of it.
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface PreparedWhenAsked {

    /// What does so, one for each such bean.
    @PreparedWhenAsked
    @Interceptor
    @Priority(Interceptor.Priority.LIBRARY_BEFORE)
    final class Waiting {
        private final ReentrantLock lock = new ReentrantLock();
        private final Deque<InvocationContext> preparations = new ArrayDeque<>();

        @AroundInvoke
        @Nullable
        Object around(InvocationContext call) throws Exception {
            lock.lock();
            try {
                if (call.getMethod().getName().startsWith("prepare")) {
                    preparations.add(call);
                    return null;
                }
                while (!preparations.isEmpty()) {
                    preparations.element().proceed();
                    preparations.remove();
                }
            } finally {
                lock.unlock();
            }
            return call.proceed();
        }
    }
}
