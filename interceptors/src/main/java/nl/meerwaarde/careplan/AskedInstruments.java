package nl.meerwaarde.careplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.wording.WordingPolicy;

/**
 * What a pathway asks of one patient.
 *
 * @param byMoment the instruments of each moment, in the order of the pathway; moments at which nothing is asked are left out
 * @param leftOut what the pathway asks but this server cannot, and why
 */
record AskedInstruments(Map<Pathway.Moment, List<Asked>> byMoment, List<Sentence> leftOut) {
    /**
     * An instrument that is asked.
     *
     * @param questionnaire address without version
     * @param sideSpecific whether it is asked per side
     */
    record Asked(String questionnaire, boolean sideSpecific) {}

    /**
     * Chooses the instruments.
     *
     * @param unchecked what is asked only when somebody wants it: {@code <moment>|<Questionnaire>}
     * @param conditions codes of the patient's conditions and treatments
     */
    static AskedInstruments of(
            Pathway pathway,
            Set<String> unchecked,
            Set<Code> conditions,
            InstrumentCatalogue catalogue,
            WordingPolicy wording) {
        Map<String, Optional<Instrument>> instruments = new TreeMap<>();
        Map<Pathway.Moment, List<Asked>> byMoment = new LinkedHashMap<>();
        for (Pathway.Moment moment : pathway.moments()) {
            List<Asked> asked = new ArrayList<>();
            for (String questionnaire : new TreeSet<>(moment.questionnaires())) {
                if (moment.asks(questionnaire, conditions)
                        && !unchecked.contains(moment.code() + "|" + questionnaire)) {
                    instruments
                            .computeIfAbsent(questionnaire, url -> catalogue.find(new CanonicalReference(url, null)))
                            .filter(instrument -> objection(instrument, wording).isEmpty())
                            .ifPresent(instrument -> asked.add(new Asked(questionnaire, instrument.sideSpecific())));
                }
            }
            if (!asked.isEmpty()) {
                byMoment.put(moment, List.copyOf(asked));
            }
        }
        List<Sentence> leftOut = new ArrayList<>();
        instruments.forEach((questionnaire, instrument) -> instrument
                .map(known -> objection(known, wording))
                .orElseGet(
                        () -> Optional.of(Sentence.beside(AskedInstruments.class, "left-out.unknown", questionnaire)))
                .ifPresent(leftOut::add));
        return new AskedInstruments(byMoment, List.copyOf(leftOut));
    }

    private static Optional<Sentence> objection(Instrument instrument, WordingPolicy wording) {
        if (instrument.module() || instrument.questions().isEmpty()) {
            return Optional.of(
                    Sentence.beside(AskedInstruments.class, "left-out.no-questions", instrument.canonical()));
        }
        return wording.objection(instrument, "").map(problem -> problem.sentence());
    }

    boolean asksPerSide() {
        return byMoment.values().stream().flatMap(List::stream).anyMatch(Asked::sideSpecific);
    }
}
