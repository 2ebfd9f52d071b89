package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;

/**
 * The resources of a story, as the implementation guide shows them: one source for who reads the guide, for its validation and for these tests. The guide shows how
 * a story ends; a chapter that comes before takes away what has not happened yet.
 */
final class Casebook {
    private final Fhir fhir;
    private final Map<String, String> names = new LinkedHashMap<>();

    Casebook(Fhir fhir) {
        this.fhir = fhir;
    }

    /** What the guide calls by one reference has another here, because the server chose its id. */
    void isCalled(String inTheGuide, String here) {
        names.put(inTheGuide, here);
    }

    /** The reference that a resource of the guide has here. */
    String reference(String inTheGuide) {
        return names.getOrDefault(inTheGuide, inTheGuide);
    }

    /**
     * Reads an example, with the references it has here.
     *
     * @param reference as the guide has it: {@code Goal/eva-goal-rowing}
     */
    <T extends Resource> T read(String reference, Class<T> type) {
        return type.cast(read(reference));
    }

    private Resource read(String reference) {
        String json = text("examples/" + reference.replace('/', '-') + ".json");
        for (Map.Entry<String, String> name : names.entrySet()) {
            json = json.replace("\"" + name.getKey() + "\"", "\"" + name.getValue() + "\"");
        }
        Resource resource = (Resource) Fhir.CONTEXT.newJsonParser().parseResource(json);
        resource.setId(reference(reference).substring(reference.indexOf('/') + 1));
        return resource;
    }

    /** Stores examples as they stand, in one transaction, so that they may refer to each other. */
    void store(String... references) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        for (String reference : references) {
            Bundles.update(transaction, read(reference));
        }
        assertThat(fhir.bundle(transaction)).succeeded();
    }

    /** Sends one example as it stands; the answer is the story's to judge. */
    Reply send(String reference) {
        return fhir.put(read(reference));
    }

    /**
     * Applies a pathway to the patient of an episode of the guide, on its side and for its organisation, and posts what comes of it with the teams and conditions that
     * the guide's episode names. From then on the guide's episode is the one that was made here.
     *
     * @param pathway id of the PlanDefinition
     * @param more parameters besides
     */
    TestPlan begin(String episode, String pathway, Map<String, String> more) {
        CarePlan shown = read(episode, CarePlan.class);
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("organization", shown.getAuthor().getReference());
        shown.getExtension().stream()
                .filter(extension -> extension.getUrl().equals(Extensions.LATERALITY))
                .forEach(side -> parameters.put("side", ((Coding) side.getValue()).getCode()));
        TestPatient patient =
                new TestPatient(fhir, shown.getSubject().getReferenceElement().getIdPart());
        TestPlan plan = TestPlan.of(patient, pathway, parameters);
        plan.carePlan().setCareTeam(shown.getCareTeam()).setAddresses(shown.getAddresses());
        isCalled(episode, "CarePlan/" + plan.carePlan().getIdElement().getIdPart());
        return plan.posted();
    }

    private static String text(String name) {
        try (InputStream json = ImplementationGuide.class.getResourceAsStream(name)) {
            if (json == null) {
                throw new IllegalArgumentException("The guide has no " + name);
            }
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
