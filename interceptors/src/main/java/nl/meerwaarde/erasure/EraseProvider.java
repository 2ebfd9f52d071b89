package nl.meerwaarde.erasure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;

/** The operation {@code Patient/$erase}, by POST only. Why stands in the audit trail, with who did it: the trail stays. */
public class EraseProvider {
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/patient-erase";
    private static final String REASON = "reason";

    private final FhirContext fhirContext;
    private final Erasure erasure;

    EraseProvider(FhirContext fhirContext, Erasure erasure) {
        this.fhirContext = fhirContext;
        this.erasure = erasure;
    }

    /** Erases the patient in the address. */
    @Operation(name = "$erase", typeName = "Patient", manualRequest = true, canonicalUrl = CANONICAL)
    public Parameters erase(@IdParam IdType patient, ServletRequestDetails details) {
        ParameterReading reading = new ParameterReading(
                "$erase", OperationParameters.of(fhirContext, details).texts());
        reading.refuseUnknown(Set.of(REASON));
        Optional<String> reason = reading.single(REASON).filter(words -> !words.isBlank());
        if (reason.isEmpty()) {
            reading.problem(REASON, "is needed: who asked for it, and why it may be done");
        }
        if (!reading.problems().isEmpty()) {
            throw Problems.badRequest(reading.problems());
        }
        Erasure.Erased erased = erasure.erase(patient.getIdPart())
                .orElseThrow(() -> Problems.notFound(List.of(new Problem(
                        ProblemCode.UNKNOWN_SUBJECT, "", Sentence.beside(EraseProvider.class, "nothing")))));
        Parameters answer = new Parameters();
        answer.addParameter("resources", new IntegerType(erased.resources()));
        erased.closed().forEach(release -> answer.addParameter("closed", new StringType(release)));
        return answer;
    }
}
