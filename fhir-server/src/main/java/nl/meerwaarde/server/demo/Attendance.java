package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One moment at which a patient was asked.
 *
 * @param invited the day of the invitation
 * @param answered when the answers were given, in local time, or null when there are none
 * @param withdrawn whether the invitation was taken back because the patient had died
 */
record Attendance(
        Moment moment, LocalDate invited, @Nullable LocalDateTime answered, boolean withdrawn) {}
