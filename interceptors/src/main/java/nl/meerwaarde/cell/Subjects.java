package nl.meerwaarde.cell;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.SubjectQuery.Subject;
import nl.meerwaarde.measure.FactMeasure;

/** The patients behind the figures of a report. */
public final class Subjects {
    private final List<Subject> episodes;

    Subjects(List<Subject> episodes) {
        this.episodes = episodes;
    }

    /** Ids of the patients in a population of a group; empty for populations that are only counted (deaths, open windows). */
    public Optional<SortedSet<String>> patients(FactMeasure.Group group, String population) {
        return SubjectMembership.of(group, population)
                .map(member -> episodes.stream()
                        .filter(member)
                        .map(Subject::patient)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
