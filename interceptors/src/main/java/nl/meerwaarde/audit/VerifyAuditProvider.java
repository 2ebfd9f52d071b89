package nl.meerwaarde.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.audit.ChainReport.Fault;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** The operation {@code $verify-audit}: whether the audit trail is as it was written. */
public class VerifyAuditProvider {
    private static final String NAME = "$verify-audit";
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/verify-audit";
    private static final String HEAD = "head";
    private static final String HASH = "[0-9a-f]{64}";

    private final FhirContext fhirContext;
    private final ChainVerification chain;
    private final AuditReaders readers;

    VerifyAuditProvider(FhirContext fhirContext, ChainVerification chain, AuditReaders readers) {
        this.fhirContext = fhirContext;
        this.chain = chain;
        this.readers = readers;
    }

    /** Reads the whole trail; that takes as long as the trail is. */
    @Operation(name = NAME, idempotent = true, manualRequest = true, canonicalUrl = CANONICAL)
    public IBaseResource verify(ServletRequestDetails request) {
        readers.requireAdministrator(request);
        return parameters(chain.verify(noted(request)));
    }

    private Set<String> noted(ServletRequestDetails request) {
        ParameterReading reading = new ParameterReading(
                NAME, OperationParameters.of(fhirContext, request).texts());
        reading.refuseUnknown(Set.of(HEAD));
        List<String> heads = reading.all(HEAD).stream()
                .map(head -> head.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!heads.stream().allMatch(head -> head.matches(HASH))) {
            reading.problem(HEAD, "must be a hash as this operation gives it, 64 hexadecimal digits");
        }
        if (!reading.problems().isEmpty()) {
            throw Problems.badRequest(reading.problems());
        }
        return heads.stream().collect(Collectors.toCollection(HashSet::new));
    }

    private static Parameters parameters(ChainReport report) {
        Parameters parameters = new Parameters();
        parameters.addParameter("valid", new BooleanType(report.fault().isEmpty()));
        parameters.addParameter("seals", number(report.seals()));
        parameters.addParameter("sealed-entries", number(report.entries()));
        parameters.addParameter("unsealed-entries", number(report.unsealed()));
        if (report.head().number() > 0) {
            parameters.addParameter(HEAD, new StringType(report.head().hash()));
            parameters.addParameter(
                    "sealed", new InstantType(java.util.Date.from(report.head().sealed())));
        }
        report.fault().ifPresent(fault -> parameters.addParameter(problem(fault)));
        return parameters;
    }

    private static ParametersParameterComponent problem(Fault fault) {
        ParametersParameterComponent problem = new ParametersParameterComponent().setName("problem");
        part(problem, "code", new CodeType(fault.kind().code()));
        if (fault.seal() > 0) {
            part(problem, "seal", number(fault.seal()));
        }
        if (fault.entry() != null) {
            part(problem, "entry", new Reference("AuditEvent/" + fault.entry()));
        }
        part(
                problem,
                "text",
                Sentence.beside(
                                VerifyAuditProvider.class,
                                "fault." + fault.kind().code())
                        .element());
        return problem;
    }

    private static void part(ParametersParameterComponent problem, String name, Type value) {
        problem.addPart().setName(name).setValue(value);
    }

    /** FHIR's integer ends where a trail of decades does not. */
    private static IntegerType number(long number) {
        return new IntegerType((int) Math.min(number, Integer.MAX_VALUE));
    }
}
