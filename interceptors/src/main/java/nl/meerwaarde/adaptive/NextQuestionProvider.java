package nl.meerwaarde.adaptive;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** The operation {@code $next-question} (SDC): takes an adaptive response, alone or in Parameters, and gives it back one step further. */
public class NextQuestionProvider {
    private static final String PARAMETER = "questionnaire-response";
    private static final Set<QuestionnaireResponseStatus> CAN_GO_ON =
            EnumSet.of(QuestionnaireResponseStatus.INPROGRESS, QuestionnaireResponseStatus.COMPLETED);

    private final FhirContext fhirContext;
    private final AdaptiveForms forms;
    private final ResponseRules rules;
    private final WordingPolicy wording;
    private final NextQuestion next;

    NextQuestionProvider(
            FhirContext fhirContext,
            AdaptiveForms forms,
            ResponseRules rules,
            WordingPolicy wording,
            NextQuestion next) {
        this.fhirContext = fhirContext;
        this.forms = forms;
        this.rules = rules;
        this.wording = wording;
        this.next = next;
    }

    /** Stores nothing, and does not ask whose answers these are. */
    @Operation(
            name = "$next-question",
            typeName = "Questionnaire",
            manualRequest = true,
            canonicalUrl = "https://w3id.org/meerwaarde/fhir/OperationDefinition/questionnaire-next-question")
    public IBaseResource nextQuestion(ServletRequestDetails details) {
        QuestionnaireResponse response = response(details);
        List<Problem> problems = new ArrayList<>();
        if (!CAN_GO_ON.contains(response.getStatus())) {
            problems.add(new Problem(
                    ProblemCode.INVALID_PARAMETER,
                    "QuestionnaireResponse.status",
                    "Only a response that is in-progress or completed can go on."));
        }
        AdaptiveForms.Reading reading = forms.read(response);
        if (reading instanceof AdaptiveForms.Reading.Refused refused) {
            problems.addAll(refused.problems());
        }
        reading.known().ifPresent(instrument -> {
            wording.objection(instrument, "QuestionnaireResponse.questionnaire").ifPresent(problems::add);
            problems.addAll(rules.checkAnswers(instrument, response));
        });
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        return next.after(((AdaptiveForms.Reading.Usable) reading).form());
    }

    private QuestionnaireResponse response(ServletRequestDetails details) {
        if (OperationParameters.of(fhirContext, details, PARAMETER)
                        .theOnly(PARAMETER)
                        .getResource()
                instanceof QuestionnaireResponse response) {
            return response;
        }
        throw Problems.badRequest(List.of(OperationParameters.problem(PARAMETER, "must be a QuestionnaireResponse")));
    }
}
