package nl.meerwaarde.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleAvailableTimeComponent;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
    @Test
    void daysInARowAreARange() {
        PractitionerRoleAvailableTimeComponent hours = new PractitionerRoleAvailableTimeComponent()
                .setAvailableStartTime("08:30:00")
                .setAvailableEndTime("16:30:00")
                .addDaysOfWeek(DaysOfWeek.FRI)
                .addDaysOfWeek(DaysOfWeek.MON)
                .addDaysOfWeek(DaysOfWeek.TUE)
                .addDaysOfWeek(DaysOfWeek.WED);

        assertThat(OpeningHours.in("nl", List.of(hours))).containsExactly("ma–wo, vr 08:30–16:30");
        assertThat(OpeningHours.in("en", List.of(hours))).containsExactly("Mon–Wed, Fri 08:30–16:30");
    }

    @Test
    void allDayEveryDay() {
        PractitionerRoleAvailableTimeComponent hours = new PractitionerRoleAvailableTimeComponent().setAllDay(true);

        assertThat(OpeningHours.in("nl", List.of(hours))).containsExactly("ma–zo dag en nacht");
    }
}
