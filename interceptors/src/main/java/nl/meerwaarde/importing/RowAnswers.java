package nl.meerwaarde.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** The answers to one questionnaire, from a row. */
final class RowAnswers {
    private static final Pattern STEP = Pattern.compile("(item|answer)\\[(\\d+)]");

    private RowAnswers() {}

    static ImportedRow.Answered read(
            RowCells cells, BoundMapping.AskedResponse asked, RowIds ids, Optional<Coding> side) {
        Map<String, Type> answers = new LinkedHashMap<>();
        asked.items().forEach((linkId, item) -> answer(cells, item).ifPresent(answer -> answers.put(linkId, answer)));
        Optional<QuestionnaireResponse> response =
                answers.isEmpty() ? Optional.empty() : Optional.of(response(cells, asked, ids, side, answers));
        Map<String, Optional<BigDecimal>> controls = new LinkedHashMap<>();
        asked.controls().forEach((score, column) -> controls.put(score, cells.number(column)));
        return new ImportedRow.Answered(asked, response, controls);
    }

    private static Optional<? extends Type> answer(RowCells cells, BoundMapping.Item item) {
        MappedColumn column = item.column();
        return switch (item.question().type()) {
            case CHOICE -> cells.text(column).flatMap(code -> choice(cells, item, code));
            case OPENCHOICE ->
                cells.text(column).map(text -> option(item.question(), text).orElseGet(() -> new StringType(text)));
            case BOOLEAN -> cells.text(column).flatMap(text -> bool(cells, column, text));
            case INTEGER -> cells.integer(column).map(IntegerType::new);
            case DECIMAL -> cells.number(column).map(DecimalType::new);
            case DATE -> cells.date(column, DateType::new);
            case DATETIME -> cells.date(column, DateTimeType::new);
            case STRING, TEXT -> cells.text(column).map(StringType::new);
            default -> throw new IllegalStateException("Binding lets no item of this type through");
        };
    }

    private static Optional<Type> choice(RowCells cells, BoundMapping.Item item, String code) {
        Optional<Type> option = option(item.question(), code);
        if (option.isEmpty()) {
            cells.codeProblem(
                    item.column(),
                    "This is not an option of question " + item.question().name() + ".");
        }
        return option;
    }

    /** The option with this code (or, for options that are not codes, this value). */
    static Optional<Type> option(Question question, String code) {
        return question.options().stream()
                .map(Question.AnswerOption::value)
                .filter(value ->
                        code.equals(value instanceof Coding coding ? coding.getCode() : value.primitiveValue()))
                .findFirst()
                .map(RowAnswers::bare);
    }

    /** A Coding without the weight and display that the Questionnaire gives it. */
    private static Type bare(Type option) {
        return option instanceof Coding coding
                ? new Coding().setSystem(coding.getSystem()).setCode(coding.getCode())
                : option.copy();
    }

    private static Optional<BooleanType> bool(RowCells cells, MappedColumn column, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            cells.codeProblem(column, "This is neither true nor false; the mapping can give it 'values'.");
            return Optional.empty();
        }
        return Optional.of(new BooleanType(text));
    }

    private static QuestionnaireResponse response(
            RowCells cells,
            BoundMapping.AskedResponse asked,
            RowIds ids,
            Optional<Coding> side,
            Map<String, Type> answers) {
        ImportMapping.ResponseColumns columns = asked.columns();
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setId(ids.response(columns.moment(), asked.instrumentId()));
        response.getMeta().addProfile(Canonicals.Profiles.PROM_RESPONSE);
        response.setLanguage(columns.language());
        if (asked.instrument().sideSpecific()) {
            side.ifPresent(coding -> response.addExtension(Canonicals.Extensions.LATERALITY, coding));
        }
        addCode(
                response,
                Canonicals.Extensions.MEASUREMENT_MOMENT,
                Canonicals.CodeSystems.MEASUREMENT_MOMENT,
                columns.moment());
        Optional<String> respondent =
                columns.respondent() == null ? Optional.empty() : cells.text(columns.respondent());
        respondent.ifPresent(
                code -> addCode(response, Canonicals.Extensions.RESPONDENT, Canonicals.CodeSystems.RESPONDENT, code));
        if (columns.mode() != null) {
            addCode(response, Canonicals.Extensions.ANSWER_MODE, Canonicals.CodeSystems.ANSWER_MODE, columns.mode());
        }
        response.addBasedOn(RowEpisode.reference("CarePlan", ids.episode()));
        response.setQuestionnaire(asked.instrument().canonical().toString());
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setSubject(RowEpisode.reference("Patient", ids.patient()));
        response.setAuthoredElement(authored(cells, columns));
        response.setItem(items(asked.instrument().questions(), answers));
        return response;
    }

    private static void addCode(QuestionnaireResponse response, String extension, String system, String code) {
        response.addExtension(extension, new Coding().setSystem(system).setCode(code));
    }

    /** When the file does not say when the patient answered, the response says that it is not known. */
    private static DateTimeType authored(RowCells cells, ImportMapping.ResponseColumns columns) {
        Optional<DateTimeType> authored =
                columns.authored() == null ? Optional.empty() : cells.date(columns.authored(), DateTimeType::new);
        return authored.orElseGet(() -> {
            DateTimeType unknown = new DateTimeType();
            unknown.addExtension(Canonicals.CoreExtensions.DATA_ABSENT_REASON, new CodeType("unknown"));
            return unknown;
        });
    }

    /** In the order and the groups of the questionnaire; only what is answered. */
    private static List<QuestionnaireResponseItemComponent> items(List<Question> questions, Map<String, Type> answers) {
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        for (Question question : questions) {
            QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent();
            item.setLinkId(question.linkId());
            List<QuestionnaireResponseItemComponent> below = items(question.children(), answers);
            if (answers.containsKey(question.linkId())) {
                item.addAnswer().setValue(answers.get(question.linkId())).setItem(below);
                items.add(item);
            } else if (!below.isEmpty()) {
                item.setItem(below);
                items.add(item);
            }
        }
        return items;
    }

    /** The linkId of the item that a problem's path leads to. */
    static Optional<String> linkIdAt(QuestionnaireResponse response, String path) {
        List<QuestionnaireResponseItemComponent> items = response.getItem();
        QuestionnaireResponseItemComponent item = null;
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            int position = Integer.parseInt(step.group(2));
            if (step.group(1).equals("item")) {
                item = items.get(position);
                items = item.getItem();
            } else if (item != null) {
                QuestionnaireResponseItemAnswerComponent answer =
                        item.getAnswer().get(position);
                items = answer.getItem();
            }
        }
        return Optional.ofNullable(item).map(QuestionnaireResponseItemComponent::getLinkId);
    }
}
