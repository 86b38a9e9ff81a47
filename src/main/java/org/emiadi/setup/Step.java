package org.emiadi.setup;

/// What has to be there before patients find a free time, in the order in which it is entered.
public enum Step {
    /// The facility that stands from the start has been given its own name, or there is another one.
    FACILITY,
    /// There is a provider.
    PROVIDER,
    /// Some provider has working hours.
    HOURS,
    /// There is a user besides the administrators.
    USER
}
