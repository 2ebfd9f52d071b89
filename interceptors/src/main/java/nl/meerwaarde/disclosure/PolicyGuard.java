package nl.meerwaarde.disclosure;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;

/** Refuses that recipient policies are deleted: without them nothing could leave. */
@Interceptor
public class PolicyGuard {
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        if (resource instanceof CodeSystem codeSystem && RecipientPolicyReader.isOfRecipients(codeSystem)) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.INVALID_DEFINITION, "CodeSystem", Sentence.beside(PolicyGuard.class, "rules-deleted")));
        }
    }
}
