package nl.meerwaarde.population;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.response.ResponseContext;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * One population of one form: an item for every item of the Questionnaire, and answers where they are known. What stands first answers: an expression, the
 * newest Observation, the Questionnaire's own initial value. Expressions are tried again after others gave something, so their order does not matter.
 */
final class Population {
    private final Instrument instrument;
    private final Map<String, Question> questions;
    private final ResponseRules rules;
    private final FhirPath fhirPath;
    private final QuestionnaireResponse response = new QuestionnaireResponse();
    private final PopulationIssues issues = new PopulationIssues();
    private final Expressions expressions;
    private final ObservedAnswers observed;
    private final PopulationScope form;
    private final List<Slot> open = new ArrayList<>();

    /** A populated form, and what could not be filled in and why. */
    record Result(QuestionnaireResponse response, List<Problem> issues) {}

    /** A question of the response that waits for its answers. */
    private record Slot(
            QuestionnaireItemComponent item,
            Question question,
            QuestionnaireResponseItemComponent answered,
            PopulationScope scope,
            @Nullable Observation panel,
            String path) {
        Optional<Expression> expression() {
            return QuestionnaireExtensions.expression(item, Canonicals.SdcExtensions.INITIAL_EXPRESSION);
        }
    }

    Population(
            FhirPath fhirPath,
            ResponseRules rules,
            Instrument instrument,
            LaunchContext launch,
            List<SubjectRecord> records,
            Instant now) {
        this.fhirPath = fhirPath;
        this.rules = rules;
        this.instrument = instrument;
        this.questions = instrument.questionsByLinkId();
        this.expressions = new Expressions(fhirPath, response, records, issues);
        this.observed = new ObservedAnswers(
                records, now, launch.side().flatMap(Code::of).orElse(null), issues);
        this.form = PopulationScope.root(expressions, response, this::weight);
        startResponse(launch);
        defineNames(launch);
    }

    /** Weights depend on the question that an answer is to, so they are looked up in the response as it stands. */
    private Optional<BigDecimal> weight(Base answer) {
        return new ResponseContext(fhirPath, instrument, response).whole().weight(answer);
    }

    private void startResponse(LaunchContext launch) {
        response.setQuestionnaire(instrument.canonical().toString());
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response.setSubject(new Reference("Patient/" + launch.patient()));
        launch.side().ifPresent(side -> response.addExtension(Canonicals.Extensions.LATERALITY, side.copy()));
        launch.first(Encounter.class)
                .filter(encounter -> encounter.getIdElement().hasIdPart())
                .ifPresent(encounter -> response.setEncounter(
                        new Reference("Encounter/" + encounter.getIdElement().getIdPart())));
    }

    private void defineNames(LaunchContext launch) {
        Questionnaire questionnaire = instrument.questionnaire();
        form.define("questionnaire", List.of(questionnaire));
        for (String name : QuestionnaireExtensions.launchContexts(questionnaire)) {
            form.miss(
                    name,
                    () -> issues.add(
                            ProblemCode.CONTEXT_MISSING,
                            "Questionnaire.extension",
                            "The form is launched with %" + name + ", which the request does not give (context)."));
        }
        defineVariables(questionnaire, form, "Questionnaire");
        launch.byName().forEach(form::define);
    }

    private static void defineVariables(IBaseHasExtensions element, PopulationScope scope, String path) {
        for (Extension variable : QuestionnaireExtensions.all(element, Canonicals.CoreExtensions.VARIABLE)) {
            if (variable.getValue() instanceof Expression expression && expression.hasName()) {
                scope.define(expression.getName(), expression, path);
            }
        }
    }

