package org.emiadi.pages.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of booking, of appointments and of slips. Kiswahili stands in
/// `messages/bookingdesk_sw.properties`.
@MessageBundle("bookingdesk")
public interface BookingWords {

    // Booking

    @Message("Book an appointment")
    String bookTitle();

    @Message("Anybody, whoever is free first")
    String anyProvider();

    @Message("From day")
    String fromDay();

    @Message("Show times")
    String showTimes();

    @Message("Choose a time")
    String chooseTime();

    @Message(
            "No free times from this day on. Choose another day, provider or type, or put the patient on the waiting list.")
    String noTimes();

    @Message("Cover")
    String coverUsed();

    @Message("None")
    String noCover();

    @Message("Book this time")
    String bookThis();

    @Message("Enter takes the chosen time.")
    String enterTakes();

    @Message("A time that is not listed")
    String besideTitle();

    @Message("Beside the published hours, or in the past. The reason stands in the history.")
    String besideText();

    @Message("Day")
    String day();

    @Message("Time")
    String time();

    @Message("24 hours, like 14:30")
    String timeHint();

    @Message("Reason")
    String reason();

    @Message("Book beside the hours")
    String bookBeside();

    @Message("{count} min")
    String minutes(long count);

    @Message("Choose a time")
    String chooseSlot();

    @Message("At most {most} characters")
    String tooLong(int most);

    @Message("Enter a time like 14:30")
    String enterTime();

    @Message("The clock does not show that time on that day")
    String noSuchTime();

    @Message("Times are on the clock of the place where the provider works.")
    String timesOfPlace();

    @Message("Enter a reason")
    String enterReason();

    @Message("Booked: {when}.")
    String booked(String when);

    @Message("Someone has just taken that time. Choose another.")
    String taken();

    @Message("The cover ends before the visit.")
    String coverWillHaveEnded();

    @Message("The booking is undone.")
    String bookingUndone();

    @Message("Somebody changed this meanwhile. Look at it again, then repeat.")
    String changedMeanwhile();

    @Message("Taken back at the desk")
    String undoneReason();

    // The appointment

    @Message("Appointment")
    String appointment();

    @Message("Reference")
    String reference();

    @Message("Patient")
    String patient();

    @Message("Confirm")
    String confirm();

    @Message("Check in")
    String checkIn();

    @Message("Did not come")
    String didNotCome();

    @Message("Change time")
    String move();

    @Message("Cancel appointment")
    String cancel();

    @Message("Book another for this patient")
    String anotherFor();

    @Message("Next patient")
    String nextPatient();

    @Message("What happened")
    String history();

    @Message("Booked")
    String scheduled();

    @Message("Confirmed")
    String confirmed();

    @Message("Moved")
    String rescheduled();

    @Message("Waiting")
    String checkedIn();

    @Message("With the provider")
    String inProgress();

    @Message("Completed")
    String completed();

    @Message("Cancelled")
    String cancelled();

    @Message("Did not come")
    String noShow();

    @Message("Now: {status}.")
    String nowStands(String status);

    @Message("Checked in. Ticket {ticket}.")
    String checkedInWithTicket(int ticket);

    @Message("It is too early for that.")
    String tooEarly();

    @Message("The visit has a medical record, so it took place.")
    String hasRecord();

    @Message("That cannot be done any more. This is how it stands now.")
    String notAnyMore();

    @Message("Was")
    String was();

    @Message("Change time")
    String moveTitle();

    @Message("Move to this time")
    String moveThis();

    @Message("Move beside the hours")
    String moveBeside();

    @Message("Keep as it was")
    String keepOld();

    @Message("Moved. Was: {before}. Now: {after}.")
    String moved(String before, String after);

    @Message("Back where it was: {when}.")
    String movedBack(String when);

    @Message("Cancel this appointment?")
    String cancelTitle();

    @Message("Why")
    String cancelReason();

    @Message("Who cancels?")
    String whoseSide();

    @Message("The patient")
    String byPatient();

    @Message("The clinic")
    String byClinic();

    @Message("Appointment cancelled. The time is free again.")
    String cancelledNow();

    // Slips

    @Message("Your appointment")
    String slipTitle();

    @Message("Bring")
    String bring();

    @Message("To change or cancel, call us or give your reference at the front desk.")
    String slipChange();

    @Message("Time zone: {zone}")
    String zone(String zone);

    @Message("Sign-in slip")
    String codeTitle();

    @Message("With this code the patient chooses a password. It works once, until {until}.")
    String codeText(String until);

    @Message("Enter username, code and the new password here:")
    String codeWhere();

    @Message("Print it now: the code is not shown again.")
    String codeOnce();

    @Message("One-time code")
    String oneTimeCode();

    @Message("Back to the patient")
    String backToPatient();
}
