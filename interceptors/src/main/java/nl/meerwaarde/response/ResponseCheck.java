package nl.meerwaarde.response;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** One check of one response: walks instrument and response side by side and collects problems. */
final class ResponseCheck {
    private final Instrument instrument;
    private final QuestionnaireResponse response;
    private final boolean complete;
    private final Map<String, Question> known;
    private final Enablement enablement;
    private final AnswerCheck answers;
    private final List<Problem> problems = new ArrayList<>();

    ResponseCheck(
            FhirPath fhirPath,
            AnswerTerminology terminology,
            Instrument instrument,
            QuestionnaireResponse response,
            boolean complete) {
        this.instrument = instrument;
        this.response = response;
        this.complete = complete;
        this.known = instrument.questionsByLinkId();
        this.enablement = new Enablement(fhirPath, instrument, response);
        this.answers = new AnswerCheck(terminology, problems);
    }

    /** Problems of the whole response. */
    List<Problem> problems() {
        checkHead();
        return answerProblems();
    }

    /** Problems of its items alone, added to those already found. */
    List<Problem> answerProblems() {
        checkItems(instrument.questions(), response.getItem(), "QuestionnaireResponse");
        return List.copyOf(problems);
    }

    private void checkHead() {
        if (!response.hasSubject() || !refersToPatient()) {
            problem(ProblemCode.SUBJECT_MISSING, "QuestionnaireResponse.subject", "subject-missing");
        }
        if (complete
                && !response.getAuthoredElement().hasValue()
                && !response.getAuthoredElement().hasExtension()) {
            problem(ProblemCode.AUTHORED_MISSING, "QuestionnaireResponse.authored", "authored-missing");
        }
        if (complete
                && instrument.sideSpecific()
                && !response.hasExtension(Canonicals.Extensions.LATERALITY)
                && !response.hasBasedOn()) {
            problem(ProblemCode.SIDE_MISSING, "QuestionnaireResponse.extension", "side-missing");
        }
    }

    private boolean refersToPatient() {
        String reference = response.getSubject().getReference();
        return reference != null
                && (!reference.contains("/") || reference.contains("Patient/") || reference.startsWith("Patient?"));
    }

    private void checkItems(
            List<Question> questions, List<QuestionnaireResponseItemComponent> items, String parentPath) {
        Map<String, Question> here =
                questions.stream().collect(Collectors.toMap(Question::linkId, q -> q, (a, b) -> a, LinkedHashMap::new));
        for (int i = 0; i < items.size(); i++) {
            checkPlace(items.get(i), here, parentPath + ".item[" + i + "]");
        }
        Map<String, List<Integer>> positions = positions(items);
        for (Question question : questions) {
            checkQuestion(question, items, positions.getOrDefault(question.linkId(), List.of()), parentPath);
        }
    }

    private static Map<String, List<Integer>> positions(List<QuestionnaireResponseItemComponent> items) {
        return java.util.stream.IntStream.range(0, items.size())
                .boxed()
                .filter(i -> items.get(i).hasLinkId())
                .collect(groupingBy(i -> items.get(i).getLinkId()));
    }

    private void checkPlace(QuestionnaireResponseItemComponent item, Map<String, Question> here, String path) {
        if (here.containsKey(item.getLinkId())) {
            return;
        }
        if (known.containsKey(item.getLinkId())) {
            problem(ProblemCode.ITEM_OUT_OF_PLACE, path, "item-out-of-place", item.getLinkId());
        } else {
            problem(ProblemCode.UNKNOWN_ITEM, path, "unknown-item", instrument.canonical(), item.getLinkId());
        }
    }

    private void checkQuestion(
            Question question,
            List<QuestionnaireResponseItemComponent> items,
            List<Integer> positions,
            String parentPath) {
        boolean enabled = enablement.isEnabled(question);
        if (positions.isEmpty()) {
            if (enabled) {
                checkAbsent(question, parentPath);
            }
            return;
        }
        if (positions.size() > 1 && !(question.type() == QuestionnaireItemType.GROUP && question.repeats())) {
            problem(
                    ProblemCode.ITEM_REPEATED,
                    parentPath + ".item[" + positions.get(1) + "]",
                    question.takesAnswers() ? "item-repeated.question" : "item-repeated.group",
                    question.name(),
                    positions.size());
        }
        for (int position : positions) {
            checkPresent(question, items.get(position), enabled, parentPath + ".item[" + position + "]");
        }
    }

