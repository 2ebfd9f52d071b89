package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws what followed from a patient's operations.
 *
 * @param death day of death, or null
 * @param reference the day on which the data are looked at: nothing happens later
 * @param operations all of the patient, in order
 */
record EpisodeDraw(
        Hospital hospital,
        LocalDate birth,
        Set<Comorbidity> comorbidities,
        @Nullable LocalDate death,
        LocalDate reference,
        List<Operation> operations) {
    List<SyntheticEpisode> draw(Chance chance) {
        List<SyntheticEpisode> episodes = new ArrayList<>();
        for (Operation operation : operations) {
            episodes.add(episode(chance, operation, episodes));
        }
        return List.copyOf(episodes);
    }

    private SyntheticEpisode episode(Chance chance, Operation operation, List<SyntheticEpisode> earlier) {
        int age = age(operation.index());
        DemoCaseMix caseMix = new DemoCaseMix(operation.joint(), operation.revision(), age, comorbidities.size());
        LocalDate end = end(operation);
        Integer twin = twin(operation);
        @Nullable
        SyntheticEpisode answeredTogether = twin != null && twin <= earlier.size() ? earlier.get(twin - 1) : null;
        List<Attendance> attendances = answeredTogether != null
                ? attendances(answeredTogether)
                : new AttendanceDraw(hospital, age, operation.index(), death, end, reference).draw(chance);
        HealthCourse health = HealthCourse.draw(chance, caseMix, hospital);
        return new SyntheticEpisode(
                earlier.size() + 1,
                caseMix,
                operation.side(),
                operation.index(),
                readmitted(chance, operation, end),
                end,
                twin,
                attendances.stream()
                        .map(attendance -> sitting(chance, attendance, health, answeredTogether == null))
                        .toList());
    }

    /** In whole years of equal length, so that leap days do not make the cohort depend on the reference date. */
    private int age(LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(birth, day) / PatientDraw.DAYS_PER_YEAR);
    }

    private @Nullable LocalDate end(Operation operation) {
        return operations.stream()
                .filter(operation::isRevisedBy)
                .map(Operation::index)
                .findFirst()
                .orElse(death);
    }

    private @Nullable Integer twin(Operation operation) {
        Optional<Operation> twin =
                operations.stream().filter(operation::isTwinOf).findFirst();
        return twin.map(other -> operations.indexOf(other) + 1).orElse(null);
    }

    private static List<Attendance> attendances(SyntheticEpisode episode) {
        return episode.sittings().stream().map(Sitting::attendance).toList();
    }

    private @Nullable LocalDate readmitted(Chance chance, Operation operation, @Nullable LocalDate end) {
        boolean happens = chance.happens(0.04);
        LocalDate day = operation.index().plusDays(chance.between(2, 30));
        boolean over = day.isAfter(reference) || (end != null && !day.isBefore(end));
        return happens && !over ? day : null;
    }

    private Sitting sitting(Chance chance, Attendance attendance, HealthCourse health, boolean asksAboutHealth) {
        if (attendance.answered() == null) {
            return new Sitting(attendance, null, null);
        }
        double now = health.at(attendance.moment());
        return new Sitting(
                attendance,
                OxfordAnswers.draw(chance, now),
                asksAboutHealth ? EuroQolAnswers.draw(chance, now, comorbidities) : null);
    }
}
