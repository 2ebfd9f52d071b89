package nl.meerwaarde.instrument;

import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;

/** How the value of a score comes about. */
public sealed interface ScoreComputation {
    /** What stands for it where scores are compared: equal text, equal computation. */
    String text();

    /**
     * By SDC {@code calculatedExpression}.
     *
     * @param text the FHIRPath as written
     * @param expression the same, parsed
     */
    record Expression(String text, ExpressionNode expression) implements ScoreComputation {}

    /** By item response theory, from the answers to the items of the instrument's bank. */
    record ItemResponse(Statistic statistic) implements ScoreComputation {
        @Override
        public String text() {
            return statistic.code();
        }
    }

    /** What of the estimate a score is. */
    enum Statistic {
        /** The estimate: {@code 50 + 10 θ}. */
        T_SCORE("t-score"),
        /** The standard error of the T-score. */
        STANDARD_ERROR("standard-error");

        private final String code;

        Statistic(String code) {
            this.code = code;
        }

        /** The value of the extension {@code item-response-score}. */
        public String code() {
            return code;
        }

        static Optional<Statistic> of(String code) {
            return Arrays.stream(values())
                    .filter(statistic -> statistic.code.equals(code))
                    .findFirst();
        }
    }
}
