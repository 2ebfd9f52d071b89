package nl.meerwaarde.disclosure;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;

/** Refuses recipient policies that cannot be applied, other rules under the same version, and their deletion: without them nothing could leave. */
@Interceptor
public class PolicyGuard {
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        check(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        check(after);
        if (before instanceof CodeSystem old
                && after instanceof CodeSystem changed
                && RecipientPolicyReader.isOfRecipients(changed)
                && String.valueOf(old.getVersion()).equals(changed.getVersion())
                && !RecipientPolicyReader.read(old)
                        .policies()
                        .equals(RecipientPolicyReader.read(changed).policies())) {
            throw refused("CodeSystem.version", "rules-changed");
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        if (resource instanceof CodeSystem codeSystem && RecipientPolicyReader.isOfRecipients(codeSystem)) {
            throw refused("CodeSystem", "rules-deleted");
        }
    }

    private static void check(IBaseResource resource) {
        if (resource instanceof CodeSystem codeSystem && RecipientPolicyReader.isOfRecipients(codeSystem)) {
            List<Problem> problems = RecipientPolicyReader.read(codeSystem).problems();
            if (!problems.isEmpty()) {
                throw Problems.unprocessable(problems);
            }
        }
    }

    private static RuntimeException refused(String path, String key) {
        return Problems.unprocessable(
                new Problem(ProblemCode.INVALID_DEFINITION, path, Sentence.beside(PolicyGuard.class, key)));
    }
}
