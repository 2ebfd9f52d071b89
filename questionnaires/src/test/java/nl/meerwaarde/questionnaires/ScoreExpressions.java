package nl.meerwaarde.questionnaires;

import static org.hl7.fhir.r4.fhirpath.ExpressionNode.CollectionStatus.ORDERED;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import org.hl7.fhir.r4.fhirpath.BaseHostServices;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/**
 * The score expressions of one Questionnaire on HAPI's FHIRPath engine: just enough of a calculator to prove the data.
 */
final class ScoreExpressions {

    private static final HapiWorkerContext WORKER = worker();

    private final FHIRPathEngine engine = new FHIRPathEngine(WORKER);
    private final Questionnaire questionnaire;
    private final Map<String, ExpressionNode> variables = new LinkedHashMap<>();
    private final Map<String, ExpressionNode> scores = new LinkedHashMap<>();

    ScoreExpressions(Instrument instrument) {
        questionnaire = instrument.questionnaire();
        engine.setHostServices(new Host());
        for (Extension variable : questionnaire.getExtensionsByUrl(CoreExtensions.VARIABLE)) {
            Expression expression = (Expression) variable.getValue();
            variables.put(expression.getName(), engine.parse(expression.getExpression()));
        }
        for (QuestionnaireItemComponent item : instrument.scoreItems()) {
            Extension calculated = item.getExtensionByUrl(SdcExtensions.CALCULATED_EXPRESSION);
            scores.put(item.getLinkId(), engine.parse(((Expression) calculated.getValue()).getExpression()));
        }
    }

    /** The value of every score, empty where it cannot be calculated. */
    Map<String, Optional<BigDecimal>> calculate(QuestionnaireResponse response) {
        Map<String, List<Base>> constants =
                new HashMap<>(Map.of("questionnaire", List.of(questionnaire), "resource", List.of(response)));
        variables.forEach((name, expression) -> constants.put(name, evaluate(constants, response, expression)));
        Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
        scores.forEach((code, expression) -> values.put(code, single(evaluate(constants, response, expression))));
        return values;
    }

    private List<Base> evaluate(
            Map<String, List<Base>> constants, QuestionnaireResponse response, ExpressionNode node) {
        return engine.evaluate(constants, response, response, response, node);
    }

    private static Optional<BigDecimal> single(List<Base> result) {
        if (result.size() > 1) {
            throw new IllegalStateException("A score has one value, not " + result);
        }
        return result.stream().map(ScoreExpressions::number).findFirst();
    }

    private static BigDecimal number(Base value) {
        return new BigDecimal(value.primitiveValue());
    }

    private static HapiWorkerContext worker() {
        FhirContext fhir = FhirContext.forR4Cached();
        return new HapiWorkerContext(fhir, new DefaultProfileValidationSupport(fhir));
    }

    /** Adds to standard FHIRPath what Structured Data Capture adds, as far as our instruments use it. */
    private final class Host extends BaseHostServices {

        private static final Set<String> WEIGHTS = Set.of("weight", "ordinal");
        private static final Set<String> AGGREGATES = Set.of("sum", "min", "max", "avg");

        Host() {
            super(WORKER);
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<Base> resolveConstant(
                FHIRPathEngine engine, Object constants, String name, FHIRPathConstantEvaluationMode mode) {
            List<Base> value = ((Map<String, List<Base>>) constants).get(name);
            if (value == null && mode == FHIRPathConstantEvaluationMode.EXPLICIT) {
                throw new IllegalArgumentException("No variable %" + name);
            }
            return value == null ? List.of() : value;
        }

        @Override
        public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
            boolean known = WEIGHTS.contains(name) || AGGREGATES.contains(name);
            return known ? new FunctionDetails("Structured Data Capture", 0, 0) : null;
        }

        @Override
        public TypeDetails checkFunction(
                FHIRPathEngine engine, Object constants, String name, TypeDetails focus, List<TypeDetails> parameters) {
            return new TypeDetails(ORDERED, "decimal");
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<Base> executeFunction(
                FHIRPathEngine engine, Object constants, List<Base> focus, String name, List<List<Base>> parameters) {
            return WEIGHTS.contains(name)
                    ? weights(focus, ((Map<String, List<Base>>) constants).get("resource"))
                    : aggregate(
                                    name,
                                    focus.stream().map(ScoreExpressions::number).toList())
                            .stream()
                            .map(value -> (Base) new DecimalType(value))
                            .toList();
        }

        private List<Base> weights(List<Base> answers, List<Base> response) {
            List<Base> weights = new ArrayList<>();
            answers.forEach(answer ->
                    weight(answer, (QuestionnaireResponse) response.get(0)).ifPresent(weights::add));
            return weights;
        }

        /** The same code may weigh more in one item than in another, so the item is found first. */
        private Optional<Base> weight(Base value, QuestionnaireResponse response) {
            return response.getItem().stream()
                    .filter(item -> item.getAnswer().stream().anyMatch(answer -> answer.getValue() == value))
                    .flatMap(item -> questionnaire.getItem().stream()
                            .filter(asked -> asked.getLinkId().equals(item.getLinkId())))
                    .flatMap(item -> item.getAnswerOption().stream())
                    .filter(option -> value instanceof Coding answer && isOption(option, answer))
                    .map(option -> (Base) option.getExtensionByUrl(CoreExtensions.ORDINAL_VALUE)
                            .getValue())
                    .findFirst();
        }

        private boolean isOption(QuestionnaireItemAnswerOptionComponent option, Coding answer) {
            Coding coding = option.getValueCoding();
            return coding.getSystem().equals(answer.getSystem())
                    && coding.getCode().equals(answer.getCode());
        }

        /** As the server does it. Of nothing, {@code sum()} is 0 here and nothing in npm: no expression may lean on it. */
        private Optional<BigDecimal> aggregate(String name, List<BigDecimal> numbers) {
            return switch (name) {
                case "sum" -> Optional.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
                case "min" -> numbers.stream().min(BigDecimal::compareTo);
                case "max" -> numbers.stream().max(BigDecimal::compareTo);
                default ->
                    numbers.stream()
                            .reduce(BigDecimal::add)
                            .map(sum -> sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64));
            };
        }

        @Override
        public boolean log(String argument, List<Base> focus) {
            return false;
        }

        @Override
        public @Nullable Base resolveReference(FHIRPathEngine engine, Object constants, String url, Base context) {
            return null;
        }

        @Override
        public boolean conformsToProfile(FHIRPathEngine engine, Object constants, Base item, String url) {
            return false;
        }

        @Override
        public @Nullable ValueSet resolveValueSet(FHIRPathEngine engine, Object constants, String url) {
            return null;
        }

        @Override
        public boolean paramIsType(String name, int index) {
            return false;
        }
    }
}
