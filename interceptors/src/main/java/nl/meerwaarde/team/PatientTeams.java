package nl.meerwaarde.team;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The teams of a patient's active episodes. Everything is read as the one who asks: HAPI's hooks on reading see the caller's own request. */
final class PatientTeams {
    private static final String LEFT = "7771000";
    private static final String RIGHT = "24028007";
    private static final String BILATERAL = "51440002";

    private final DaoRegistry daos;
    private final DefinitionRegister register;
    private final DefinitionSource definitions;
    private final RequestDetails request;

    PatientTeams(DaoRegistry daos, DefinitionRegister register, DefinitionSource definitions, RequestDetails request) {
        this.daos = daos;
        this.register = register;
        this.definitions = definitions;
        this.request = request;
    }

    /**
     * Finds the teams, in the order of the episodes.
     *
     * @param patient id of a Patient
     * @throws ResourceNotFoundException (404) when there is no such patient
     * @throws ResourceGoneException (410) when it was deleted
     */
    List<TreatingTeam> on(LocalDate day, String patient) {
        checkKnown(patient);
        TeamRoles roles = TeamRoles.stored(definitions);
        Map<String, List<Sentence>> treatments = new LinkedHashMap<>();
        for (CarePlan episode : episodes(patient)) {
            if (Days.of(episode.getPeriod()).contains(day)) {
                for (Reference team : episode.getCareTeam()) {
                    List<Sentence> all = treatments.computeIfAbsent(team.getReference(), key -> new ArrayList<>());
                    treatment(episode).filter(words -> !all.contains(words)).ifPresent(all::add);
                }
            }
        }
        List<TreatingTeam> teams = new ArrayList<>();
        treatments.forEach((reference, words) -> read(reference)
                .filter(CareTeam.class::isInstance)
                .map(CareTeam.class::cast)
                .filter(team -> team.getStatus() == CareTeamStatus.ACTIVE && isOf(team, patient))
                .ifPresent(team -> teams.add(new TreatingTeam(Team.of(team, roles), words))));
        return teams;
    }

    private void checkKnown(String patient) {
        try {
            daos.getResourceDao(Patient.class).read(new IdType("Patient", patient), request);
        } catch (ResourceNotFoundException e) {
            throw Problems.notFound(List.of(new Problem(
                    ProblemCode.UNKNOWN_SUBJECT, "Patient", Sentence.beside(PatientTeams.class, "unknown-subject"))));
        }
    }

    /** Whatever an episode names: the team of another patient is not told. */
    private static boolean isOf(CareTeam team, String patient) {
        IdType subject = new IdType(team.getSubject().getReference());
        return "Group".equals(subject.getResourceType())
                || "Patient".equals(subject.getResourceType()) && patient.equals(subject.getIdPart());
    }

    private List<CarePlan> episodes(String patient) {
        SearchParameterMap search = SearchParameterMap.newSynchronous()
                .add(CarePlan.SP_SUBJECT, new ReferenceParam("Patient/" + patient))
                .add(CarePlan.SP_STATUS, new TokenParam(CarePlan.CarePlanStatus.ACTIVE.toCode()));
        return daos.getResourceDao(CarePlan.class).searchForResources(search, request).stream()
                .sorted(Comparator.comparing(plan -> plan.getIdElement().getIdPart()))
                .toList();
    }

    /** What an episode is: its pathway by name, with the side where it has one. */
    private Optional<Sentence> treatment(CarePlan episode) {
        Optional<Sentence> pathway = episode.getInstantiatesCanonical().stream()
                .map(this::title)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> episode.hasTitle() ? Optional.of(Sentence.of(episode.getTitleElement())) : Optional.empty());
        return pathway.map(title -> side(episode)
                .map(side -> Sentence.beside(PatientTeams.class, side, title))
                .orElse(title));
    }

    private Optional<Sentence> title(CanonicalType canonical) {
        if (!canonical.hasValue()) {
            return Optional.empty();
        }
        return register.find(CanonicalReference.parse(canonical.getValue()))
                .filter(stored -> stored.resourceType().equals("PlanDefinition"))
                .map(stored -> definitions.read(PlanDefinition.class, stored.resourceId()))
                .filter(PlanDefinition::hasTitle)
                .map(definition -> Sentence.of(definition.getTitleElement()));
    }

    private static Optional<String> side(CarePlan episode) {
        return ExtensionLookup.value(episode.getExtension(), Canonicals.Extensions.LATERALITY)
                .filter(Coding.class::isInstance)
                .map(side -> String.valueOf(((Coding) side).getCode()))
                .flatMap(code -> switch (code) {
                    case LEFT -> Optional.of("treatment.left");
                    case RIGHT -> Optional.of("treatment.right");
                    case BILATERAL -> Optional.of("treatment.bilateral");
                    default -> Optional.empty();
                });
    }

    /** What a reference names; empty when it is not here, or not for the one who asks to see. */
    Optional<Resource> read(String reference) {
        IdType id = new IdType(reference);
        if (!id.hasResourceType() || !id.hasIdPart() || !daos.isResourceTypeSupported(id.getResourceType())) {
            return Optional.empty();
        }
        try {
            return Optional.of((Resource) daos.getResourceDao(id.getResourceType())
                    .read(new IdType(id.getResourceType(), id.getIdPart()), request));
        } catch (ResourceNotFoundException | ResourceGoneException | InvalidRequestException e) {
            return Optional.empty();
        }
    }
}
