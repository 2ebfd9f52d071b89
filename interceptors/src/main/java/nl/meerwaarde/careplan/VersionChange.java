package nl.meerwaarde.careplan;

import java.util.Comparator;
import java.util.List;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What moving an episode to another version of its pathway comes to.
 *
 * @param before the version it follows
 * @param after the version it would follow
 * @param questionnaires what changes about what is asked when
 * @param stations what changes about what is done and decided
 * @param episode the CarePlan, with the new version and the version of the resource that was read
 * @param added Tasks and messages that come with it
 */
record VersionChange(
        Pathway before,
        Pathway after,
        List<PathwayDifference> questionnaires,
        List<StationDifference> stations,
        CarePlan episode,
        List<? extends Resource> added) {
    /** The answer: the difference, and a transaction that moves the episode unless somebody has changed it meanwhile. */
    Parameters parameters() {
        Parameters answer = new Parameters();
        answer.addParameter().setName("from").setValue(canonical(before.canonical()));
        answer.addParameter().setName("to").setValue(canonical(after.canonical()));
        questionnaires.forEach(difference -> add(answer.addParameter().setName("difference"), difference));
        stations.forEach(difference -> add(answer.addParameter().setName("difference"), difference));
        answer.addParameter().setName("return").setResource(transaction());
        return answer;
    }

    private static CanonicalType canonical(CanonicalReference canonical) {
        return new CanonicalType(canonical.toString());
    }

    private static void add(ParametersParameterComponent parameter, PathwayDifference difference) {
        addChange(parameter, difference.change());
        parameter
                .addPart()
                .setName("moment")
                .setValue(new Coding().setSystem(CodeSystems.MEASUREMENT_MOMENT).setCode(difference.moment()));
        if (difference.questionnaire() != null) {
            parameter.addPart().setName("questionnaire").setValue(new CanonicalType(difference.questionnaire()));
        }
        addWindows(parameter, difference.before(), difference.after());
    }

    private static void add(ParametersParameterComponent parameter, StationDifference difference) {
        addChange(parameter, difference.change());
        parameter.addPart().setName("activity").setValue(difference.title().copy());
        addWindows(parameter, difference.before(), difference.after());
    }

    private static void addChange(ParametersParameterComponent parameter, PathwayDifference.Change change) {
        parameter.addPart().setName("change").setValue(new CodeType(change.code()));
    }

    private static void addWindows(
            ParametersParameterComponent parameter, Pathway.@Nullable Window before, Pathway.@Nullable Window after) {
        if (before != null) {
            parameter.addPart().setName("windowBefore").setValue(range(before));
        }
        if (after != null) {
            parameter.addPart().setName("windowAfter").setValue(range(after));
        }
    }

    private static Range range(Pathway.Window window) {
        return new Range().setLow(days(window.opens())).setHigh(days(window.closes()));
    }

    private static Quantity days(int days) {
        return new Quantity(days)
                .setUnit("days")
                .setSystem(ExternalCodeSystems.UCUM)
                .setCode("d");
    }

    private Bundle transaction() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        CarePlan moved = episode.copy();
        put(bundle, moved).getRequest().setIfMatch("W/\"" + episode.getMeta().getVersionId() + "\"");
        added.stream()
                .sorted(Comparator.comparing(Resource::fhirType).reversed())
                .forEach(resource -> put(bundle, resource));
        return bundle;
    }

    private static BundleEntryComponent put(Bundle bundle, Resource resource) {
        BundleEntryComponent entry = bundle.addEntry().setResource(resource);
        entry.getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        return entry;
    }
}
