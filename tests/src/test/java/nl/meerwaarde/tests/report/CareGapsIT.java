package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Who still owes a measurement. */
class CareGapsIT {
    private static final String MEASURE = "knee-replacement-primary-oxford";
    private static final Map<String, String> YEAR = Map.of("periodStart", "2024", "periodEnd", "2024");

    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void whoDidNotAnswerOwesAMeasurement() {
        hospital.operated(patient -> {}, "1", "3");
        TestEpisode owing = hospital.knee(patient -> {});
        owing.operatedOn("2024-06-01");
        hospital.answer(owing, "1", "2024-05-20");

        List<Bundle> documents = gaps(Map.of("organization", hospital.reference()));

        assertThat(documents).singleElement().satisfies(document -> {
            Composition composition = (Composition) document.getEntryFirstRep().getResource();
            assertThat(composition.getSubject().getReference())
                    .isEqualTo(owing.patient().reference());
            assertThat(composition.getSectionFirstRep().getTitle()).contains("knee");
            DetectedIssue issue = issues(document).get(0);
            assertThat(issues(document)).hasSize(1);
            assertThat(status(issue)).isEqualTo("open-gap");
            assertThat(moment(issue)).isEqualTo("month-6");
            assertThat(issue.getIdentifiedPeriod().getStartElement().getValueAsString())
                    .isEqualTo("2024-10-01");
            assertThat(issue.getImplicatedFirstRep().getReference()).isEqualTo(owing.reference());
            assertThat(issue.getDetail()).isEqualTo("The patient was not asked.");
            MeasureReport report = (MeasureReport) document.getEntry().get(1).getResource();
            assertThat(report.getMeasure()).startsWith(Hospital.measureUrl());
            assertThat(report.getGroupFirstRep().getPopulation())
                    .extracting(population ->
                            population.getCode().getCodingFirstRep().getCode() + " " + population.getCount())
                    .containsExactly("eligible 2", "invited 1", "returned 1");
        });
    }

    @Test
    void everyStatusCanBeAskedFor() {
        TestEpisode episode = hospital.knee(patient -> {});
        LocalDate soon = LocalDate.now().plusDays(30);
        episode.operatedOn(soon.toString());
        hospital.answer(episode, "1", LocalDate.now().minusDays(1).toString());
        Map<String, String> period = Map.of(
                "subject", episode.patient().reference(),
                "periodStart", LocalDate.now().toString(),
                "periodEnd", soon.plusYears(1).toString());

        assertThat(reply("measureId=" + MEASURE + "&status=open-gap", period)
                        .stored(Parameters.class)
                        .getParameter())
                .isEmpty();
        assertThat(statuses("status=closed-gap", period)).containsExactly("baseline closed-gap");
        assertThat(statuses("status=prospective-gap", period)).containsExactly("month-6 prospective-gap");
        assertThat(statuses("status=prospective-gap&status=closed-gap", period))
                .containsExactly("baseline closed-gap", "month-6 prospective-gap");
    }

    @Test
    void nobodyAsksTheDead() {
        TestEpisode died = hospital.knee(patient -> patient.setDeceased(new DateTimeType("2024-06-02")));
        died.operatedOn("2024-06-01");

        List<Bundle> documents = gaps(Map.of("organization", hospital.reference()));

        assertThat(documents)
                .singleElement()
                .satisfies(document -> assertThat(issues(document))
                        .extracting(CareGapsIT::moment)
                        .containsExactly("baseline"));
    }

    @Test
    void aGroupIsAskedForItsMembers() {
        TestEpisode member = hospital.knee(patient -> {});
        member.operatedOn("2024-06-01");
        TestEpisode left = hospital.knee(patient -> {});
        left.operatedOn("2024-06-01");
        hospital.knee(patient -> {}).operatedOn("2024-06-01");
        Group group = new Group().setType(Group.GroupType.PERSON).setActual(true);
        group.addMember().setEntity(new Reference(member.patient().reference()));
        group.addMember().setEntity(new Reference(left.patient().reference())).setInactive(true);
        String id = fhir.post(group).id();

        assertThat(gaps(Map.of("subject", "Group/" + id)))
                .extracting(
                        document -> ((Composition) document.getEntryFirstRep().getResource())
                                .getSubject()
                                .getReference())
                .containsExactly(member.patient().reference());
    }

