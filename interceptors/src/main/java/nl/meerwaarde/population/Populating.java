package nl.meerwaarde.population;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.QuestionnaireExtensions;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/** Gathers what a population needs, with every problem at once, and lets it happen. */
class Populating {
    private static final String PATIENT = "patient";

    /** Names under which a host may launch any form, whether it uses them or not: SDC's code system {@code launchContext}. */
    private static final Set<String> OF_EVERY_LAUNCH =
            Set.of(PATIENT, "encounter", "location", "user", "study", "clinical");

    private final FhirContext fhirContext;
    private final Questionnaires questionnaires;
    private final FhirPath fhirPath;
    private final ResponseRules rules;
    private final WordingPolicy wording;
    private final DaoRegistry daos;
    private final MatchUrlService queries;
    private final Clock clock;

    Populating(
            FhirContext fhirContext,
            Questionnaires questionnaires,
            FhirPath fhirPath,
            ResponseRules rules,
            WordingPolicy wording,
            DaoRegistry daos,
            MatchUrlService queries,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.questionnaires = questionnaires;
        this.fhirPath = fhirPath;
        this.rules = rules;
        this.wording = wording;
        this.daos = daos;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Populates a form.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 or 404 with everything that is wrong with the request
     */
    Population.Result populate(PopulateRequest asked, RequestDetails request) {
        List<Problem> problems = new ArrayList<>(asked.problems());
        Optional<Instrument> instrument = instrument(asked, problems);
        Optional<Given> given = asked.patient().map(patient -> given(asked, patient, request, problems));
        instrument.ifPresent(form -> problems.addAll(unfit(form, asked)));
        if (!problems.isEmpty() || instrument.isEmpty() || given.isEmpty()) {
            throw Problems.badRequestOrNotFound(problems);
        }
        List<Problem> issues = new ArrayList<>();
        wording.objection(instrument.get(), "questionnaire").ifPresent(issues::add);
        Population.Result result = new Population(
                        fhirPath,
                        rules,
                        instrument.get(),
                        given.get().launch().only(names(instrument.get())),
                        given.get().records(),
                        clock.instant())
                .populate();
        issues.addAll(result.issues());
        return new Population.Result(result.response(), issues);
    }

    private static Set<String> names(Instrument instrument) {
        Set<String> names = new TreeSet<>(QuestionnaireExtensions.launchContexts(instrument.questionnaire()));
        names.addAll(QuestionnaireExtensions.variables(instrument.questionnaire()));
        names.add(PATIENT);
        return names;
    }

    private Optional<Instrument> instrument(PopulateRequest asked, List<Problem> problems) {
        Optional<Questionnaires.Lookup> lookup = asked.questionnaire().map(questionnaires::find);
        if (lookup.isPresent() && lookup.get() instanceof Questionnaires.Lookup.Missing missing) {
            problems.addAll(missing.problems());
        }
        return lookup.filter(Questionnaires.Lookup.Found.class::isInstance)
                .map(found -> ((Questionnaires.Lookup.Found) found).instrument());
    }

    /** What is known of the patient, and what the form is launched with. */
    private record Given(LaunchContext launch, List<SubjectRecord> records) {}

    private Given given(PopulateRequest asked, String patient, RequestDetails request, List<Problem> problems) {
        List<SubjectRecord> records = new ArrayList<>();
        asked.data().ifPresent(data -> records.add(new SentRecord(data, patient)));
        if (asked.local()) {
            records.add(new StoredRecord(fhirContext, daos, queries, request, patient));
        }
        Map<String, List<Resource>> byName = new LinkedHashMap<>();
        asked.contexts().forEach((name, contents) -> byName.put(name, resources(name, contents, records, problems)));
        byName.values().forEach(resources -> resources.forEach(resource -> checkOwner(resource, patient, problems)));
        if (!byName.containsKey(PATIENT)) {
            Optional<Resource> known = read(records, "Patient/" + patient);
            if (known.isEmpty() && asked.local()) {
                problems.add(new Problem(ProblemCode.UNKNOWN_SUBJECT, "subject", "This server has no such patient."));
            }
            known.ifPresent(resource -> byName.put(PATIENT, List.of(resource)));
        }
        return new Given(new LaunchContext(patient, byName), records);
    }

    private static Optional<Resource> read(List<SubjectRecord> records, String reference) {
        return records.stream()
                .map(record -> record.read(reference))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<Resource> resources(
            String name, List<PopulateRequest.Content> contents, List<SubjectRecord> records, List<Problem> problems) {
        List<Resource> resources = new ArrayList<>();
        for (PopulateRequest.Content content : contents) {
            if (content instanceof PopulateRequest.Content.Sent sent) {
                resources.add(bare(sent.resource()));
            } else if (content instanceof PopulateRequest.Content.Referenced referenced) {
                read(records, referenced.reference())
                        .ifPresentOrElse(
                                resources::add,
                                () -> problems.add(
                                        new Problem(
                                                ProblemCode.INVALID_PARAMETER,
                                                "context",
                                                "Context " + name
                                                        + " refers to a resource that is not here; send the resource itself.")));
            }
        }
        return resources;
    }

    /** FHIRPath's {@code id} is the whole of HAPI's id, with type and version; forms mean the bare one. */
    private static Resource bare(Resource resource) {
        resource.setId(resource.getIdElement().getIdPart());
        return resource;
    }

    /** A form about one patient is not launched with another one's data. */
    private void checkOwner(Resource resource, String patient, List<Problem> problems) {
        boolean another = resource instanceof Patient
                ? resource.getIdElement().hasIdPart()
                        && !patient.equals(resource.getIdElement().getIdPart())
                : owners(resource).stream().noneMatch(patient::equals)
                        && !owners(resource).isEmpty();
        if (another) {
            problems.add(new Problem(
                    ProblemCode.INVALID_PARAMETER,
                    "context",
                    "A context of type " + resource.fhirType() + " is about another patient than the subject."));
        }
    }

    private List<String> owners(Resource resource) {
        return fhirContext.newTerser().getCompartmentOwnersForResource("Patient", resource, Set.of()).stream()
                .filter(owner ->
                        !owner.hasResourceType() || owner.getResourceType().equals("Patient"))
                .map(IIdType::getIdPart)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the form cannot do with what was asked: fill in for a patient when it is about others, use a context under a name it does not know. */
    private static List<Problem> unfit(Instrument form, PopulateRequest asked) {
        List<Problem> problems = new ArrayList<>();
        Questionnaire questionnaire = form.questionnaire();
        if (questionnaire.hasSubjectType() && !questionnaire.hasSubjectType("Patient")) {
            problems.add(new Problem(
                    ProblemCode.INVALID_PARAMETER,
                    "subject",
                    form.canonical() + " is not about patients, so there is no record to populate it from."));
        }
        Set<String> names = names(form);
        asked.contexts().keySet().stream()
                .filter(name -> !names.contains(name) && !OF_EVERY_LAUNCH.contains(name))
                .map(name -> new Problem(
                        ProblemCode.INVALID_PARAMETER,
                        "context",
                        "The form has no launch context or variable '" + name + "'; it has " + String.join(", ", names)
                                + "."))
                .forEach(problems::add);
        return problems;
    }
}
