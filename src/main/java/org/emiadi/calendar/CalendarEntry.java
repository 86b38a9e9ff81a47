package org.emiadi.calendar;

import org.emiadi.appointments.Appointment;
import org.emiadi.facilities.Facility;
import org.emiadi.people.Provider;

/// An appointment with all that a calendar shows of it: whom to see, and where.
public record CalendarEntry(Appointment appointment, Provider provider, Facility facility) {}
