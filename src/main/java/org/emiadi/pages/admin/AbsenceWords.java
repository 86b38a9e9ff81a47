package org.emiadi.pages.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.emiadi.absences.TimeOff.Kind;

/// The words about leave, closures and holidays. Kiswahili stands in `messages/absence_sw.properties`.
@MessageBundle("absence")
public interface AbsenceWords {
    // Absences

    @Message("Leave")
    String leave();

    @Message("Who is away, and whose visits are in the way.")
    String leaveHintHome();

    @Message("Now and coming")
    String coming();

    @Message("Nobody is away.")
    String noLeave();

    @Message("Enter leave")
    String enterLeave();

    @Message("Kind")
    String kindLabel();

    @Message("{#when kind}{#is LEAVE}Leave{#is SICK}Sick{#is MEETING}Meeting or training{#is OTHER}Other{/when}")
    String kind(Kind kind);

    @Message("Note")
    String note();

    @Message("For staff only. Nothing about an illness.")
    String noteHint();

    @Message("First day")
    String firstDay();

    @Message("Last day")
    String lastDay();

    @Message("The same day, where it is left empty")
    String lastDayHint();

    @Message("Only where it is part of a day")
    String hoursHint();

    @Message("If patients are affected, you see whom before anything is saved.")
    String shownFirst();

    @Message("The leave is saved. No visit is in its way.")
    String leaveSaved();

    @Message("The leave is removed.")
    String leaveRemoved();

    @Message("Visits in the way: {count}")
    String visitsInTheWay(int count);

    @Message("Nothing is saved yet.")
    String notSavedYet();

    @Message("Once saved, these visits stand on the list \"To be moved\". None is moved or cancelled by itself.")
    String howItGoesOn();

    @Message("These are the first of {count}.")
    String andMore(int count);

    @Message("Save all the same")
    String saveAllTheSame();

    @Message("Go back and change it")
    String changeIt();

    @Message("Saved. Visits to be moved because of it: {count}. They are on this list.")
    String savedAndToMove(int count);

    @Message("When")
    String whenLabel();

    @Message("Patient")
    String patient();

    @Message("When a whole facility is closed.")
    String closuresHintHome();

    @Message("No closure is coming.")
    String noClosures();

    @Message("Enter a closure")
    String enterClosure();

    @Message("Reason")
    String reason();

    @Message("Patients may be told this.")
    String reasonHint();

    @Message("The closure is saved. No visit is in its way.")
    String closureSaved();

    @Message("The closure is removed.")
    String closureRemoved();

    @Message("Public holidays")
    String holidays();

    @Message("On which the clinic is closed.")
    String holidaysHintHome();

    @Message("Public holidays {year}")
    String holidaysOf(int year);

    @Message("No holidays are known of this year.")
    String noHolidays();

    @Message("Day")
    String day();

    @Message("Holiday")
    String holiday();

    @Message("Closed")
    String closed();

    @Message("Open all the same")
    String setAside();

    @Message("Open that day")
    String workAllTheSame();

    @Message("Close that day")
    String closeThatDay();

    @Message("Open on {name}")
    String openOn(String name);

    @Message("Close on {name}")
    String closeOn(String name);

    @Message("Add a holiday")
    String addHoliday();

    @Message("What is known in advance is there already. Add what the moon or the gazette decides.")
    String addHolidayHint();

    @Message("There is a holiday on that day already.")
    String holidayIsThere();

    @Message("The holiday is removed.")
    String holidayRemoved();
}
