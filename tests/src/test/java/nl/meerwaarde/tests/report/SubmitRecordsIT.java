package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Identifiers;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Figures;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one hospital's {@code $collect-data} gives, another one's {@code $submit-data} takes: the same facts, under ids of its own. */
class SubmitRecordsIT {
    private static final String MEASURE = "Measure/knee-replacement-primary-oxford";

    private final Fhir fhir = TestServer.fhir();
    private final Hospital sender = Hospital.create(fhir);
    private final String code = UUID.randomUUID().toString();
    private Hospital receiver = sender;
    private int entriesBefore;
    private TestEpisode episode = sender.operated(patient -> {}, "1", "3");

    @BeforeEach
    void receiver() {
        receiver = new Hospital(fhir, KneeRegistry.hospital(fhir, code));
        entriesBefore = entries();
    }

    /** How many resources that say something about patients the server has. */
    private static int entries() {
        return TestServer.jdbc().queryForObject("select count(*) from mw_record_entry", Integer.class);
    }

    /** What the sender collects of somebody, addressed to the receiver. */
    private Parameters collected(String subject) {
        Parameters collected = fhir.get(MEASURE + "/$collect-data?periodStart=2024&periodEnd=2024&subject=" + subject)
                .stored(Parameters.class);
        MeasureReport report = (MeasureReport) collected.getParameterFirstRep().getResource();
        report.setReporter(new Reference(sender.reference())
                .setIdentifier(
                        new Identifier().setSystem(KneeRegistry.ORGANIZATIONS).setValue(code)));
        return collected;
    }

    private Parameters collected() {
        return collected(episode.patient().reference());
    }

    private Reply submit(Parameters parameters) {
        return fhir.post("Measure/$submit-data", Fhir.json(parameters));
    }

    private static Stream<Resource> resources(Parameters parameters) {
        return parameters.getParameter().stream().map(ParametersParameterComponent::getResource);
    }

