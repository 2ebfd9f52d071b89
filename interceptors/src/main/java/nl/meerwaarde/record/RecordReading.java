package nl.meerwaarde.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.score.ScoreObservations;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a resource into its record entry. Responses are read elsewhere, because their scores need the instrument. */
public final class RecordReading {
    /** The types whose resources can be part of a record. */
    public static final Set<String> TYPES = Set.of(
            "Patient",
            "CarePlan",
            "Procedure",
            "Condition",
            "Encounter",
            "Observation",
            "QuestionnaireResponse",
            "RiskAssessment",
            "Task",
            "Goal",
            "ServiceRequest",
            "Consent",
            "CommunicationRequest");

    private static final Set<String> RECORDED = Set.of("final", "amended", "corrected");

    /** The codes of {@code health-literacy}; another says nothing. */
    private static final Set<String> HEALTH_LITERACY = Set.of("limited", "sufficient");

    private static final int FIFTHS = 5;

    /** "No" in SNOMED CT, LOINC and HL7 v2, and "none" in SNOMED CT. */
    private static final Set<String> DENIALS = Set.of("373067005", "LA32-8", "N", "260413007");

    private RecordReading() {}

    /** The entry of a resource; empty when it says nothing that outcomes need, or was entered in error. */
    public static Optional<RecordEntry> entry(Resource resource) {
        return switch (resource.fhirType()) {
            case "Patient" -> Optional.of(person((Patient) resource));
            case "CarePlan" -> carePlan((CarePlan) resource);
            case "Procedure" -> procedure((Procedure) resource);
            case "Condition" -> condition((Condition) resource);
            case "Encounter" -> encounter((Encounter) resource);
            case "Observation" -> observation((Observation) resource);
            case "RiskAssessment" -> expectation((RiskAssessment) resource);
            case "Task" -> invitation((Task) resource);
            case "Goal" -> GoalReading.goal((Goal) resource);
            case "ServiceRequest" -> planned((ServiceRequest) resource);
            case "Consent" -> refusal((Consent) resource);
            case "CommunicationRequest" -> reminder((CommunicationRequest) resource);
            default -> Optional.empty();
        };
    }

    /** The id of the patient a resource is about; empty when it names none by reference. */
    public static Optional<String> patient(Resource resource) {
        return switch (resource.fhirType()) {
            case "Patient" -> Optional.of(resource.getIdElement().getIdPart());
            case "CarePlan" -> patient(((CarePlan) resource).getSubject());
            case "Procedure" -> patient(((Procedure) resource).getSubject());
            case "Condition" -> patient(((Condition) resource).getSubject());
            case "Encounter" -> patient(((Encounter) resource).getSubject());
            case "Observation" -> patient(((Observation) resource).getSubject());
            case "QuestionnaireResponse" ->
                patient(((org.hl7.fhir.r4.model.QuestionnaireResponse) resource).getSubject());
            case "RiskAssessment" -> patient(((RiskAssessment) resource).getSubject());
            case "Task" -> patient(((Task) resource).getFor());
            case "Goal" -> patient(((Goal) resource).getSubject());
            case "ServiceRequest" -> patient(((ServiceRequest) resource).getSubject());
            case "Consent" -> patient(((Consent) resource).getPatient());
            case "CommunicationRequest" -> patient(((CommunicationRequest) resource).getSubject());
            default -> Optional.empty();
        };
    }

    private static Optional<String> patient(Reference reference) {
        return id(reference, "Patient");
    }

    /** The id that a reference names, when it is one to a resource of this type on this server. */
    static Optional<String> id(Reference reference, String type) {
        boolean fits = reference.hasReference()
                && type.equals(reference.getReferenceElement().getResourceType());
        return fits ? Optional.ofNullable(reference.getReferenceElement().getIdPart()) : Optional.empty();
    }

