package org.emiadi.platform;

/// Where a request came from, for the audit trail: the network address and the id under which it is logged.
public record Origin(String address, String requestId) {

    /// The machine that e-miadi runs on.
    public static Origin local(String requestId) {
        return new Origin("local", requestId);
    }
}
