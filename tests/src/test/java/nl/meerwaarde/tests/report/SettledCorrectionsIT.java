package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Figures;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Facts that are settled change all the same: what was said of them was a mistake, is deleted and expunged, is expected otherwise, or follows another version of its pathway. Every figure
 * stays that of the facts read one by one.
 */
class SettledCorrectionsIT {
    private static final String MONTHS = "2009-01-01 2009-12-31";

    /** Nobody was treated on the days between; these are no whole months, so facts are read one by one. */
    private static final String DAYS = "2008-12-30 2009-12-30";

    private static final int PATIENTS = 8;

    private static final String EVERYTHING = """
            {"resourceType": "Parameters", "parameter": [
              {"name": "expungeDeletedResources", "valueBoolean": true},
              {"name": "expungePreviousVersions", "valueBoolean": true}]}""";

    private final Fhir fhir = TestServer.fhir();
    private KneeRegistry registry = KneeRegistry.of(fhir);
    private String hospital = "";
    private int settledBefore;

    @BeforeEach
    void treatPatients() {
        registry.join(fhir);
        hospital = KneeRegistry.hospital(fhir, UUID.randomUUID().toString());
        registry.treat(
                fhir,
                hospital,
                IntStream.range(0, PATIENTS)
                        .mapToObj(i -> new Knee(
                                i % 2 == 0 ? AdministrativeGender.FEMALE : AdministrativeGender.MALE,
                                1940 + i,
                                "nl",
                                1 + i % 5,
                                LocalDate.of(2009, 3, 1 + i),
                                10 + i,
                                20 + 3 * i))
                        .toList());
        TestServer.settle();
        assertThat(count("not settled")).isZero();
        settledBefore = count("settled");
    }

    private int count(String condition) {
        return TestServer.jdbc()
                .queryForObject(
                        "select count(*) from mw_change where organization_id = ? and " + condition,
                        Integer.class,
                        hospital);
    }

    private List<String> episodes() {
        return TestServer.jdbc()
                .queryForList(
                        "select episode_id from mw_episode where organization_id = ? order by index_from",
                        String.class,
                        hospital);
    }

    private <T extends Resource> List<T> ofEpisode(Class<T> type, int place) {
        return fhir
                .search(
                        type.getSimpleName(),
                        Map.of("based-on", "CarePlan/" + episodes().get(place)))
                .stored(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }

    private QuestionnaireResponse lastAnswers(int place) {
        return ofEpisode(QuestionnaireResponse.class, place).stream()
                .max((one, other) -> one.getAuthored().compareTo(other.getAuthored()))
                .orElseThrow();
    }

    /** Some facts were taken out of the sums, and the report is that of the facts one by one; so it stays when the others are settled too. */
    private Report corrected() {
        assertThat(count("settled")).as("a settled fact was changed").isLessThan(settledBefore);
        assertThat(reports(MONTHS)).isEqualTo(reports(DAYS));
        Report report = report(registry, MONTHS, "&reporter=Organization/" + hospital);
        TestServer.settle();
        assertThat(count("not settled")).isZero();
        assertThat(reports(MONTHS)).isEqualTo(reports(DAYS));
        return report;
    }

    private List<Map<String, String>> reports(String period) {
        String reporter = "&reporter=Organization/" + hospital;
        return Stream.of("", reporter, reporter + "&recipient=registry")
                .map(more -> Figures.of(report(registry, period, more).resource()))
                .toList();
    }

    private Report report(KneeRegistry of, String period, String more) {
        String[] days = period.split(" ");
        return new Report(of.report(fhir, days[0], days[1], more).stored(MeasureReport.class));
    }

    @Test
    void answersThatWereAMistake() {
        QuestionnaireResponse response = lastAnswers(2);
        response.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR);
        assertThat(fhir.put(response)).succeeded();

        assertThat(corrected().count("response-chain", "returned")).isEqualTo(PATIENTS - 1);
    }

    @Test
    void anOperationThatWasAMistake() {
        Procedure operation = ofEpisode(Procedure.class, 3).get(0);
        operation.setStatus(ProcedureStatus.ENTEREDINERROR);
        assertThat(fhir.put(operation)).succeeded();

        assertThat(corrected().count("response-chain", "eligible")).isEqualTo(PATIENTS - 1);
    }

