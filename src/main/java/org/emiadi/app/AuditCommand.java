package org.emiadi.app;

import java.util.concurrent.Callable;
import org.emiadi.audit.AuditChain;
import org.emiadi.audit.AuditChain.Verdict;
import picocli.CommandLine.Command;

/// The audit trail from the command line.
@Command(name = "audit", description = "Look after the audit trail.", subcommands = AuditCommand.Verify.class)
final class AuditCommand {

    @Command(name = "verify", description = "Tell whether an entry was changed, taken away or slipped in.")
    static final class Verify implements Callable<Integer> {
        @Override
        public Integer call() {
            return verify(Settings.fromEnvironment());
        }
    }

    static int verify(Settings settings) {
        return AtCommandLine.withExistingDatabase(settings, database -> tell(new AuditChain(database).verify()));
    }

    private static int tell(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Intact(long linked, long waiting) -> {
                System.out.println("The audit trail is intact: " + linked + " entries are linked, " + waiting
                        + " wait for their link.");
                yield 0;
            }
            case Verdict.Broken(long position, long entryId) -> {
                System.err.println("The audit trail was tampered with: link " + position + " does not fit entry "
                        + entryId + ". Entries before it are as they were written.");
                yield CommandLine.FAILED;
            }
        };
    }
}
