package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import nl.meerwaarde.tests.support.Fhir;

/** Switches outcome sets, as a hospital does; other tests find them off. */
final class OutcomeSets {
    private OutcomeSets() {}

    static void switchOn(Fhir fhir, String set) {
        status(fhir, set, "active");
    }

    static void switchOff(Fhir fhir, String set) {
        status(fhir, set, "draft");
    }

    private static void status(Fhir fhir, String set, String status) {
        assertThat(fhir.patch(
                        "PlanDefinition/" + set,
                        "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"" + status + "\"}]"))
                .succeeded();
    }
}
