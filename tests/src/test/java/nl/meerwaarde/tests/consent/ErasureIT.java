package nl.meerwaarde.tests.consent;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Figures;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** Nothing of somebody who is erased remains, but what was published and who saw it. */
class ErasureIT {
    private static final String REASON = "Asked by the patient, decided by the privacy officer";

    private final Fhir fhir = TestServer.fhir();
    private final String mark = UUID.randomUUID().toString();
    private final StoredText database = new StoredText();

    /** Under ids and a name that stand nowhere else, so that they can be looked for. */
    private TestPatient marked(String id) {
        Patient patient = Patients.unstored();
        patient.setId(id);
        patient.addName().setFamily("Name-" + mark);
        assertThat(fhir.put(patient)).isCreated();
        return new TestPatient(fhir, id);
    }

    private TestEpisode episode(TestPatient patient, String id) {
        CarePlan plan = TestEpisode.unstored("knee-replacement-primary", Side.LEFT);
        plan.setId(id);
        plan.getSubject().setReference(patient.reference());
        assertThat(fhir.put(plan)).isCreated();
        return new TestEpisode(patient, id, "knee-replacement-primary", Side.LEFT);
    }

    private static String answers(TestEpisode episode, String answer, String day) {
        return episode.patient()
                .answers("oxford-knee-score")
                .all(answer)
                .on(day)
                .basedOn(episode)
                .submit()
                .id();
    }

    @Test
    void nothingRemainsAnywhereButInTheAuditTrail() {
        TestPatient patient = marked("patient-" + mark);
        TestPatient replaced = marked("replaced-" + mark);
        replaced.change(it -> it.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference(patient.reference())));
        TestEpisode episode = episode(patient, "episode-" + mark);
        episode.operatedOn("2016-03-01");
        String first = answers(episode, "1", "2016-02-20");
        answers(episode, "3", "2016-09-01");
        String deleted = answers(episode, "2", "2016-09-03");
        assertThat(fhir.delete("QuestionnaireResponse/" + deleted)).succeeded();
        assertThat(fhir.post(Consents.objection(replaced.id()))).isCreated();
        patient.change(it -> it.setGender(AdministrativeGender.MALE));
        assertThat(database.columnsWith(mark))
                .contains("hfj_resource.fhir_id", "mw_episode.patient_id", "mw_data_use.patient_id");

        Parameters erased = erase(patient.id()).stored(Parameters.class);

