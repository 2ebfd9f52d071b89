package nl.meerwaarde.careplan;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.outcome.Courses;
import nl.meerwaarde.outcomeset.OutcomeSetCatalogue;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.scheduling.Scheduling;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.PatientCommunicationComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Applies a pathway to a patient: finds what is needed, refuses with everything that is wrong, plans, and lets the schedule say what is asked when. */
class Applying {
    private final DaoRegistry daos;
    private final PlanTemplates templates;
    private final PathwayCatalogue pathways;
    private final OutcomeSetCatalogue sets;
    private final InstrumentCatalogue instruments;
    private final WordingPolicy wording;
    private final PatientRecords records;
    private final Clock clock;

    Applying(
            DaoRegistry daos,
            PlanTemplates templates,
            PathwayCatalogue pathways,
            OutcomeSetCatalogue sets,
            InstrumentCatalogue instruments,
            WordingPolicy wording,
            PatientRecords records,
            Clock clock) {
        this.daos = daos;
        this.templates = templates;
        this.pathways = pathways;
        this.sets = sets;
        this.instruments = instruments;
        this.wording = wording;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Plans an episode; stores nothing.
     *
     * @param details the caller's request, so that nobody plans for a patient he may not see
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400, 404 or 422 with everything that is wrong
     */
    EpisodePlan apply(ApplyRequest request, RequestDetails details) {
        if (!request.problems().isEmpty()) {
            throw Problems.badRequest(request.problems());
        }
        List<Problem> unknown = new ArrayList<>();
        Optional<CanonicalReference> canonical =
                templates.canonical(request.plan().orElseThrow());
        if (canonical.isEmpty()) {
            unknown.add(problem(ProblemCode.UNKNOWN_PATHWAY, "planDefinition", "plan.unknown"));
        }
        String id = request.patient().orElseThrow();
        Optional<Patient> patient = patient(id, details);
        if (patient.isEmpty()) {
            unknown.add(problem(ProblemCode.UNKNOWN_SUBJECT, "subject", "subject.unknown", id));
        }
        if (!unknown.isEmpty()) {
            throw Problems.notFound(unknown);
        }
        return plan(request, canonical.orElseThrow(), patient.orElseThrow());
    }

    private Optional<Patient> patient(String id, RequestDetails details) {
        try {
            return Optional.of(daos.getResourceDao(Patient.class).read(new IdType("Patient", id), details));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    private EpisodePlan plan(ApplyRequest request, CanonicalReference canonical, Patient patient) {
        Pathway pathway = pathways.find(canonical)
                .orElseThrow(() -> Problems.unprocessable(
                        problem(ProblemCode.UNSUPPORTED_MECHANISM, "planDefinition", "plan.no-pathway", canonical)));
        PlanTemplate template = templates.find(canonical).orElseThrow();
        List<RecordEntry> record = records.of(patient.getIdElement().getIdPart());
        AskedInstruments asked =
                AskedInstruments.of(pathway, template.unchecked(), conditions(record), instruments, wording);
        List<Problem> problems = new ArrayList<>(template.problems());
        problems.addAll(setsThatAskNothing(pathway));
        problems.addAll(side(request, asked));
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        String episode = UUID.randomUUID().toString();
        EpisodePlan plan =
                new Planning(template, pathway, request, episode, clock.instant()).plan(asked, language(patient));
        schedule(plan, record, patient);
        return plan;
    }

    private List<Problem> setsThatAskNothing(Pathway pathway) {
        return pathway.moments().stream()
                .flatMap(moment -> moment.sets().stream())
                .distinct()
                .filter(set -> !sets.isOn(set))
                .map(set -> sets.has(set)
                        ? problem(ProblemCode.OUTCOME_SET_OFF, "planDefinition", "set.off", set)
                        : problem(ProblemCode.UNKNOWN_OUTCOME_SET, "planDefinition", "set.unknown", set))
                .toList();
    }

    private static List<Problem> side(ApplyRequest request, AskedInstruments asked) {
        if (!asked.asksPerSide()) {
            return List.of();
        }
        if (request.side() == null) {
            return List.of(problem(ProblemCode.SIDE_MISSING, "side", "side.missing"));
        }
        return request.side().equals(ApplyRequest.BILATERAL)
                ? List.of(problem(ProblemCode.SIDE_MISSING, "side", "side.both"))
                : List.of();
    }

    private static Set<Code> conditions(List<RecordEntry> record) {
        return record.stream()
                .filter(RecordEntry.Event.class::isInstance)
                .flatMap(event -> ((RecordEntry.Event) event).codes().stream())
                .map(Code::ofKey)
                .collect(Collectors.toSet());
    }

    /** Dutch, unless the patient would rather have another language: then English, the only other one that there is. */
    private static String language(Patient patient) {
        return patient.getCommunication().stream()
                .sorted((one, other) -> Boolean.compare(other.getPreferred(), one.getPreferred()))
                .map(PatientCommunicationComponent::getLanguage)
                .flatMap(language -> language.getCoding().stream())
                .map(coding -> String.valueOf(coding.getCode()))
                .findFirst()
                .map(code -> code.equals("nl") || code.startsWith("nl-") ? "nl" : "en")
                .orElse("nl");
    }

    /** As it will be once it is stored, beside what is asked of the patient already. */
    private void schedule(EpisodePlan plan, List<RecordEntry> record, Patient patient) {
        List<RecordEntry> all = new ArrayList<>(record);
        Stream.of(List.of(plan.carePlan()), plan.planned(), plan.tasks(), plan.messages())
                .<Resource>flatMap(List::stream)
                .flatMap(resource -> RecordReading.entry(resource).stream())
                .forEach(all::add);
        RecordEntry.Person person =
                (RecordEntry.Person) RecordReading.entry(patient).orElseThrow();
        Scheduling.preview(all, person, pathways::find, plan.tasks(), plan.messages());
    }

    /**
     * What it comes to when an episode follows another version of its pathway; stores nothing.
     *
     * @param id of the CarePlan
     * @param version the version, or null for the newest
     * @param owner reference to the RelatedPerson who answers what is added, or null for the patient
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 404 or 422 with everything that is wrong
     */
    VersionChange changeVersion(String id, @Nullable String version, @Nullable String owner, RequestDetails details) {
        CarePlan episode = episode(id, details);
        CanonicalReference followed = CanonicalReference.parse(
                episode.getInstantiatesCanonical().get(0).getValue());
        Pathway before = pathways.find(followed).orElseThrow(() -> unknownEpisode(id));
        Pathway after = pathways.find(followed.at(version))
                .orElseThrow(() -> Problems.notFound(List.of(
                        problem(ProblemCode.UNKNOWN_PATHWAY, "version", "version.unknown", followed.at(version)))));
        Patient patient = patient(episode.getSubject().getReferenceElement().getIdPart(), details)
                .orElseThrow(() -> unknownEpisode(id));
        List<RecordEntry> record = records.of(patient.getIdElement().getIdPart());
        PlanTemplate template = templates.find(after.canonical()).orElseThrow();
        AskedInstruments asked =
                AskedInstruments.of(after, template.unchecked(), conditions(record), instruments, wording);
        ApplyRequest request = ApplyRequest.ofEpisode(
                patient.getIdElement().getIdPart(),
                owner,
                RecordReading.side(episode),
                Courses.of(record, pathways::find).index(id).map(DateSpan::to).orElse(null));
        List<Problem> problems = new ArrayList<>(setsThatAskNothing(after));
        problems.addAll(side(request, asked));
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        CarePlan moved = episode.copy();
        moved.getInstantiatesCanonical().get(0).setValue(after.canonical().toString());
        EpisodePlan added = new Planning(template, after, request, id, clock.instant())
                .plan(asked, language(patient))
                .without(sourcesOf(record))
                .with(moved);
        List<RecordEntry> others = record.stream()
                .filter(entry -> !(entry instanceof RecordEntry.Episode known
                        && known.id().equals(id)))
                .toList();
        schedule(added, others, patient);
        PlanTemplate followedTemplate = templates.find(before.canonical()).orElseThrow();
        List<StationDifference> stations =
                StationDifference.between(followedTemplate.activities(), template.activities());
        Set<String> wanted = wanted(record, id);
        List<PathwayDifference> questionnaires = PathwayDifference.between(
                new PathwayDifference.Version(before, followedTemplate.unchecked(), wanted),
                new PathwayDifference.Version(after, template.unchecked(), wanted));
        return new VersionChange(before, after, questionnaires, stations, moved, added.added());
    }

    /** What an episode has Tasks for, whoever wanted them: {@code <moment>|<Questionnaire>}. */
    private static Set<String> wanted(List<RecordEntry> record, String episode) {
        return record.stream()
                .filter(RecordEntry.Invitation.class::isInstance)
                .map(RecordEntry.Invitation.class::cast)
                .filter(task -> task.episodes().contains(episode) && task.questionnaire() != null)
                .map(task -> task.moment() + "|"
                        + CanonicalReference.parse(String.valueOf(task.questionnaire()))
                                .url())
                .collect(Collectors.toSet());
    }

    private CarePlan episode(String id, RequestDetails details) {
        try {
            CarePlan episode = daos.getResourceDao(CarePlan.class).read(new IdType("CarePlan", id), details);
            boolean follows = episode.hasInstantiatesCanonical()
                    && episode.getInstantiatesCanonical().get(0).hasValue()
                    && "Patient"
                            .equals(episode.getSubject().getReferenceElement().getResourceType());
            if (follows) {
                return episode;
            }
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            throw unknownEpisode(id);
        }
        throw unknownEpisode(id);
    }

    private static BaseServerResponseException unknownEpisode(String id) {
        return Problems.notFound(List.of(problem(ProblemCode.UNKNOWN_EPISODE, "CarePlan", "episode.unknown", id)));
    }

    /** The Tasks and messages that are there already. */
    private static Set<String> sourcesOf(List<RecordEntry> record) {
        Set<String> ids = new HashSet<>();
        for (RecordEntry entry : record) {
            if (entry instanceof RecordEntry.Invitation task) {
                ids.add(task.id());
            } else if (entry instanceof RecordEntry.Reminder message) {
                ids.add(message.id());
            }
        }
        return ids;
    }

    private static Problem problem(ProblemCode code, String path, String key, Object... arguments) {
        return new Problem(code, path, Sentence.beside(Applying.class, key, arguments));
    }
}
