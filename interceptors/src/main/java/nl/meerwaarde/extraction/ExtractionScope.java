package nl.meerwaarde.extraction;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.instrument.ExpressionContext;
import org.hl7.fhir.r4.model.Base;
import org.jspecify.annotations.Nullable;

/**
 * The names that expressions at one place of a response can use: allocated ids and template contexts, its own and those around. What a form was launched
 * with and its variables are gone by then, as SDC says.
 */
final class ExtractionScope implements ExpressionContext {
    private final @Nullable ExtractionScope outer;
    private final ExpressionContext response;
    private final Map<String, List<Base>> values = new HashMap<>();

    private ExtractionScope(@Nullable ExtractionScope outer, ExpressionContext response) {
        this.outer = outer;
        this.response = response;
    }

    /**
     * The scope of the whole response.
     *
     * @param response knows the Questionnaire and the weights of answers
     */
    static ExtractionScope root(ExpressionContext response) {
        return new ExtractionScope(null, response);
    }

    /** A scope that sees everything of this one. */
    ExtractionScope inner() {
        return new ExtractionScope(this, response);
    }

    ExtractionScope define(String name, Base value) {
        values.put(name, List.of(value));
        return this;
    }

    @Override
    public List<Base> constant(String name) {
        List<Base> value = values.get(name);
        if (value != null) {
            return value;
        }
        return outer == null
                ? name.equals("questionnaire") ? response.constant(name) : List.of()
                : outer.constant(name);
    }

    @Override
    public Optional<BigDecimal> weight(Base answer) {
        return response.weight(answer);
    }
}
