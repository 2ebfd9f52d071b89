package nl.meerwaarde.outcomeset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.QuestionIdentity;

/**
 * Counts what outcome sets ask together: a pure function of the sets and their instruments. A question is asked once however many instruments have it
 * ({@link QuestionIdentity}). Questions that are asked under a condition count, so a count is the most that somebody can meet.
 */
final class RespondentBurden {
    private final Function<CanonicalReference, Instrument> instruments;

    /** @param instruments finds the instrument that a measurement names; must know every one */
    RespondentBurden(Function<CanonicalReference, Instrument> instruments) {
        this.instruments = instruments;
    }

    /**
     * What is asked at which moment of whom; nothing for moments and reporters of whom nothing is asked.
     *
     * @param parts what the sets consist of; a part that several sets take over occurs several times
     * @param moments all moments, in the order of the answer
     */
    List<Sitting> sittings(List<WholeSet.Part> parts, List<String> moments) {
        return moments.stream()
                .flatMap(moment -> Arrays.stream(Reporter.values()).map(reporter -> sitting(parts, moment, reporter)))
                .filter(sitting -> !sitting.isEmpty())
                .toList();
    }

    private Sitting sitting(List<WholeSet.Part> parts, String moment, Reporter reporter) {
        List<List<Measurement>> perPart = parts.stream()
                .map(part -> part.measurements().stream()
                        .filter(measurement -> measurement.reporter() == reporter
                                && measurement.moments().contains(moment))
                        .toList())
                .toList();
        List<Measurement> all = perPart.stream().flatMap(List::stream).toList();
        return new Sitting(
                moment,
                reporter,
                together(all),
                recorded(all),
                perPart.stream().mapToInt(this::questionsAlone).sum());
    }

    private int questionsAlone(List<Measurement> part) {
        return together(part).stream()
                .mapToInt(Sitting.AskedInstrument::questions)
                .sum();
    }

    private List<Sitting.AskedInstrument> together(List<Measurement> measurements) {
        Map<CanonicalReference, List<Measurement>> byInstrument = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            if (measurement.means() instanceof Measurement.Asked asked) {
                byInstrument
                        .computeIfAbsent(
                                instruments.apply(asked.questionnaire()).canonical(), c -> new ArrayList<>())
                        .add(measurement);
            }
        }
        Set<String> askedBefore = new HashSet<>();
        List<Sitting.AskedInstrument> asked = new ArrayList<>();
        byInstrument.forEach((canonical, measures) -> {
            Instrument instrument = instruments.apply(canonical);
            List<QuestionIdentity> questions = QuestionIdentity.questionsOf(instrument);
            long added = questions.stream()
                    .filter(question -> Collections.disjoint(question.keys(), askedBefore))
                    .count();
            questions.forEach(question -> askedBefore.addAll(question.keys()));
            asked.add(new Sitting.AskedInstrument(instrument, measures, questions.size(), Math.toIntExact(added)));
        });
        return asked;
    }

    private static List<Sitting.RecordedItem> recorded(List<Measurement> measurements) {
        Map<Measurement.Recorded, List<Measurement>> byMeans = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            if (measurement.means() instanceof Measurement.Recorded recorded) {
                byMeans.computeIfAbsent(recorded, r -> new ArrayList<>()).add(measurement);
            }
        }
        List<Sitting.RecordedItem> items = new ArrayList<>();
        byMeans.forEach((recorded, measures) -> items.add(new Sitting.RecordedItem(recorded, measures)));
        return items;
    }
}
