package nl.meerwaarde.tests.campaign;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Figures;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.TestDatabase;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;

/**
 * Three hospitals, each with a server of its own, and a national node that has no patients; and a server that holds the records of all three, with which the node
 * must agree in every figure. Servers run one after the other, because deliveries are what passes between them.
 */
class FederationCampaign {
    private static final Rounds ROUNDS = Rounds.asked();
    private static final int YEAR = 2024;
    private static final List<String> QUARTERS = List.of("01-01/03-31", "04-01/06-30", "07-01/09-30", "10-01/12-31");

    /** How many patients a quarter: of the third hospital so few that nothing may be told of them. */
    private static final Map<String, Integer> HOSPITALS = hospitals();

    private static Map<String, Integer> hospitals() {
        Map<String, Integer> hospitals = new LinkedHashMap<>();
        hospitals.put("large", 40);
        hospitals.put("middle", 20);
        hospitals.put("small", 1);
        return hospitals;
    }

    private final Random random = ROUNDS.chance(1);

    /**
     * What a hospital has to tell.
     *
     * @param hospital its code
     * @param first of each quarter, before the last patients were entered
     * @param last of each quarter, with all of them
     */
    private record Told(String hospital, List<MeasureReport> first, List<MeasureReport> last) {}

    /** What the server that holds everything says, and the node should say. */
    private record Union(
            KneeRegistry registry,
            MeasureReport year,
            Map<String, MeasureReport> byHospital,
            List<MeasureReport> quarters) {}

    @Test
    void theNodeSaysWhatOneServerWithAllRecordsWould() {
        Map<String, List<List<Knee>>> knees = new LinkedHashMap<>();
        HOSPITALS.forEach((hospital, patients) -> knees.put(hospital, quarters(patients)));
        Union union = start(fhir -> unite(KneeRegistry.of(fhir), fhir, knees));
        KneeRegistry registry = union.registry();
        List<Told> told = new ArrayList<>();
        knees.forEach(
                (hospital, ofQuarter) -> told.add(start(fhir -> tell(registry.join(fhir), fhir, hospital, ofQuarter))));
        start(fhir -> {
            pool(registry.join(fhir), fhir, told, union);
            return fhir;
        });
    }

    private static <T> T start(Function<Fhir, T> work) {
        List<String> light = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-Xmx1g");
        TestDatabase database = TestDatabase.h2("federation");
        try (ServerProcess server = ServerProcess.delivered("federation", light, database.settings())) {
            return work.apply(server.fhir());
        }
    }

