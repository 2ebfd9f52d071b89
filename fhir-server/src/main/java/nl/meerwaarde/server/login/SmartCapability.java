package nl.meerwaarde.server.login;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/** Says in the CapabilityStatement where tokens come from, for applications that look there. */
@Interceptor
public final class SmartCapability {
    private static final String SERVICES = "http://terminology.hl7.org/CodeSystem/restful-security-service";
    private static final String SERVICE = "SMART-on-FHIR";
    private static final String URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    /** Names of the extension's parts, by those of the SMART configuration. */
    private static final Map<String, String> PARTS = Map.of(
            "authorization_endpoint", "authorize",
            "token_endpoint", "token",
            "introspection_endpoint", "introspect",
            "revocation_endpoint", "revoke",
            "management_endpoint", "manage");

    private final SmartConfiguration configuration;

    SmartCapability(SmartConfiguration configuration) {
        this.configuration = configuration;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void tell(IBaseConformance conformance) {
        if (conformance instanceof CapabilityStatement statement) {
            statement.getRest().forEach(rest -> rest.setSecurity(security()));
        }
    }

    private CapabilityStatementRestSecurityComponent security() {
        CapabilityStatementRestSecurityComponent security = new CapabilityStatementRestSecurityComponent();
        security.addService(new CodeableConcept(new Coding(SERVICES, SERVICE, SERVICE)).setText(SERVICE));
        Extension uris = security.addExtension();
        uris.setUrl(URIS);
        PARTS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(part -> configuration
                        .endpoint(part.getKey())
                        .ifPresent(uri -> uris.addExtension(part.getValue(), new UriType(uri))));
        return security;
    }
}
