package nl.meerwaarde.alert;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;

/** Raises the alerts of a request as soon as its sender was let in: who may not speak for a patient may not raise alarm either. */
@Interceptor
public class AdmissionInterceptor {
    /** Authorization has order 200 in HAPI. */
    private static final int AFTER_AUTHORIZATION = 1_000;

    private final SafetyAlerts alerts;

    AdmissionInterceptor(SafetyAlerts alerts) {
        this.alerts = alerts;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_AUTHORIZATION)
    public void admitted(RequestDetails request) {
        alerts.admitted(request);
    }
}