    /** The episodes that a resource says it belongs to. */
    public static List<String> episodes(List<Reference> basedOn) {
        return basedOn.stream()
                .map(reference -> id(reference, "CarePlan"))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static RecordEntry person(Patient patient) {
        return new RecordEntry.Person(
                patient.hasGender() ? patient.getGender().toCode() : null,
                DateSpan.of(patient.getBirthDateElement()).orElse(null),
                extension(patient.getExtension(), Canonicals.Extensions.AGE_BAND) instanceof StringType band
                        ? band.getValue()
                        : null,
                patient.hasDeceased() && !(patient.getDeceased() instanceof BooleanType)
                        ? DateSpan.of(patient.getDeceased()).orElse(null)
                        : null,
                isDead(patient),
                patient.getLink().stream()
                        .filter(link -> link.getType() == Patient.LinkType.REPLACEDBY)
                        .map(link -> patient(link.getOther()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null),
                background(patient));
    }

    private static RecordEntry.Background background(Patient patient) {
        return new RecordEntry.Background(language(patient), literacy(patient), deprivation(patient));
    }

    private static @Nullable String literacy(Patient patient) {
        return extension(patient.getExtension(), Canonicals.Extensions.HEALTH_LITERACY) instanceof CodeType code
                        && HEALTH_LITERACY.contains(String.valueOf(code.getValue()))
                ? code.getValue()
                : null;
    }

    private static @Nullable Integer deprivation(Patient patient) {
        return extension(patient.getExtension(), Canonicals.Extensions.DEPRIVATION) instanceof IntegerType fifth
                        && fifth.hasValue()
                        && fifth.getValue() >= 1
                        && fifth.getValue() <= FIFTHS
                ? fifth.getValue()
                : null;
    }

    /** The preferred language, else the only one; without its region, because it is asked which languages are left out. */
    private static @Nullable String language(Patient patient) {
        List<Patient.PatientCommunicationComponent> spoken = patient.getCommunication();
        return spoken.stream()
                .filter(language -> language.getPreferred() || spoken.size() == 1)
                .flatMap(language -> language.getLanguage().getCoding().stream())
                .map(Coding::getCode)
                .filter(code -> code != null && code.matches("[A-Za-z]{2,8}(-.*)?"))
                .map(code -> code.replaceFirst("-.*", "").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    private static boolean isDead(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                || patient.hasDeceasedBooleanType()
                        && patient.getDeceasedBooleanType().booleanValue();
    }

    private static Optional<RecordEntry> carePlan(CarePlan plan) {
        if (plan.getStatus() == CarePlan.CarePlanStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        String status = plan.hasStatus() ? plan.getStatus().toCode() : "unknown";
        if (ClaimedProfiles.include(plan, Canonicals.Profiles.SHARED_DECISION)) {
            return Optional.of(new RecordEntry.Decision(plan.getIdElement().getIdPart(), status));
        }
        return plan.getInstantiatesCanonical().stream()
                .map(CanonicalType::getValue)
                .filter(canonical -> canonical != null && !canonical.isBlank())
                .findFirst()
                .map(pathway -> episode(plan, pathway, status));
    }

    private static RecordEntry episode(CarePlan plan, String pathway, String status) {
        return new RecordEntry.Episode(
                plan.getIdElement().getIdPart(),
                pathway,
                side(plan),
                id(plan.getAuthor(), "Organization").orElse(null),
                status,
                plan.getGoal().stream()
                        .map(goal -> id(goal, "Goal"))
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted()
                        .toList(),
                DateSpan.of(plan.getPeriod().getStartElement()).orElse(null),
                plan.getCareTeam().stream()
                        .map(team -> id(team, "CareTeam"))
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Whether a CareTeam says that it answers for outcomes. */
    public static boolean ownsOutcomes(CareTeam team) {
        return team.getStatus() != CareTeam.CareTeamStatus.ENTEREDINERROR
                && team.hasExtension(Canonicals.Extensions.OWNED_OUTCOMES);
    }

    private static Optional<RecordEntry> procedure(Procedure procedure) {
        if (procedure.getStatus() == Procedure.ProcedureStatus.PREPARATION
                || procedure.getStatus() == Procedure.ProcedureStatus.NOTDONE) {
            return planned(procedure);
        }
        return procedure.getStatus() == Procedure.ProcedureStatus.COMPLETED
                        || procedure.getStatus() == Procedure.ProcedureStatus.INPROGRESS
                ? Optional.of(new RecordEntry.Event(
                        "Procedure",
                        procedure.getIdElement().getIdPart(),
                        episodes(procedure.getBasedOn()),
                        keys(procedure.getCode()),
                        DateSpan.of(procedure.getPerformed()).orElse(null),
                        performingOrganization(procedure),
                        side(procedure),
                        ClaimedProfiles.include(procedure, Canonicals.Profiles.INDEX_PROCEDURE),
                        practitioner(procedure)))
                : Optional.empty();
    }

    /** On whose behalf it was done goes before who did it. */
    private static @Nullable String performingOrganization(Procedure procedure) {
        Optional<String> onBehalfOf = procedure.getPerformer().stream()
                .map(performer -> id(performer.getOnBehalfOf(), "Organization"))
                .flatMap(Optional::stream)
                .findFirst();
        return onBehalfOf
                .or(() -> procedure.getPerformer().stream()
                        .map(performer -> id(performer.getActor(), "Organization"))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable String practitioner(Procedure procedure) {
        return procedure.getPerformer().stream()
                .map(performer -> id(performer.getActor(), "Practitioner"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<RecordEntry> condition(Condition condition) {
        boolean wrong = condition.getVerificationStatus().getCoding().stream()
                .anyMatch(coding -> Set.of("entered-in-error", "refuted").contains(coding.getCode()));
        DateSpan when = DateSpan.of(condition.getOnset())
                .or(() -> DateSpan.of(condition.getRecordedDateElement()))
                .orElse(null);
        return wrong
                ? Optional.empty()
                : Optional.of(new RecordEntry.Event(
                        "Condition",
                        condition.getIdElement().getIdPart(),
                        List.of(),
                        keys(condition.getCode()),
                        when,
                        null,
                        side(condition),
                        false));
    }

    private static Optional<RecordEntry> encounter(Encounter encounter) {
        boolean happened = encounter.getStatus() == Encounter.EncounterStatus.FINISHED
                || encounter.getStatus() == Encounter.EncounterStatus.INPROGRESS
                || encounter.getStatus() == Encounter.EncounterStatus.ARRIVED;
        Coding kind = encounter.getClass_();
        return happened
                ? Optional.of(new RecordEntry.Event(
                        "Encounter",
                        encounter.getIdElement().getIdPart(),
                        List.of(),
                        Code.of(kind).map(Code::key).stream().toList(),
                        start(encounter),
                        id(encounter.getServiceProvider(), "Organization").orElse(null),
                        null,
                        false))
                : Optional.empty();
    }

    /** A stay counts on the day it starts. */
    private static @Nullable DateSpan start(Encounter encounter) {
        return DateSpan.of(encounter.getPeriod().getStartElement()).orElse(null);
    }

    private static Optional<RecordEntry> observation(Observation observation) {
        return GoalReading.isAboutGoals(observation) ? GoalReading.observation(observation) : measurement(observation);
    }

    private static Optional<RecordEntry> measurement(Observation observation) {
        if (ScoreObservations.isDerived(observation)
                || !observation.hasStatus()
                || !RECORDED.contains(observation.getStatus().toCode())) {
            return Optional.empty();
        }
        Optional<RecordEntry> measured = number(observation.getValue())
                .map(value -> new RecordEntry.Measurement(
                        observation.getIdElement().getIdPart(),
                        keys(observation.getCode()),
                        value,
                        DateSpan.of(observation.getEffective()).orElse(null),
                        episodes(observation.getBasedOn()),
                        moment(observation),
                        side(observation)));
        return measured.or(() -> finding(observation));
    }

    /** That something is so: a complication, whichever; not that it is not so. */
    private static Optional<RecordEntry> finding(Observation observation) {
        return affirms(observation.getValue())
                ? Optional.of(new RecordEntry.Event(
                        "Observation",
                        observation.getIdElement().getIdPart(),
                        episodes(observation.getBasedOn()),
                        keys(observation.getCode()),
                        DateSpan.of(observation.getEffective()).orElse(null),
                        null,
                        side(observation),
                        false))
                : Optional.empty();
    }

    private static boolean affirms(@Nullable Type value) {
        if (value instanceof BooleanType answer) {
            return Boolean.TRUE.equals(answer.getValue());
        }
        return value instanceof CodeableConcept concept
                && concept.hasCoding()
                && concept.getCoding().stream()
                        .noneMatch(coding -> coding.hasCode() && DENIALS.contains(coding.getCode()));
    }

    private static Optional<BigDecimal> number(@Nullable Type value) {
        if (value instanceof Quantity quantity && quantity.hasValue() && !quantity.hasComparator()) {
            return Optional.of(quantity.getValue());
        }
        return value instanceof IntegerType integer && integer.hasValue()
                ? Optional.of(BigDecimal.valueOf(integer.getValue()))
                : Optional.empty();
    }

    private static Optional<RecordEntry> expectation(RiskAssessment assessment) {
        boolean usable = assessment.getStatus() == RiskAssessment.RiskAssessmentStatus.FINAL
                || assessment.getStatus() == RiskAssessment.RiskAssessmentStatus.AMENDED
                || assessment.getStatus() == RiskAssessment.RiskAssessmentStatus.CORRECTED;
        Optional<Coding> model = assessment.getMethod().getCoding().stream()
                .filter(Coding::hasCode)
                .findFirst();
        List<String> episodes = id(assessment.getBasedOn(), "CarePlan").stream().toList();
        if (!usable || model.isEmpty() || episodes.isEmpty()) {
            return Optional.empty();
        }
        List<RecordEntry.Expected> values = assessment.getPrediction().stream()
                .map(RecordReading::expected)
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(new RecordEntry.Expectation(
                assessment.getIdElement().getIdPart(), episodes, modelKey(model.get()), values));
    }

    /** How a case-mix model is called in tables: {@code system|code|version}. */
    public static String modelKey(Coding model) {
        return String.join("|", orEmpty(model.getSystem()), orEmpty(model.getCode()), orEmpty(model.getVersion()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<RecordEntry.Expected> expected(
            RiskAssessment.RiskAssessmentPredictionComponent prediction) {
        Optional<String> score = keys(prediction.getOutcome()).stream().findFirst();
        Type moment = extension(prediction.getExtension(), Canonicals.Extensions.MEASUREMENT_MOMENT);
        Type value = extension(prediction.getExtension(), Canonicals.Extensions.EXPECTED_VALUE);
        return score.isPresent()
                        && moment instanceof Coding coding
                        && coding.hasCode()
                        && value instanceof DecimalType decimal
                        && decimal.hasValue()
                ? Optional.of(new RecordEntry.Expected(score.get(), coding.getCode(), decimal.getValue()))
                : Optional.empty();
    }

    private static Optional<RecordEntry> planned(Procedure procedure) {
        List<String> episodes = episodes(procedure.getBasedOn());
        return episodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordEntry.PlannedEvent(
                        procedure.getIdElement().getIdPart(),
                        episodes,
                        keys(procedure.getCode()),
                        DateSpan.of(procedure.getPerformed()).orElse(null),
                        side(procedure),
                        ClaimedProfiles.include(procedure, Canonicals.Profiles.INDEX_PROCEDURE),
                        procedure.getStatus() == Procedure.ProcedureStatus.NOTDONE));
    }

    /** Much is requested for an episode; only what says so is the treatment it is counted from. */
    private static Optional<RecordEntry> planned(ServiceRequest request) {
        List<String> episodes = episodes(request.getBasedOn());
        if (episodes.isEmpty()
                || !ClaimedProfiles.include(request, Canonicals.Profiles.PLANNED_INDEX_EVENT)
                || request.getStatus() == ServiceRequest.ServiceRequestStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        return Optional.of(new RecordEntry.PlannedEvent(
                request.getIdElement().getIdPart(),
                episodes,
                keys(request.getCode()),
                DateSpan.of(request.getOccurrence()).orElse(null),
                side(request),
                true,
                request.getStatus() == ServiceRequest.ServiceRequestStatus.REVOKED));
    }

    private static Optional<RecordEntry> refusal(Consent consent) {
        boolean aboutQuestionnaires = consent.getCategory().stream()
                .flatMap(category -> Code.of(category).stream())
                .anyMatch(new Code(Canonicals.CodeSystems.CONSENT_CATEGORY, "questionnaires")::equals);
        boolean denies = consent.getStatus() == Consent.ConsentState.ACTIVE
                && consent.getProvision().getType() == Consent.ConsentProvisionType.DENY;
        return aboutQuestionnaires && denies
                ? Optional.of(new RecordEntry.Refusal(
                        consent.getIdElement().getIdPart(),
                        episodes(consent.getProvision().getData().stream()
                                .map(Consent.provisionDataComponent::getReference)
                                .toList())))
                : Optional.empty();
    }

    private static Optional<RecordEntry> reminder(CommunicationRequest request) {
        List<String> episodes = episodes(request.getBasedOn());
        if (episodes.isEmpty()
                || !ClaimedProfiles.include(request, Canonicals.Profiles.QUESTIONNAIRE_REMINDER)
                || request.getStatus() == CommunicationRequest.CommunicationRequestStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        return Optional.of(new RecordEntry.Reminder(
                request.getIdElement().getIdPart(),
                episodes,
                moment(request),
                request.getCategory().stream()
                        .flatMap(category -> category.getCoding().stream())
                        .filter(coding ->
                                Canonicals.CodeSystems.REMINDER.equals(coding.getSystem()) && coding.hasCode())
                        .map(Coding::getCode)
                        .findFirst()
                        .orElse(null),
                DateSpan.of(request.getOccurrence()).map(DateSpan::from).orElse(null),
                request.hasStatus() ? request.getStatus().toCode() : "unknown",
                reason(request.getStatusReason())));
    }

    private static Optional<RecordEntry> invitation(Task task) {
        if (task.getStatus() == Task.TaskStatus.ENTEREDINERROR
                || task.getBasedOn().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordEntry.Invitation(
                task.getIdElement().getIdPart(),
                episodes(task.getBasedOn()),
                task.getInput().stream()
                        .map(input -> input.getValue() instanceof CanonicalType canonical ? canonical.getValue() : null)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                moment(task),
                output(task, false),
                task.hasStatus() ? task.getStatus().toCode() : "unknown",
                ClaimedProfiles.include(task, Canonicals.Profiles.QUESTIONNAIRE_TASK) ? scheduled(task) : null));
    }

    /** The response that the server linked, or the one that whoever did the task linked. */
    private static @Nullable String output(Task task, boolean derived) {
        return task.getOutput().stream()
                .filter(output ->
                        derived == ExtensionLookup.flag(output.getExtension(), Canonicals.Extensions.DERIVED_OUTPUT))
                .map(output -> output.getValue() instanceof Reference reference
                        ? id(reference, "QuestionnaireResponse")
                        : Optional.<String>empty())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static RecordEntry.Scheduled scheduled(Task task) {
        Period window = task.getRestriction().getPeriod();
        return new RecordEntry.Scheduled(
                side(task),
                DateSpan.of(window.getStartElement()).map(DateSpan::from).orElse(null),
                DateSpan.of(window.getEndElement()).map(DateSpan::from).orElse(null),
                reason(task.getStatusReason()),
                output(task, true),
                task.getPartOf().stream()
                        .map(other -> id(other, "Task"))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable String reason(CodeableConcept statusReason) {
        return statusReason.getCoding().stream()
                .filter(coding ->
                        Canonicals.CodeSystems.TASK_STATUS_REASON.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .findFirst()
                .orElse(null);
    }

    /** The code of the measurement moment that a resource itself names, or null. */
    public static @Nullable String moment(DomainResource resource) {
        return extension(resource.getExtension(), Canonicals.Extensions.MEASUREMENT_MOMENT) instanceof Coding coding
                ? coding.getCode()
                : null;
    }

    /** The laterality code of a resource, or null. */
    public static @Nullable String side(DomainResource resource) {
        return extension(resource.getExtension(), Canonicals.Extensions.LATERALITY) instanceof Coding coding
                ? coding.getCode()
                : null;
    }

    /** The code of an extension that holds a Coding, or null. */
    public static @Nullable String code(DomainResource resource, String url) {
        return extension(resource.getExtension(), url) instanceof Coding coding ? coding.getCode() : null;
    }

    private static @Nullable Type extension(List<Extension> extensions, String url) {
        return ExtensionLookup.value(extensions, url).orElse(null);
    }

    private static List<String> keys(CodeableConcept concept) {
        return Code.of(concept).stream().map(Code::key).toList();
    }
}
