package nl.meerwaarde.derivation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.util.FhirTerser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.score.ScoreObservations;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;

/** Keeps clients' hands off derived score Observations: they follow from their response, and only from it. */
@Interceptor
public class DerivedScoreGuard {
    private final FhirTerser terser;

    DerivedScoreGuard(FhirContext fhirContext) {
        this.terser = fhirContext.newTerser();
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        refuseDerived(resource);
    }

    /** Writing what is there already changes nothing, so a client may run what {@code $extract} gave it. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        if (before instanceof Observation stored
                && after instanceof Observation sent
                && ScoreObservations.isDerived(stored)
                && saysTheSame(stored, sent)) {
            keepDigits(stored, sent);
        } else {
            refuseDerived(before);
            refuseDerived(after);
        }
    }

    private boolean saysTheSame(Observation stored, Observation sent) {
        return content(stored).equalsDeep(content(sent)) && labels(stored).containsAll(labels(sent));
    }

    /** Numbers by value, because many a client writes 57.0 as 57. */
    private Observation content(Observation observation) {
        Observation content = observation.copy();
        content.setId((String) null);
        content.setMeta(null);
        numbers(content).forEach(number -> number.setValue(number.getValue().stripTrailingZeros()));
        return content;
    }

    private List<DecimalType> numbers(Observation observation) {
        return terser.getAllPopulatedChildElementsOfType(observation, DecimalType.class);
    }

    /** HAPI adds labels to those that are there. */
    private static Set<Code> labels(Observation observation) {
        return Stream.concat(observation.getMeta().getSecurity().stream(), observation.getMeta().getTag().stream())
                .map(Code::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** Otherwise HAPI would store a new version with fewer digits. */
    private void keepDigits(Observation stored, Observation sent) {
        List<DecimalType> kept = numbers(stored);
        List<DecimalType> given = numbers(sent);
        for (int i = 0; i < kept.size(); i++) {
            given.get(i).setValueAsString(kept.get(i).getValueAsString());
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        refuseDerived(resource);
    }

    private static void refuseDerived(IBaseResource resource) {
        if (resource instanceof Observation observation
                && ScoreObservations.isDerived(observation)
                && !ChangedResources.isDeriving()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.DERIVED_RESOURCE,
                    "Observation.identifier",
                    "This Observation is a score that the server derives from "
                            + observation.getDerivedFromFirstRep().getReference()
                            + "; change that response instead."));
        }
    }
}
