package org.emiadi.app;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import org.emiadi.appointments.Holds;
import org.emiadi.audit.AuditChain;
import org.emiadi.identity.Cleanup;
import org.emiadi.platform.http.IdempotentAnswers;

/// What the house does by itself. Any number of nodes may run it at once.
@ApplicationScoped
public class Jobs {
    /// Batches of one run; what is left over waits for the next.
    private static final int BATCHES = 20;

    private final AuditChain chain;
    private final Cleanup cleanup;
    private final IdempotentAnswers answers;
    private final Holds holds;
    private final Attempts attempts = new Attempts();

    Jobs(AuditChain chain, Cleanup cleanup, IdempotentAnswers answers, Holds holds) {
        this.chain = chain;
        this.cleanup = cleanup;
        this.answers = answers;
        this.holds = holds;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void linkAuditTrail() {
        attempts.run("link the audit trail", () -> whileFull(AuditChain.BATCH, chain::link));
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void expireHolds() {
        attempts.run("take out expired holds", () -> whileFull(Holds.BATCH, holds::expire));
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void cleanUp() {
        attempts.run("clean up what belongs to sign-in", cleanup::run);
        attempts.run("forget answers", () -> whileFull(IdempotentAnswers.BATCH, answers::forgetOld));
    }

    private static void whileFull(int full, IntSupplier batch) {
        for (int i = 0; i < BATCHES && batch.getAsInt() == full; i++) {
            // A full batch means that there may be more.
        }
    }
}
