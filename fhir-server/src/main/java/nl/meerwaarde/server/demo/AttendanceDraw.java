package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked when, and who answers. Who did not answer before seldom does later; the old answer less often, and every hospital has its own rate.
 *
 * @param death day of death, or null
 * @param end day on which follow-up ends for any reason, or null
 * @param reference the day on which the data are looked at: nothing happens later
 */
record AttendanceDraw(
        Hospital hospital,
        int age,
        LocalDate index,
        @Nullable LocalDate death,
        @Nullable LocalDate end,
        LocalDate reference) {
    private static final double INVITED = 0.97;
    private static final int OLD = 72;

    List<Attendance> draw(Chance chance) {
        List<Attendance> attendances = new ArrayList<>();
        boolean answersUsually = true;
        for (Moment moment : Moment.values()) {
            LocalDate invited = invitation(chance, moment);
            boolean asked = chance.happens(INVITED) && !isOver(invited);
            boolean willing = chance.happens(probability(moment, answersUsually));
            LocalDateTime answer = invited.plusDays(delay(chance, moment)).atTime(timeOfDay(chance));
            if (asked) {
                attendances.add(attendance(moment, invited, willing ? answer : null));
                answersUsually = willing;
            }
        }
        return attendances;
    }

    private static LocalTime timeOfDay(Chance chance) {
        return LocalTime.of(chance.between(8, 21), chance.between(0, 59));
    }

    private LocalDate invitation(Chance chance, Moment moment) {
        return moment == Moment.BASELINE
                ? index.minusDays(chance.between(30, 90))
                : index.plusDays(moment.targetDay() - chance.between(7, 14));
    }

    /** Days from invitation to answer; some need a reminder. Before the operation there is no time for one. */
    private static int delay(Chance chance, Moment moment) {
        boolean reminded = chance.happens(0.25);
        int days = chance.between(0, 14);
        return reminded && moment != Moment.BASELINE ? days + chance.between(14, 40) : days;
    }

    private double probability(Moment moment, boolean answersUsually) {
        double usual = hospital.response() - 0.008 * Math.max(0, age - OLD);
        double here =
                switch (moment) {
                    case BASELINE -> usual + 0.1;
                    case MONTH_6 -> usual;
                    case MONTH_12 -> usual - 0.06;
                };
        return answersUsually ? here : here / 2;
    }

    private Attendance attendance(Moment moment, LocalDate invited, @Nullable LocalDateTime answer) {
        boolean answered = answer != null && !isOver(answer.toLocalDate());
        boolean withdrawn =
                !answered && death != null && index.plusDays(moment.targetDay()).isAfter(death);
        return new Attendance(moment, invited, answered ? answer : null, withdrawn);
    }

    private boolean isOver(LocalDate day) {
        return day.isAfter(reference) || (end != null && !day.isBefore(end));
    }
}
