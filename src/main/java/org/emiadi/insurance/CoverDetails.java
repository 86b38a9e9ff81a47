package org.emiadi.insurance;

import java.time.LocalDate;

/// What the card says.
///
/// @param providerName the insurer: `SHA`, `Jubilee`, …
/// @param policyNumber the member or policy number
/// @param expiryDate   the last day on which the cover counts
public record CoverDetails(String providerName, String policyNumber, LocalDate expiryDate) {
    public CoverDetails {
        providerName = providerName.strip();
        policyNumber = policyNumber.strip();
        if (providerName.isEmpty() || policyNumber.isEmpty()) {
            throw new IllegalArgumentException("a cover has an insurer and a policy number");
        }
    }
}
