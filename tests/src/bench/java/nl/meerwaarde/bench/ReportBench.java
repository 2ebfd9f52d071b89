package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.outcome.Series;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.TestDatabase;
import nl.meerwaarde.tests.support.Wordings;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/**
 * A report over ten thousand patients against HAPI's clinical reasoning on the same database, and over ten times as many against the bare SQL of the
 * same rows.
 */
class ReportBench {
    private static final int PATIENTS = Integer.getInteger("bench.patients", 10_000);
    private static final int COPIES = 10;
    private static final int REPEATS = 100;

    /** Until the Java machine has compiled what a report needs; CQL has minutes for that within its one run. */
    private static final int COMPILING = 1_000;

    private static final int WARM_UP = 100;

    private static final int IN_ONE_BUNDLE = 20;
    private static final double NO_ANSWER_AFTER = 0.25;
    private static final String PERIOD = "?periodStart=2024-01-01&periodEnd=2024-12-31";
    private static final String PATHWAY = "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-replacement-primary";
    private static final String OXFORD_KNEE_SCORE =
            "https://w3id.org/meerwaarde/fhir/CodeSystem/score|oxford-knee-score";
    private static final String EMPTY_PERIOD = "?periodStart=1999-01-01&periodEnd=1999-12-31";

    /** What somebody would write who knows the table and wants the same figures by the same strata: how many got how far, and the sums over the pairs. */
    private static final String BARE_SQL = """
            with answers as (
              select organization_id, sex, age_band, score = '' as is_moment, counted, closes_on < current_date as closed, invited, ended_by, returned,
                     proxy, after_millionths,
                     case when counted and closes_on < current_date and not proxy and after_millionths is not null then before_millionths end as before,
                     case when counted and closes_on < current_date and not proxy and before_millionths is not null then after_millionths end as after
              from mw_change
              where series in (%d, %d) and index_from >= '2024-01-01' and index_to <= '2024-12-31'
            )
            select organization_id, sex, age_band,
                   count(*) filter (where is_moment and counted and closed), count(*) filter (where is_moment and counted and closed and invited),
                   count(*) filter (where is_moment and counted and not closed), count(*) filter (where is_moment and ended_by = 'death'),
                   count(*) filter (where is_moment and ended_by <> 'death'),
                   count(*) filter (where counted and closed and returned), count(*) filter (where counted and closed and after_millionths is not null),
                   count(*) filter (where counted and closed and proxy),
                   count(after), sum(before), sum(before * before), sum(after), sum(after * after), sum((after - before) * (after - before)),
                   count(*) filter (where after > before), count(*) filter (where after < before),
                   count(*) filter (where abs(after - before) > 4000000), count(*) filter (where after - before >= 5000000)
            from answers
            group by organization_id, sex, age_band
            """.formatted(
                    Series.ofMoments(PATHWAY, "month-6").key(),
                    Series.ofScores(PATHWAY, "month-6", OXFORD_KNEE_SCORE).key());

    private final HttpClient client = HttpClient.newHttpClient();
    private final Page page = new Page("Asking for an outcome report");

    @Test
    void reportsAreFastEnough() throws Exception {
        try (Databases databases = new Databases()) {
            TestDatabase database = databases.create("outcomes");
            try (ServerProcess ours = ServerProcess.delivered("report-ours", List.of(), database.settings())) {
                Wordings.load(ours.fhir(), "oxford-knee-score");
                load(ours.fhir());
                analyze(database);
                Report report = new Report(ours.fhir().get(path(PERIOD)));
                for (int i = 0; i < COMPILING; i++) {
                    ask(ours, PERIOD);
                }
                double tenThousand = median(() -> ask(ours, PERIOD));
                double none = median(() -> ask(ours, EMPTY_PERIOD));
                double bareTenThousand = median(() -> askBare(database));
                page.line(
                        "%d patients: %.1f ms; bare SQL %.1f ms; none: %.1f ms.",
                        PATIENTS, tenThousand, bareTenThousand, none);
                double timesCql = againstCql(database, report, tenThousand);
                multiply(database);
                assertThat(new Report(ours.fhir().get(path(PERIOD))).count("improved-any", "denominator"))
                        .isEqualTo(COPIES * report.count("improved-any", "denominator"));
                double hundredThousand = median(() -> ask(ours, PERIOD));
                double bareHundredThousand = median(() -> askBare(database));
                page.line("| patients | report, ms (median of %d) | bare SQL, ms |", REPEATS);
                page.line("|---|---|---|");
                page.line("| 0 | %.1f | |", none);
                page.line("| %d | %.1f | %.1f |", PATIENTS, tenThousand, bareTenThousand);
                page.line("| %d | %.1f | %.1f |", COPIES * PATIENTS, hundredThousand, bareHundredThousand);
                double slope = (hundredThousand - tenThousand) / (bareHundredThousand - bareTenThousand);
                page.line("");
                page.line("Fixed cost %.1f ms; slope %.2f × that of the bare SQL.", none, slope);
                page.write("report.md");
                assertThat(timesCql).as("times as fast as CQL").isGreaterThanOrEqualTo(10_000);
                assertThat(none).as("fixed cost in ms").isLessThan(15);
                assertThat(slope).as("slope against bare SQL").isLessThan(1.5);
            }
        }
    }

