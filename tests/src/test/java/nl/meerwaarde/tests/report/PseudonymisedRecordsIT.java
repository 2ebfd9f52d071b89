package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** A registry gets the records of everybody in a period, and nobody's name. */
class PseudonymisedRecordsIT {
    private static final String MEASURE = "Measure/knee-replacement-primary-oxford";
    private static final String YEAR = "periodStart=1999&periodEnd=1999";

    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void aRegistryGetsRecordsUnderPseudonyms() {
        List<String> before =
                records(collect("")).stream().map(Resource::getIdPart).toList();
        TestEpisode episode = operated("Scheepmaker");

        Reply reply = collect("");
        List<Resource> first = records(reply).stream()
                .filter(record -> !before.contains(record.getIdPart()))
                .toList();
        List<Resource> second = records(collect(""));

        Patient patient = ofType(first, Patient.class).get(0);
        assertThat(patient.getIdPart()).isNotEqualTo(episode.patient().id()).hasSize(26);
        assertThat(patient.hasName()).isFalse();
        assertThat(patient.getBirthDateElement().getValueAsString()).hasSize(4);
        assertThat(ofType(first, QuestionnaireResponse.class))
                .hasSize(2)
                .allSatisfy(response ->
                        assertThat(response.getSubject().getReference()).startsWith("Patient/" + patient.getIdPart()));
        assertThat(reply.text())
                .doesNotContain("Scheepmaker")
                .doesNotContain(episode.patient().reference() + "\"");
        assertThat(second)
                .extracting(Resource::getIdPart)
                .containsAll(first.stream().map(Resource::getIdPart).toList());
    }

    @Test
    void whoNamesAPatientGetsNoPseudonymOfIt() {
        TestEpisode episode = operated("Scheepmaker");

        assertThat(collect("&subject=" + episode.patient().reference())).hasStatus(422);
        assertThat(fhir.get("Measure/knee-osteoarthritis-goals/$collect-data?recipient=registry&" + YEAR))
                .hasStatus(422);
    }

    private TestEpisode operated(String family) {
        TestEpisode episode = hospital.knee(patient -> patient.addName(new HumanName().setFamily(family)));
        episode.operatedOn("1999-06-01");
        hospital.answer(episode, "1", "1999-05-20");
        hospital.answer(episode, "3", "1999-12-01");
        return episode;
    }

    private Reply collect(String more) {
        return fhir.get(MEASURE + "/$collect-data?recipient=registry&" + YEAR + more);
    }

    private static List<Resource> records(Reply reply) {
        return reply.stored(Parameters.class).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("resource"))
                .map(Parameters.ParametersParameterComponent::getResource)
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T extends Resource> List<T> ofType(List<Resource> resources, Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
