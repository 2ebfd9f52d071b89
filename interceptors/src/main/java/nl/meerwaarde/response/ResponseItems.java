package nl.meerwaarde.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** The items of a response by linkId, to read, clear and fill those that the server computes. */
public final class ResponseItems {
    private final Instrument instrument;
    private final QuestionnaireResponse response;

    public ResponseItems(Instrument instrument, QuestionnaireResponse response) {
        this.instrument = instrument;
        this.response = response;
    }

    /** The first item with this linkId, at any depth. */
    public Optional<QuestionnaireResponseItemComponent> find(String linkId) {
        return find(response.getItem(), linkId);
    }

    /** Takes the answers away; the item stays. */
    public void clear(String linkId) {
        find(linkId).ifPresent(item -> item.setAnswer(null));
    }

    /** Fills the item, adding it (and the groups it stands in) where the response does not have it. */
    public void set(String linkId, List<? extends Type> values) {
        QuestionnaireResponseItemComponent item = find(linkId).orElseGet(() -> add(linkId));
        item.setAnswer(null);
        values.forEach(value -> item.addAnswer().setValue(value));
    }

    private QuestionnaireResponseItemComponent add(String linkId) {
        List<Question> questions = instrument.questions();
        List<QuestionnaireResponseItemComponent> level = response.getItem();
        for (String step : pathTo(questions, linkId).orElseThrow()) {
            QuestionnaireResponseItemComponent next = stepInto(step, questions, level);
            if (step.equals(linkId)) {
                return next;
            }
            questions = questions.get(place(questions, step)).children();
            level = next.getItem();
        }
        throw new IllegalStateException("The path to item '" + linkId + "' does not end there");
    }

    private static QuestionnaireResponseItemComponent stepInto(
            String linkId, List<Question> questions, List<QuestionnaireResponseItemComponent> level) {
        return level.stream()
                .filter(item -> linkId.equals(item.getLinkId()))
                .findFirst()
                .orElseGet(() -> {
                    QuestionnaireResponseItemComponent added = new QuestionnaireResponseItemComponent();
                    added.setLinkId(linkId);
                    level.add(insertionPoint(linkId, questions, level), added);
                    return added;
                });
    }

    /** FHIR wants the items of a response in the order of the Questionnaire. */
    private static int insertionPoint(
            String linkId, List<Question> questions, List<QuestionnaireResponseItemComponent> level) {
        int place = place(questions, linkId);
        for (int i = 0; i < level.size(); i++) {
            if (place(questions, level.get(i).getLinkId()) > place) {
                return i;
            }
        }
        return level.size();
    }

    private static int place(List<Question> questions, String linkId) {
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).linkId().equals(linkId)) {
                return i;
            }
        }
        return -1;
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
