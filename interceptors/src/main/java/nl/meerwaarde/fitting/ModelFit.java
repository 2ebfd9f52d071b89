package nl.meerwaarde.fitting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.statistics.Performance.Calibration;
import nl.meerwaarde.statistics.Performance.Decile;

/** What came of fitting a model. */
public sealed interface ModelFit {
    /**
     * The model with its coefficients.
     *
     * @param interceptError standard error of the intercept
     * @param errors standard errors, one for each term
     */
    record Fitted(
            CaseMixModel model,
            double interceptError,
            List<Double> errors,
            Quality quality,
            List<Missingness> missingness)
            implements ModelFit {
        public Fitted {
            errors = List.copyOf(errors);
            missingness = List.copyOf(missingness);
        }
    }

    /** Every reason why it cannot be fitted. */
    record Refused(List<Problem> problems) implements ModelFit {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * How well the model expects.
     *
     * @param n episodes it was fitted on
     * @param events of those, with the event of a logistic model; otherwise 0
     * @param explained R² of a linear model, AUC of a logistic one
     * @param explainedUnseen the same of episodes in parts that the coefficients were not fitted on; empty when a part could not be estimated
     * @param residualDeviation SD of the residuals of a linear model; empty for a logistic one
     * @param calibration of unseen episodes; empty as above
     * @param deciles of unseen episodes where there are any, else of all
     */
    record Quality(
            int n,
            int events,
            OptionalDouble explained,
            OptionalDouble explainedUnseen,
            OptionalDouble residualDeviation,
            Optional<Calibration> calibration,
            List<Decile> deciles) {
        public Quality {
            deciles = List.copyOf(deciles);
        }
    }

    /** How many of an organisation's episodes lack a covariate. */
    record Missingness(String organization, String covariate, int missing, int n) {}
}
