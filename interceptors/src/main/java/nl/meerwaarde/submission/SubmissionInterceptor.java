package nl.meerwaarde.submission;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.score.ClientScores;
import nl.meerwaarde.score.ScoringFault;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;

/** Lets responses and episodes into storage, or not. Runs on every way in: REST, transaction Bundles, PATCH, imports. */
@Interceptor
public class SubmissionInterceptor {
    private final ResponseSubmission responses;
    private final EpisodeSubmission episodes;
    private final SafetyAlerts alerts;

    public SubmissionInterceptor(ResponseSubmission responses, EpisodeSubmission episodes, SafetyAlerts alerts) {
        this.responses = responses;
        this.episodes = episodes;
        this.alerts = alerts;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        admit(resource, null, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        admit(after, before, request);
    }

    private void admit(IBaseResource resource, @Nullable IBaseResource before, @Nullable RequestDetails request) {
        if (resource instanceof QuestionnaireResponse response) {
            admit(response, before instanceof QuestionnaireResponse stored ? stored : null, request);
        } else if (resource instanceof CarePlan plan) {
            episodes.admit(plan, before instanceof CarePlan stored ? stored : null);
        }
    }

    private void admit(
            QuestionnaireResponse response, @Nullable QuestionnaireResponse before, @Nullable RequestDetails request) {
        ResponseSubmission.Verdict verdict = responses.judge(response, before);
        Optional.ofNullable(verdict.instrument())
                .or(() -> responses.closest(response))
                .ifPresent(instrument -> alerts.beforeStoring(request, response, instrument));
        if (verdict instanceof ResponseSubmission.Verdict.Refused refused) {
            throw Problems.unprocessable(refused.problems());
        }
        ResponseSubmission.Verdict.Accepted accepted = (ResponseSubmission.Verdict.Accepted) verdict;
        try {
            List<ClientScores.Difference> differences =
                    responses.complete(response, before, accepted.instrument(), AcceptedLanguages.of(request));
            ScoreDifferenceReport.note(request, differences);
        } catch (ScoringFault fault) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.INVALID_DEFINITION, "QuestionnaireResponse", String.valueOf(fault.getMessage())));
        }
    }
}
