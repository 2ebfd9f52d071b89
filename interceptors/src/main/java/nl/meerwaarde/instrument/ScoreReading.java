package nl.meerwaarde.instrument;

import static nl.meerwaarde.instrument.QuestionnaireExtensions.expression;
import static nl.meerwaarde.instrument.QuestionnaireExtensions.flag;
import static nl.meerwaarde.instrument.QuestionnaireExtensions.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the score items of one Questionnaire. */
final class ScoreReading {
    private final ExpressionParsing expressions;
    private final List<Problem> problems;
    private final List<ScoreRule> scores = new ArrayList<>();

    ScoreReading(ExpressionParsing expressions, List<Problem> problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    /** Whether the server computes what stands in this item. */
    static boolean isScore(QuestionnaireItemComponent item) {
        return item.hasExtension(Canonicals.Extensions.ITEM_RESPONSE_SCORE)
                || expression(item, Canonicals.SdcExtensions.CALCULATED_EXPRESSION)
                        .isPresent();
    }

    /** The scores read so far, in the order of their items. */
    List<ScoreRule> scores() {
        return scores;
    }

    void read(QuestionnaireItemComponent item, String path) {
        Optional<Code> code =
                item.getCode().stream().map(Code::of).flatMap(Optional::stream).findFirst();
        boolean extract = flag(item, Canonicals.SdcExtensions.OBSERVATION_EXTRACT);
        if (extract && code.isEmpty()) {
            problem(
                    path + ".code",
                    "The score item '" + item.getLinkId() + "' needs a code, under which its Observation is stored.");
            return;
        }
        computation(item, path)
                .ifPresent(computation -> scores.add(new ScoreRule(
                        code.orElse(new Code("", String.valueOf(item.getLinkId()))),
                        String.valueOf(item.getLinkId()),
                        item.hasText() ? item.getText() : String.valueOf(item.getLinkId()),
                        computation,
                        QuestionnaireExtensions.unit(item).orElse(null),
                        text(item, Canonicals.Extensions.STANDARD_ERROR_OF),
                        extract)));
    }

    private Optional<ScoreComputation> computation(QuestionnaireItemComponent item, String path) {
        Optional<Expression> calculated = expression(item, Canonicals.SdcExtensions.CALCULATED_EXPRESSION);
        if (!item.hasExtension(Canonicals.Extensions.ITEM_RESPONSE_SCORE)) {
            return calculated.flatMap(expression -> expressions
                    .parse(expression, path)
                    .map(node -> new ScoreComputation.Expression(expression.getExpression(), node)));
        }
        if (calculated.isPresent()) {
            problem(
                    path,
                    "The score item '" + item.getLinkId()
                            + "' is either calculated or estimated from the item bank, not both.");
        }
        Optional<ScoreComputation> estimated = ScoreComputation.Statistic.of(
                        String.valueOf(text(item, Canonicals.Extensions.ITEM_RESPONSE_SCORE)))
                .map(ScoreComputation.ItemResponse::new);
        if (estimated.isEmpty()) {
            problem(
                    path + ".extension('" + Canonicals.Extensions.ITEM_RESPONSE_SCORE + "')",
                    "The score item '" + item.getLinkId() + "' must be a t-score or a standard-error.");
        }
        return estimated;
    }

    /** What can only be judged when all items are read. */
    void checkTogether(boolean hasBank) {
        Set<String> linkIds = scores.stream().map(ScoreRule::linkId).collect(Collectors.toSet());
        Map<Code, String> stored = new HashMap<>();
        for (ScoreRule score : scores) {
            String other = score.extracted() ? stored.putIfAbsent(score.code(), score.linkId()) : null;
            if (other != null) {
                problem(
                        path(score.linkId()),
                        "The scores '" + other + "' and '" + score.linkId() + "' have one code, "
                                + score.code().key() + "; a response has one Observation of a score.");
            }
            if (score.standardErrorOf() != null && !linkIds.contains(score.standardErrorOf())) {
                problem(
                        path(score.linkId()),
                        "The item '" + score.linkId() + "' is the standard error of '" + score.standardErrorOf()
                                + "', which is no score of this Questionnaire.");
            }
            if (score.computation() instanceof ScoreComputation.ItemResponse && !hasBank) {
                problem(
                        path(score.linkId()),
                        "The item '" + score.linkId()
                                + "' is estimated from an item bank, which this Questionnaire is not.");
            }
        }
    }

    /** Where an item stands, when its place is not known as a number. */
    static String path(String linkId) {
        return "Questionnaire.descendants().where(linkId='" + linkId + "')";
    }

    private static @Nullable String text(QuestionnaireItemComponent item, String url) {
        Type value = value(item, url);
        return value == null ? null : value.primitiveValue();
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_DEFINITION, path, sentence));
    }
}
