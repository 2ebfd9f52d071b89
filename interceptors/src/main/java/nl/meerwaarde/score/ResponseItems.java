package nl.meerwaarde.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** The items of a response by linkId, to read, clear and fill the calculated ones. */
final class ResponseItems {
    private final Instrument instrument;
    private final QuestionnaireResponse response;

    ResponseItems(Instrument instrument, QuestionnaireResponse response) {
        this.instrument = instrument;
        this.response = response;
    }

    Optional<QuestionnaireResponseItemComponent> find(String linkId) {
        return find(response.getItem(), linkId);
    }

    void clear(String linkId) {
        find(linkId).ifPresent(item -> item.setAnswer(null));
    }

    /** Fills the item, adding it (and the groups it stands in) where the response does not have it. */
    void set(String linkId, Type value) {
        QuestionnaireResponseItemComponent item = find(linkId).orElseGet(() -> add(linkId));
        item.setAnswer(null);
        item.addAnswer().setValue(value);
    }

    private QuestionnaireResponseItemComponent add(String linkId) {
        List<QuestionnaireResponseItemComponent> level = response.getItem();
        for (String step : pathTo(instrument.questions(), linkId).orElseThrow()) {
            List<QuestionnaireResponseItemComponent> here = level;
            QuestionnaireResponseItemComponent next = here.stream()
                    .filter(item -> step.equals(item.getLinkId()))
                    .findFirst()
                    .orElseGet(() -> {
                        QuestionnaireResponseItemComponent added = new QuestionnaireResponseItemComponent();
                        added.setLinkId(step);
                        here.add(added);
                        return added;
                    });
            level = next.getItem();
            if (step.equals(linkId)) {
                return next;
            }
        }
        throw new IllegalStateException("The path to item '" + linkId + "' does not end there");
    }

    private static Optional<List<String>> pathTo(List<Question> questions, String linkId) {
        for (Question question : questions) {
            if (question.linkId().equals(linkId)) {
                return Optional.of(List.of(linkId));
            }
            Optional<List<String>> below = pathTo(question.children(), linkId);
            if (below.isPresent()) {
                List<String> path = new ArrayList<>(List.of(question.linkId()));
                path.addAll(below.get());
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static Optional<QuestionnaireResponseItemComponent> find(
            List<QuestionnaireResponseItemComponent> items, String linkId) {
        for (QuestionnaireResponseItemComponent item : items) {
            if (linkId.equals(item.getLinkId())) {
                return Optional.of(item);
            }
            Optional<QuestionnaireResponseItemComponent> below = find(item.getItem(), linkId);
            if (below.isEmpty()) {
                below = item.getAnswer().stream()
                        .map(answer -> find(answer.getItem(), linkId))
                        .flatMap(Optional::stream)
                        .findFirst();
            }
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}
