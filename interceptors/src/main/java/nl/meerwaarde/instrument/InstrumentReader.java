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
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.jspecify.annotations.Nullable;

/** Turns a Questionnaire into an {@link Instrument}: parses every expression once, orders the scores, and finds everything that is wrong. */
public final class InstrumentReader {
    private static final String FHIRPATH = "text/fhirpath";
    private static final String QUERY = "application/x-fhir-query";

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
        private final List<ScoreRule> scores = new ArrayList<>();
        private final Map<String, List<AlarmRule>> alarms = new HashMap<>();
        private final AlarmReader alarmReader = new AlarmReader(problems);
        private final Set<String> linkIds = new HashSet<>();
        /** Names of what only exists while a form is being filled in, so that nothing that is computed later may use it. */
        private final Set<String> forPopulation;

        Reading(Questionnaire questionnaire) {
            this.questionnaire = questionnaire;
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
            List<Variable> declared = variables();
            List<Question> questions = questions(questionnaire.getItem(), "Questionnaire");
            checkVariables(declared);
            List<Variable> variables = declared.stream()
                    .filter(variable -> !forPopulation.contains(variable.name()))
                    .toList();
            Set<String> variableNames =
                    new HashSet<>(variables.stream().map(Variable::name).toList());
            checkConditions(questions, variableNames);
            scores.forEach(score -> checkNames(score.expression(), score.text(), variableNames, scorePath(score)));
            checkStandardErrors();
            if (!scores.isEmpty() && !questionnaire.hasVersion()) {
                problem(
                        ProblemCode.INVALID_DEFINITION,
                        "Questionnaire.version",
                        "A Questionnaire with scores needs a version, so that every score can name the rules it was computed with.");
            }
            ScoreOrder.Outcome order = ScoreOrder.of(scores, variables);
            order.cycle()
                    .ifPresent(cycle -> problem(
                            ProblemCode.EXPRESSION_CYCLE,
                            scorePath(cycle),
                            "The expression of score '" + cycle.linkId() + "' needs its own result: " + cycle.text()));
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
                    flag(questionnaire, Canonicals.Extensions.SIDE_SPECIFIC),
                    wording()));
        }

        private Instrument.WordingState wording() {
            Extension wording = questionnaire.getExtensionByUrl(Canonicals.Extensions.WORDING);
            return new Instrument.WordingState(
                    flag(questionnaire, Canonicals.Extensions.WORDING_REQUIRED),
                    wording == null ? null : wording.getExtensionString("version"));
        }

        private String scorePath(ScoreRule score) {
            return "Questionnaire.descendants().where(linkId='" + score.linkId() + "')";
        }

        private List<Variable> variables() {
            List<Variable> variables = new ArrayList<>();
            List<Extension> extensions = questionnaire.getExtensionsByUrl(Canonicals.CoreExtensions.VARIABLE);
            for (int i = 0; i < extensions.size(); i++) {
                String path = "Questionnaire.extension('" + Canonicals.CoreExtensions.VARIABLE + "')[" + i + "]";
                if (extensions.get(i).getValue() instanceof Expression expression && expression.hasName()) {
                    if (QUERY.equals(expression.getLanguage())) {
                        forPopulation.add(expression.getName());
                        continue;
                    }
                    parse(expression, path)
                            .ifPresent(node -> variables.add(
                                    new Variable(expression.getName(), expression.getExpression(), node)));
                } else {
                    problem(ProblemCode.INVALID_DEFINITION, path, "A variable needs an Expression with a name.");
                }
            }
            return variables;
        }

        /** A variable may use those declared before it, so nothing can need itself. What uses the launch context is of it. */
        private void checkVariables(List<Variable> variables) {
            Set<String> known = new HashSet<>(forPopulation);
            for (Variable variable : variables) {
                Set<String> used = FhirPath.variablesUsed(variable.expression());
                if (used.contains(variable.name())) {
                    problem(
                            ProblemCode.EXPRESSION_CYCLE,
                            "Questionnaire.extension('" + Canonicals.CoreExtensions.VARIABLE + "')",
                            "The variable %" + variable.name() + " needs its own result: " + variable.text());
                } else {
                    checkNames(
                            variable.expression(),
                            variable.text(),
                            known,
                            "Questionnaire.extension('" + Canonicals.CoreExtensions.VARIABLE + "')");
                }
                if (used.stream().anyMatch(forPopulation::contains)) {
                    forPopulation.add(variable.name());
                }
                known.add(variable.name());
            }
        }

        private void checkConditions(List<Question> questions, Set<String> variableNames) {
            questions.stream().flatMap(Question::withDescendants).forEach(question -> {
                ExpressionNode expression = question.enableWhen().expression();
                if (expression != null) {
                    checkNames(
                            expression,
                            String.valueOf(question.enableWhen().expressionText()),
                            variableNames,
                            "Questionnaire.descendants().where(linkId='" + question.linkId() + "')");
                }
                question.enableWhen().conditions().stream()
                        .filter(condition -> !linkIds.contains(condition.getQuestion()))
                        .forEach(condition -> problem(
                                ProblemCode.INVALID_DEFINITION,
                                "Questionnaire.descendants().where(linkId='" + question.linkId() + "').enableWhen",
                                "The condition of item '" + question.linkId() + "' looks at question '"
                                        + condition.getQuestion() + "', which does not exist."));
            });
        }

        private void checkNames(ExpressionNode expression, String text, Set<String> known, String path) {
            Set<String> unknown = new java.util.TreeSet<>(FhirPath.variablesUsed(expression));
            unknown.removeAll(known);
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
            if (!item.hasLinkId() || !linkIds.add(item.getLinkId())) {
                problem(
                        ProblemCode.INVALID_DEFINITION,
                        path + ".linkId",
                        "Every item needs a linkId of its own; '" + item.getLinkId() + "' is missing or used twice.");
            }
            Optional<Expression> calculated = expression(item, Canonicals.SdcExtensions.CALCULATED_EXPRESSION);
            calculated.ifPresent(expression -> score(item, expression, path));
            List<AlarmRule> alarming = alarmReader.rules(item, path);
            if (!alarming.isEmpty()) {
                alarms.put(String.valueOf(item.getLinkId()), alarming);
            }
            Optional<Expression> enableWhen = expression(item, Canonicals.SdcExtensions.ENABLE_WHEN_EXPRESSION);
            ExpressionNode enableWhenNode =
                    enableWhen.flatMap(e -> parse(e, path)).orElse(null);
            return new Question(
                    String.valueOf(item.getLinkId()),
                    Sentence.of(item.getTextElement()),
                    item.getType(),
                    item.getRequired(),
                    item.getRepeats(),
                    calculated.isPresent(),
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

        private void score(QuestionnaireItemComponent item, Expression expression, String path) {
            Optional<Code> code = item.getCode().stream()
                    .map(Code::of)
                    .flatMap(Optional::stream)
                    .findFirst();
            boolean extract = flag(item, Canonicals.SdcExtensions.OBSERVATION_EXTRACT);
            if (extract && code.isEmpty()) {
                problem(
                        ProblemCode.INVALID_DEFINITION,
                        path + ".code",
                        "The score item '" + item.getLinkId()
                                + "' needs a code, under which its Observation is stored.");
                return;
            }
            parse(expression, path)
                    .ifPresent(node -> scores.add(new ScoreRule(
                            code.orElse(new Code("", String.valueOf(item.getLinkId()))),
                            String.valueOf(item.getLinkId()),
                            item.hasText() ? item.getText() : String.valueOf(item.getLinkId()),
                            expression.getExpression(),
                            node,
                            QuestionnaireExtensions.unit(item).orElse(null),
                            standardErrorOf(item),
                            extract)));
        }

        private @Nullable String standardErrorOf(QuestionnaireItemComponent item) {
            Extension extension = item.getExtensionByUrl(Canonicals.Extensions.STANDARD_ERROR_OF);
            return extension == null ? null : extension.getValue().primitiveValue();
        }

        private void checkStandardErrors() {
            Set<String> linkIds = scores.stream().map(ScoreRule::linkId).collect(Collectors.toSet());
            scores.stream()
                    .filter(score -> score.standardErrorOf() != null && !linkIds.contains(score.standardErrorOf()))
                    .forEach(score -> problem(
                            ProblemCode.INVALID_DEFINITION,
                            scorePath(score),
                            "The item '" + score.linkId() + "' is the standard error of '" + score.standardErrorOf()
                                    + "', which is no score of this Questionnaire."));
        }

        private Optional<ExpressionNode> parse(Expression expression, String path) {
            if (expression.hasLanguage() && !FHIRPATH.equals(expression.getLanguage())) {
                problem(
                        ProblemCode.EXPRESSION_SYNTAX,
                        path,
                        "Expressions are FHIRPath (text/fhirpath) here, not " + expression.getLanguage() + ".");
                return Optional.empty();
            }
            if (!expression.hasExpression()) {
                problem(ProblemCode.EXPRESSION_SYNTAX, path, "The expression is empty.");
                return Optional.empty();
            }
            try {
                return Optional.of(fhirPath.parse(expression.getExpression()));
            } catch (FHIRException e) {
                problem(
                        ProblemCode.EXPRESSION_SYNTAX,
                        path,
                        "The expression cannot be parsed: " + expression.getExpression() + " (" + e.getMessage() + ")");
                return Optional.empty();
            }
        }

        private void problem(ProblemCode code, String path, String sentence) {
            problems.add(new Problem(code, path, sentence));
        }
    }
}
