package nl.meerwaarde.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/** Whether a wording has a text for every question and every answer of an instrument, in each of its languages, and for nothing else. */
final class WordingCheck {
    private WordingCheck() {}

    static List<Problem> check(Questionnaire instrument, Wording wording) {
        List<Problem> problems = new ArrayList<>();
        Set<Wording.Place> places = places(instrument);
        for (Wording.Place place : places) {
            wording.languages().stream()
                    .filter(language -> !wording.at(place).containsKey(language))
                    .forEach(language -> problems.add(
                            problem("The wording has no text in language '" + language + "' for " + place + ".")));
        }
        wording.texts().keySet().stream()
                .filter(place -> !places.contains(place))
                .sorted(java.util.Comparator.comparing(Wording.Place::toString))
                .forEach(place -> problems.add(
                        problem("The wording has a text for " + place + ", which the instrument does not have.")));
        return problems;
    }

    private static Set<Wording.Place> places(Questionnaire instrument) {
        Set<Wording.Place> places = new LinkedHashSet<>();
        InstrumentItems.of(instrument).stream()
                .filter(InstrumentItems::isWorded)
                .forEach(item -> addPlaces(item, places));
        return places;
    }

    private static void addPlaces(QuestionnaireItemComponent item, Set<Wording.Place> places) {
        if (item.hasText()) {
            places.add(Wording.Place.question(item.getLinkId()));
        }
        item.getAnswerOption().stream()
                .flatMap(option -> InstrumentItems.code(option).stream())
                .forEach(code -> places.add(new Wording.Place(item.getLinkId(), code)));
    }

    private static Problem problem(String sentence) {
        return new Problem(ProblemCode.WORDING_DIFFERS, "wording", sentence);
    }
}
