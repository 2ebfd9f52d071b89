package nl.meerwaarde.instrument;

import static nl.meerwaarde.instrument.QuestionnaireExtensions.expression;
import static nl.meerwaarde.instrument.QuestionnaireExtensions.flag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Turns a Questionnaire into an {@link Instrument}: parses every expression once, orders the scores, and finds everything that is wrong. */
public final class InstrumentReader {
    private static final String QUERY = "application/x-fhir-query";

    /** What decides over a score or an answer and can be true in one way only. */
    private static final Set<String> SAID_ONCE = Set.of(
            Canonicals.CoreExtensions.MIN_VALUE,
            Canonicals.CoreExtensions.MAX_VALUE,
            Canonicals.CoreExtensions.QUESTIONNAIRE_UNIT,
            Canonicals.SdcExtensions.CALCULATED_EXPRESSION,
            Canonicals.SdcExtensions.ENABLE_WHEN_EXPRESSION,
            Canonicals.SdcExtensions.OBSERVATION_EXTRACT,
            Canonicals.Extensions.ASKED_AS,
            Canonicals.Extensions.GRADED_RESPONSE,
            Canonicals.Extensions.ITEM_RESPONSE_SCORE,
            Canonicals.Extensions.STANDARD_ERROR_OF);

    private final FhirPath fhirPath;

    public InstrumentReader(FhirPath fhirPath) {
        this.fhirPath = fhirPath;
    }

    /** Reads a Questionnaire. It must have an address; a version is needed as soon as it has scores. */
    public InstrumentReading read(Questionnaire questionnaire) {
        return new Reading(questionnaire).result();
    }

    /** One reading: collects problems while the instrument is put together. */
    private final class Reading {
        private final Questionnaire questionnaire;
        private final List<Problem> problems = new ArrayList<>();
        private final ExpressionParsing expressions = new ExpressionParsing(fhirPath, problems);
        private final ScoreReading scores = new ScoreReading(expressions, problems);
        private final List<Variable> variables = new ArrayList<>();
        private final List<SharedQuestion> shared = new ArrayList<>();
        private final Map<String, List<AlarmRule>> alarms = new HashMap<>();
        private final AlarmReader alarmReader = new AlarmReader(problems);
        private final Set<String> linkIds = new HashSet<>();
        private final Modularity modularity;
        /** Names of what only exists while a form is being filled in, so that nothing that is computed later may use it. */
        private final Set<String> forPopulation;

        Reading(Questionnaire questionnaire) {
            this.questionnaire = questionnaire;
            this.modularity = Modularity.of(questionnaire);
            this.forPopulation = new HashSet<>(QuestionnaireExtensions.launchContexts(questionnaire));
        }

        InstrumentReading result() {
            if (!questionnaire.hasUrl()) {
                problem(
                        ProblemCode.INVALID_DEFINITION,
                        "Questionnaire.url",
                        "A Questionnaire needs an address (url), so that responses can name it.");
                return new InstrumentReading.Refused(problems);
            }
            readVariables(questionnaire.getExtensionsByUrl(Canonicals.CoreExtensions.VARIABLE), "Questionnaire", null);
            List<Question> questions = questions(questionnaire.getItem(), "Questionnaire");
            Optional<ItemBank> bank = new ItemBankReading(questionnaire, problems).bank(questions);
            checkVariables(questions);
            variables.removeIf(variable -> forPopulation.contains(variable.name()));
            checkConditions(questions);
            scores.scores().forEach(score -> checkNames(questions, score));
            scores.checkTogether(bank.isPresent());
            SharedQuestions.check(shared, questions, problems);
            if (!scores.scores().isEmpty() && !questionnaire.hasVersion()) {
                problem(
                        ProblemCode.INVALID_DEFINITION,
                        "Questionnaire.version",
                        "A Questionnaire with scores needs a version, so that every score can name the rules it was computed with.");
            }
            ScoreOrder.Outcome order = ScoreOrder.of(scores.scores(), linkId -> scope(linkId, questions));
            order.cycle()
                    .ifPresent(cycle -> problem(
                            ProblemCode.EXPRESSION_CYCLE,
                            ScoreReading.path(cycle.linkId()),
                            "The expression of score '" + cycle.linkId() + "' needs its own result: "
                                    + cycle.computation().text()));
            if (!problems.isEmpty()) {
                return new InstrumentReading.Refused(problems);
            }
            return new InstrumentReading.Usable(new Instrument(
                    new CanonicalReference(questionnaire.getUrl(), questionnaire.getVersion()),
                    questionnaire,
                    questions,
                    variables,
                    order.ordered(),
                    alarms,
                    shared,
                    bank.orElse(null),
                    flag(questionnaire, Canonicals.Extensions.SIDE_SPECIFIC),
                    modularity.isModule(),
                    wording()));
        }

