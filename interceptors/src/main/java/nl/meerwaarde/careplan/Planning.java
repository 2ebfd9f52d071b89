package nl.meerwaarde.careplan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meerwaarde.careplan.PlanTemplate.Activity;
import nl.meerwaarde.careplan.Visits.Visit;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.scheduling.Announcement;
import nl.meerwaarde.scheduling.QuestionnaireTasks;
import nl.meerwaarde.scheduling.QuestionnaireTasks.PlanOf;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionGoalComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Makes the resources of a planned episode, without looking anything up. Tasks and messages still have to be told when. */
final class Planning {
    private static final UUID NAMESPACE = Fingerprint.uuid5(new UUID(0, 0), Profiles.EPISODE);
    private static final Pattern UUID_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PlanTemplate template;
    private final Pathway pathway;
    private final ApplyRequest request;
    private final String episode;
    private final String patient;
    private final Instant now;

    /**
     * @param episode id of the CarePlan that is made
     * @param now when it is made
     */
    Planning(PlanTemplate template, Pathway pathway, ApplyRequest request, String episode, Instant now) {
        this.template = template;
        this.pathway = pathway;
        this.request = request;
        this.episode = episode;
        this.patient = "Patient/" + request.patient().orElseThrow();
        this.now = now;
    }

    /**
     * The plan.
     *
     * @param language of the messages
     */
    EpisodePlan plan(AskedInstruments asked, String language) {
        List<Task> tasks = new ArrayList<>();
        List<CommunicationRequest> messages = new ArrayList<>();
        PlanOf planOf = new PlanOf(episode, patient, request.owner() == null ? patient : request.owner(), now);
        asked.byMoment().forEach((moment, instruments) -> {
            if (!isOver(moment.window())) {
                List<Task> ofMoment = instruments.stream()
                        .map(instrument -> QuestionnaireTasks.task(
                                planOf,
                                moment.code(),
                                instrument.questionnaire(),
                                instrument.sideSpecific() ? request.side() : null))
                        .toList();
                tasks.addAll(ofMoment);
                Arrays.stream(Announcement.values())
                        .map(kind -> QuestionnaireTasks.message(
                                planOf,
                                moment.code(),
                                kind,
                                Sentence.beside(Planning.class, "message." + kind.code())
                                        .in(language),
                                language,
                                ofMoment))
                        .forEach(messages::add);
            }
        });
        List<Goal> goals = template.goals().stream().map(this::goal).toList();
        return new EpisodePlan(carePlan(goals, asked.leftOut()), goals, planned(), tasks, messages);
    }

