package nl.meerwaarde.server.demo;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Measure;

/**
 * The Measures of the demonstration: the shipped ones for the Oxford scores, adjusted by the case-mix model {@code demo} instead of that of the NHS,
 * for which invented patients have no expectations.
 */
final class DemoMeasures {
    private DemoMeasures() {}

    /** Id of the Measure about primary replacements of a joint. */
    static String id(Joint joint) {
        return "demo-" + shippedId(joint);
    }

    /** Its address, without version. */
    static String url(Joint joint) {
        return Canonicals.BASE + "/Measure/" + id(joint);
    }

    private static String shippedId(Joint joint) {
        return joint.pathway(false) + "-oxford";
    }

    static List<Measure> read(FhirContext fhirContext) {
        return Arrays.stream(Joint.values())
                .map(joint -> adapted(fhirContext, joint))
                .toList();
    }

    private static Measure adapted(FhirContext fhirContext, Joint joint) {
        Measure measure = shipped(fhirContext, shippedId(joint));
        measure.setId(id(joint));
        measure.setUrl(url(joint));
        measure.setName("Demo" + measure.getName());
        measure.setTitle("Demonstration: " + measure.getTitle());
        measure.setExperimental(true);
        measure.getExtensionByUrl(Canonicals.Extensions.CASE_MIX_MODEL).setValue(DemoCaseMix.model());
        return measure;
    }

    private static Measure shipped(FhirContext fhirContext, String id) {
        try (InputStream json = ImplementationGuide.open("Measure-" + id + ".json")) {
            return fhirContext.newJsonParser().parseResource(Measure.class, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