        private Instrument.WordingState wording() {
            return new Instrument.WordingState(
                    flag(questionnaire, Canonicals.Extensions.WORDING_REQUIRED),
                    ExtensionLookup.first(questionnaire.getExtension(), Canonicals.Extensions.WORDING)
                            .flatMap(wording -> ExtensionLookup.text(wording.getExtension(), "version"))
                            .orElse(null));
        }

        private Scope scope(@Nullable String linkId, List<Question> questions) {
            return Scope.at(linkId, questions, variables);
        }

        private void readVariables(List<Extension> extensions, String owner, @Nullable String item) {
            for (int i = 0; i < extensions.size(); i++) {
                String path = variablesPath(owner) + "[" + i + "]";
                if (extensions.get(i).getValue() instanceof Expression expression && expression.hasName()) {
                    if (QUERY.equals(expression.getLanguage())) {
                        forPopulation.add(expression.getName());
                        continue;
                    }
                    expressions
                            .parse(expression, path)
                            .ifPresent(node -> variables.add(
                                    new Variable(expression.getName(), expression.getExpression(), node, item)));
                } else {
                    problem(ProblemCode.INVALID_DEFINITION, path, "A variable needs an Expression with a name.");
                }
            }
        }

        private static String variablesPath(String owner) {
            return owner + ".extension('" + Canonicals.CoreExtensions.VARIABLE + "')";
        }

        /** A variable may use those declared before it, so nothing can need itself. What uses the launch context is of it. */
        private void checkVariables(List<Question> questions) {
            for (Variable variable : variables) {
                Scope before = scope(variable.item(), questions).before(variable);
                String path =
                        variablesPath(variable.item() == null ? "Questionnaire" : ScoreReading.path(variable.item()));
                Set<String> used = FhirPath.variablesUsed(variable.expression());
                if (used.contains(variable.name())
                        && before.find(variable.name()).isEmpty()
                        && !modularity.knows(variable.name())) {
                    problem(
                            ProblemCode.EXPRESSION_CYCLE,
                            path,
                            "The variable %" + variable.name() + " needs its own result: " + variable.text());
                } else {
                    checkNames(variable.expression(), variable.text(), before, forPopulation, path);
                }
                if (used.stream().anyMatch(forPopulation::contains)) {
                    forPopulation.add(variable.name());
                }
            }
        }

        private void checkConditions(List<Question> questions) {
            questions.stream().flatMap(Question::withDescendants).forEach(question -> {
                ExpressionNode expression = question.enableWhen().expression();
                if (expression != null) {
                    checkNames(
                            expression,
                            String.valueOf(question.enableWhen().expressionText()),
                            scope(question.linkId(), questions),
                            ScoreReading.path(question.linkId()));
                }
                question.enableWhen().conditions().stream()
                        .filter(condition -> !linkIds.contains(condition.getQuestion()))
                        .forEach(condition -> problem(
                                ProblemCode.INVALID_DEFINITION,
                                ScoreReading.path(question.linkId()) + ".enableWhen",
                                "The condition of item '" + question.linkId() + "' looks at question '"
                                        + condition.getQuestion() + "', which does not exist."));
            });
        }

        private void checkNames(List<Question> questions, ScoreRule score) {
            if (score.computation() instanceof ScoreComputation.Expression computation) {
                checkNames(
                        computation.expression(),
                        computation.text(),
                        scope(score.linkId(), questions),
                        ScoreReading.path(score.linkId()));
            }
        }

