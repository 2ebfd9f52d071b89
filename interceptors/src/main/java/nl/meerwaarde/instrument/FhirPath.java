package nl.meerwaarde.instrument;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;

/**
 * FHIRPath as SDC questionnaires use it: the R4 engine plus the functions and constants of SDC. Parsing is done once per expression; evaluating a
 * parsed expression is safe from several threads.
 */
public final class FhirPath {
    private static final int MOST_KEPT = 10_000;
    private static final Set<String> BUILT_IN_CONSTANTS = Set.of(
            "resource", "rootResource", "context", "ucum", "sct", "loinc", "questionnaire", "factory", "terminologies");

    private final FHIRPathEngine engine;
    private final Cache<String, ExpressionNode> parsed =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** An engine over the R4 definitions that come with HAPI. */
    public FhirPath(FhirContext fhirContext) {
        engine = new FHIRPathEngine(
                new HapiWorkerContext(fhirContext, new DefaultProfileValidationSupport(fhirContext)));
        engine.setHostServices(new SdcHostServices());
    }

    /**
     * Parses an expression, or remembers that it did.
     *
     * @throws FHIRException with the parser's reason when it is not FHIRPath
     */
    public ExpressionNode parse(String text) {
        return parsed.get(text, engine::parse);
    }

    /** The value of an expression over a response. */
    public List<Base> evaluate(QuestionnaireResponse response, ExpressionNode expression, ExpressionContext context) {
        return evaluate(response, response, expression, context);
    }

    /** The value of an expression over a part of a response: {@code %resource} is the response, {@code %context} the part. */
    public List<Base> evaluate(
            QuestionnaireResponse response, Base part, ExpressionNode expression, ExpressionContext context) {
        try {
            return engine.evaluate(context, (Base) response, response, part, expression);
        } catch (Error e) {
            // The engine throws a bare Error where it was not finished; whoever wrote such an expression is to be told.
            if (e.getClass() == Error.class) {
                throw new FHIRException(e.getMessage(), e);
            }
            throw e;
        }
    }

    /** The value of an expression as a condition: true only for a single {@code true}. */
    public boolean holds(QuestionnaireResponse response, ExpressionNode expression, ExpressionContext context) {
        List<Base> result = evaluate(response, expression, context);
        return result.size() == 1
                && result.get(0) instanceof BooleanType value
                && Boolean.TRUE.equals(value.getValue());
    }

    /** The constants an expression refers to that are not FHIRPath's or SDC's own, without percent sign. */
    static Set<String> variablesUsed(ExpressionNode expression) {
        Set<String> names = new HashSet<>();
        walk(expression, node -> {
            if (node.getKind() == ExpressionNode.Kind.Constant && node.getConstant() != null) {
                String name = constantName(node.getConstant().primitiveValue());
                if (name != null
                        && !BUILT_IN_CONSTANTS.contains(name)
                        && !name.startsWith("vs-")
                        && !name.startsWith("ext-")) {
                    names.add(name);
                }
            }
        });
        return names;
    }

    /** The names that an expression itself defines with {@code defineVariable}. */
    static Set<String> variablesDefined(ExpressionNode expression) {
        Set<String> names = new HashSet<>();
        walk(expression, node -> {
            if (node.getKind() == ExpressionNode.Kind.Function
                    && node.getFunction() == ExpressionNode.Function.DefineVariable) {
                node.getParameters().stream()
                        .findFirst()
                        .filter(p -> p.getConstant() != null)
                        .ifPresent(p -> names.add(p.getConstant().primitiveValue()));
            }
        });
        return names;
    }

    /** The string literals of an expression: where linkIds stand. */
    static Set<String> literals(ExpressionNode expression) {
        Set<String> literals = new HashSet<>();
        walk(expression, node -> {
            if (node.getKind() == ExpressionNode.Kind.Constant
                    && node.getConstant() != null
                    && node.getConstant().hasPrimitiveValue()) {
                literals.add(node.getConstant().primitiveValue());
            }
        });
        return literals;
    }

    private static @Nullable String constantName(@Nullable String constant) {
        if (constant == null || !constant.startsWith("%")) {
            return null;
        }
        String name = constant.substring(1);
        return name.startsWith("`") || name.startsWith("'") ? name.substring(1, name.length() - 1) : name;
    }

    private static void walk(@Nullable ExpressionNode node, Consumer<ExpressionNode> visitor) {
        if (node == null) {
            return;
        }
        visitor.accept(node);
        if (node.getParameters() != null) {
            node.getParameters().forEach(parameter -> walk(parameter, visitor));
        }
        walk(node.getGroup(), visitor);
        walk(node.getInner(), visitor);
        walk(node.getOpNext(), visitor);
    }
}
