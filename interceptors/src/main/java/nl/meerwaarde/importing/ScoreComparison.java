package nl.meerwaarde.importing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.score.ScoreObservations;
import nl.meerwaarde.score.ScoreResult;

/** Compares the scores of the file with ours, and stores nothing. */
final class ScoreComparison implements RowStep {
    private final ScoreCalculator calculator;
    private final ComparisonTally tally;

    ScoreComparison(ScoreCalculator calculator, ComparisonTally tally) {
        this.calculator = calculator;
        this.tally = tally;
    }

    @Override
    public Outcome take(ImportedRow row) {
        row.responses().forEach(answered -> compare(row.number(), answered));
        return new Outcome.Done();
    }

    private void compare(long row, ImportedRow.Answered answered) {
        Map<String, Optional<BigDecimal>> ours = scores(answered);
        String moment = answered.asked().columns().moment();
        answered.controls()
                .forEach((score, theirs) ->
                        tally.count(row, moment, score, agreement(ours.getOrDefault(score, Optional.empty()), theirs)));
    }

    /** Also when the file has nothing to compare with: an expression that fails is found before the import. */
    private Map<String, Optional<BigDecimal>> scores(ImportedRow.Answered answered) {
        return answered.response()
                .map(response -> calculator.calculate(answered.asked().instrument(), response).stream()
                        .collect(Collectors.toMap(result -> result.rule().code().code(), value())))
                .orElse(Map.of());
    }

    private static Function<ScoreResult, Optional<BigDecimal>> value() {
        return result -> result instanceof ScoreResult.Calculated calculated
                ? Optional.of(ScoreObservations.rounded(calculated.value(), null))
                : Optional.empty();
    }

    private static ComparisonTally.Agreement agreement(Optional<BigDecimal> ours, Optional<BigDecimal> theirs) {
        if (ours.isPresent() && theirs.isPresent()) {
            return ours.get().compareTo(theirs.get()) == 0
                    ? ComparisonTally.Agreement.EQUAL
                    : ComparisonTally.Agreement.DIFFERENT;
        }
        if (ours.isPresent()) {
            return ComparisonTally.Agreement.ONLY_HERE;
        }
        return theirs.isPresent() ? ComparisonTally.Agreement.ONLY_IN_FILE : ComparisonTally.Agreement.IN_NEITHER;
    }
}
