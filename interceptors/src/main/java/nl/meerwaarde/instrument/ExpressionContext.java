package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;

/** What a FHIRPath expression of an instrument can see besides the response itself. */
public interface ExpressionContext {
    /** The value of {@code %name}; empty when there is no such constant. */
    List<Base> constant(String name);

    /** The weight of an answer, as SDC's {@code weight()} means it; empty when it has none. */
    Optional<BigDecimal> weight(Base answer);
}
