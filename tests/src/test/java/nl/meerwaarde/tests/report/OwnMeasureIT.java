package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.ScoreDefinitions;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.junit.jupiter.api.Test;

/** A hospital brings a Measure of its own to a running server. */
class OwnMeasureIT {
    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void itIsAnsweredAtOnce() {
        hospital.operated(patient -> {}, "1", "3");
        String id = fhir.post(ownMeasure()).id();

        Report report = new Report(fhir.get("Measure/" + id
                + "/$evaluate-measure?periodStart=2024&periodEnd=2024&reporter=" + hospital.reference()));

        assertThat(report.value("mean-gain")).isEqualByComparingTo("24");
    }

    @Test
    void everythingWrongWithItIsSaidAtOnce() {
        Measure wrong = ownMeasure();
        wrong.getExtension().removeIf(extension -> extension.getUrl().equals(Canonicals.Extensions.SCORE));
        wrong.getExtension().removeIf(extension -> extension.getUrl().equals(Canonicals.Extensions.PATHWAY));
        wrong.getMeta().addProfile(Canonicals.Profiles.FACT_MEASURE);
        wrong.getGroup()
                .forEach(group ->
                        group.getExtensionByUrl(Canonicals.Extensions.STATISTIC).setValue(new CodeType("mode")));

        assertThat(fhir.post(wrong)).hasStatus(422);
        assertThat(fhir.post(wrong).issues()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whatItComputesDoesNotChangeUnderOneVersion() {
        Measure measure = ownMeasure();
        measure.setId(fhir.post(measure).id());
        measure.setTitle("A better title");
        assertThat(fhir.put(measure)).succeeded();

        measure.getExtensionByUrl(Canonicals.Extensions.SCORE)
                .setValue(new Coding(Canonicals.CodeSystems.SCORE, "eq-vas", null));

        assertThat(fhir.put(measure)).hasStatus(422);
    }

    /** Scores 12, 36 and 24 at baseline, six months and a year. */
    @Test
    void itMayStartFromAnyMoment() {
        hospital.answer(hospital.operated(patient -> {}, "1", "3"), "2", "2025-06-01");
        hospital.operated(patient -> {}, "1", "4");
        Measure measure = ownMeasure();
        moment(measure, "before", "month-6");
        moment(measure, "after", "month-12");

        Report report = report(measure);

        assertThat(report.value("mean-gain")).isEqualByComparingTo("-12");
        assertThat(report.count("mean-gain", "measure-population")).isOne();
        assertThat(report.count("response-chain", "eligible")).isEqualTo(2);
        assertThat(report.count("response-chain", "returned")).isOne();
    }

    /** Squares of such changes do not fit into the whole numbers of a database. */
    @Test
    void scoresOfManyThousandsOfPointsAreAddedUpExactly() {
        TestInstrument steps = TestInstrument.unique()
                .number("steps")
                .score("steps-a-day", "%resource.item.where(linkId='steps').answer.value");
        assertThat(fhir.post(ScoreDefinitions.of("steps-a-day"))).isCreated();
        assertThat(fhir.post(steps.questionnaire())).isCreated();
        Measure measure = ownMeasure();
        measure.getExtensionByUrl(Extensions.SCORE).setValue(new Coding(TestInstrument.SCORES, "steps-a-day", null));
        walk(steps, 9000, 12000.5);
        walk(steps, 1000, 3000.5);
        walk(steps, 20, 21);

        Report report = report(measure);

        assertThat(report.value("mean-gain")).isEqualByComparingTo("1667.333333333");
        // of 3000.5, 2000.5 and 1
        assertThat(report.deviation("mean-gain").orElseThrow()).isEqualByComparingTo("1527.252462212");
    }

    private void walk(TestInstrument steps, Number before, Number after) {
        TestEpisode episode = hospital.knee(patient -> {});
        episode.operatedOn("2024-06-01");
        walk(steps, episode, before, "baseline");
        walk(steps, episode, after, "month-6");
    }

    private static void walk(TestInstrument steps, TestEpisode episode, Number number, String moment) {
        assertThat(Answers.to(steps.questionnaire())
                        .of(episode.patient())
                        .answer("steps", number)
                        .basedOn(episode)
                        .saying(Extensions.MEASUREMENT_MOMENT, Canonicals.CodeSystems.MEASUREMENT_MOMENT, moment)
                        .submit())
                .isCreated();
    }

    private Report report(Measure measure) {
        return new Report(fhir.get("Measure/" + fhir.post(measure).id()
                + "/$evaluate-measure?periodStart=2024&periodEnd=2024&reporter=" + hospital.reference()));
    }

    private static void moment(Measure measure, String which, String code) {
        measure.getExtensionByUrl(Extensions.MOMENTS)
                .getExtensionByUrl(which)
                .setValue(new Coding(Canonicals.CodeSystems.MEASUREMENT_MOMENT, code, null));
    }

    private Measure ownMeasure() {
        Measure measure = fhir.get("Measure/knee-replacement-primary-oxford").stored(Measure.class);
        measure.setId((String) null);
        measure.setMeta(null);
        measure.setUrl("http://hospital.example.org/Measure/" + UUID.randomUUID());
        measure.getGroup()
                .removeIf(group -> !List.of("mean-gain", "response-chain").contains(group.getId()));
        return measure;
    }
}
