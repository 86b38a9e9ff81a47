package org.emiadi.pages.practice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The words of the pages of a provider's hours and leave. Kiswahili stands in `messages/duty_sw.properties`.
@MessageBundle("duty")
public interface DutyWords {
    // Leave

    @Message("Coming")
    String comingLeave();

    @Message("No leave is entered. While you are away nobody can book you.")
    String noLeave();

    @Message("Enter leave")
    String newLeave();

    @Message("Why")
    String why();

    @Message("Leave")
    String kindLeave();

    @Message("Sick")
    String kindSick();

    @Message("Meeting")
    String kindMeeting();

    @Message("Other")
    String kindOther();

    @Message("First day")
    String firstDay();

    @Message("Last day")
    String lastDay();

    @Message("Empty for one day")
    String lastDayHint();

    @Message("From")
    String fromHour();

    @Message("Until")
    String toHour();

    @Message("Like 08:00")
    String hourHint();

    @Message("Only for a part of one day")
    String partOfDayHint();

    @Message("Note")
    String note();

    @Message("Seen by the front desk, not by patients")
    String noteHint();

    @Message("Save, or show whom it affects")
    String showAffected();

    @Message("Whom this leave affects")
    String affectedTitle();

    @Message("{#if count == 1}1 patient is booked then{#else}{count} patients are booked then{/if}")
    String affectedCount(int count);

    @Message("Nothing is saved yet. When you save, these visits stay as they are until the front desk has moved them:"
            + " they appear on its list of what is to be moved.")
    String affectedHint();

    @Message("Save this leave")
    String saveLeave();

    @Message("Do not save")
    String leaveNot();

    @Message("Leave saved. Nobody is booked then.")
    String leaveSaved();

    @Message("Leave saved. {#if count == 1}1 visit is{#else}{count} visits are{/if} on the list of the front desk to be"
            + " moved.")
    String leaveSavedToMove(int count);

    @Message("Leave removed.")
    String leaveRemoved();

    @Message("Remove")
    String remove();

    @Message("Choose why you are away")
    String chooseKind();

    @Message("Enter the first day, like 5/3/2027")
    String enterFirstDay();

    @Message("Enter the last day, like 9/3/2027")
    String enterLastDay();

    @Message("The last day is before the first")
    String lastBeforeFirst();

    @Message("Enter a year at most")
    String longerThanAYear();

    @Message("Leave this empty where you enter hours: they are of one day")
    String hoursOfOneDay();

    @Message("Enter a time, like 08:00")
    String enterTime();

    @Message("Enter a time after the start")
    String endAfterStart();

    // Hours

    @Message("Add hours")
    String addHours();

    @Message("Change hours")
    String changeHours();

    @Message("You have no hours yet, so patients cannot book you.")
    String noHours();

    @Message("Day")
    String day();

    @Message("Hours")
    String hours();

    @Message("Holds")
    String holds();

    @Message("Places")
    String places();

    @Message("For")
    String serves();

    @Message("Actions")
    String actions();

    @Message("On that day only")
    String onThatDay();

    @Message("Every {weeks} weeks")
    String everyWeeks(int weeks);

    @Message("{from} to {to}")
    String fromTo(String from, String to);

    @Message("From {from} on")
    String fromOn(String from);

    @Message("All kinds of visits")
    String allTypes();

    @Message("Changing hours moves no visit. Enter leave where you are away for some days.")
    String hoursHint();

    @Message("Days of the week")
    String daysOfWeek();

    @Message("Before the start for hours over midnight")
    String nightHint();

    @Message("Empty for until further notice")
    String openEndHint();

    @Message("Every how many weeks")
    String everyHowManyWeeks();

    @Message("Patients at the same time")
    String placesAtATime();

    @Message("None chosen: all kinds of visits")
    String servesHint();

    @Message("Hours saved.")
    String hoursSaved();

    @Message("Hours removed. No visit was moved.")
    String hoursRemoved();

    @Message("You have hours at that time already: {other}")
    String hoursOverlap(String other);

    @Message("There is no such day between the first and the last")
    String noSuchDay();

    @Message("Choose again: this is not there any more")
    String notThereAnyMore();

    @Message("These hours were changed meanwhile. Open them again.")
    String hoursChangedElsewhere();

    @Message("Choose at least one day")
    String chooseDays();

    @Message("Choose one day")
    String oneDayOnly();

    @Message("Shorten this to {most} letters")
    String tooLong(int most);

    @Message("Enter a number from 1 to {most}")
    String oneTo(int most);
}
