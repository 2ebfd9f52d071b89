package nl.meerwaarde.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;

/** The rules a response keeps against its instrument. Which of them hold depends on its status: a draft may be incomplete, a mistake is not judged. */
public final class ResponseRules {
    private static final Set<QuestionnaireResponseStatus> COMPLETE =
            Set.of(QuestionnaireResponseStatus.COMPLETED, QuestionnaireResponseStatus.AMENDED);

    private final FhirPath fhirPath;
    private final AnswerTerminology terminology;

    public ResponseRules(FhirPath fhirPath, AnswerTerminology terminology) {
        this.fhirPath = fhirPath;
        this.terminology = terminology;
    }

    /** Every problem of the response, in the order of its elements; empty when there is none. */
    public List<Problem> check(Instrument instrument, QuestionnaireResponse response) {
        if (response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR) {
            return List.of();
        }
        return new ResponseCheck(fhirPath, terminology, instrument, response, isComplete(response)).problems();
    }

    /** Every problem of one answer: its type, whether it is an option, its limits. */
    public List<Problem> checkAnswer(Question question, Type answer, String path) {
        List<Problem> problems = new ArrayList<>();
        new AnswerCheck(terminology, problems).check(question, answer, path);
        return problems;
    }

    /**
     * Every problem of the answers given so far, whoever gave them and however many are to come: a service that asks questions need not know the
     * patient.
     */
    public List<Problem> checkAnswers(Instrument instrument, QuestionnaireResponse response) {
        return new ResponseCheck(fhirPath, terminology, instrument, response, false).answerProblems();
    }

    /** Whether the response claims to be whole, so that it is scored. */
    public static boolean isComplete(QuestionnaireResponse response) {
        return response.hasStatus() && COMPLETE.contains(response.getStatus());
    }
}
