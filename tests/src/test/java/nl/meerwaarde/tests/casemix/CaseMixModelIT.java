package nl.meerwaarde.tests.casemix;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.casemix.KneeCohort.Person;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestModel;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.junit.jupiter.api.Test;

class CaseMixModelIT {
    private static final Person WOMAN = new Person(AdministrativeGender.FEMALE, "1944-05-01", 24, 36);

    private final Fhir fhir = TestServer.fhir();
    private final KneeCohort cohort = KneeCohort.create(fhir);
    private final TestModel model = TestModel.fitted(cohort.pathway(), "1").active();

    /** 20 + 0.5 × (24 − 20) − (80 − 70) / 10 − 2 for a woman. */
    @Test
    void anActiveModelExpectsSomethingOfEveryEpisode() {
        String there = cohort.add(List.of(WOMAN)).get(0);
        assertThat(fhir.post(model.library())).isCreated();
        String later = cohort.add(List.of(WOMAN)).get(0);
        assertThat(expected(there)).containsOnlyKeys(model.canonical());
        assertThat(expected(there).get(model.canonical())).isEqualByComparingTo("19");
        assertThat(expected(later).get(model.canonical())).isEqualByComparingTo("19");
    }

    /** Without a date of birth the mean stands in, without a sex its own category. */
    @Test
    void whatIsMissingIsMetAsTheModelDeclares() {
        assertThat(fhir.post(model.library())).isCreated();
        List<String> episodes = cohort.add(List.of(
                new Person(AdministrativeGender.FEMALE, null, 24, null),
                new Person(AdministrativeGender.OTHER, "1954-05-01", 20, null)));
        assertThat(expected(episodes.get(0)).get(model.canonical())).isEqualByComparingTo("20");
        assertThat(expected(episodes.get(1)).get(model.canonical())).isEqualByComparingTo("19");
    }

    @Test
    void onlyAnActiveModelExpects() {
        String episode = cohort.add(List.of(WOMAN)).get(0);
        Library library = model.library();
        library.setStatus(PublicationStatus.DRAFT);
        library.setId(fhir.post(library).id());
        assertThat(expected(episode)).isEmpty();
        assertThat(fhir.put(library.setStatus(PublicationStatus.ACTIVE))).succeeded();
        assertThat(expected(episode)).hasSize(1);
        assertThat(fhir.put(library.setStatus(PublicationStatus.RETIRED))).succeeded();
        assertThat(expected(episode)).isEmpty();
    }

    /** A report names the version of its model; one that comes later changes nothing in it. */
    @Test
    void aNewVersionLeavesReportsOfTheOldOneAlone() {
        cohort.add(IntStream.range(0, 31).mapToObj(KneeCohort::follower).toList());
        assertThat(fhir.post(model.library())).isCreated();
        String measure = fhir.post(measure(model.canonical())).id();
        Report before = report(measure);
        TestModel second = model.version("2");
        second.library()
                .getExtensionByUrl(Extensions.CASE_MIX_EQUATION)
                .getExtensionByUrl("intercept")
                .setValue(new DecimalType("25"));
        assertThat(fhir.post(second.library())).isCreated();
        Report after = report(measure);
        assertThat(after.value("adjusted-gain")).isEqualByComparingTo(before.value("adjusted-gain"));
        assertThat(residualSum(after)).isEqualByComparingTo(residualSum(before));
        Report ofSecond = report(fhir.post(measure(second.canonical())).id());
        assertThat(residualSum(ofSecond))
                .isEqualByComparingTo(residualSum(before).subtract(new BigDecimal(5 * 31)));
    }

    @Test
    void whatItComputesDoesNotChangeUnderOneVersion() {
        Library library = model.library();
        library.setId(fhir.post(library).id());
        assertThat(fhir.put(library.setTitle("A better title"))).succeeded();
        Extension term = library.getExtensionsByUrl(Extensions.CASE_MIX_TERM).get(0);
        term.getExtensionByUrl("coefficient").setValue(new DecimalType("0.6"));
        assertThat(fhir.put(library))
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.SCORING_CHANGED, "Library.version", "covariates, terms and coefficients"));
    }

    @Test
    void aModelThatExpectsSomethingIsNotDeleted() {
        String id = fhir.post(model.library()).id();
        cohort.add(List.of(WOMAN));
        assertThat(fhir.delete("Library/" + id)).hasStatus(409);
    }

    @Test
    void everythingWrongWithItIsSaidAtOnce() {
        Library library = TestModel.of(cohort.pathway(), "1", "linear")
                .covariate("age", "age", null, null)
                .covariate("sex", "sex", null, "own-category")
                .term("sex", "female", null, null, "1")
                .term("height", null, null, null, "1")
                .active()
                .library();
        library.getExtension().removeIf(extension -> extension.getUrl().equals(Extensions.PATHWAY));
        library.getMeta().getProfile().clear();
        assertThat(fhir.post(library)).hasStatus(422);
        assertThat(fhir.post(library).issues())
                .extracting(issue -> issue.getDiagnostics())
                .anyMatch(text -> text.contains("name the pathway"))
                .anyMatch(text -> text.contains("what happens without it"))
                .anyMatch(text -> text.contains("needs a reference"))
                .anyMatch(text -> text.contains("one of the model's covariates"))
                .anyMatch(text -> text.contains("age needs a term"))
                .anyMatch(text -> text.contains("needs a term for the category missing"))
                .anyMatch(text -> text.contains("needs its intercept"))
                .anyMatch(text -> text.contains("on what it was fitted"));
    }

    private Map<String, BigDecimal> expected(String episode) {
        return TestServer.jdbc()
                .query(
                        "select model, expected from mw_expectation where episode_id = ?",
                        (row, n) -> Map.entry(row.getString(1), row.getBigDecimal(2)),
                        episode)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Report report(String measure) {
        return new Report(fhir.get("Measure/" + measure + "/$evaluate-measure?periodStart=2024&periodEnd=2024"));
    }

    private static BigDecimal residualSum(Report report) {
        return ((DecimalType) report.group("adjusted-gain")
                        .getExtensionByUrl(Extensions.POOLABLE_CELL)
                        .getExtensionByUrl("residual-sum")
                        .getValue())
                .getValue();
    }

    private Measure measure(String model) {
        Measure measure = fhir.get("Measure/knee-replacement-primary-oxford").stored(Measure.class);
        measure.setId((String) null);
        measure.setMeta(null);
        measure.setUrl("http://hospital.example.org/Measure/" + UUID.randomUUID());
        measure.getExtensionByUrl(Extensions.PATHWAY).setValue(new CanonicalType(cohort.pathway()));
        measure.getExtensionByUrl(Extensions.CASE_MIX_MODEL).setValue(new CanonicalType(model));
        return measure;
    }
}