    @Test
    void answersThatAreDeletedAndExpunged() {
        String address =
                "QuestionnaireResponse/" + lastAnswers(4).getIdElement().getIdPart();
        assertThat(fhir.delete(address)).succeeded();
        assertThat(reports(MONTHS)).isEqualTo(reports(DAYS));
        assertThat(fhir.post(address + "/$expunge", EVERYTHING)).succeeded();

        assertThat(corrected().count("response-chain", "returned")).isEqualTo(PATIENTS - 1);
    }

    @Test
    void anOperationThatIsDeletedAndExpunged() {
        String address = "Procedure/"
                + ofEpisode(Procedure.class, 5).get(0).getIdElement().getIdPart();
        assertThat(fhir.delete(address)).succeeded();
        assertThat(fhir.post(address + "/$expunge", EVERYTHING)).succeeded();

        assertThat(corrected().count("response-chain", "eligible")).isEqualTo(PATIENTS - 1);
    }

    @Test
    void aDeathBeforeTheWindowClosed() {
        CarePlan plan = fhir.get("CarePlan/" + episodes().get(6)).stored(CarePlan.class);
        Patient patient = fhir.get(plan.getSubject().getReference()).stored(Patient.class);
        patient.setDeceased(new DateTimeType("2009-04-20"));
        assertThat(fhir.put(patient)).succeeded();

        assertThat(corrected().count("response-chain", "died")).isEqualTo(1);
    }

    /** The same model, fitted anew under another version, in place of the one there was. */
    @Test
    void aModelThatIsFittedAnew() {
        Library refitted = registry.model().copy();
        refitted.setVersion("2").setId((String) null);
        refitted.getExtension().stream()
                .filter(extension -> extension.getUrl().equals(Extensions.CASE_MIX_EQUATION))
                .flatMap(equation -> equation.getExtension().stream())
                .filter(part -> part.getUrl().equals("intercept"))
                .forEach(intercept -> intercept.setValue(new DecimalType("22.5")));
        assertThat(fhir.post(refitted)).isCreated();
        Library replaced =
                (Library) fhir.search("Library", Map.of("url", registry.model().getUrl(), "version", "1"))
                        .stored(Bundle.class)
                        .getEntryFirstRep()
                        .getResource();
        replaced.setStatus(PublicationStatus.RETIRED);
        assertThat(fhir.put(replaced)).succeeded();
        Measure adjusted = registry.measure().copy();
        adjusted.setVersion("2.0.0").setId((String) null);
        adjusted.getExtensionByUrl(Extensions.CASE_MIX_MODEL).setValue(new CanonicalType(refitted.getUrl() + "|2"));
        assertThat(fhir.post(adjusted)).isCreated();

        corrected();
        Report before = report(registry, MONTHS, "");
        registry = new KneeRegistry(registry.pathway(), refitted, adjusted);
        assertThat(reports(MONTHS)).isEqualTo(reports(DAYS));
        assertThat(Figures.of(report(registry, MONTHS, "").resource())).isNotEqualTo(Figures.of(before.resource()));
    }

    @Test
    void anEpisodeThatFollowsAnotherVersion() {
        PlanDefinition second = registry.pathway().copy();
        second.setVersion("2.0.0").setId((String) null);
        ((Range) second.getAction().stream()
                        .filter(action -> "month-6".equals(action.getId()))
                        .findFirst()
                        .orElseThrow()
                        .getRelatedActionFirstRep()
                        .getOffset())
                .getHigh()
                .setValue(280);
        assertThat(fhir.post(second)).isCreated();
        CarePlan plan = fhir.get("CarePlan/" + episodes().get(1)).stored(CarePlan.class);
        plan.getInstantiatesCanonical().get(0).setValue(second.getUrl() + "|2.0.0");
        assertThat(fhir.put(plan)).succeeded();

        assertThat(corrected().count("response-chain", "eligible")).isEqualTo(PATIENTS);
        assertThat(count("pathway_version = '2.0.0'")).isPositive();
    }
}
