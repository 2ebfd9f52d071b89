package nl.meerwaarde.population;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.meerwaarde.instrument.ExpressionContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The names that expressions at one place of a form can use: what the form was launched with, its variables, those of the groups around. A scope inside
 * another sees everything of it.
 */
final class PopulationScope implements ExpressionContext {
    private final @Nullable PopulationScope outer;
    private final Expressions expressions;
    private final Base focus;
    private final Function<Base, Optional<BigDecimal>> weights;
    private final Map<String, List<Base>> values = new HashMap<>();
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Runnable> missing = new HashMap<>();
    private final Set<String> underway = new HashSet<>();

    private record Variable(Expression expression, String path) {}

    private PopulationScope(
            @Nullable PopulationScope outer,
            Expressions expressions,
            Base focus,
            Function<Base, Optional<BigDecimal>> weights) {
        this.outer = outer;
        this.expressions = expressions;
        this.focus = focus;
        this.weights = weights;
    }

    /**
     * The scope of the whole form.
     *
     * @param focus the response
     * @param weights what an answer weighs
     */
    static PopulationScope root(Expressions expressions, Base focus, Function<Base, Optional<BigDecimal>> weights) {
        return new PopulationScope(null, expressions, focus, weights);
    }

    /** The scope of an item of the response. */
    PopulationScope inner(Base item) {
        return new PopulationScope(this, expressions, item, weights);
    }

    void define(String name, List<? extends Base> value) {
        values.put(name, List.copyOf(value));
    }

    /** A variable whose value is worked out when it is asked for: a query once, an expression each time, because answers may have come since. */
    void define(String name, Expression expression, String path) {
        variables.put(name, new Variable(expression, path));
    }

    /** A name that is known but has no value, and what to do when an expression wants it. */
    void miss(String name, Runnable whenWanted) {
        missing.put(name, whenWanted);
    }

    @Override
    public List<Base> constant(String name) {
        List<Base> value = values.get(name);
        if (value != null) {
            return value;
        }
        Variable variable = variables.get(name);
        if (variable != null) {
            return valueOf(name, variable);
        }
        if (missing.containsKey(name)) {
            missing.get(name).run();
            return List.of();
        }
        return outer == null ? List.of() : outer.constant(name);
    }

    /** A variable that needs its own value has none. */
    private List<Base> valueOf(String name, Variable variable) {
        if (!underway.add(name)) {
            return List.of();
        }
        try {
            List<Base> value = expressions.evaluate(variable.expression(), this, focus, variable.path());
            if (Expressions.isQuery(variable.expression())) {
                values.put(name, value);
            }
            return value;
        } finally {
            underway.remove(name);
        }
    }

    @Override
    public Optional<BigDecimal> weight(Base answer) {
        return weights.apply(answer);
    }
}