    private List<List<Knee>> quarters(int patients) {
        List<List<Knee>> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS.size(); quarter++) {
            quarters.add(Knee.random(random.nextLong(), patients, YEAR, 3 * quarter + 1, 3 * quarter + 3));
        }
        return quarters;
    }

    private static String from(String quarter) {
        return YEAR + "-" + quarter.substring(0, 5);
    }

    private static String to(String quarter) {
        return YEAR + "-" + quarter.substring(6);
    }

    private static Told tell(KneeRegistry registry, Fhir fhir, String hospital, List<List<Knee>> ofQuarter) {
        String organization = KneeRegistry.hospital(fhir, hospital);
        ofQuarter.forEach(knees -> registry.treat(fhir, organization, knees.subList(0, (knees.size() + 1) / 2)));
        List<MeasureReport> first = deliveries(registry, fhir, organization, hospital);
        ofQuarter.forEach(knees -> {
            List<Knee> late = knees.subList((knees.size() + 1) / 2, knees.size());
            if (!late.isEmpty()) {
                registry.treat(fhir, organization, late);
            }
        });
        return new Told(hospital, first, deliveries(registry, fhir, organization, hospital));
    }

    private static List<MeasureReport> deliveries(
            KneeRegistry registry, Fhir fhir, String organization, String hospital) {
        return QUARTERS.stream()
                .map(quarter -> registry.delivery(fhir, organization, hospital, from(quarter), to(quarter)))
                .toList();
    }

    private static Union unite(KneeRegistry registry, Fhir fhir, Map<String, List<List<Knee>>> knees) {
        registry.join(fhir);
        Map<String, String> organizations = new LinkedHashMap<>();
        knees.forEach((hospital, ofQuarter) -> {
            organizations.put(hospital, KneeRegistry.hospital(fhir, hospital));
            ofQuarter.forEach(quarter -> registry.treat(fhir, organizations.get(hospital), quarter));
        });
        return union(registry, fhir, organizations);
    }

    private static Union union(KneeRegistry registry, Fhir fhir, Map<String, String> organizations) {
        Map<String, MeasureReport> byHospital = new LinkedHashMap<>();
        organizations.forEach((hospital, organization) ->
                byHospital.put(hospital, year(registry, fhir, "&reporter=Organization/" + organization)));
        return new Union(
                registry,
                year(registry, fhir, ""),
                byHospital,
                QUARTERS.stream()
                        .map(quarter -> registry.report(fhir, from(quarter), to(quarter), "")
                                .stored(MeasureReport.class))
                        .toList());
    }

    private static MeasureReport year(KneeRegistry registry, Fhir fhir, String more) {
        return registry.report(fhir, String.valueOf(YEAR), String.valueOf(YEAR), more)
                .stored(MeasureReport.class);
    }

    /** First reports, corrections and repetitions in any order, some of them several times. */
    private void pool(KneeRegistry registry, Fhir fhir, List<Told> told, Union union) {
        Map<String, String> organizations = new LinkedHashMap<>();
        told.forEach(
                hospital -> organizations.put(hospital.hospital(), KneeRegistry.hospital(fhir, hospital.hospital())));
        List<MeasureReport> sent = new ArrayList<>();
        told.forEach(hospital -> {
            sent.addAll(hospital.first());
            sent.addAll(hospital.last());
            sent.addAll(hospital.last());
        });
        Collections.shuffle(sent, random);
        sent.forEach(report -> assertThat(deliver(fhir, report)).succeeded());

        Union pooled = union(registry, fhir, organizations);
        assertThat(Figures.of(pooled.year())).as(ROUNDS.inRound(1)).isEqualTo(Figures.of(union.year()));
        organizations
                .keySet()
                .forEach(hospital -> assertThat(Figures.of(pooled.byHospital().get(hospital)))
                        .as(hospital + ", " + ROUNDS.inRound(1))
                        .isEqualTo(Figures.of(union.byHospital().get(hospital))));
        for (int quarter = 0; quarter < QUARTERS.size(); quarter++) {
            assertThat(Figures.of(pooled.quarters().get(quarter)))
                    .as(QUARTERS.get(quarter) + ", " + ROUNDS.inRound(1))
                    .isEqualTo(Figures.of(union.quarters().get(quarter)));
        }
        assertThat(pooled.year().getEvaluatedResource()).hasSize(HOSPITALS.size() * QUARTERS.size());
        assertThat(fhir.count("Patient", Map.of())).as("patients of the node").isZero();
        assertThat(fhir.count("MeasureReport", Map.of())).isEqualTo(HOSPITALS.size() * QUARTERS.size());
        checkWhatThePublicGets(registry, fhir, organizations.get("small"));
        checkACorrectionMovesOnlyItsHospital(registry, fhir, told, union);
    }

    private static Reply deliver(Fhir fhir, MeasureReport report) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("measureReport").setResource(report);
        return fhir.post("Measure/$submit-data", Fhir.json(parameters));
    }

    /** The small hospital has four patients: no count under ten is shown, and nothing of what would tell them. */
    private static void checkWhatThePublicGets(KneeRegistry registry, Fhir fhir, String small) {
        MeasureReport open = year(registry, fhir, "&recipient=public");
        List<IntegerType> counts = open.getGroup().stream()
                .flatMap(group -> counts(group).stream())
                .toList();
        assertThat(counts).anyMatch(IntegerType::hasValue).anyMatch(count -> !count.hasValue());
        assertThat(counts).allSatisfy(count -> {
            if (count.hasValue()) {
                assertThat(count.getValue()).matches(number -> number == 0 || number >= 10, "is no small number");
            } else {
                assertThat(count.hasExtension(CoreExtensions.DATA_ABSENT_REASON))
                        .isTrue();
            }
        });
        StratifierGroupComponent hidden = new Report(open)
                .stratifier("mean-gain", "organization").stream()
                        .filter(stratum -> stratum.getValue().getText().equals(small))
                        .findFirst()
                        .orElseThrow();
        assertThat(hidden.getMeasureScore().getValue()).isNull();
        assertThat(hidden.hasExtension(Extensions.POOLABLE_CELL)).isFalse();
        assertThat(open.hasExtension(Extensions.POOLABLE_SUMS)).isFalse();
        assertThat(open.getEvaluatedResource()).isEmpty();
        ROUNDS.say(
                "{} of {} counts are hidden from the public",
                counts.stream().filter(count -> !count.hasValue()).count(),
                counts.size());
    }

    private static List<IntegerType> counts(MeasureReportGroupComponent group) {
        List<IntegerType> counts = new ArrayList<>();
        group.getPopulation().forEach(population -> counts.add(population.getCountElement()));
        group.getStratifier()
                .forEach(stratifier -> stratifier
                        .getStratum()
                        .forEach(stratum -> stratum.getPopulation()
                                .forEach(population -> counts.add(population.getCountElement()))));
        return counts;
    }

    /** Told again as of now, the first reports of a hospital count: the node then has half of its patients. */
    private static void checkACorrectionMovesOnlyItsHospital(
            KneeRegistry registry, Fhir fhir, List<Told> told, Union union) {
        Told large = told.get(0);
        large.first().forEach(report -> {
            MeasureReport corrected = report.copy();
            corrected
                    .getExtensionByUrl(Extensions.DATA_AS_OF)
                    .setValue(new InstantType(Date.from(Instant.now().truncatedTo(ChronoUnit.SECONDS))));
            assertThat(deliver(fhir, corrected)).succeeded();
        });
        int before = new Report(union.year()).count("response-chain", "eligible");
        int after = new Report(year(registry, fhir, "")).count("response-chain", "eligible");
        assertThat(before - after).isEqualTo(QUARTERS.size() * HOSPITALS.get("large") / 2);
        assertThat(new Report(year(registry, fhir, "&recipient=registry")).count("response-chain", "eligible"))
                .as("for whoever may see everything")
                .isEqualTo(after);
    }
}
