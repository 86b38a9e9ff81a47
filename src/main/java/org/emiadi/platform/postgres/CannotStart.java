package org.emiadi.platform.postgres;

/// The database cannot be started or reached. The message is one sentence for the person at the keyboard.
public class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// Another process holds the data folder.
    public static final class AlreadyRunning extends CannotStart {
        private static final long serialVersionUID = 1;

        AlreadyRunning(String sentence) {
            super(sentence);
        }
    }
}
