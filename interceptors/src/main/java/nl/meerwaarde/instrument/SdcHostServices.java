package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/**
 * The functions of SDC that the R4 engine lacks: {@code weight()}, {@code ordinal()}, {@code sum()}, {@code min()}, {@code max()} and
 * {@code avg()}, and the constants of an {@link ExpressionContext}.
 *
 * <p>{@code sum()} of nothing is 0, the other three of nothing are nothing (FHIRPath 3.0, as npm {@code fhirpath} does it).
 */
final class SdcHostServices implements IHostApplicationServices {
    private static final Set<String> AGGREGATES = Set.of("sum", "min", "max", "avg");

    private static Optional<BigDecimal> aggregate(String functionName, List<BigDecimal> numbers) {
        return switch (functionName) {
            case "sum" -> Optional.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case "min" -> numbers.stream().min(BigDecimal::compareTo);
            case "max" -> numbers.stream().max(BigDecimal::compareTo);
            case "avg" -> average(numbers);
            default -> throw new PathEngineException("There is no function " + functionName + "()");
        };
    }

    private static Optional<BigDecimal> average(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal::add)
                .map(sum -> sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64));
    }

    @Override
    public List<Base> resolveConstant(
            FHIRPathEngine engine, Object appContext, String name, FHIRPathConstantEvaluationMode mode)
            throws PathEngineException {
        return mode == FHIRPathConstantEvaluationMode.EXPLICIT
                ? ((ExpressionContext) appContext).constant(name)
                : List.of();
    }

    @Override
    public @Nullable TypeDetails resolveConstantType(
            FHIRPathEngine engine, Object appContext, String name, FHIRPathConstantEvaluationMode mode) {
        return null;
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
        return false;
    }

    @Override
    public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String functionName) {
        return isWeight(functionName) || AGGREGATES.contains(functionName)
                ? new FunctionDetails("SDC " + functionName, 0, 0)
                : null;
    }

    @Override
    public @Nullable TypeDetails checkFunction(
            FHIRPathEngine engine,
            Object appContext,
            String functionName,
            TypeDetails focus,
            List<TypeDetails> parameters) {
        return null;
    }

    @Override
    public List<Base> executeFunction(
            FHIRPathEngine engine,
            Object appContext,
            List<Base> focus,
            String functionName,
            List<List<Base>> parameters) {
        if (isWeight(functionName)) {
            ExpressionContext context = (ExpressionContext) appContext;
            return focus.stream()
                    .map(context::weight)
                    .flatMap(Optional::stream)
                    .map(SdcHostServices::decimal)
                    .toList();
        }
        return aggregate(functionName, numbers(focus, functionName)).map(SdcHostServices::decimal).stream()
                .toList();
    }

    private static boolean isWeight(String functionName) {
        return functionName.equals("weight") || functionName.equals("ordinal");
    }

    private static List<BigDecimal> numbers(List<Base> focus, String functionName) {
        return focus.stream().map(value -> number(value, functionName)).toList();
    }

    private static BigDecimal number(Base value, String functionName) {
        String text = value.fhirType().equals("Quantity")
                ? value.getChildByName("value").getValues().get(0).primitiveValue()
                : value.primitiveValue();
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException | NullPointerException e) {
            throw new PathEngineException(functionName + "() works on numbers, not on " + value.fhirType());
        }
    }

    private static Base decimal(BigDecimal value) {
        return new DecimalType(value);
    }

    @Override
    public @Nullable Base resolveReference(FHIRPathEngine engine, Object appContext, String url, Base refContext) {
        return null;
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object appContext, Base item, String url) {
        throw new PathEngineException("conformsTo() is not available in score expressions");
    }

    @Override
    public @Nullable ValueSet resolveValueSet(FHIRPathEngine engine, Object appContext, String url) {
        return null;
    }

    @Override
    public boolean paramIsType(String name, int index) {
        return false;
    }
}