    /** Something required may also be hidden inside an absent group: then the questions below it are what is missing. */
    private void checkAbsent(Question question, String parentPath) {
        if (!complete || question.calculated() || question.type() == QuestionnaireItemType.DISPLAY) {
            return;
        }
        if (question.type() == QuestionnaireItemType.GROUP) {
            if (question.required()) {
                checkItems(question.children(), List.of(), parentPath);
            }
        } else if (question.required()) {
            problem(ProblemCode.REQUIRED_ANSWER_MISSING, parentPath, "required-answer-missing", question.name());
        } else {
            checkCount(question, 0, parentPath);
        }
    }

    private void checkPresent(
            Question question, QuestionnaireResponseItemComponent item, boolean enabled, String path) {
        if (!enabled && complete && hasContent(item)) {
            problem(ProblemCode.ITEM_NOT_ENABLED, path, "item-not-enabled", question.name());
            return;
        }
        if (question.type() == QuestionnaireItemType.GROUP) {
            if (item.hasAnswer()) {
                problem(ProblemCode.ANSWER_TYPE, path + ".answer", "answer-type.group", question.name());
            }
            checkItems(question.children(), item.getItem(), path);
            return;
        }
        checkAnswers(question, item, path);
    }

    private void checkAnswers(Question question, QuestionnaireResponseItemComponent item, String path) {
        if (item.hasItem()) {
            problem(ProblemCode.ITEM_OUT_OF_PLACE, path + ".item", "item-out-of-place.below-answer", question.name());
        }
        if (question.calculated()) {
            return;
        }
        if (question.type() == QuestionnaireItemType.DISPLAY && item.hasAnswer()) {
            problem(ProblemCode.ANSWER_TYPE, path + ".answer", "answer-type.display", question.name());
            return;
        }
        int given = (int) item.getAnswer().stream()
                .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                .count();
        if (given == 0 && question.required() && complete) {
            problem(ProblemCode.REQUIRED_ANSWER_MISSING, path, "required-answer-missing", question.name());
        }
        if (given > 1 && !question.repeats()) {
            problem(
                    ProblemCode.TOO_MANY_ANSWERS,
                    path + ".answer[1]",
                    "too-many-answers.single",
                    question.name(),
                    given);
        }
        checkCount(question, given, path);
        for (int i = 0; i < item.getAnswer().size(); i++) {
            QuestionnaireResponseItemAnswerComponent answer = item.getAnswer().get(i);
            String answerPath = path + ".answer[" + i + "]";
            if (answer.hasValue()) {
                answers.check(question, answer.getValue(), answerPath);
            }
            checkItems(question.children(), answer.getItem(), answerPath);
        }
    }

    private void checkCount(Question question, int given, String path) {
        Integer fewest = question.bounds().minOccurs();
        Integer most = question.bounds().maxOccurs();
        if (complete && fewest != null && given < fewest && !(given == 0 && question.required())) {
            problem(ProblemCode.TOO_FEW_ANSWERS, path, "too-few-answers", question.name(), fewest, given);
        }
        if (most != null && given > most) {
            problem(ProblemCode.TOO_MANY_ANSWERS, path, "too-many-answers", question.name(), most, given);
        }
    }

    private static boolean hasContent(QuestionnaireResponseItemComponent item) {
        return item.getAnswer().stream().anyMatch(QuestionnaireResponseItemAnswerComponent::hasValue)
                || item.getItem().stream().anyMatch(ResponseCheck::hasContent);
    }

    private void problem(ProblemCode code, String path, String key, Object... arguments) {
        problems.add(new Problem(code, path, Sentence.beside(ResponseCheck.class, key, arguments)));
    }
}
