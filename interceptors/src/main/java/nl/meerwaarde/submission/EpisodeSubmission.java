package nl.meerwaarde.submission;

import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.jspecify.annotations.Nullable;

/** Pins the pathway version of an episode. CarePlans that follow no pathway of ours pass untouched. */
public class EpisodeSubmission {
    private final PathwayCatalogue pathways;

    public EpisodeSubmission(PathwayCatalogue pathways) {
        this.pathways = pathways;
    }

    void admit(CarePlan plan, @Nullable CarePlan before) {
        if (!plan.hasInstantiatesCanonical()) {
            return;
        }
        CanonicalType element = plan.getInstantiatesCanonical().get(0);
        if (!element.hasValue()) {
            return;
        }
        if (element.getValue().length() > CanonicalReference.LONGEST) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.INVALID_RESOURCE,
                    "CarePlan.instantiatesCanonical[0]",
                    "A canonical address with its version may have " + CanonicalReference.LONGEST + " characters."));
        }
        CanonicalReference named = canonical(CanonicalReference.parse(element.getValue()), before);
        find(named, claimsToBeEpisode(plan))
                .ifPresent(pathway -> element.setValue(pathway.canonical().toString()));
    }

    /**
     * The pathway that is named; empty when it is not one of ours.
     *
     * @param ours whether it must be
     */
    private Optional<Pathway> find(CanonicalReference named, boolean ours) {
        Optional<Pathway> pathway = pathways.find(named);
        boolean unknown =
                pathway.isEmpty() && (ours || pathways.find(named.at(null)).isPresent());
        if (!unknown) {
            return pathway;
        }
        // Looked for again, because it may have been stored between the two questions.
        return Optional.of(pathways.find(named)
                .orElseThrow(() -> Problems.unprocessable(new Problem(
                        ProblemCode.UNKNOWN_PATHWAY,
                        "CarePlan.instantiatesCanonical[0]",
                        "This server has no pathway " + named + "."))));
    }

    /** A running episode keeps its version until someone names another. */
    private static CanonicalReference canonical(CanonicalReference named, @Nullable CarePlan before) {
        if (named.version() == null
                && before != null
                && before.hasInstantiatesCanonical()
                && before.getInstantiatesCanonical().get(0).hasValue()) {
            CanonicalReference stamped = CanonicalReference.parse(
                    before.getInstantiatesCanonical().get(0).getValue());
            return stamped.url().equals(named.url()) ? stamped : named;
        }
        return named;
    }

    private static boolean claimsToBeEpisode(CarePlan plan) {
        return ClaimedProfiles.include(plan, Canonicals.Profiles.EPISODE);
    }
}
