package nl.meerwaarde.metrics;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Times submissions of responses, from the first byte to the answer; refused ones too, under their own outcome. */
@Interceptor
public class SubmissionTimer {
    private static final String START = SubmissionTimer.class.getName();
    private static final Set<RestOperationTypeEnum> SUBMISSIONS =
            Set.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.PATCH);

    private final Timer stored;
    private final Timer refused;

    SubmissionTimer(MeterRegistry meters) {
        stored = timer(meters, "stored");
        refused = timer(meters, "refused");
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("meerwaarde.submit")
                .description("Submission of a QuestionnaireResponse over REST")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(meters);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void start(RequestDetails request) {
        if (isSubmission(request)) {
            request.getUserData().put(START, System.nanoTime());
        }
    }

    @Hook(Pointcut.SERVER_PROCESSING_COMPLETED_NORMALLY)
    public void completed(RequestDetails request) {
        record(request, stored);
    }

    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public void failed(RequestDetails request) {
        record(request, refused);
    }

    private static void record(RequestDetails request, Timer timer) {
        if (request.getUserData().remove(START) instanceof Long start) {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    private static boolean isSubmission(RequestDetails request) {
        return SUBMISSIONS.contains(request.getRestOperationType())
                && "QuestionnaireResponse".equals(request.getResourceName());
    }
}