    private static <T extends Resource> T first(Parameters parameters, Class<T> type) {
        return resources(parameters)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private String said(Reply reply) {
        assertThat(reply).succeeded();
        return reply.issues().get(0).getDiagnostics();
    }

    private MeasureReport kept(Reply reply) {
        return fhir.get(said(reply).replaceFirst("(?s).*(MeasureReport/[0-9a-f\\-]+).*", "$1"))
                .stored(MeasureReport.class);
    }

    private void nothingWasKept() {
        assertThat(receiver.report().count("response-chain", "eligible")).isZero();
        assertThat(entries()).isEqualTo(entriesBefore);
        assertThat(fhir.count("MeasureReport", Map.of("reporter", receiver.reference())))
                .isZero();
    }

    @Test
    void theReceiverReportsWhatTheSenderDoes() {
        Group group = new Group().setActual(true).setType(Group.GroupType.PERSON);
        group.addMember().setEntity(new Reference(episode.patient().reference()));
        for (String answer : List.of("2", "4")) {
            TestEpisode other = sender.operated(patient -> patient.setBirthDateElement(null), "1", answer);
            group.addMember().setEntity(new Reference(other.patient().reference()));
        }
        MeasureReport kept = kept(submit(collected("Group/" + fhir.post(group).id())));

        assertThat(figures(receiver)).isEqualTo(figures(sender));
        assertThat(receiver.report().count("response-chain", "returned")).isEqualTo(3);
        assertThat(kept.getReporter().getReference()).isEqualTo(receiver.reference());
        assertThat(kept.getEvaluatedResource())
                .filteredOn(Reference::hasReference)
                .hasSize(3 * 5)
                .allSatisfy(reference ->
                        assertThat(fhir.get(reference.getReference())).succeeded());
    }

    private static Map<String, ?> figures(Hospital hospital) {
        return Figures.of(hospital.report().resource());
    }

    /** Planned for later, operated on earlier: the Tasks follow, and say that the patient was invited. */
    @Test
    void whoWasAskedComesAlong() {
        TestPlan plan = TestPlan.of(
                        episode.patient(),
                        "knee-replacement-primary",
                        Map.of(
                                "side",
                                Side.RIGHT.code(),
                                "index-date",
                                "2030-03-01",
                                "organization",
                                sender.reference()))
                .posted();
        plan.episode(Side.RIGHT).operatedOn("2024-03-01");
        Parameters collected = collected();
        assertThat(resources(collected)).anyMatch(Task.class::isInstance);

        String said = said(submit(collected));

        assertThat(receiver.report().count("response-chain", "invited")).isEqualTo(2);
        assertThat(figures(receiver)).isEqualTo(figures(sender));
        assertThat(said).contains("Kept");
        assertThat(said(submit(collected))).contains("nothing changed");
    }

    @Test
    void theSameAgainMakesNoNewVersions() {
        Parameters collected = collected();
        MeasureReport kept = kept(submit(collected));
        int observations = fhir.count("Observation", Map.of("subject", subject(kept)));

        assertThat(said(submit(collected))).contains("nothing changed");

        assertThat(kept.getEvaluatedResource())
                .filteredOn(Reference::hasReference)
                .allSatisfy(reference -> assertThat(fhir.get(reference.getReference())
                                .http()
                                .jsonPath()
                                .getString("meta.versionId"))
                        .isEqualTo("1"));
        assertThat(fhir.count("Observation", Map.of("subject", subject(kept)))).isEqualTo(observations);
        assertThat(receiver.report().count("response-chain", "eligible")).isEqualTo(1);
    }

    private static String subject(MeasureReport kept) {
        return kept.getSubject().getReference();
    }

    @Test
    void aCorrectionReplaces() {
        submit(collected());
        QuestionnaireResponse answers = first(collected(), QuestionnaireResponse.class);
        answers.setStatus(QuestionnaireResponseStatus.AMENDED);
        answers.getItem()
                .get(0)
                .getAnswerFirstRep()
                .getValueCoding()
                .setCode("4")
                .setDisplay(null);
        assertThat(fhir.put(answers)).succeeded();
        assertThat(figures(receiver)).isNotEqualTo(figures(sender));

        assertThat(said(submit(collected()))).contains("Kept");

        assertThat(figures(receiver)).isEqualTo(figures(sender));
    }

    /** What is not counted any more is not collected; whoever knows that it was a mistake says so. */
    @Test
    void aMistakeIsToldWithTheResource() {
        submit(collected());
        QuestionnaireResponse mistake = first(collected(), QuestionnaireResponse.class);
        mistake.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR);
        assertThat(fhir.put(mistake)).succeeded();
        Parameters told = collected();
        told.addParameter().setName("resource").setResource(mistake);

        assertThat(submit(told)).succeeded();

        assertThat(figures(receiver)).isEqualTo(figures(sender));
    }

    @Test
    void scoresAreComputedHereAndNotBelieved() {
        Parameters collected = collected();
        first(collected, Observation.class).getValueQuantity().setValue(48);

        MeasureReport kept = kept(submit(collected));

        assertThat(figures(receiver)).isEqualTo(figures(sender));
        assertThat(kept.getEvaluatedResource())
                .filteredOn(reference -> "Observation".equals(reference.getType()))
                .isNotEmpty()
                .noneMatch(Reference::hasReference)
                .allSatisfy(reference ->
                        assertThat(reference.getIdentifier().getSystem()).isEqualTo(Identifiers.DELIVERED_RESOURCE));
    }