    @Test
    void theMeasureMayStandInTheAddressOrBeNamedByUrl() {
        TestEpisode owing = hospital.knee(patient -> {});
        owing.operatedOn("2024-06-01");
        String whose = "periodStart=2024&periodEnd=2024&organization=" + hospital.reference();

        assertThat(fhir.get("Measure/" + MEASURE + "/$care-gaps?" + whose)
                        .stored(Parameters.class)
                        .getParameter())
                .hasSize(1);
        Parameters given = new Parameters();
        given.addParameter("measureUrl", Hospital.measureUrl());
        given.addParameter("measureUrl", Hospital.measureUrl().replace("-oxford", "-eq-vas"));
        given.addParameter("periodStart", "2024-01-01");
        given.addParameter("periodEnd", "2024-12-31");
        given.addParameter("subject", owing.patient().reference());
        Bundle document = (Bundle) fhir.post("Measure/$care-gaps", Fhir.json(given))
                .stored(Parameters.class)
                .getParameterFirstRep()
                .getResource();
        assertThat(((Composition) document.getEntryFirstRep().getResource()).getSection())
                .hasSize(2);
    }

    @Test
    void everythingThatIsWrongIsSaid() {
        assertThat(fhir.get("Measure/$care-gaps?periodEnd=yesterday&status=wide&practitioner=Practitioner/1"))
                .isRefusedWith(
                        400,
                        List.of(
                                complaint("practitioner", "allowed are measureId, measureUrl, organization"),
                                complaint("measureUrl", "is needed here"),
                                complaint("periodStart", "is needed"),
                                complaint("periodEnd", "must be a date"),
                                complaint("subject", "is needed, or organization"),
                                complaint("status", "open-gap")));
        assertThat(reply(
                                "measureId=unheard-of",
                                Map.of("subject", "Patient/x", "periodStart", "2024", "periodEnd", "2024"))
                        .status())
                .isEqualTo(404);
        assertThat(reply(
                                "measureId=" + MEASURE,
                                Map.of("subject", "Patient/unheard-of", "periodStart", "2024", "periodEnd", "2024"))
                        .status())
                .isEqualTo(404);
    }

    private static Complaint complaint(String parameter, String sentence) {
        return new Complaint(ProblemCode.INVALID_PARAMETER, parameter, sentence);
    }

    private List<Bundle> gaps(Map<String, String> whose) {
        Map<String, String> parameters = new java.util.TreeMap<>(YEAR);
        parameters.putAll(whose);
        return reply("measureId=" + MEASURE, parameters).stored(Parameters.class).getParameter().stream()
                .map(parameter -> (Bundle) parameter.getResource())
                .toList();
    }

    private List<String> statuses(String status, Map<String, String> parameters) {
        return reply("measureId=" + MEASURE + "&" + status, parameters).stored(Parameters.class).getParameter().stream()
                .flatMap(parameter -> issues((Bundle) parameter.getResource()).stream())
                .map(issue -> moment(issue) + " " + status(issue))
                .toList();
    }

    private Reply reply(String query, Map<String, String> parameters) {
        return fhir.get("Measure/$care-gaps?" + query, parameters);
    }

    private static List<DetectedIssue> issues(Bundle document) {
        return document.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(DetectedIssue.class::isInstance)
                .map(DetectedIssue.class::cast)
                .toList();
    }

    private static String status(DetectedIssue issue) {
        return ((CodeableConcept) issue.getModifierExtension().get(0).getValue())
                .getCodingFirstRep()
                .getCode();
    }

    private static String moment(DetectedIssue issue) {
        return ((Coding) issue.getExtensionByUrl(Canonicals.Extensions.MEASUREMENT_MOMENT)
                        .getValue())
                .getCode();
    }
}
