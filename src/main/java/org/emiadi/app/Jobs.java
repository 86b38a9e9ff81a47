package org.emiadi.app;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import org.emiadi.absences.Holidays;
import org.emiadi.appointments.Holds;
import org.emiadi.audit.AuditChain;
import org.emiadi.identity.Cleanup;
import org.emiadi.platform.Database;
import org.emiadi.platform.http.IdempotentAnswers;
import org.emiadi.waiting.Offers;

/// What the house does by itself. Any number of nodes may run it at once.
@ApplicationScoped
public class Jobs {
    /// Batches of one run; what is left over waits for the next.
    private static final int BATCHES = 20;

    /// When the first round begins: a start has the connections of the pool to itself.
    private static final String SETTLED = "2s";

    private static final String FILL_IN_HOLIDAYS = "fill in holidays";

    private final AuditChain chain;
    private final Cleanup cleanup;
    private final IdempotentAnswers answers;
    private final Holds holds;
    private final Database database;
    private final Holidays holidays;
    private final Offers offers;
    private final Attempts attempts = new Attempts();

    Jobs(
            AuditChain chain,
            Cleanup cleanup,
            IdempotentAnswers answers,
            Holds holds,
            Database database,
            Holidays holidays,
            Offers offers) {
        this.chain = chain;
        this.cleanup = cleanup;
        this.answers = answers;
        this.holds = holds;
        this.database = database;
        this.holidays = holidays;
        this.offers = offers;
    }

    @Scheduled(every = "1s", delayed = SETTLED, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void linkAuditTrail() {
        attempts.run("link the audit trail", () -> whileFull(AuditChain.BATCH, chain::link));
    }

    @Scheduled(every = "10s", delayed = SETTLED, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void expireHolds() {
        attempts.run("take out expired holds", () -> whileFull(Holds.BATCH, holds::expire));
    }

    @Scheduled(every = "5s", delayed = SETTLED, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void offerFreeSlots() {
        attempts.run("close offers that have lapsed", () -> whileFull(Offers.BATCH, offers::closeLapsed));
        attempts.run("offer what fell free", () -> whileFull(Offers.BATCH, offers::workOffFreedTimes));
    }

    /// Beside the offers, which do not wait for it: it searches far ahead.
    @Scheduled(every = "5s", delayed = SETTLED, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void lookForSlots() {
        attempts.run("look for slots for those who wait", () -> whileFull(Offers.BATCH, offers::lookAgain));
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void cleanUp() {
        attempts.run("clean up what belongs to sign-in", cleanup::run);
        attempts.run("forget answers", () -> whileFull(IdempotentAnswers.BATCH, answers::forgetOld));
    }

    /// A facility in another country brings the holidays of that country. One question where none is missing.
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void fillInHolidaysOfNewCountries() {
        attempts.run(FILL_IN_HOLIDAYS, () -> database.write(holidays::fillInWhereMissing));
    }

    /// For the years that begin and what a newer calendar knows.
    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void fillInHolidays() {
        attempts.run(FILL_IN_HOLIDAYS, () -> database.write(holidays::fillIn));
    }

    private static void whileFull(int full, IntSupplier batch) {
        for (int i = 0; i < BATCHES && batch.getAsInt() == full; i++) {
            // A full batch means that there may be more.
        }
    }
}