    /** The patient of that id here is somebody else. */
    @Test
    void nobodyElsesRecordIsTouched() {
        Parameters collected = collected();
        submit(collected);
        assertThat(episode.patient()
                        .fhir()
                        .get(episode.patient().reference())
                        .stored(Patient.class)
                        .getMeta()
                        .getVersionId())
                .isEqualTo("1");
        assertThat(fhir.get(episode.reference())
                        .stored(CarePlan.class)
                        .getAuthor()
                        .getReference())
                .isEqualTo(sender.reference());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        "an answer that does not exist",
                        p -> first(p, QuestionnaireResponse.class)
                                .getItemFirstRep()
                                .setLinkId("none"),
                        new Complaint(ProblemCode.UNKNOWN_ITEM, "QuestionnaireResponse.item[0]", "resource[3]")),
                wrong(
                        "a report that is not done",
                        p -> first(p, MeasureReport.class).setStatus(MeasureReportStatus.PENDING),
                        new Complaint(ProblemCode.RECORDS_NOT_TAKEN, "MeasureReport.status", "complete")),
                wrong(
                        "another Measure",
                        p -> first(p, MeasureReport.class).setMeasure(Hospital.measureUrl() + "|9.9.9"),
                        new Complaint(ProblemCode.UNKNOWN_MEASURE_VERSION, "MeasureReport.measure", "|9.9.9")),
                wrong(
                        "a stranger's report",
                        p -> first(p, MeasureReport.class)
                                .getReporter()
                                .getIdentifier()
                                .setValue("nobody"),
                        new Complaint(ProblemCode.UNKNOWN_ORGANIZATION, "MeasureReport.reporter", "identifier"),
                        new Complaint(ProblemCode.UNKNOWN_ORGANIZATION, "resource[1]", "known here")),
                wrong(
                        "a stranger's operation",
                        p -> first(p, CarePlan.class).setAuthor(new Reference("Organization/elsewhere")),
                        new Complaint(ProblemCode.UNKNOWN_ORGANIZATION, "resource[1]", "known here")),
                wrong(
                        "no patient",
                        p -> first(p, Procedure.class).getSubject().setReference("Patient/other"),
                        new Complaint(ProblemCode.RECORDS_NOT_TAKEN, "resource[2]", "a patient who is sent")),
                wrong(
                        "no record",
                        p -> p.addParameter().setName("resource").setResource(new Group().setActual(true)),
                        new Complaint(ProblemCode.RECORDS_NOT_TAKEN, "resource[7]", "A Group")),
                wrong(
                        "no id",
                        p -> first(p, Procedure.class).setId((String) null),
                        new Complaint(ProblemCode.INVALID_RESOURCE, "resource[2].id", "needs the id")),
                wrong(
                        "twice",
                        p -> p.addParameter().setName("resource").setResource(first(p, Procedure.class)),
                        new Complaint(ProblemCode.INVALID_RESOURCE, "resource[7].id", "same type and id")),
                wrong(
                        "a summary",
                        p -> first(p, MeasureReport.class).setType(MeasureReport.MeasureReportType.SUMMARY),
                        new Complaint(ProblemCode.RECORDS_NOT_TAKEN, "resource", "type summary")),
                wrong(
                        "nothing",
                        p -> p.getParameter()
                                .subList(1, p.getParameter().size())
                                .clear(),
                        new Complaint(ProblemCode.RECORDS_NOT_TAKEN, "resource", "$collect-data")));
    }

    private static Arguments wrong(String what, Consumer<Parameters> change, Complaint... complaints) {
        return Arguments.of(what, change, List.of(complaints));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isRefusedWhole(String what, Consumer<Parameters> change, List<Complaint> complaints) {
        Parameters collected = collected();
        change.accept(collected);

        assertThat(submit(collected)).isRefusedWith(422, complaints);
        nothingWasKept();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Parameters collected = collected();
        first(collected, MeasureReport.class).setStatus(MeasureReportStatus.ERROR);
        first(collected, Procedure.class).setId((String) null);
        collected.addParameter().setName("resource").setResource(new Group().setActual(true));
        Reply reply = submit(collected);
        assertThat(reply).hasStatus(422);
        assertThat(reply.issues()).hasSize(3);
        nothingWasKept();
    }

    @Test
    void whatIsNoParameterIsABadRequest() {
        Parameters collected = collected();
        collected.addParameter().setName("resource").setValue(new StringType("x"));
        collected.addParameter().setName("colour").setValue(new StringType("blue"));
        Reply reply = submit(collected);
        assertThat(reply).hasStatus(400);
        assertThat(reply.issues()).hasSize(2);
        nothingWasKept();
    }
}