        assertThat(database.columnsWith(mark)).isEmpty();
        for (String gone : List.of(first, deleted)) {
            assertThat(fhir.get("QuestionnaireResponse/" + gone + "/_history")).hasStatus(404);
        }
        assertThat(fhir.get(patient.reference())).hasStatus(404);
        assertThat(number(erased)).isGreaterThanOrEqualTo(8);
        assertThat(reasons(patient)).anySatisfy(query -> assertThat(query).contains("Asked+by+the+patient"));
        assertThat(erase(patient.id())).hasStatus(404);
    }

    private static int number(Parameters erased) {
        return Integer.parseInt(erased.getParameter("resources").getValue().primitiveValue());
    }

    /** What was asked of the server about a patient, as the audit trail tells it. */
    private List<String> reasons(TestPatient patient) {
        return TestServer.jdbc()
                .queryForList(
                        "select query from mw_audit_entry where patient = ? and operation = '$erase'",
                        String.class,
                        patient.id());
    }

    @Test
    void anAlarmGoesToo() {
        TestPatient patient = marked("patient-" + mark);
        patient.answers("phq-9").all("1").on("2025-03-01").submit().id();
        assertThat(fhir.get("Flag?patient=" + patient.id()).stored(Bundle.class).getEntry())
                .isNotEmpty();
        int alerts = alerts();

        erase(patient.id()).stored(Parameters.class);

        assertThat(database.columnsWith(mark)).isEmpty();
        assertThat(alerts()).isLessThan(alerts);
    }

    private static int alerts() {
        return TestServer.jdbc().queryForObject("select count(*) from mw_alert", Integer.class);
    }

    @Test
    void sumsThatLieReadyLoseThePerson() {
        KneeRegistry with = cohort(13);
        KneeRegistry without = cohort(12);
        TestServer.settle();
        List<String> patients = patients(with);

        erase(patients.get(12)).stored(Parameters.class);

        assertThat(figures(with)).isEqualTo(figures(without));
    }

    private Object figures(KneeRegistry registry) {
        return Figures.of(registry.report(fhir, "2017-01-01", "2017-12-31", "").stored(MeasureReport.class));
    }

    @Test
    void aPublishedYearIsClosed() {
        KneeRegistry registry = cohort(60);
        Report published = new Report(publish(registry, "2017"));
        publish(registry, "2018").stored(MeasureReport.class);
        String organization = "&recipient=organization&recipientOrganization=Organization/x";
        assertThat(year(registry, "2017", organization)).hasStatus(200);

        Parameters erased = erase(patients(registry).get(0)).stored(Parameters.class);

        assertThat(closed(erased)).containsExactly(registry.canonical() + " 2017");
        assertThat(new Report(year(registry, "2017", "&recipient=public"))
                        .resource()
                        .getIdElement()
                        .getIdPart())
                .isEqualTo(published.resource().getIdElement().getIdPart());
        Reply later = year(registry, "2017", organization);
        assertThat(later).hasStatus(422);
        assertThat(later.issues().get(0).getDetails().getCodingFirstRep().getCode())
                .isEqualTo("release-closed");
        assertThat(year(registry, "2018", organization)).hasStatus(200);
        assertThat(new Report(year(registry, "2017", "")).count("response-chain", "eligible"))
                .isEqualTo(59);
        assertThat(TestServer.jdbc()
                        .queryForObject(
                                "select count(*) from mw_released_cell where measure = ? and first_day < date '2018-01-01'",
                                Integer.class,
                                registry.canonical()))
                .isZero();
    }

    private static List<String> closed(Parameters erased) {
        return erased.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("closed"))
                .map(parameter -> parameter.getValue().primitiveValue())
                .toList();
    }

    /** Nobody's record is torn apart. */
    @Test
    void whatSomethingElseRefersToStays() {
        TestPatient patient = marked("patient-" + mark);
        TestEpisode episode = episode(patient, "episode-" + mark);
        String answered = answers(episode, "1", "2016-02-20");
        Group group = new Group().setActual(true).setType(Group.GroupType.PERSON);
        group.addMember().setEntity(new Reference(patient.reference()));
        String of = fhir.post(group).id();

        Reply refused = erase(patient.id());
        assertThat(refused).hasStatus(409);
        assertThat(refused.text()).contains("still-referred-to", "Group/" + of);
        assertThat(fhir.get("QuestionnaireResponse/" + answered)).hasStatus(200);

        assertThat(fhir.delete("Group/" + of)).succeeded();
        assertThat(erase(patient.id())).hasStatus(200);
    }

    @Test
    void theReasonIsNeededAndThePatientToo() {
        TestPatient patient = marked("patient-" + mark);

        assertThat(fhir.post(patient.reference() + "/$erase", "{\"resourceType\": \"Parameters\"}"))
                .hasStatus(400);
        assertThat(fhir.get(patient.reference() + "/$erase?reason=x").status()).isGreaterThanOrEqualTo(400);
        assertThat(fhir.get(patient.reference())).hasStatus(200);
        assertThat(erase("nobody-" + mark)).hasStatus(404);
    }

    private KneeRegistry cohort(int patients) {
        KneeRegistry registry = KneeRegistry.of(fhir).join(fhir);
        String hospital = KneeRegistry.hospital(fhir, UUID.randomUUID().toString());
        List<Knee> knees = new ArrayList<>(IntStream.range(0, patients)
                .mapToObj(i -> new Knee(
                        i % 2 == 0 ? AdministrativeGender.FEMALE : AdministrativeGender.MALE,
                        1940 + i % 30,
                        "nl",
                        1 + i % 5,
                        LocalDate.of(2017, 1 + i % 3, 1 + i % 28).plusMonths(i / 28),
                        6 + i % 25,
                        14 + i % 30))
                .toList());
        registry.treat(fhir, hospital, knees);
        return registry;
    }

    /** In the order in which they were stored. */
    private static List<String> patients(KneeRegistry registry) {
        return TestServer.jdbc()
                .queryForList(
                        "select patient_id from mw_episode where pathway = ?",
                        String.class,
                        registry.pathway().getUrl())
                .stream()
                .sorted((one, other) -> Long.compare(Long.parseLong(one), Long.parseLong(other)))
                .toList();
    }

    private Reply year(KneeRegistry registry, String year, String more) {
        return registry.report(fhir, year, year, more);
    }

    private Reply publish(KneeRegistry registry, String year) {
        return fhir.post(
                "Measure/$evaluate-measure",
                parameters(
                        "measure", new StringType(registry.canonical()),
                        "periodStart", new DateType(year + "-01-01"),
                        "periodEnd", new DateType(year + "-12-31"),
                        "recipient", new StringType("public"),
                        "publish", new BooleanType(true)));
    }

    private Reply erase(String patient) {
        return fhir.post("Patient/" + patient + "/$erase", parameters("reason", new StringType(REASON)));
    }

    private static String parameters(Object... given) {
        Parameters parameters = new Parameters();
        for (int i = 0; i < given.length; i += 2) {
            parameters.addParameter((String) given[i], (Type) given[i + 1]);
        }
        return Fhir.json(parameters);
    }
}
