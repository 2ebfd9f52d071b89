package nl.meerwaarde.tests.casemix;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.casemix.KneeCohort.Person;
import nl.meerwaarde.tests.consent.Consents;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestModel;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class FitCaseMixModelIT {
    private final Fhir fhir = TestServer.fhir();
    private final KneeCohort cohort = KneeCohort.create(fhir);

    /** The score after is 10 + half the score before, 6 more for men, within two points. */
    @Test
    void aLinearModelFindsWhatTheScoreFollows() {
        cohort.add(IntStream.range(0, 60).mapToObj(KneeCohort::follower).toList());
        // Nobody answered afterwards, or the date of birth is not known.
        cohort.add(List.of(
                new Person(AdministrativeGender.MALE, "1950-01-01", 20, null),
                new Person(AdministrativeGender.FEMALE, null, 20, 20)));

        Parameters answer = fit(template("linear").library(), "2026.1").stored(Parameters.class);

        Library fitted = (Library) answer.getParameter("return").getResource();
        assertThat(fitted.getStatus()).isEqualTo(PublicationStatus.DRAFT);
        assertThat(fitted.getVersion()).isEqualTo("2026.1");
        assertThat(part(fitted, Extensions.CASE_MIX_EQUATION, 0, "intercept"))
                .isCloseTo(new BigDecimal(20), within(new BigDecimal(1)));
        assertThat(part(fitted, Extensions.CASE_MIX_TERM, 0, "coefficient"))
                .isCloseTo(new BigDecimal("0.5"), within(new BigDecimal("0.05")));
        assertThat(part(fitted, Extensions.CASE_MIX_TERM, 2, "coefficient"))
                .isCloseTo(new BigDecimal(6), within(new BigDecimal(1)));
        assertThat(part(fitted, Extensions.CASE_MIX_TERM, 0, "standard-error"))
                .isBetween(new BigDecimal("0.001"), new BigDecimal("0.1"));
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "n")).isEqualByComparingTo("61");
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "r-squared")).isGreaterThan(new BigDecimal("0.9"));
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "r-squared-unseen"))
                .isLessThan(part(fitted, Extensions.FITTED_ON, 0, "r-squared"));
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "residual-sd")).isBetween(BigDecimal.ONE, new BigDecimal(2));
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "calibration-slope"))
                .isCloseTo(BigDecimal.ONE, within(new BigDecimal("0.1")));
        assertThat(fitted.getExtensionsByUrl(Extensions.CALIBRATION_DECILE)).hasSize(10);
        assertThat(missing(answer, "age")).isEqualTo("Organization/" + cohort.organization() + ": 1 of 61");
        assertThat(missing(answer, "before")).isEqualTo("Organization/" + cohort.organization() + ": 0 of 61");
        assertThat(fhir.post(fitted.setStatus(PublicationStatus.ACTIVE))).isCreated();
        assertThat(TestServer.jdbc()
                        .queryForObject(
                                "select count(*) from mw_expectation where model = ?",
                                Integer.class,
                                fitted.getUrl() + "|2026.1"))
                .isEqualTo(62);
    }

    /** Those who do worst would turn the line. */
    @Test
    void whoObjectedIsNotFittedOn() {
        cohort.add(IntStream.range(0, 60).mapToObj(KneeCohort::follower).toList());
        List<String> objecting = cohort.add(IntStream.range(0, 20)
                .mapToObj(i -> new Person(AdministrativeGender.MALE, "1950-03-01", 48 - i % 3, 2 + i % 4))
                .toList());
        assertThat(fittedOn()).isEqualByComparingTo("80");
        objecting.forEach(episode -> assertThat(fhir.post(Consents.objection(TestServer.jdbc()
                        .queryForObject(
                                "select patient_id from mw_episode where episode_id = ?", String.class, episode))))
                .isCreated());
        assertThat(fittedOn()).isEqualByComparingTo("60");
    }

    private BigDecimal fittedOn() {
        Parameters answer = fit(template("linear").library(), "1").stored(Parameters.class);
        return part((Library) answer.getParameter("return").getResource(), Extensions.FITTED_ON, 0, "n");
    }

    /** Whether the score rises by the individual minimal important change of 7 points. */
    @Test
    void aLogisticModelSaysHowLikelyTheImportantChangeIs() {
        cohort.add(IntStream.range(0, 120)
                .mapToObj(i -> new Person(
                        AdministrativeGender.FEMALE,
                        "1950-01-01",
                        8 + i % 25,
                        8 + i % 25 + ((i * 37) % 50 > i % 25 * 2 ? 9 : 3)))
                .toList());
        TestModel template = TestModel.of(cohort.pathway(), "draft", "logistic")
                .covariate("before", "score-before", null, "no-expectation")
                .term("before", null, "20", "1", null);

        Library fitted = (Library) fit(template.library(), "1")
                .stored(Parameters.class)
                .getParameter("return")
                .getResource();

        assertThat(part(fitted, Extensions.FITTED_ON, 0, "n")).isEqualByComparingTo("120");
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "events")).isBetween(new BigDecimal(40), new BigDecimal(80));
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "auc")).isBetween(new BigDecimal("0.6"), BigDecimal.ONE);
        assertThat(part(fitted, Extensions.CASE_MIX_TERM, 0, "coefficient")).isNegative();
        assertThat(fhir.post(fitted.setStatus(PublicationStatus.ACTIVE))).isCreated();
        // As many are expected as there were, and nobody takes a probability for a score.
        assertThat(TestServer.jdbc()
                        .queryForObject(
                                "select sum(expected) from mw_change where model = ? and score like '%#reached-mic'",
                                BigDecimal.class, fitted.getUrl() + "|1"))
                .isCloseTo(part(fitted, Extensions.FITTED_ON, 0, "events"), within(new BigDecimal("0.000001")));
        assertThat(TestServer.jdbc()
                        .queryForObject(
                                "select count(*) from mw_change where model = ? and score not like '%#reached-mic'",
                                Integer.class, fitted.getUrl() + "|1"))
                .isZero();
    }

    /** Everybody with a closed window counts, whether they answered or not: 12 of 60 were readmitted, twice as many of the lower half. */
    @Test
    void aLogisticModelPredictsAnEvent() {
        List<String> episodes = cohort.add(IntStream.range(0, 60)
                .mapToObj(i -> new Person(
                        AdministrativeGender.FEMALE,
                        "1950-01-01",
                        10 + i % 30,
                        null,
                        i % 30 < 15 ? i % 15 < 4 : i % 15 < 2))
                .toList());
        Library model = TestModel.of(cohort.pathway(), "draft", "logistic")
                .covariate("before", "score-before", null, "no-expectation")
                .term("before", null, "20", "1", null)
                .library();
        model.addExtension(Extensions.PREDICTED_EVENT, new Coding(CodeSystems.OUTCOME_EVENT, "readmission", null));

        Library fitted = (Library)
                fit(model, "1").stored(Parameters.class).getParameter("return").getResource();

        assertThat(part(fitted, Extensions.FITTED_ON, 0, "n")).isEqualByComparingTo("60");
        assertThat(part(fitted, Extensions.FITTED_ON, 0, "events")).isEqualByComparingTo("12");
        assertThat(part(fitted, Extensions.CASE_MIX_TERM, 0, "coefficient")).isNegative();
        assertThat(fhir.post(fitted.setStatus(PublicationStatus.ACTIVE))).isCreated();
        assertThat(TestServer.jdbc()
                        .queryForObject(
                                "select expected from mw_expectation where episode_id = ? and score like '%|readmission'",
                                BigDecimal.class, episodes.get(0)))
                .isBetween(new BigDecimal("0.2"), new BigDecimal("0.9"));
    }

    @Test
    void whatCannotBeEstimatedIsRefusedWithEveryReason() {
        cohort.add(IntStream.range(0, 20)
                .mapToObj(i -> new Person(AdministrativeGender.FEMALE, "1950-01-01", 8 + i, 30 + i % 3))
                .toList());
        assertThat(fit(template("linear").library(), "1"))
                .isRefusedWith(
                        new Complaint(ProblemCode.MODEL_NOT_ESTIMABLE, "", "20 episodes"),
                        new Complaint(ProblemCode.MODEL_NOT_ESTIMABLE, "", "term age is the same"),
                        new Complaint(ProblemCode.MODEL_NOT_ESTIMABLE, "", "in sex=male"));
    }

    @Test
    void aModelOnTheServerIsFittedAnew() {
        cohort.add(IntStream.range(0, 60).mapToObj(KneeCohort::follower).toList());
        String id = fhir.post(template("linear").library()).id();
        Parameters request = period("2");
        Library fitted = (Library) fhir.post("Library/" + id + "/$fit-case-mix-model", Fhir.json(request))
                .stored(Parameters.class)
                .getParameter("return")
                .getResource();
        assertThat(fitted.getIdElement().getIdPart()).isNull();
        assertThat(fitted.getVersion()).isEqualTo("2");
    }

    @Test
    void everyWrongParameterIsNamed() {
        Parameters wrong = new Parameters();
        wrong.addParameter("periodStart", new StringType("yesterday"));
        wrong.addParameter("until", new DateType("2024-01-01"));
        assertThat(fhir.post("Library/$fit-case-mix-model", Fhir.json(wrong)))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "until", "not known here"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "model", "is needed"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "periodStart", "must be a date"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "periodEnd", "is needed"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "version", "is needed")));
    }

    private TestModel template(String kind) {
        return TestModel.of(cohort.pathway(), "draft", kind)
                .covariate("before", "score-before", null, "no-expectation")
                .covariate("age", "age", null, "mean")
                .covariate("sex", "sex", "female", "no-expectation")
                .term("before", null, "20", "1", null)
                .term("age", null, "70", "10", null)
                .term("sex", "male", null, null, null);
    }

    private Reply fit(Library model, String version) {
        Parameters request = period(version);
        request.addParameter().setName("model").setResource(model);
        return fhir.post("Library/$fit-case-mix-model", Fhir.json(request));
    }

    private static Parameters period(String version) {
        Parameters request = new Parameters();
        request.addParameter("periodStart", new DateType("2024-01-01"));
        request.addParameter("periodEnd", new DateType("2024-12-31"));
        request.addParameter("version", new StringType(version));
        return request;
    }

    private static BigDecimal part(Library library, String url, int i, String part) {
        Extension extension = library.getExtensionsByUrl(url).get(i);
        PrimitiveType<?> value =
                (PrimitiveType<?>) extension.getExtensionByUrl(part).getValue();
        return value instanceof DecimalType decimal ? decimal.getValue() : new BigDecimal(value.getValueAsString());
    }

    private static String missing(Parameters answer, String covariate) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("missingness"))
                .filter(parameter -> text(parameter, "covariate").equals(covariate))
                .map(parameter -> text(parameter, "organization") + ": " + text(parameter, "missing") + " of "
                        + text(parameter, "n"))
                .reduce("", String::concat);
    }

    private static String text(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue() instanceof Reference reference
                        ? reference.getReference()
                        : part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
