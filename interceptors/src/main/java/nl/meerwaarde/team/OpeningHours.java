package nl.meerwaarde.team;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.PractitionerRole.DaysOfWeek;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleAvailableTimeComponent;

/** When somebody can be reached, in words: {@code Mon–Thu 08:30–16:30}. */
final class OpeningHours {
    private static final int MINUTES = 5;

    private OpeningHours() {}

    /** One line per stretch of hours. */
    static List<String> in(String language, List<PractitionerRoleAvailableTimeComponent> hours) {
        return hours.stream().map(stretch -> line(language, stretch)).toList();
    }

    private static String line(String language, PractitionerRoleAvailableTimeComponent stretch) {
        return days(Locale.forLanguageTag(language), weekdays(stretch)) + " " + times(language, stretch);
    }

    /** None named means every day. */
    private static List<DayOfWeek> weekdays(PractitionerRoleAvailableTimeComponent stretch) {
        TreeSet<DayOfWeek> days = new TreeSet<>();
        for (Enumeration<DaysOfWeek> day : stretch.getDaysOfWeek()) {
            if (day.getValue() != null && day.getValue() != DaysOfWeek.NULL) {
                days.add(DayOfWeek.of(day.getValue().ordinal() + 1));
            }
        }
        return days.isEmpty() ? List.of(DayOfWeek.values()) : List.copyOf(days);
    }

    /** Days in a row become a range. */
    private static String days(Locale locale, List<DayOfWeek> days) {
        List<List<DayOfWeek>> rows = new ArrayList<>();
        for (DayOfWeek day : days) {
            List<DayOfWeek> row = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
            if (row.isEmpty() || row.get(row.size() - 1).getValue() + 1 != day.getValue()) {
                rows.add(new ArrayList<>(List.of(day)));
            } else {
                row.add(day);
            }
        }
        return rows.stream().map(row -> range(locale, row)).collect(Collectors.joining(", "));
    }

    private static String range(Locale locale, List<DayOfWeek> row) {
        String first = row.get(0).getDisplayName(TextStyle.SHORT, locale);
        String last = row.get(row.size() - 1).getDisplayName(TextStyle.SHORT, locale);
        return row.size() == 1 ? first : first + "–" + last;
    }

    private static String times(String language, PractitionerRoleAvailableTimeComponent stretch) {
        if (stretch.getAllDay()) {
            return Sentence.beside(OpeningHours.class, "hours.all-day").in(language);
        }
        return time(stretch.getAvailableStartTime()) + "–" + time(stretch.getAvailableEndTime());
    }

    private static String time(String time) {
        return time == null ? "" : time.substring(0, Math.min(MINUTES, time.length()));
    }
}