    Result populate() {
        tellWhatIsNotDone(Canonicals.SdcExtensions.SOURCE_STRUCTURE_MAP, "StructureMap (sourceStructureMap)");
        tellWhatIsNotDone(Canonicals.SdcExtensions.SOURCE_QUERIES, "a contained Bundle of queries (sourceQueries)");
        observed.expect(instrument.questionnaire());
        addItems(instrument.questionnaire().getItem(), response::addItem, form, null, "QuestionnaireResponse");
        while (!open.isEmpty()) {
            fillWithoutExpression();
            fillByExpression();
            fillTheRest();
        }
        new UnaskedAnswers(fhirPath, instrument, response).remove();
        return new Result(response, issues.all());
    }

    private void tellWhatIsNotDone(String extension, String mechanism) {
        if (instrument.questionnaire().hasExtension(extension)) {
            issues.add(
                    ProblemCode.UNSUPPORTED_MECHANISM,
                    "Questionnaire.extension",
                    "Population by " + mechanism + " is not done here.");
        }
    }

    private void addItems(
            List<QuestionnaireItemComponent> items,
            Consumer<QuestionnaireResponseItemComponent> parent,
            PopulationScope scope,
            @Nullable Observation panel,
            String parentPath) {
        for (QuestionnaireItemComponent item : items) {
            String path = parentPath + ".item.where(linkId='" + item.getLinkId() + "')";
            if (item.getType() == QuestionnaireItemType.GROUP) {
                addGroup(item, parent, scope, panel, path);
            } else {
                QuestionnaireResponseItemComponent added = added(item, parent);
                Question question = questions.get(item.getLinkId());
                if (question != null && question.takesAnswers() && !question.calculated()) {
                    open.add(new Slot(item, question, added, scopeOf(item, added, scope, path), panel, path));
                }
            }
        }
    }

    private static QuestionnaireResponseItemComponent added(
            QuestionnaireItemComponent item, Consumer<QuestionnaireResponseItemComponent> parent) {
        QuestionnaireResponseItemComponent added = new QuestionnaireResponseItemComponent();
        added.setLinkId(item.getLinkId());
        if (item.hasText()) {
            added.setText(item.getText());
        }
        parent.accept(added);
        return added;
    }

    private static PopulationScope scopeOf(
            QuestionnaireItemComponent item, Base added, PopulationScope outer, String path) {
        PopulationScope scope = outer.inner(added);
        scope.define("qitem", List.of(item));
        defineVariables(item, scope, path);
        return scope;
    }

    /** A group with a population context occurs once per result of it, a result under the context's name each. */
    private void addGroup(
            QuestionnaireItemComponent group,
            Consumer<QuestionnaireResponseItemComponent> parent,
            PopulationScope scope,
            @Nullable Observation panel,
            String path) {
        Optional<Expression> context =
                QuestionnaireExtensions.expression(group, Canonicals.SdcExtensions.ITEM_POPULATION_CONTEXT);
        if (context.isEmpty()) {
            addGroup(group, parent, scope, panel, path, null, List.of());
            return;
        }
        List<Base> rows = rows(expressions.evaluate(context.get(), scope, response, path));
        if (rows.size() > 1 && !group.getRepeats()) {
            issues.add(
                    ProblemCode.UNSUITABLE_VALUE,
                    path,
                    "Group '" + group.getLinkId() + "' may occur once, but its population context has " + rows.size()
                            + " results; it is not filled in.");
            rows = List.of();
        }
        String name = context.get().getName();
        if (rows.isEmpty()) {
            addGroup(group, parent, scope, panel, path, name, List.of());
        }
        for (Base row : rows) {
            addGroup(group, parent, scope, panel, path, name, List.of(row));
        }
    }

    /** The entries of a searchset are its results. */
    private static List<Base> rows(List<Base> values) {
        return values.stream()
                .flatMap(value -> value instanceof Bundle bundle
                        ? bundle.getEntry().stream()
                                .map(BundleEntryComponent::getResource)
                                .map(Base.class::cast)
                        : Stream.of(value))
                .toList();
    }

