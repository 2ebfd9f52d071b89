package nl.meerwaarde.tests.campaign;

import java.time.LocalDate;
import java.util.Random;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/**
 * Random answers to the Oxford Knee Score, on a random day that counts in an episode. Every question is answered the same, so that one look at a
 * response tells its score.
 *
 * @param random decides
 */
record KneeAnswers(Random random) {
    static final String INSTRUMENT = "oxford-knee-score";
    static final String PATHWAY = "knee-replacement-primary";
    static final LocalDate OPERATION = LocalDate.of(2026, 3, 1);
    private static final int QUESTIONS = 12;
    private static final int OPTIONS = 5;
    /** The pathway's windows: up to so many days before, and as many from the first day after. */
    private static final int WINDOW_DAYS = 182;

    private static final int MONTH_6_OPENS = 122;

    /** The code that answers every question. */
    String answer() {
        return String.valueOf(random.nextInt(OPTIONS));
    }

    /** A completed response within an episode. */
    QuestionnaireResponse response(TestEpisode episode, String answer) {
        return response(answer)
                .setSubject(new Reference(episode.patient().reference()))
                .addBasedOn(new Reference(episode.reference()));
    }

    /** A completed response of nobody yet. */
    QuestionnaireResponse response(String answer) {
        return Answers.to(INSTRUMENT).all(answer).on(day().toString()).response();
    }

    private LocalDate day() {
        int days = random.nextInt(WINDOW_DAYS);
        return random.nextBoolean() ? OPERATION.minusDays(1 + days) : OPERATION.plusDays(MONTH_6_OPENS + days);
    }

    static boolean isAnsweredBy(QuestionnaireResponse response) {
        return response.getQuestionnaire().startsWith(Canonicals.BASE + "/Questionnaire/" + INSTRUMENT);
    }

    static String answerIn(QuestionnaireResponse response) {
        return response.getItemFirstRep().getAnswerFirstRep().getValueCoding().getCode();
    }

    /** What answering every question so is worth. */
    static String worth(String answer) {
        return String.valueOf(QUESTIONS * Integer.parseInt(answer));
    }

    static String valueOf(Observation score) {
        return score.getValueQuantity().getValue().stripTrailingZeros().toPlainString();
    }

    /** The score's code, as a search names it. */
    static String scoreToken() {
        return CodeSystems.SCORE + "|" + INSTRUMENT;
    }
}