    private boolean isOver(Pathway.Window window) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return request.indexDate() != null
                && request.indexDate().plusDays(window.closes()).isBefore(today);
    }

    private CarePlan carePlan(List<Goal> goals, List<Sentence> leftOut) {
        CarePlan plan = new CarePlan();
        plan.setId(episode);
        plan.getMeta().addProfile(Profiles.EPISODE);
        if (request.side() != null) {
            plan.addExtension(
                    Extensions.LATERALITY,
                    new Coding().setSystem(ExternalCodeSystems.SNOMED_CT).setCode(request.side()));
        }
        plan.addInstantiatesCanonical(pathway.canonical().toString());
        plan.setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        plan.setTitleElement(template.title().copy());
        plan.setSubject(new Reference(patient));
        reference(request.encounter()).ifPresent(plan::setEncounter);
        plan.setCreated(Date.from(now));
        reference(request.organization()).ifPresent(plan::setAuthor);
        reference(request.practitioner()).ifPresent(plan::addContributor);
        goals.forEach(
                goal -> plan.addGoal(new Reference("Goal/" + goal.getIdElement().getIdPart())));
        Visits.of(upcoming()).forEach(visit -> plan.addActivity().setDetail(detail(visit)));
        upcoming().stream()
                .filter(activity -> activity.place().isEmpty())
                .forEach(activity -> plan.addActivity().setDetail(detail(activity)));
        leftOut.forEach(sentence -> plan.addNote(new Annotation().setTextElement(sentence.markdown())));
        return plan;
    }

    private static Optional<Reference> reference(@Nullable String to) {
        return Optional.ofNullable(to).map(Reference::new);
    }

    private List<Activity> upcoming() {
        return template.activities().stream()
                .filter(activity -> !isOver(activity.window()))
                .toList();
    }

    private CarePlanActivityDetailComponent detail(Visit visit) {
        CarePlanActivityDetailComponent detail = detail(visit.activities(), visit.window());
        detail.setKind(CarePlanActivityKind.APPOINTMENT);
        detail.getCode()
                .addCoding(new Coding()
                        .setSystem(CodeSystems.VISIT_SETTING)
                        .setCode(visit.place().code()));
        return detail;
    }

    private CarePlanActivityDetailComponent detail(Activity activity) {
        return detail(List.of(activity), activity.window());
    }

    private CarePlanActivityDetailComponent detail(List<Activity> activities, Pathway.Window window) {
        CarePlanActivityDetailComponent detail = new CarePlanActivityDetailComponent();
        activities.forEach(
                activity -> detail.addInstantiatesUri(pathway.canonical().url() + "#" + activity.id()));
        detail.setStatus(CarePlanActivityStatus.NOTSTARTED);
        detail.setCode(new CodeableConcept());
        StringType text = activities.size() == 1
                ? activities.get(0).title().copy()
                : new StringType(activities.stream()
                        .map(activity -> String.valueOf(activity.title().getValue()))
                        .collect(Collectors.joining("; ")));
        detail.getCode().setTextElement(text);
        if (request.indexDate() != null) {
            detail.setScheduled(new Period()
                    .setStartElement(day(request.indexDate().plusDays(window.opens())))
                    .setEndElement(day(request.indexDate().plusDays(window.closes()))));
        }
        return detail;
    }

    private static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    private Goal goal(PlanDefinitionGoalComponent slot) {
        Goal goal = new Goal();
        goal.setId(id("goal|" + slot.getId()));
        goal.setLifecycleStatus(GoalLifecycleStatus.PROPOSED);
        if (slot.hasCategory()) {
            goal.addCategory(slot.getCategory().copy());
        }
        goal.setPriority(slot.hasPriority() ? slot.getPriority().copy() : null);
        goal.setDescription(slot.getDescription().copy());
        goal.setSubject(new Reference(patient));
        return goal;
    }

    private List<ServiceRequest> planned() {
        if (request.indexDate() == null) {
            return List.of();
        }
        ServiceRequest planned = new ServiceRequest();
        planned.setId(id("index-event"));
        planned.getMeta().addProfile(Profiles.PLANNED_INDEX_EVENT);
        if (request.side() != null) {
            planned.addExtension(
                    Extensions.LATERALITY,
                    new Coding().setSystem(ExternalCodeSystems.SNOMED_CT).setCode(request.side()));
        }
        planned.addBasedOn(new Reference("CarePlan/" + episode));
        planned.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.PLAN);
        CodeableConcept code = new CodeableConcept();
        pathway.indexCodes().stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .map(Code::coding)
                .forEach(code::addCoding);
        code.setTextElement(
                template.indexTitle().hasValue() ? template.indexTitle().copy() : null);
        planned.setCode(code);
        planned.setSubject(new Reference(patient));
        planned.setOccurrence(day(requireNonNull(request.indexDate())));
        return List.of(planned);
    }

    /** Ids of episodes that {@code $apply} planned are UUIDs; those of others are anything. */
    private UUID namespace() {
        return UUID_ID.matcher(episode).matches() ? UUID.fromString(episode) : Fingerprint.uuid5(NAMESPACE, episode);
    }

    private String id(String what) {
        return Fingerprint.uuid5(namespace(), what).toString();
    }
}