        private void checkNames(ExpressionNode expression, String text, Scope scope, String path) {
            checkNames(expression, text, scope, Set.of(), path);
        }

        private void checkNames(ExpressionNode expression, String text, Scope scope, Set<String> known, String path) {
            Set<String> unknown = new TreeSet<>(FhirPath.variablesUsed(expression));
            unknown.removeAll(known);
            unknown.removeIf(name -> scope.find(name).isPresent() || modularity.knows(name));
            unknown.removeAll(FhirPath.variablesDefined(expression));
            unknown.forEach(name -> problem(
                    ProblemCode.EXPRESSION_SYNTAX,
                    path,
                    "The expression uses %" + name
                            + (forPopulation.contains(name)
                                    ? ", which is only known while the form is being populated: "
                                    : ", which is not defined (or only after it): ")
                            + text));
        }

        private List<Question> questions(List<QuestionnaireItemComponent> items, String parentPath) {
            List<Question> questions = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                questions.add(question(items.get(i), parentPath + ".item[" + i + "]"));
            }
            return questions;
        }

        private Question question(QuestionnaireItemComponent item, String path) {
            boolean named = item.hasLinkId() && !item.getLinkId().isBlank();
            if (!named || !linkIds.add(item.getLinkId())) {
                problem(
                        ProblemCode.INVALID_DEFINITION,
                        path + ".linkId",
                        "Every item needs a linkId of its own; '" + item.getLinkId() + "' is missing or used twice.");
            }
            String linkId = String.valueOf(item.getLinkId());
            checkSaidOnce(item, path);
            readVariables(item.getExtensionsByUrl(Canonicals.CoreExtensions.VARIABLE), path, linkId);
            Optional<String> askedAs = askedAs(item);
            askedAs.ifPresent(source -> shared.add(new SharedQuestion(linkId, source)));
            List<AlarmRule> alarming = alarmReader.rules(item, path);
            if (askedAs.isEmpty() && !alarming.isEmpty()) {
                alarms.put(linkId, alarming);
            }
            boolean score = askedAs.isEmpty() && ScoreReading.isScore(item);
            if (score && named) {
                scores.read(item, path);
            }
            Optional<Expression> enableWhen = expression(item, Canonicals.SdcExtensions.ENABLE_WHEN_EXPRESSION);
            ExpressionNode enableWhenNode =
                    enableWhen.flatMap(e -> expressions.parse(e, path)).orElse(null);
            return new Question(
                    linkId,
                    Sentence.of(item.getTextElement()),
                    item.getType(),
                    item.getRequired(),
                    item.getRepeats(),
                    score || askedAs.isPresent(),
                    item.getAnswerOption().stream()
                            .map(option -> new Question.AnswerOption(
                                    option.getValue(),
                                    QuestionnaireExtensions.weight(option).orElse(null)))
                            .toList(),
                    item.getAnswerValueSet(),
                    QuestionnaireExtensions.bounds(item),
                    new Question.EnableWhen(
                            item.getEnableWhen(),
                            QuestionnaireExtensions.behavior(item),
                            enableWhen.map(Expression::getExpression).orElse(null),
                            enableWhenNode),
                    questions(item.getItem(), path));
        }

        private void checkSaidOnce(QuestionnaireItemComponent item, String path) {
            SAID_ONCE.stream()
                    .filter(url -> item.getExtensionsByUrl(url).size() > 1)
                    .sorted()
                    .forEach(url -> problem(
                            ProblemCode.INVALID_DEFINITION,
                            path + ".extension('" + url + "')",
                            "The item '" + item.getLinkId() + "' says this more than once."));
        }

        private static Optional<String> askedAs(Element item) {
            return QuestionnaireExtensions.value(item, Canonicals.Extensions.ASKED_AS) instanceof StringType linkId
                            && linkId.hasValue()
                    ? Optional.of(linkId.getValue())
                    : Optional.empty();
        }

        private void problem(ProblemCode code, String path, String sentence) {
            problems.add(new Problem(code, path, sentence));
        }
    }
}
