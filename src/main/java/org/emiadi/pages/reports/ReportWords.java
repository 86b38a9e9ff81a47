package org.emiadi.pages.reports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.emiadi.reports.Grouping;

/// The words of reports. Kiswahili stands in `messages/report_sw.properties`.
@MessageBundle("report")
public interface ReportWords {
    @Message("Reports")
    String title();

    @Message("First day")
    String firstDay();

    @Message("Last day")
    String lastDay();

    @Message("Told apart by")
    String by();

    @Message("{#when grouping}{#is PROVIDER}Provider{#is TYPE}Type of appointment{#is WEEKDAY}Weekday{#is HOUR}Hour"
            + "{#is WEEK}Week{/when}")
    String grouping(Grouping grouping);

    @Message("Facility")
    String facility();

    @Message("All facilities")
    String allFacilities();

    @Message("Show figures")
    String showFigures();

    @Message("Last {weeks} weeks")
    String lastWeeks(int weeks);

    @Message("Next {weeks} weeks")
    String nextWeeks(int weeks);

    @Message("Other periods")
    String otherPeriods();

    @Message("{from} to {to}, compared with the {days} days before.")
    String period(String from, String to, int days);

    @Message("Enter a date as day, month and year, like 5/3/2026")
    String enterDate();

    @Message("The last day is before the first")
    String backwards();

    @Message("Choose a year at most")
    String tooLong();

    @Message("At a glance")
    String atAGlance();

    @Message("Over, but not settled: {count}. As long as nobody says what became of these, the share of those who did"
            + " not come is uncertain.")
    String unsettledWarning(String count);

    @Message("Only the first {most} lines are shown; the total counts all.")
    String truncated(int most);

    @Message("{part} of {whole}")
    String partOf(String part, String whole);

    @Message("before: {figure}")
    String before(String figure);

    @Message("before: nothing")
    String nothingBefore();

    @Message("clearly more")
    String clearlyMore();

    @Message("clearly less")
    String clearlyLess();

    @Message("What stands out")
    String standsOut();

    @Message("Nothing stands out: no line differs clearly from the whole.")
    String nothingStandsOut();

    @Message("{share} did not come ({part} of {whole}); altogether {total}.")
    String manyNoShows(String share, String part, String whole, String total);

    @Message("{share} were cancelled ({part} of {whole}); altogether {total}.")
    String manyCancelled(String share, String part, String whole, String total);

    @Message("{share} of the time is booked: new patients hardly find a free time.")
    String full(String share);

    @Message("{free} of {published} were free: room for more patients, or for fewer hours.")
    String empty(String free, String published);

    @Message("half waited more than {time}; altogether {total}.")
    String longWaits(String time, String total);

    @Message("Appointments")
    String appointments();

    @Message("What came of the appointments of these days. Each counts once, at the time to which it was moved last.")
    String appointmentsHint();

    @Message("Booked")
    String booked();

    @Message("Came")
    String came();

    @Message("Did not come")
    String didNotCome();

    @Message("Did not come, of those expected")
    String noShowRate();

    @Message("Cancelled")
    String cancelled();

    @Message("Cancelled, of those booked")
    String cancellationRate();

    @Message("Cancelled by patients")
    String byPatients();

    @Message("of these late")
    String late();

    @Message("Cancelled by the clinic")
    String byClinic();

    @Message("Still to come")
    String toCome();

    @Message("Not settled")
    String unsettled();

    @Message("Use of time")
    String useOfTime();

    @Message(
            "How much of the published time is booked. Leave, closures and holidays are not counted; a session with three"
                    + " places counts three times.")
    String useOfTimeHint();

    @Message("Booked, of the time published")
    String use();

    @Message("Published")
    String published();

    @Message("Time booked")
    String timeBooked();

    @Message("Lost to those who did not come")
    String missed();

    @Message("Free")
    String free();

    @Message("Outside the hours")
    String outside();

    @Message("Types share the time in which they can be booked, so that their lines add up to more than the whole.")
    String typesShareTime();

    @Message("Waiting")
    String waiting();

    @Message("From the arrival until called in, and from the booking to the day of the appointment.")
    String waitingHint();

    @Message("Wait on the day: half waited at most")
    String medianWait();

    @Message("Wait on the day")
    String waitOnTheDay();

    @Message("Booked ahead: half at most")
    String medianAhead();

    @Message("Booked ahead")
    String ahead();

    @Message("9 of 10 at most {time}")
    String mostAtMost(String time);

    @Message("Called in")
    String calledIn();

    @Message("Half waited at most")
    String halfAtMost();

    @Message("9 of 10 at most")
    String mostOfThem();

    @Message("Longest")
    String longest();

    @Message("Booked before")
    String bookedBefore();

    @Message("Half ahead at most")
    String halfAhead();

    @Message("9 of 10 ahead at most")
    String mostAhead();

    @Message("Walk-ins")
    String walkIns();

    @Message("Altogether")
    String altogether();

    @Message("Without a type")
    String noType();

    @Message("The mark on each bar: altogether {total}.")
    String lineIs(String total);

    @Message("A hollow bar stands for fewer than {few}: too few to tell.")
    String hollowIs(int few);

    @Message("The same figures are in the table below.")
    String sameInTable();

    @Message("Nothing in these days. Choose other days, or all facilities.")
    String nothing();

    @Message("Table as a file (CSV)")
    String csv();

    @Message("{number} h")
    String hours(String number);

    @Message("{number} min")
    String minutes(String number);

    @Message("{number} days")
    String days(String number);
}
