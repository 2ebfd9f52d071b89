package nl.meerwaarde.caregap;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasures;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;

/** The operation {@code $care-gaps}, at type and instance level, by GET and POST: a document for each patient who still owes a measurement. */
public class CareGapsProvider {
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-care-gaps";

    private final FhirContext fhirContext;
    private final FactMeasures measures;
    private final Subjects subjects;
    private final DueQuery query;
    private final Clock clock;

    CareGapsProvider(FhirContext fhirContext, FactMeasures measures, Subjects subjects, DueQuery query, Clock clock) {
        this.fhirContext = fhirContext;
        this.measures = measures;
        this.subjects = subjects;
        this.query = query;
        this.clock = clock;
    }

    /** The gaps of the Measures that the parameters name. */
    @Operation(
            name = "$care-gaps",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public Parameters gapsOfMeasures(ServletRequestDetails details) {
        CareGapsRequest request = CareGapsRequest.read(OperationParameters.of(fhirContext, details), true);
        return gaps(request, request.measures());
    }

    /** The gaps of the Measure in the address. */
    @Operation(
            name = "$care-gaps",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public Parameters gapsOfMeasure(@IdParam IdType id, ServletRequestDetails details) {
        CareGapsRequest request = CareGapsRequest.read(OperationParameters.of(fhirContext, details), false);
        return gaps(request, List.of("Measure/" + id.getIdPart()));
    }

    private Parameters gaps(CareGapsRequest request, List<String> named) {
        List<FactMeasure> known = measures.require(named);
        List<String> patients = subjects.patients(request.subject());
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<String, Map<FactMeasure, List<DueMeasurement>>> byPatient = new TreeMap<>();
        for (FactMeasure measure : known) {
            query.due(measure, request, patients, today).stream()
                    .collect(Collectors.groupingBy(DueMeasurement::patient))
                    .forEach((patient, due) -> byPatient
                            .computeIfAbsent(patient, id -> new LinkedHashMap<>())
                            .put(measure, due));
        }
        List<GapDocument> documents = new ArrayList<>();
        byPatient.forEach(
                (patient, due) -> documents.add(new GapDocument(patient, due, request, now, measures::title)));
        Parameters answer = new Parameters();
        documents.stream()
                .filter(GapDocument::hasGaps)
                .forEach(document -> answer.addParameter().setName("return").setResource(document.bundle()));
        return answer;
    }
}
