package nl.meerwaarde.notification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;

/** Says in the CapabilityStatement to which topics systems may subscribe, as the R5 backport asks. */
@Interceptor
public class TopicsInCapabilities {
    private final Topics topics;

    TopicsInCapabilities(Topics topics) {
        this.topics = topics;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void said(IBaseConformance statement) {
        if (statement instanceof CapabilityStatement capabilities) {
            capabilities.getRestFirstRep().getResource().stream()
                    .filter(resource -> "Subscription".equals(resource.getType()))
                    .forEach(this::say);
        }
    }

    private void say(CapabilityStatementRestResourceComponent subscriptions) {
        subscriptions.addSupportedProfile(Backport.SUBSCRIPTION);
        topics.addresses()
                .forEach(topic -> subscriptions.addExtension(Backport.TOPIC_OF_SERVER, new CanonicalType(topic)));
    }
}
