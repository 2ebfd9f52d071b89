package nl.meerwaarde.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.ItemBank;
import nl.meerwaarde.instrument.ScoreComputation.Statistic;
import nl.meerwaarde.itemresponse.Ability;
import nl.meerwaarde.itemresponse.GradedAnswer;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** The score of an adaptive instrument: an estimate from whichever items of the bank were answered. */
final class ItemResponseScore {
    /** Far finer than the standard error of any score, and coarser than what is lost in floating point. */
    private static final int DECIMALS = 4;

    private ItemResponseScore() {}

    /** In T-score points; empty with fewer answers than the bank's stopping rule asks for at least. */
    static Optional<BigDecimal> of(Statistic statistic, ItemBank bank, QuestionnaireResponse response) {
        List<GradedAnswer> answers = bank.answers(response);
        if (answers.size() < bank.stoppingRule().fewest()) {
            return Optional.empty();
        }
        Ability ability = Ability.of(answers);
        double value =
                switch (statistic) {
                    case T_SCORE -> ability.tScore();
                    case STANDARD_ERROR -> ability.tScoreStandardError();
                };
        return Optional.of(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
