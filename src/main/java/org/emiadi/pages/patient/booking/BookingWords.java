package org.emiadi.pages.patient.booking;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of finding a provider, choosing an hour and booking it. Kiswahili stands in
/// `messages/booking_sw.properties`.
@MessageBundle("booking")
public interface BookingWords {
    @Message("Find a provider")
    String find();

    @Message("Name of the provider")
    String nameOfProvider();

    @Message("What is it for?")
    String what();

    @Message("Specialization")
    String specialization();

    @Message("Any")
    String any();

    @Message("Search")
    String search();

    @Message("Nobody found. Try fewer letters, or any specialization.")
    String nobodyFound();

    @Message("All providers")
    String allProviders();

    @Message("Next free: {day}")
    String next(String day);

    @Message("No free times")
    String nothingFree();

    @Message("Find a visit by its reference")
    String haveReference();

    // Choosing an hour

    @Message("Choose a time")
    String chooseTime();

    @Message("{count} free")
    String free(int count);

    @Message("No free times this week")
    String noneThisWeek();

    @Message("Nothing is free in the days that can be booked.")
    String noneAtAll();

    @Message("Patients cannot book here. Call us for an appointment.")
    String notBookable();

    @Message("Days with free times")
    String days();

    @Message("Later days")
    String laterDays();

    @Message("First days")
    String firstDays();

    @Message("Morning")
    String morning();

    @Message("Afternoon")
    String afternoon();

    @Message("Evening")
    String evening();

    @Message("Another provider")
    String otherProvider();

    @Message("Tell me if an earlier time comes free")
    String tellMe();

    @Message("Sign in to be told when an earlier time comes free")
    String signInFirst();

    // Checking

    @Message("Check before you book")
    String check();

    @Message("Provider")
    String with();

    @Message("For")
    String purpose();

    @Message("Day")
    String day();

    @Message("Time")
    String hour();

    @Message("Place")
    String place();

    @Message("Phone")
    String phone();

    @Message("Insurance cover")
    String cover();

    @Message("None, I pay myself")
    String noCover();

    @Message("Choose a cover that is valid on that day")
    String coverExpired();

    @Message("You can change or cancel it until it begins.")
    String rules();

    @Message("Book this time")
    String confirm();

    @Message("Choose another time")
    String otherTime();

    // Somebody was quicker

    @Message("Someone has just taken that time. Choose another.")
    String taken();

    @Message("You already have an appointment at that time")
    String patientBusy();

    @Message("See that appointment")
    String seeIt();

    @Message("That time cannot be booked here. Choose another, or call us.")
    String notOffered();

    @Message("That time has passed. Choose another.")
    String inThePast();

    @Message("The nearest free times")
    String nearest();

    @Message("Book {when}")
    String bookAt(String when);

    @Message("Move to {when}")
    String moveAt(String when);

    @Message("All free times")
    String allTimes();

    // Moving

    @Message("Change time")
    String change();

    @Message("Check before you change")
    String checkMove();

    @Message("Was")
    String was();

    @Message("Now")
    String now();

    @Message("The old time is kept until you press the button.")
    String keptUntilMoved();

    @Message("Change to this time")
    String moveHere();

    @Message("Keep as it was")
    String keep();

    @Message("The visit is now on {when}.")
    String moved(String when);

    // By reference

    @Message("Find a visit")
    String findBooking();

    @Message("For whoever has the reference but no sign-in.")
    String findBookingHint();

    @Message("Reference")
    String reference();

    @Message("Eight letters and digits, like K7MP X2QA")
    String referenceHint();

    @Message("Date of birth of the patient")
    String born();

    @Message("Enter the eight letters and digits of the reference")
    String enterReference();

    @Message("No visit has that reference and date of birth. Check both, or call us.")
    String noSuchBooking();

    @Message("Add to calendar")
    String addToCalendar();

    @Message("Sign in to change or cancel it, or call us.")
    String signInToChange();

    @Message("Find another visit")
    String anotherBooking();

    @Message("What to bring")
    String bring();
}
