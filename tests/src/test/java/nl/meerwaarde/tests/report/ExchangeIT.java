package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What a Measure is computed from, for whoever computes it elsewhere. */
class ExchangeIT {
    private static final String MEASURE = "Measure/knee-replacement-primary-oxford";
    private static final String PERIOD = "periodStart=2024&periodEnd=2024";

    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void aMeasureSaysWhichDataItNeeds() {
        Library library = fhir.get(MEASURE + "/$data-requirements?" + PERIOD).stored(Library.class);

        assertThat(library.getDataRequirement())
                .extracting(DataRequirement::getType)
                .containsExactly(
                        "Patient",
                        "CarePlan",
                        "Procedure",
                        "Task",
                        "QuestionnaireResponse",
                        "Observation",
                        "RiskAssessment");
        assertThat(library.getDataRequirement().get(2).getDateFilterFirstRep().getPath())
                .isEqualTo("performed");
        assertThat(library.getDataRequirement()
                        .get(5)
                        .getCodeFilterFirstRep()
                        .getCodeFirstRep()
                        .getCode())
                .isEqualTo("oxford-knee-score");
        assertThat(library.getRelatedArtifact())
                .anySatisfy(
                        artifact -> assertThat(artifact.getResource()).endsWith("/Questionnaire/oxford-knee-score"));
        assertThat(fhir.get("Measure/none/$data-requirements")).hasStatus(404);
        assertThat(fhir.get(MEASURE + "/$data-requirements?periodStart=2024&x=1")
                        .issues())
                .hasSize(2);
    }

    @Test
    void aMeasureOfEventsNeedsWhatRecordsThem() {
        Library library =
                fhir.get("Measure/breast-cancer-recorded/$data-requirements").stored(Library.class);
        assertThat(library.getDataRequirement())
                .extracting(DataRequirement::getType)
                .startsWith("Patient", "CarePlan", "Procedure")
                .doesNotContain("QuestionnaireResponse");
        assertThat(library.getDataRequirement()).hasSizeGreaterThan(3);
    }

    @Test
    void theDataOfAPatientAreThoseBehindTheFacts() {
        TestEpisode episode = hospital.operated(patient -> {}, "1", "3");
        hospital.operated(patient -> {}, "1", "4");

        List<Resource> collected = collected(episode.patient().reference());

        assertThat(collected)
                .extracting(Resource::fhirType)
                .containsExactly(
                        "MeasureReport",
                        "Patient",
                        "CarePlan",
                        "Procedure",
                        "QuestionnaireResponse",
                        "QuestionnaireResponse",
                        "Observation",
                        "Observation");
        MeasureReport report = (MeasureReport) collected.get(0);
        assertThat(report.getType()).isEqualTo(MeasureReportType.DATACOLLECTION);
        assertThat(report.getEvaluatedResource())
                .extracting(Reference::getReference)
                .containsExactlyElementsOf(collected.subList(1, 8).stream()
                        .map(resource -> resource.fhirType() + "/" + resource.getIdPart())
                        .toList());
    }

    @Test
    void aGroupGivesTheDataOfItsMembers() {
        Group group = new Group().setActual(true).setType(Group.GroupType.PERSON);
        for (String answer : new String[] {"2", "3"}) {
            TestEpisode episode = hospital.operated(patient -> {}, "1", answer);
            group.addMember().setEntity(new Reference(episode.patient().reference()));
        }
        List<Resource> collected = collected("Group/" + fhir.post(group).id());
        assertThat(collected).hasSize(1 + 2 * 7);
    }

    @Test
    void whoGetsFiguresGetsNoRecords() {
        TestEpisode episode = hospital.operated(patient -> {}, "1", "3");
        assertThat(data(episode.patient().reference(), "&recipient=public")).hasStatus(422);
        assertThat(data(episode.patient().reference(), "&recipient=nobody")).hasStatus(400);
        assertThat(data("Patient/none", "")).hasStatus(404);
        assertThat(fhir.get("Measure/$collect-data?periodStart=2025&periodEnd=2024")
                        .issues())
                .hasSize(3);
    }

    private List<Resource> collected(String subject) {
        return data(subject, "").stored(Parameters.class).getParameter().stream()
                .map(Parameters.ParametersParameterComponent::getResource)
                .toList();
    }

    private Reply data(String subject, String more) {
        return fhir.get(MEASURE + "/$collect-data?" + PERIOD + "&subject=" + subject + more);
    }
}
