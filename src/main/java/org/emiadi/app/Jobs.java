package org.emiadi.app;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.emiadi.audit.AuditChain;
import org.emiadi.identity.Cleanup;
import org.emiadi.platform.Database;
import org.emiadi.platform.Faults;
import org.emiadi.platform.http.IdempotentAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the house does by itself. Any number of nodes may run it at once.
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int BATCH = 1_000;

    private final AuditChain chain;
    private final Cleanup cleanup;
    private final Database database;
    private final Clock clock;

    Jobs(AuditChain chain, Cleanup cleanup, Database database, Clock clock) {
        this.chain = chain;
        this.cleanup = cleanup;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void linkAuditTrail() {
        quietly("link the audit trail", chain::link);
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void cleanUp() {
        quietly("clean up", () -> {
            cleanup.run();
            forgetAnswers();
        });
    }

    void forgetAnswers() {
        database.write(tx -> tx.update("""
                        delete from idempotent_answers
                         where (user_id, operation, key) in (
                             select user_id, operation, key from idempotent_answers where created_at < :before limit :batch)
                        """)
                .bind("before", clock.instant().minus(IdempotentAnswers.KEPT))
                .bind("batch", BATCH)
                .execute());
    }

    // The database may be away for a while; the next run will find what this one has left.
    private static void quietly(String what, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            if (Faults.isPassing(failure)) {
                LOG.warn("Cannot {} for now: {}", what, Faults.rootKind(failure));
            } else {
                LOG.error("Cannot {}", what, failure);
            }
        }
    }
}
