package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;

/** Checks resources that arrive over REST, alone or in a transaction, before anything is stored. Entries of a batch: {@link BatchValidationInterceptor}. */
@Interceptor
public class RestValidationInterceptor {
    private static final Set<RestOperationTypeEnum> SINGLE =
            Set.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE);

    private final ResourceCheck check;
    private final SafetyAlerts alerts;

    RestValidationInterceptor(ResourceCheck check, SafetyAlerts alerts) {
        this.check = check;
        this.alerts = alerts;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        List<Problem> problems = new ArrayList<>();
        if (SINGLE.contains(operation) && check.applies(String.valueOf(request.getResourceName()))) {
            boolean update = operation == RestOperationTypeEnum.UPDATE;
            check.sent(request)
                    .ifPresent(sent -> problems.addAll(
                            check.problems(sent, update, response -> alerts.arrived(request, response))));
        } else if (operation == RestOperationTypeEnum.TRANSACTION) {
            check.sent(request).ifPresent(sent -> checkTransaction(request, sent, problems));
        }
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
    }

    /** HAPI calls a batch a transaction too. */
    private void checkTransaction(RequestDetails request, JsonNode bundle, List<Problem> problems) {
        if (!BatchValidationInterceptor.isBatch(bundle)) {
            SentBundle sent = SentBundle.of(bundle);
            sent.entries().stream()
                    .filter(entry -> check.applies(entry.resourceType()))
                    .forEach(entry -> check
                            .problems(
                                    entry.resource(),
                                    entry.isUpdate(),
                                    alarming -> alerts.arrived(request, entry.index(), sent.identified(alarming)))
                            .stream()
                            .map(problem -> at(entry.index(), problem))
                            .forEach(problems::add));
        }
    }

    private static Problem at(int entry, Problem problem) {
        return new Problem(
                problem.code(),
                problem.path(),
                problem.sentence().map(sentence -> "Bundle.entry[" + entry + "].resource: " + sentence));
    }
}