    private double againstCql(TestDatabase database, Report ours, double ourMillis) throws Exception {
        try (ServerProcess cql = ServerProcess.ofClass(CqlServer.class, database)) {
            assertThat(cql.fhir().put(CqlMeasure.library()).status()).isLessThan(300);
            assertThat(cql.fhir().put(CqlMeasure.measure()).status()).isLessThan(300);
            String path = "Measure/" + CqlMeasure.ID + "/$evaluate-measure" + PERIOD;
            // Compiles the library, so that it is not counted.
            cql.fhir().get(path + "&subject=Patient/bench-0&reportType=subject").stored(MeasureReport.class);
            long begin = System.nanoTime();
            MeasureReport theirs =
                    cql.fhir().get(path + "&reportType=population").stored(MeasureReport.class);
            double theirMillis = (System.nanoTime() - begin) / 1e6;
            Map<String, Integer> counts = new TreeMap<>();
            theirs.getGroupFirstRep()
                    .getPopulation()
                    .forEach(p -> counts.put(p.getCode().getCodingFirstRep().getCode(), p.getCount()));
            assertThat(counts)
                    .containsEntry("initial-population", ours.count("response-chain", "eligible"))
                    .containsEntry("denominator", ours.count("improved-any", "denominator"))
                    .containsEntry("numerator", ours.count("improved-any", "numerator"));
            double times = theirMillis / ourMillis;
            page.line("| %d patients | ms | counts |", PATIENTS);
            page.line("|---|---|---|");
            page.line("| CQL, one run | %.0f | %s |", theirMillis, counts);
            page.line("| ours, median of %d | %.1f | the same |", REPEATS, ourMillis);
            page.line("| times | %.0f | |", times);
            page.line("");
            return times;
        }
    }

    private static void load(Fhir fhir) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> bundles = IntStream.range(0, PATIENTS / IN_ONE_BUNDLE)
                .mapToObj(n ->
                        (Callable<Integer>) () -> fhir.bundle(bundle(fhir, n)).status())
                .toList();
        for (Future<Integer> status : threads.invokeAll(bundles)) {
            assertThat(status.get()).isEqualTo(200);
        }
        threads.shutdown();
    }

    private static Bundle bundle(Fhir fhir, int number) {
        Random random = new Random(number);
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        IntStream.range(0, IN_ONE_BUNDLE)
                .mapToObj(i -> "bench-" + (number * IN_ONE_BUNDLE + i))
                .flatMap(id -> patient(fhir, id, random))
                .forEach(resource -> bundle.addEntry()
                        .setResource(resource)
                        .getRequest()
                        .setMethod(HTTPVerb.PUT)
                        .setUrl(resource.fhirType() + "/"
                                + resource.getIdElement().getIdPart()));
        return bundle;
    }

    private static Stream<Resource> patient(Fhir fhir, String id, Random random) {
        QuestionnaireResponse before = BenchPatient.answers(fhir, id, "" + random.nextInt(3), "2024-05-20");
        before.setId(id + "-before");
        Stream<Resource> resources =
                Stream.concat(BenchPatient.resources(id, "2024-06-01").stream(), Stream.of(before));
        if (random.nextDouble() < NO_ANSWER_AFTER) {
            return resources;
        }
        QuestionnaireResponse after = BenchPatient.answers(fhir, id, "" + random.nextInt(5), "2024-12-01");
        after.setId(id + "-after");
        return Stream.concat(resources, Stream.of(after));
    }

    /** Ten times the facts, as if there had been ten times the patients. */
    private static void multiply(TestDatabase database) throws SQLException {
        List<String> copies = List.of(
                "insert into mw_episode select episode_id || '-' || k, patient_id || '-' || k, pathway, pathway_version, organization_id, side, "
                        + "index_from, index_to, sex, age, age_band, ended_by, ended_on, language, literacy, deprivation from mw_episode, generate_series(2, %d) k",
                "insert into mw_moment select episode_id || '-' || k, moment, patient_id || '-' || k, opens_on, closes_on, invited, counted "
                        + "from mw_moment, generate_series(2, %d) k",
                "insert into mw_score select episode_id || '-' || k, moment, score, source || '-' || k, patient_id || '-' || k, score_value, "
                        + "respondent, language, answer_mode, instrument, authored_on, counts from mw_score, generate_series(2, %d) k",
                "insert into mw_change select episode_id || '-' || k, moment, score, model, series, patient_id || '-' || k, pathway, "
                        + "pathway_version, organization_id, index_from, index_to, sex, age_band, ended_by, closes_on, counted, invited, returned, "
                        + "proxy, before_millionths, after_millionths, expected, language, literacy, deprivation from mw_change, generate_series(2, %d) k");
        for (String copy : copies) {
            execute(database, copy.formatted(COPIES));
        }
        analyze(database);
    }

    /** As a database at rest. */
    private static void analyze(TestDatabase database) throws SQLException {
        execute(database, "vacuum analyze");
        execute(database, "checkpoint");
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static String path(String period) {
        return "Measure/knee-replacement-primary-oxford/$evaluate-measure" + period;
    }

    private void ask(ServerProcess server, String period) throws Exception {
        URI address = URI.create(server.fhir().base() + "/" + path(period).replace("$", "%24"));
        HttpResponse<byte[]> reply = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    private static void askBare(TestDatabase database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BARE_SQL)) {
            assertThat(rows.next()).isTrue();
        }
    }

    /** Something that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    /** Milliseconds, after the warm-up. */
    private static double median(Work work) throws Exception {
        double[] millis = new double[REPEATS];
        for (int i = -WARM_UP; i < REPEATS; i++) {
            long begin = System.nanoTime();
            work.run();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[REPEATS / 2];
    }
}
