package nl.meerwaarde.language;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** Keeps translated copies out of storage: they lack the words they were translated from. */
@Interceptor
public class TranslatedCopyGuard {
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        refuseCopy(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        refuseCopy(after);
    }

    private static void refuseCopy(IBaseResource resource) {
        if (resource instanceof Resource copy && Translation.isCopy(copy)) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.TRANSLATED_COPY,
                    copy.fhirType() + ".meta.tag",
                    Sentence.beside(TranslatedCopyGuard.class, "translated-copy")));
        }
    }
}
