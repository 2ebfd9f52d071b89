package nl.meerwaarde.metromap;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** In which episodes a patient is, and how far. Read as the one who asks: HAPI's hooks on reading see the caller's own request. */
final class Whereabouts {
    private final DaoRegistry daos;
    private final RequestDetails request;

    /** An episode and the pathway it follows. */
    record Episode(CanonicalReference pathway, String id) {}

    Whereabouts(DaoRegistry daos, RequestDetails request) {
        this.daos = daos;
        this.request = request;
    }

    /**
     * The active episodes of a patient.
     *
     * @throws ResourceNotFoundException (404) when there is no such patient
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceGoneException (410) when it was deleted
     */
    List<Episode> episodes(String patient) {
        try {
            daos.getResourceDao(Patient.class).read(new IdType("Patient", patient), request);
        } catch (ResourceNotFoundException e) {
            throw Problems.notFound(List.of(new Problem(
                    ProblemCode.UNKNOWN_SUBJECT, "subject", Sentence.beside(Whereabouts.class, "unknown-subject"))));
        }
        SearchParameterMap search = SearchParameterMap.newSynchronous()
                .add(CarePlan.SP_SUBJECT, new ReferenceParam("Patient/" + patient))
                .add(CarePlan.SP_STATUS, new TokenParam(CarePlan.CarePlanStatus.ACTIVE.toCode()));
        List<Episode> episodes = new ArrayList<>();
        for (CarePlan plan : daos.getResourceDao(CarePlan.class).searchForResources(search, request)) {
            plan.getInstantiatesCanonical().stream()
                    .filter(canonical -> canonical.hasValue())
                    .findFirst()
                    .ifPresent(canonical -> episodes.add(new Episode(
                            CanonicalReference.parse(canonical.getValue()),
                            plan.getIdElement().getIdPart())));
        }
        episodes.sort(Comparator.comparing(Episode::id));
        return episodes;
    }

    /** Days from the treatment of an episode, done or planned; negative is before. Empty when it has no date. */
    OptionalInt daysSinceTreatment(Episode episode, LocalDate today) {
        return treated(episode)
                .or(() -> planned(episode))
                .map(day -> OptionalInt.of((int) ChronoUnit.DAYS.between(day, today)))
                .orElse(OptionalInt.empty());
    }

    private Optional<LocalDate> treated(Episode episode) {
        return daos.getResourceDao(Procedure.class).searchForResources(basedOn(episode), request).stream()
                .filter(procedure -> procedure.getStatus() != ProcedureStatus.ENTEREDINERROR
                        && procedure.getStatus() != ProcedureStatus.NOTDONE)
                .map(procedure -> DateSpan.of(procedure.getPerformed()))
                .flatMap(Optional::stream)
                .map(DateSpan::from)
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> planned(Episode episode) {
        return daos.getResourceDao(ServiceRequest.class).searchForResources(basedOn(episode), request).stream()
                .filter(planned -> planned.getStatus() != ServiceRequestStatus.ENTEREDINERROR
                        && planned.getStatus() != ServiceRequestStatus.REVOKED)
                .map(planned -> DateSpan.of(planned.getOccurrence()))
                .flatMap(Optional::stream)
                .map(DateSpan::from)
                .min(Comparator.naturalOrder());
    }

    private static SearchParameterMap basedOn(Episode episode) {
        return SearchParameterMap.newSynchronous()
                .add(Procedure.SP_BASED_ON, new ReferenceParam("CarePlan/" + episode.id()));
    }
}
