package nl.meerwaarde.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.caregap.Subjects;
import nl.meerwaarde.consent.Ground;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.requester.ConcernedPatients;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The operation {@code $collect-data}: the resources that a Measure is computed from. Of a patient or a group, for whoever may read them; of everybody, under pseudonyms, for whoever may
 * have records without knowing whose they are.
 */
public class CollectDataProvider {
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-collect-data";

    /** More belong into files. */
    private static final int MOST_PATIENTS = 1_000;

    private final FhirContext fhirContext;
    private final FactMeasures measures;
    private final Subjects subjects;
    private final SourceQuery query;
    private final CollectedData data;
    private final ExchangeRecipients recipients;
    private final Populations populations;
    private final Pseudonyms pseudonyms;
    private final Optional<RequesterSource> requesters;
    private final KeptElements kept = KeptElements.read();
    private final Clock clock;

    /** @param requesters who tells who asks; where nobody does, all are known by their kind alone */
    CollectDataProvider(
            FhirContext fhirContext,
            FactMeasures measures,
            Subjects subjects,
            SourceQuery query,
            CollectedData data,
            ExchangeRecipients recipients,
            Populations populations,
            Pseudonyms pseudonyms,
            Optional<RequesterSource> requesters,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.measures = measures;
        this.subjects = subjects;
        this.query = query;
        this.data = data;
        this.recipients = recipients;
        this.populations = populations;
        this.pseudonyms = pseudonyms;
        this.requesters = requesters;
        this.clock = clock;
    }

    /** The data of the Measure that the parameter {@code measure} names. */
    @Operation(
            name = "$collect-data",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public Parameters collectType(ServletRequestDetails details) {
        ExchangeRequest request =
                ExchangeRequest.read(OperationParameters.of(fhirContext, details), true, recipients::needsSubject);
        return collected(Objects.requireNonNull(request.measure()), request, details);
    }

    /** The data of the Measure in the address. */
    @Operation(
            name = "$collect-data",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public Parameters collectInstance(@IdParam IdType id, ServletRequestDetails details) {
        ExchangeRequest request =
                ExchangeRequest.read(OperationParameters.of(fhirContext, details), false, recipients::needsSubject);
        return collected("Measure/" + id.getIdPart(), request, details);
    }

    private Parameters collected(String named, ExchangeRequest request, RequestDetails details) {
        FactMeasure measure = measures.require(named);
        RecipientPolicy recipient = recipients.require(request.recipient());
        return recipients.knowsPatients(recipient)
                ? answer(measure, request, records(measure, request, recipient))
                : answer(measure, request, underPseudonyms(measure, request, recipient, details));
    }

    private List<Resource> records(FactMeasure measure, ExchangeRequest request, RecipientPolicy recipient) {
        String subject = Objects.requireNonNull(request.subject());
        return records(measure, request, "subject", counted(subjects.patients(subject), recipient.ground()));
    }

    /** Who names a patient and gets a pseudonym knows whose it is. */
    private List<Resource> underPseudonyms(
            FactMeasure measure, ExchangeRequest request, RecipientPolicy recipient, RequestDetails details) {
        if (request.subject() != null) {
            throw Problems.unprocessable(
                    new Problem(ProblemCode.NOT_FOR_RECIPIENT, "subject", sentence("no-subject", recipient.code())));
        }
        if (measure.isForTheTeamOnly()) {
            throw Problems.unprocessable(
                    new Problem(ProblemCode.NOT_FOR_RECIPIENT, "measure", sentence("for-the-team", recipient.code())));
        }
        List<String> patients = counted(query.patients(measure, request.from(), request.to()), recipient.ground());
        ConcernedPatients.tell(details, patients);
        String registry = registry(details);
        return new Pseudonymisation(kept, record -> pseudonyms.ofRecord(recipient.code(), registry, record))
                .of(records(measure, request, "periodEnd", patients));
    }

    /** Two registries that put what they have together must not find the same pseudonyms in it. */
    private String registry(RequestDetails details) {
        return requesters
                .flatMap(source -> source.of(details))
                .flatMap(Requester::organization)
                .orElse("");
    }

    private List<Resource> records(FactMeasure measure, ExchangeRequest request, String path, List<String> patients) {
        if (patients.size() > MOST_PATIENTS) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.INVALID_PARAMETER, path, sentence("too-many", patients.size(), MOST_PATIENTS)));
        }
        return data.read(measure, patients, query.of(measure, patients, request.from(), request.to()));
    }

    private static Sentence sentence(String key, Object... arguments) {
        return Sentence.beside(CollectDataProvider.class, key, arguments);
    }

    private Parameters answer(FactMeasure measure, ExchangeRequest request, List<Resource> resources) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("measureReport").setResource(report(measure, request, resources));
        resources.forEach(resource -> answer.addParameter().setName("resource").setResource(resource));
        return answer;
    }

    /** Who objected to it, or was not asked, is left out without a word: that somebody is missing is not the recipient's to know. */
    private List<String> counted(List<String> patients, Ground ground) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return populations.among(populations.counted(ground, today), patients, today);
    }

    private MeasureReport report(FactMeasure measure, ExchangeRequest request, List<Resource> resources) {
        MeasureReport report = new MeasureReport();
        report.setStatus(MeasureReportStatus.COMPLETE);
        report.setType(MeasureReportType.DATACOLLECTION);
        report.setMeasure(measure.canonical().toString());
        if (request.subject() != null) {
            report.setSubject(new Reference(request.subject()));
        }
        report.setDate(Date.from(clock.instant()));
        report.getPeriod()
                .setStartElement(new DateTimeType(request.from().toString()))
                .setEndElement(new DateTimeType(request.to().toString()));
        resources.forEach(resource ->
                report.addEvaluatedResource(new Reference(resource.fhirType() + "/" + resource.getIdPart())));
        return report;
    }
}
