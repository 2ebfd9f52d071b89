package nl.meerwaarde.tests.benchmark;

import static nl.meerwaarde.tests.benchmark.Compared.names;
import static nl.meerwaarde.tests.benchmark.Compared.report;
import static nl.meerwaarde.tests.benchmark.Compared.svg;
import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.tests.disclosure.ChangedPolicies;
import nl.meerwaarde.tests.disclosure.Hospitals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.junit.jupiter.api.Test;

/** Others appear under pseudonyms where the policy of the recipient says so. */
class BenchmarkNamesIT {
    private final Fhir fhir = TestServer.fhir();
    private final ComparedHospitals compared = ComparedHospitals.all();

    @Test
    void othersAppearUnderPseudonymsWhereThePolicySaysSo() {
        underPseudonyms(() -> {
            String own = compared.id("Zuid");
            String zuid = "&recipient=organization&recipientOrganization=" + own;
            String oost = "&recipient=organization&recipientOrganization=" + compared.id("Oost");
            Reply reply = compared.benchmark("&group=mean-gain" + zuid);
            List<String> seenByZuid = names(report(reply));
            List<String> pseudonyms =
                    seenByZuid.stream().filter(name -> !name.equals(own)).toList();

            assertThat(seenByZuid).hasSize(6).isSorted().contains(own);
            assertThat(pseudonyms).hasSize(5).allMatch(name -> name.matches("[0-9A-Z]{4}-[0-9A-Z]{4}"));
            List.of("Noord", "Oost", "West", "Midden", "Klein").forEach(other -> {
                assertThat(reply.text()).doesNotContain("Organization/" + compared.id(other));
                assertThat(compared.hospitals().report(zuid).text())
                        .doesNotContain("Organization/" + compared.id(other));
            });
            assertThat(names(report(compared.benchmark("&group=improved-any" + zuid))))
                    .isEqualTo(seenByZuid);
            assertThat(new Report(compared.hospitals().report(zuid)).strata("mean-gain", "organization"))
                    .isEqualTo(seenByZuid);
            assertThat(names(report(compared.benchmark("&group=mean-gain" + oost))))
                    .doesNotContainAnyElementsOf(pseudonyms);
            assertThat(names(report(compared.benchmark("&recipient=public"))))
                    .doesNotContainAnyElementsOf(compared.hospitals().ids().values());
            assertThat(svg(fhir.get(
                            ComparedHospitals.MEASURE + ComparedHospitals.ONE_YEAR + zuid + "&group=mean-gain",
                            Map.of("_format", "svg"))))
                    .contains(">Zuid</text>")
                    .containsPattern("Organisation [0-9A-Z]{4}-[0-9A-Z]{4}: ")
                    .doesNotContain("Noord");
        });
    }

    /** Hidden in a release of last week, large enough today: shown now, it would tell what came between. */
    @Test
    void whatWasHiddenBesideAPseudonymStaysHidden() {
        Hospitals five = Hospitals.of(fhir, 2007, "a", "b", "c", "d", "e")
                .treated("a", 14, "1", "3")
                .treated("b", 13, "1", "3")
                .treated("c", 12, "1", "3")
                .treated("d", 16, "1", "3")
                .treated("e", 6, "1", "3");
        underPseudonyms(() -> {
            assertThat(five.publish("organization")).succeeded();
            five.treated("e", 9, "1", "3");
            String asA = "&recipient=organization&recipientOrganization="
                    + five.ids().get("a");
            Report again = new Report(five.report(asA));

            assertThat(again.stratifier("response-chain", "organization"))
                    .hasSize(5)
                    .flatExtracting(StratifierGroupComponent::getPopulation)
                    .filteredOn(population -> population.getCountElement().hasValue())
                    .extracting(population -> population.getCount())
                    .contains(14)
                    .doesNotContain(15);
        });
    }

    /** Everybody under pseudonyms for a while, because figures beside names elsewhere would tell who is who. */
    private void underPseudonyms(Runnable test) {
        ChangedPolicies closed = ChangedPolicies.of(fhir, BenchmarkNamesIT::close);
        try (closed) {
            test.run();
        }
    }

    private static void close(CodeSystem policies) {
        policies.getConcept().stream()
                .filter(concept -> Set.of("organization", "public").contains(concept.getCode()))
                .forEach(
                        concept -> concept.addProperty().setCode("pseudonymous").setValue(new BooleanType(true)));
    }
}
