package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class EvaluateMeasureIT {
    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    /** Scores 12 → 36, 24 → 24, 36 → 24, 0 → 48: gains 24, 0, −12, 48. */
    @Test
    void figuresFollowFromTheAnswers() {
        hospital.operated(patient -> {}, "1", "3");
        hospital.operated(patient -> {}, "2", "2");
        hospital.operated(patient -> patient.setGender(AdministrativeGender.MALE), "3", "2");
        hospital.operated(patient -> patient.setGender(AdministrativeGender.MALE), "0", "4");

        Report report = hospital.report();

        assertThat(report.value("mean-before")).isEqualByComparingTo("18");
        assertThat(report.value("mean-after")).isEqualByComparingTo("33");
        assertThat(report.value("mean-gain")).isEqualByComparingTo("15");
        // √((24² + 0² + 12² + 48² − 60²/4) / 3) = √708
        assertThat(report.deviation("mean-gain").orElseThrow()).isEqualByComparingTo("26.608269391");
        assertThat(report.count("improved-any", "numerator")).isEqualTo(2);
        assertThat(report.count("unchanged", "numerator")).isEqualTo(1);
        assertThat(report.count("worsened", "numerator")).isEqualTo(1);
        assertThat(report.count("beyond-measurement-error", "numerator")).isEqualTo(3);
        assertThat(report.count("reached-mic", "numerator")).isEqualTo(2);
        assertThat(report.value("reached-mic")).isEqualByComparingTo("0.5");
        assertThat(report.strata("mean-gain", "sex")).containsExactly("female", "male");
        assertThat(report.value("mean-gain", "sex", "female")).isEqualByComparingTo("12");
        assertThat(report.value("mean-gain", "sex", "male")).isEqualByComparingTo("18");
        assertThat(report.strata("mean-gain", "age-band")).containsExactly("70-79");
        assertThat(report.strata("mean-gain", "organization")).containsExactly(hospital.id());
        assertThat(report.group("mean-gain").getMeasureScore().getCode()).isEqualTo("{score}");
    }

    /** Of two who read little Dutch one answered, and neither is lost in an average. */
    @Test
    void whoDoesNotAnswerIsSeen() {
        hospital.operated(patient -> background(patient, "nl-NL", "sufficient", 5), "1", "3");
        hospital.operated(patient -> background(patient, "tr", "limited", 1), "1", "3");
        hospital.knee(patient -> background(patient, "tr", "limited", 1)).operatedOn("2024-06-01");
        hospital.knee(patient -> {}).operatedOn("2024-06-01");

        Report report = hospital.report();

        assertThat(report.strata("response-chain", "language")).containsExactly("nl", "tr", "unknown");
        assertThat(report.value("response-chain", "language", "nl")).isEqualByComparingTo("1");
        assertThat(report.value("response-chain", "language", "tr")).isEqualByComparingTo("0.5");
        assertThat(report.value("response-chain", "language", "unknown")).isEqualByComparingTo("0");
        assertThat(report.value("response-chain", "literacy", "limited")).isEqualByComparingTo("0.5");
        assertThat(report.value("response-chain", "deprivation", "1")).isEqualByComparingTo("0.5");
        assertThat(report.value("response-chain", "deprivation", "5")).isEqualByComparingTo("1");
        assertThat(report.count("response-chain", "eligible")).isEqualTo(4);
    }

    private static void background(Patient patient, String language, String literacy, int deprivation) {
        patient.addCommunication()
                .setPreferred(true)
                .setLanguage(new CodeableConcept(new Coding("urn:ietf:bcp:47", language, null)));
        patient.addExtension(Canonicals.Extensions.HEALTH_LITERACY, new CodeType(literacy));
        patient.addExtension(Canonicals.Extensions.DEPRIVATION, new IntegerType(deprivation));
    }

    @Test
    void theResponseChainShowsEachStep() {
        hospital.operated(patient -> {}, "1", "3");
        TestEpisode unanswered = hospital.knee(patient -> {});
        unanswered.operatedOn("2024-06-01");
        TestEpisode unscorable = hospital.knee(patient -> {});
        unscorable.operatedOn("2024-06-01");
        unscorable
                .patient()
                .answers("oxford-knee-score")
                .answer("oks-01", "3")
                .on("2024-12-01")
                .basedOn(unscorable)
                .submit()
                .id();
        TestEpisode died = hospital.knee(patient -> patient.setDeceased(new DateTimeType("2024-07-01")));
        died.operatedOn("2024-06-01");

        Report report = hospital.report();

        assertThat(report.count("response-chain", "eligible")).isEqualTo(3);
        assertThat(report.count("response-chain", "invited")).isEqualTo(2);
        assertThat(report.count("response-chain", "returned")).isEqualTo(2);
        assertThat(report.count("response-chain", "scorable")).isEqualTo(1);
        assertThat(report.count("response-chain", "paired")).isEqualTo(1);
        assertThat(report.count("response-chain", "died")).isEqualTo(1);
    }

    @Test
    void anOpenWindowIsNotNonResponse() {
        TestEpisode recent = hospital.knee(patient -> {});
        LocalDate lastWeek = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(7);
        recent.operatedOn(lastWeek.toString());

        Report report = new Report(fhir.get("Measure/knee-replacement-primary-oxford/$evaluate-measure?periodStart="
                + lastWeek + "&periodEnd=" + lastWeek + "&reporter=" + hospital.reference()));

        assertThat(report.count("response-chain", "eligible")).isZero();
        assertThat(report.count("response-chain", "open")).isEqualTo(1);
    }

    @Test
    void withoutEpisodesThereAreZerosAndNoNumbers() {
        Report report = hospital.report();

        assertThat(report.count("response-chain", "eligible")).isZero();
        assertThat(report.isAbsent("mean-gain")).isTrue();
        assertThat(report.isAbsent("improved-any")).isTrue();
        assertThat(report.isAbsent("adjusted-gain")).isTrue();
    }

    @Test
    void aReportSeesWhatWasJustStored() {
        TestEpisode episode = hospital.operated(patient -> {}, "1", "3");
        assertThat(hospital.report().value("mean-after")).isEqualByComparingTo("36");

        episode.patient()
                .answers("oxford-knee-score")
                .all("4")
                .on("2024-12-02")
                .basedOn(episode)
                .submit()
                .id();

        assertThat(hospital.report().value("mean-after")).isEqualByComparingTo("36");
        hospital.operated(patient -> {}, "1", "4");
        assertThat(hospital.report().value("mean-after")).isEqualByComparingTo("42");
    }

    @Test
    void typeAndInstanceGetAndPostGiveTheSame() {
        hospital.operated(patient -> {}, "1", "3");
        Parameters body = new Parameters();
        body.addParameter("periodStart", new org.hl7.fhir.r4.model.DateType("2024-01-01"));
        body.addParameter("periodEnd", new org.hl7.fhir.r4.model.DateType("2024-12-31"));
        body.addParameter("reporter", new StringType(hospital.reference()));
        Parameters withMeasure = body.copy();
        withMeasure.addParameter("measure", new StringType(Hospital.measureUrl() + "|1.0.0"));

        MeasureReport byGet = hospital.report().resource();
        MeasureReport byPost = fhir.post("Measure/knee-replacement-primary-oxford/$evaluate-measure", Fhir.json(body))
                .stored(MeasureReport.class);
        MeasureReport byType =
                fhir.post("Measure/$evaluate-measure", Fhir.json(withMeasure)).stored(MeasureReport.class);

        assertThat(Fhir.json(undated(byPost))).isEqualTo(Fhir.json(undated(byGet)));
        assertThat(Fhir.json(undated(byType))).isEqualTo(Fhir.json(undated(byGet)));
    }

    private static MeasureReport undated(MeasureReport report) {
        MeasureReport undated = report.copy();
        undated.setDate(null);
        undated.getExtension().removeIf(extension -> extension.getUrl().equals(Canonicals.Extensions.DATA_AS_OF));
        return undated;
    }

    @Test
    void aSubjectReportIsAboutOnePatient() {
        TestEpisode episode = hospital.operated(patient -> {}, "1", "3");
        hospital.operated(patient -> {}, "2", "2");

        Report report = hospital.report("&subject=" + episode.patient().reference());

        assertThat(report.resource().getType()).isEqualTo(MeasureReportType.INDIVIDUAL);
        assertThat(report.resource().getSubject().getReference())
                .isEqualTo(episode.patient().reference());
        assertThat(report.value("mean-gain")).isEqualByComparingTo("24");
    }

    @Test
    void aSubjectListNamesThePatientsOfEachPopulation() {
        TestEpisode better = hospital.operated(patient -> {}, "1", "3");
        TestEpisode same = hospital.operated(patient -> {}, "2", "2");

        Report report = hospital.report("&reportType=subject-list");

        assertThat(report.resource().getType()).isEqualTo(MeasureReportType.SUBJECTLIST);
        assertThat(subjects(report, "improved-any", "numerator"))
                .containsExactly(better.patient().reference());
        assertThat(subjects(report, "improved-any", "denominator"))
                .containsExactlyInAnyOrder(
                        better.patient().reference(), same.patient().reference());
    }

    private static List<String> subjects(Report report, String statistic, String population) {
        String reference = report.group(statistic).getPopulation().stream()
                .filter(p -> p.getCode().getCodingFirstRep().getCode().equals(population))
                .findFirst()
                .orElseThrow()
                .getSubjectResults()
                .getReference();
        return report.resource().getContained().stream()
                .map(ListResource.class::cast)
                .filter(list -> ("#" + list.getIdPart()).equals(reference)
                        || list.getId().equals(reference))
                .flatMap(list -> list.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    @Test
    void theReportIsValidFhirOfItsProfile() {
        hospital.operated(patient -> {}, "1", "3");

        OperationOutcome outcome = fhir.post(
                        "MeasureReport/$validate", Fhir.json(hospital.report().resource()))
                .body(OperationOutcome.class);

        assertThat(outcome.getIssue().stream()
                        .filter(issue -> issue.getSeverity() == IssueSeverity.ERROR
                                || issue.getSeverity() == IssueSeverity.FATAL)
                        .map(issue -> issue.getDiagnostics()))
                .isEmpty();
    }

    @Test
    void wrongParametersAreAllNamed() {
        OperationOutcome outcome = fhir.get("Measure/$evaluate-measure?periodStart=soon&foo=1&reportType=all")
                .body(OperationOutcome.class);

        assertThat(fhir.get("Measure/$evaluate-measure?periodStart=soon&foo=1&reportType=all"))
                .hasStatus(400);
        assertThat(outcome.getIssue().stream()
                        .map(issue -> issue.getExpression().get(0).getValue()))
                .containsExactlyInAnyOrder("foo", "measure", "periodStart", "periodEnd", "reportType");
    }

    @Test
    void anUnknownMeasureIsNotFound() {
        String period = "periodStart=2024&periodEnd=2024";
        assertThat(fhir.get("Measure/nowhere/$evaluate-measure?" + period)).hasStatus(404);
        assertThat(fhir.get("Measure/$evaluate-measure?measure=http://example.org/nowhere&" + period))
                .hasStatus(404);
    }

    @Test
    void aMeasureOfAnotherKindIsRefused() {
        org.hl7.fhir.r4.model.Measure other = new org.hl7.fhir.r4.model.Measure();
        other.setUrl("http://example.org/Measure/other")
                .setVersion("1")
                .setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
        String id = fhir.post(other).id();

        assertThat(fhir.get("Measure/" + id + "/$evaluate-measure?periodStart=2024&periodEnd=2024"))
                .hasStatus(422);
    }

    @Test
    void aBodyThatIsNoParametersIsRefused() {
        assertThat(fhir.post("Measure/$evaluate-measure", "{\"resourceType\": \"Patient\"}"))
                .hasStatus(400);
        assertThat(fhir.post("Measure/$evaluate-measure", "{")).hasStatus(400);
    }
}
