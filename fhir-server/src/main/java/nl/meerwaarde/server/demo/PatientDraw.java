package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Draws a patient: who it is, which operations there were and how each went.
 *
 * @param reference the day from which dates are counted back, and after which nothing happens
 */
record PatientDraw(LocalDate reference) {
    private static final int DAYS_OF_COHORT = 3 * 365;
    static final double DAYS_PER_YEAR = 365.25;

    SyntheticPatient draw(Chance chance, int number) {
        Hospital hospital = chance.weighted(Hospital.ALL, Hospital::share);
        boolean female = chance.happens(0.6);
        double age = Math.max(42, Math.min(93, chance.normal(hospital.meanAge(), 8)));
        LocalDate first = reference.minusDays(chance.between(1, DAYS_OF_COHORT));
        LocalDate birth = first.minusDays(Math.round(age * DAYS_PER_YEAR));
        Set<Comorbidity> comorbidities = comorbidities(chance, hospital);
        LocalDate death = death(chance, age, first);
        List<Operation> operations = Operation.draw(chance, first).stream()
                .filter(operation -> operation.index().isBefore(death == null ? reference : death))
                .toList();
        return new SyntheticPatient(
                number,
                hospital,
                female,
                birth,
                death,
                comorbidities,
                Math.max(19, chance.normal(28.5, 4)),
                Answering.draw(chance, (int) age),
                new EpisodeDraw(hospital, birth, comorbidities, death, reference, operations).draw(chance));
    }

    private static Set<Comorbidity> comorbidities(Chance chance, Hospital hospital) {
        Set<Comorbidity> present = EnumSet.noneOf(Comorbidity.class);
        for (Comorbidity comorbidity : Comorbidity.values()) {
            if (chance.happens(comorbidity.prevalence() * (1 + hospital.burden()))) {
                present.add(comorbidity);
            }
        }
        return present;
    }

    /** About one or two in a hundred a year at 70, twice as many with every eight years. */
    private @Nullable LocalDate death(Chance chance, double age, LocalDate index) {
        double perYear = 0.015 * StrictMath.pow(2, (age - 70) / 8);
        double days = chance.waitingTime(perYear) * DAYS_PER_YEAR + 1;
        return days < ChronoUnit.DAYS.between(index, reference) ? index.plusDays((long) days) : null;
    }
}
