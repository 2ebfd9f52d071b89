package nl.meerwaarde.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** Keeps clients from writing AuditEvents, and says in the CapabilityStatement what they can do with them. */
@Interceptor
public class AuditEventGuard {
    private static final String TYPE = "AuditEvent";
    private static final Set<RequestTypeEnum> READING = EnumSet.of(RequestTypeEnum.GET, RequestTypeEnum.HEAD);

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void arrived(ServletRequestDetails request) {
        boolean search = request.getRequestType() == RequestTypeEnum.POST
                && request.getRequestPath().endsWith("/_search");
        if (TYPE.equals(request.getResourceName()) && !READING.contains(request.getRequestType()) && !search) {
            throw notAllowed();
        }
    }

    static MethodNotAllowedException notAllowed() {
        Problem problem =
                new Problem(ProblemCode.AUDIT_READ_ONLY, "", Sentence.beside(AuditEventGuard.class, "audit-read-only"));
        return new MethodNotAllowedException(
                problem.sentence().text(), Problems.outcome(List.of(problem)), RequestTypeEnum.GET);
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void describe(IBaseConformance statement) {
        if (statement instanceof CapabilityStatement capabilities) {
            capabilities.getRest().stream()
                    .flatMap(rest -> rest.getResource().stream())
                    .filter(resource -> TYPE.equals(resource.getType()))
                    .forEach(AuditEventGuard::describe);
        }
    }

    private static void describe(CapabilityStatementRestResourceComponent resource) {
        resource.setDocumentation(
                "The accesses to this server. Written by the server alone; kept in a table of their own.");
        resource.setInteraction(null);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        resource.setVersioning(ResourceVersionPolicy.NOVERSION);
        resource.setConditionalCreateElement(null)
                .setConditionalReadElement(null)
                .setConditionalUpdateElement(null);
        resource.setConditionalDeleteElement(null).setUpdateCreateElement(null);
        resource.setSearchInclude(null)
                .setSearchRevInclude(null)
                .setOperation(null)
                .setSearchParam(null);
        AuditSearch.PARAMETERS.keySet().stream()
                .sorted()
                .forEach(name -> resource.addSearchParam()
                        .setName(name)
                        .setType(SearchParamType.fromCode(AuditSearch.PARAMETERS.get(name))));
    }
}
