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
import java.util.stream.StreamSupport;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;

/**
 * Checks resources that arrive over REST, alone or in a transaction, before anything is stored. Entries of a batch: {@link BatchValidationInterceptor}. Checked is
 * the text as it was sent, before HAPI reads it; refused after the host has authorized the request, so that who is turned away learns and causes nothing.
 */
@Interceptor
public class RestValidationInterceptor {
    private static final Set<RestOperationTypeEnum> SINGLE =
            Set.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE);

    /** The operation with which other servers send records. */
    private static final String BRINGS_RECORDS = "$submit-data";

    private static final String PROBLEMS = RestValidationInterceptor.class.getName();

    /** Authorization has order 200 in HAPI. */
    private static final int AFTER_AUTHORIZATION = 900;

    private final ResourceCheck check;
    private final SafetyAlerts alerts;

    RestValidationInterceptor(ResourceCheck check, SafetyAlerts alerts) {
        this.check = check;
        this.alerts = alerts;
    }

    /** What HAPI cannot read is refused at once: it would not get as far as authorizing it, and tells less. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        if (isChecked(request)) {
            check.sent(request).ifPresent(sent -> {
                List<Problem> problems = problems(request, sent);
                if (!problems.isEmpty() && !check.isReadable(sent)) {
                    throw Problems.unprocessable(problems);
                }
                request.getUserData().put(PROBLEMS, problems);
            });
        }
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_AUTHORIZATION)
    @SuppressWarnings("unchecked") // only check() puts something there
    public void refuse(RequestDetails request) {
        List<Problem> problems = (List<Problem>) request.getUserData().getOrDefault(PROBLEMS, List.of());
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
    }

    private boolean isChecked(RequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        return operation == RestOperationTypeEnum.TRANSACTION
                || bringsRecords(request)
                || SINGLE.contains(operation) && check.applies(String.valueOf(request.getResourceName()));
    }

    private static boolean bringsRecords(RequestDetails request) {
        return BRINGS_RECORDS.equals(request.getOperation()) && "Measure".equals(request.getResourceName());
    }

    private List<Problem> problems(RequestDetails request, JsonNode sent) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        if (bringsRecords(request)) {
            return recordProblems(sent);
        }
        if (operation == RestOperationTypeEnum.TRANSACTION) {
            return transactionProblems(request, sent);
        }
        boolean update = operation == RestOperationTypeEnum.UPDATE;
        return check.problems(sent, update, response -> alerts.arrived(request, response));
    }

    /** HAPI calls a batch a transaction too. */
    private List<Problem> transactionProblems(RequestDetails request, JsonNode bundle) {
        List<Problem> problems = new ArrayList<>();
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
        return problems;
    }

    /** What an operation stores is held to the same rules. Nobody is alarmed: the server that these answers were given to was, and its patients have other ids. */
    private List<Problem> recordProblems(JsonNode parameters) {
        List<JsonNode> records = StreamSupport.stream(
                        parameters.path("parameter").spliterator(), false)
                .filter(parameter -> "resource".equals(parameter.path("name").asText()))
                .map(parameter -> parameter.path("resource"))
                .toList();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            JsonNode record = records.get(i);
            String place = "resource[" + i + "]";
            if (check.applies(record.path("resourceType").asText())) {
                check.problems(record, true, alarming -> {}).stream()
                        .map(problem -> at(place, problem))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static Problem at(int entry, Problem problem) {
        return at("Bundle.entry[" + entry + "].resource", problem);
    }

    private static Problem at(String place, Problem problem) {
        return new Problem(problem.code(), problem.path(), problem.sentence().map(sentence -> place + ": " + sentence));
    }
}