    private void addGroup(
            QuestionnaireItemComponent group,
            Consumer<QuestionnaireResponseItemComponent> parent,
            PopulationScope outer,
            @Nullable Observation outerPanel,
            String path,
            @Nullable String rowName,
            List<Base> row) {
        QuestionnaireResponseItemComponent added = added(group, parent);
        PopulationScope scope = scopeOf(group, added, outer, path);
        if (rowName != null) {
            scope.define(rowName, row);
        }
        Observation panel = observed.panel(group, outerPanel, path).orElse(outerPanel);
        addItems(group.getItem(), added::addItem, scope, panel, path);
    }

    /** Answers bring the questions below them along, so the list grows while it is worked through. */
    private void fillWithoutExpression() {
        for (int i = 0; i < open.size(); i++) {
            Slot slot = open.get(i);
            if (slot.expression().isEmpty()) {
                fillFromRecordOrForm(slot);
            }
        }
        open.removeIf(slot -> slot.expression().isEmpty());
    }

    /** An expression may use what another one gives, so those without a value are tried again as long as anything comes of it. */
    private void fillByExpression() {
        boolean gained = true;
        while (gained) {
            List<Slot> filled = new ArrayList<>();
            for (Slot slot : List.copyOf(open)) {
                List<Base> values = slot.expression()
                        .map(expression -> expressions.evaluate(expression, slot.scope(), slot.answered(), slot.path()))
                        .orElse(List.of());
                if (!values.isEmpty()) {
                    fill(slot, values);
                    filled.add(slot);
                }
            }
            open.removeAll(filled);
            gained = !filled.isEmpty();
            fillWithoutExpression();
        }
    }

    private void fillTheRest() {
        List<Slot> rest = List.copyOf(open);
        open.clear();
        rest.forEach(this::fillFromRecordOrForm);
    }

    private void fillFromRecordOrForm(Slot slot) {
        Optional<Type> known = observed.answer(slot.item(), slot.question(), slot.panel(), slot.path());
        fill(slot, known.<List<Base>>map(List::of).orElseGet(() -> initial(slot.item())));
    }

    private static List<Base> initial(QuestionnaireItemComponent item) {
        List<Base> values = new ArrayList<>();
        item.getInitial().forEach(initial -> values.add(AnswerValues.plain(initial.getValue())));
        item.getAnswerOption().stream()
                .filter(option -> option.getInitialSelected())
                .forEach(option -> values.add(AnswerValues.plain(option.getValue())));
        return values;
    }

    private void fill(Slot slot, List<Base> values) {
        Integer most = slot.question().repeats() ? slot.question().bounds().maxOccurs() : Integer.valueOf(1);
        if (most != null && values.size() > most) {
            issues.add(
                    ProblemCode.TOO_MANY_ANSWERS,
                    slot.path(),
                    "Question " + slot.question().name() + " takes at most " + most + " answers, and " + values.size()
                            + " are known; which of them is for a person to say.");
            return;
        }
        values.forEach(value -> AnswerValues.answer(slot.item(), slot.question(), value)
                .ifPresentOrElse(answer -> fill(slot, answer), () -> unsuitable(slot, value)));
    }

    private void fill(Slot slot, Type answer) {
        List<Problem> problems = rules.checkAnswer(slot.question(), answer, slot.path());
        if (!problems.isEmpty()) {
            issues.addAll(problems);
            return;
        }
        QuestionnaireResponseItemAnswerComponent added = slot.answered().addAnswer();
        added.setValue(answer);
        addItems(slot.item().getItem(), added::addItem, slot.scope(), slot.panel(), slot.path() + ".answer");
    }

    private void unsuitable(Slot slot, Base value) {
        issues.add(
                ProblemCode.UNSUITABLE_VALUE,
                slot.path(),
                "What is known for question " + slot.question().name() + " is of type " + value.fhirType()
                        + " (or in another unit), which does not answer a question of type "
                        + slot.question().type().toCode() + ".");
    }
}
