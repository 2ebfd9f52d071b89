package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.outcome.Series;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.ServerProcess;
import nl.meerwaarde.tests.support.TestDatabase;
import nl.meerwaarde.tests.support.Wordings;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A report over more and more patients against the bare SQL of the same rows, and over ten thousand against HAPI's clinical reasoning on the same database. Facts
 * of 2024 are settled by the server's own job before anything is measured. With {@code -Dbench.data=folder} the database stays for the next run, which may go on
 * with other {@code bench.sizes}; {@code -Dbench.cql=false} leaves out clinical reasoning.
 */
class ReportBench {
    private static final int PATIENTS = Integer.getInteger("bench.patients", 10_000);
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.sizes", "10000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final boolean CQL = Boolean.parseBoolean(System.getProperty("bench.cql", "true"));
    private static final int ORGANIZATIONS = 100;
    private static final int REPEATS = 100;
    private static final int WARM_UP = 100;

    /** Of what takes seconds. */
    private static final int FEW = 5;

    /** Until the Java machine has compiled what a report needs; CQL has minutes for that within its one run. */
    private static final int COMPILING = 1_000;

    private static final int IN_ONE_BUNDLE = 20;
    private static final double NO_ANSWER_AFTER = 0.25;
    private static final LocalDate FIRST_OPERATION = LocalDate.of(2024, 1, 10);
    private static final String PERIOD = "?periodStart=2024-01-01&periodEnd=2024-12-31";
    private static final String EMPTY_PERIOD = "?periodStart=1999-01-01&periodEnd=1999-12-31";

    /** Nobody was treated on the days it lacks; of no whole months, so every fact is read. */
    private static final String ODD_PERIOD = "?periodStart=2024-01-02&periodEnd=2024-12-31";

    private static final String WHOLE = "knee-replacement-primary-oxford";

    /** The same Measure with no more than what is asked of CQL, by organisation, sex and age band. */
    private static final String SHARE = "knee-replacement-primary-oxford-improved";

    private static final Set<String> DIVIDED_BY = Set.of("organization", "sex", "age-band");
    private static final String PATHWAY = "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-replacement-primary";
    private static final String OXFORD_KNEE_SCORE =
            "https://w3id.org/meerwaarde/fhir/CodeSystem/score|oxford-knee-score";
    private static final long MOMENTS = Series.ofMoments(PATHWAY, "month-6").key();
    private static final long SCORES =
            Series.ofScores(PATHWAY, "month-6", OXFORD_KNEE_SCORE).key();

    /** As a hospital would set it up on such a machine. */
    private static final Map<String, String> SERVER = Map.of(
            "shared_buffers",
            "4GB",
            "effective_cache_size",
            "10GB",
            "work_mem",
            "32MB",
            "maintenance_work_mem",
            "512MB");

    /** What somebody would write who knows the table and wants the same figures by the same strata: how many got how far, and the sums over the pairs. */
    private static final String BARE_SQL = """
            with answers as (
              select organization_id, sex, age_band, score = '' as is_moment, counted, closes_on < current_date as closed, invited, ended_by, returned,
                     proxy, after_millionths,
                     case when counted and closes_on < current_date and not proxy and after_millionths is not null then before_millionths end as before,
                     case when counted and closes_on < current_date and not proxy and before_millionths is not null then after_millionths end as after
              from mw_change
              where series in (%d, %d) and settled in (true, false) and index_from >= '2024-01-01' and index_to <= '2024-12-31'
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
            """.formatted(MOMENTS, SCORES);

    /** By what reports divide, drawn for each episode: a hundred organisations, two sexes, five age bands, and languages, literacy and deprivation as they may be. */
    private static final Map<String, String> STRATA = new TreeMap<>(Map.of(
            "organization_id", "'hospital-' || " + drawn("o", ORGANIZATIONS),
            "sex", "(array['female', 'male'])[1 + " + drawn("s", 2) + "]",
            "age_band", "(array['40-49', '50-59', '60-69', '70-79', '80-89'])[1 + " + drawn("a", 5) + "]",
            "language",
                    "(array['nl', 'nl', 'nl', 'nl', 'nl', 'nl', 'nl', 'en', 'tr', 'ar'])[1 + " + drawn("l", 10) + "]",
            "literacy", "(array[null, null, null, 'adequate', 'adequate', 'limited'])[1 + " + drawn("i", 6) + "]",
            "deprivation", "cast(1 + " + drawn("d", 5) + " as smallint)"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final Page page = new Page("Asking for an outcome report");

    private static String drawn(String of, int sides) {
        return "mod(abs(hashtext('" + of + "' || episode_id)), " + sides + ")";
    }

    @Test
    void reportsAreFastEnough() throws Exception {
        try (Databases databases = Databases.with(SERVER, System.getProperty("bench.data"))) {
            TestDatabase database = databases.create("outcomes");
            JdbcTemplate jdbc =
                    new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()));
            if (!isLoaded(jdbc)) {
                try (ServerProcess loading = ours(database, "P30D")) {
                    Wordings.load(loading.fhir(), "oxford-knee-score");
                    load(loading.fhir());
                    divide(jdbc);
                }
            }
            page.line("PostgreSQL with %s.", new TreeMap<>(SERVER));
            page.line("");
            Sizes sizes = new Sizes();
            try (ServerProcess ours = ours(database, "PT5S")) {
                assertThat(ours.fhir().put(shareOf(ours.fhir())).status()).isLessThan(300);
                for (int size : SIZES) {
                    multiply(jdbc, size);
                    settle(jdbc);
                    sizes.add(measure(ours, database, jdbc, size));
                }
                page.line(
                        "| patients | report, ms: median (5 %% to 95 %%) of %d | bare SQL, ms: median (least to most) of %d | fact by fact, ms: median of %d |",
                        REPEATS, FEW, FEW);
                page.line("|---|---|---|---|");
                double none = median(() -> ask(ours, EMPTY_PERIOD)).middle();
                page.line("| 0 | %.1f | | |", none);
                sizes.rows();
                page.line("");
                sizes.tellSlope();
                page.write("report.md");
                assertThat(none).as("fixed cost in ms").isLessThan(15);
            }
            sizes.judge();
            if (CQL) {
                assertThat(againstCql(database, sizes.smallest()))
                        .as("times as fast as CQL")
                        .isGreaterThanOrEqualTo(10_000);
                page.write("report.md");
            }
        }
    }

    private static Measure shareOf(Fhir fhir) {
        Measure measure = fhir.get("Measure/" + WHOLE).stored(Measure.class);
        measure.setId(SHARE);
        measure.setMeta(
                new Meta().addProfile(measure.getMeta().getProfile().get(0).getValue()));
        measure.setUrl(measure.getUrl() + "-improved").setName(measure.getName() + "Improved");
        measure.getLibrary().clear();
        measure.setText(null);
        measure.getGroup()
                .removeIf(group -> !Set.of("response-chain", "improved-any").contains(group.getId()));
        measure.getGroup()
                .forEach(group -> group.getStratifier()
                        .removeIf(stratifier -> !DIVIDED_BY.contains(
                                stratifier.getCode().getCodingFirstRep().getCode())));
        return measure;
    }

    private static ServerProcess ours(TestDatabase database, String settleEvery) {
        return ServerProcess.delivered(
                "report-ours",
                List.of(),
                Stream.concat(
                                database.settings().stream(),
                                Stream.of("--meerwaarde.report.settle-every=" + settleEvery))
                        .toList());
    }

    /** What was measured. */
    private final class Sizes {
        private final Map<Integer, Measured> measured = new TreeMap<>();

        void add(Measured size) {
            measured.put(size.patients(), size);
        }

        void rows() {
            measured.values()
                    .forEach(size -> page.line(
                            "| %d | %.1f (%.1f to %.1f) | %.1f (%.1f to %.1f) | %.1f |",
                            size.patients(),
                            size.report().middle(),
                            size.report().low(),
                            size.report().high(),
                            size.bare().middle(),
                            size.bare().low(),
                            size.bare().high(),
                            size.plain().middle()));
        }

        /** Those that were stored as resources too. */
        Measured smallest() {
            return Objects.requireNonNull(measured.get(PATIENTS));
        }

        /** How the report grows from the fewest patients to the most, against the bare SQL. */
        private double slope() {
            List<Measured> sizes = List.copyOf(measured.values());
            Measured fewest = sizes.get(0);
            Measured most = sizes.get(sizes.size() - 1);
            return (most.report().middle() - fewest.report().middle())
                    / (most.bare().middle() - fewest.bare().middle());
        }

        void tellSlope() {
            if (measured.size() > 1) {
                page.line("Slope %.3f × that of the bare SQL.", slope());
            }
        }

        void judge() {
            if (measured.size() > 1) {
                assertThat(slope()).as("slope against bare SQL").isLessThan(1.5);
            }
            Measured million = measured.get(1_000_000);
            if (million != null) {
                assertThat(million.report().middle()).as("ms for a million").isLessThan(150);
            }
        }
    }

    private record Measured(
            int patients, Report said, Spread report, Report share, Spread shareReport, Spread bare, Spread plain) {}

    private Measured measure(ServerProcess ours, TestDatabase database, JdbcTemplate jdbc, int size) throws Exception {
        Report report = new Report(ours.fhir().get(path(PERIOD)));
        assertThat(report.count("response-chain", "eligible")).isEqualTo(size);
        assertThat(report.group("mean-gain").getStratifierFirstRep().getStratum())
                .hasSize(ORGANIZATIONS);
        assertThat(figures(new Report(ours.fhir().get(path(ODD_PERIOD)))))
                .as("what is said fact by fact")
                .isEqualTo(figures(report));
        for (int i = 0; i < COMPILING; i++) {
            ask(ours, PERIOD);
            ask(ours, SHARE, PERIOD);
        }
        Spread settled = median(() -> ask(ours, PERIOD));
        Report share = new Report(ours.fhir().get(path(SHARE, PERIOD)));
        Spread shareReport = median(() -> ask(ours, SHARE, PERIOD));
        Spread bare = few(() -> askBare(database));
        Spread plain = few(() -> ask(ours, ODD_PERIOD));
        page.line(
                "%d patients: %s; one share of it %s; bare SQL %s; fact by fact %s.",
                size, settled, shareReport, bare, plain);
        page.line(
                "mw_change: %d rows, %s with its indexes; mw_settled: %d rows, %s.",
                jdbc.queryForObject("select count(*) from mw_change", Long.class),
                disk(jdbc, "mw_change"),
                jdbc.queryForObject("select count(*) from mw_settled", Long.class),
                disk(jdbc, "mw_settled"));
        page.line("");
        page.write("report.md");
        return new Measured(size, report, settled, share, shareReport, bare, plain);
    }

    private static String figures(Report report) {
        MeasureReport figures = report.resource().copy();
        figures.setId((String) null);
        figures.setMeta(null);
        figures.setDate(null);
        figures.setPeriod(null);
        figures.getExtension().clear();
        return Fhir.json(figures);
    }

    private static String disk(JdbcTemplate jdbc, String table) {
        return jdbc.queryForObject("select pg_size_pretty(pg_total_relation_size('" + table + "'))", String.class);
    }

    private double againstCql(TestDatabase database, Measured measured) throws Exception {
        Report ours = measured.share();
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
            page.line("CQL over %d patients, one run: %.0f ms, %s.", PATIENTS, theirMillis, counts);
            assertThat(counts)
                    .containsEntry("initial-population", ours.count("response-chain", "eligible"))
                    .containsEntry("denominator", ours.count("improved-any", "denominator"))
                    .containsEntry("numerator", ours.count("improved-any", "numerator"));
            double times = theirMillis / measured.shareReport().middle();
            page.line(
                    "Ours counts the same, also by organisation, sex and age band, %.0f × as fast; the whole Measure %.0f ×.",
                    times, theirMillis / measured.report().middle());
            page.line("");
            return times;
        }
    }

    private static boolean isLoaded(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select to_regclass('mw_change') is not null", Boolean.class)
                && jdbc.queryForObject(
                        "select count(*) > 0 from mw_change where organization_id like 'hospital-%'", Boolean.class);
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
                .map(i -> number * IN_ONE_BUNDLE + i)
                .boxed()
                .flatMap(i -> patient(fhir, i, random))
                .forEach(resource -> bundle.addEntry()
                        .setResource(resource)
                        .getRequest()
                        .setMethod(HTTPVerb.PUT)
                        .setUrl(resource.fhirType() + "/"
                                + resource.getIdElement().getIdPart()));
        return bundle;
    }

    /** Operated on in one of the twelve months. */
    private static Stream<Resource> patient(Fhir fhir, int number, Random random) {
        String id = "bench-" + number;
        LocalDate operation = FIRST_OPERATION.plusMonths(number % 12);
        QuestionnaireResponse before =
                BenchPatient.answers(fhir, id, "" + random.nextInt(3), "" + operation.minusDays(12));
        before.setId(id + "-before");
        Stream<Resource> resources =
                Stream.concat(BenchPatient.resources(id, "" + operation).stream(), Stream.of(before));
        if (random.nextDouble() < NO_ANSWER_AFTER) {
            return resources;
        }
        QuestionnaireResponse after =
                BenchPatient.answers(fhir, id, "" + random.nextInt(5), "" + operation.plusMonths(6));
        after.setId(id + "-after");
        return Stream.concat(resources, Stream.of(after));
    }

    private static void divide(JdbcTemplate jdbc) {
        String strata = STRATA.entrySet().stream()
                .map(column -> column.getKey() + " = " + column.getValue())
                .collect(java.util.stream.Collectors.joining(", "));
        jdbc.update("update mw_change set " + strata);
        jdbc.update("update mw_episode set " + strata);
    }

    /** As many times the facts, as if there had been as many times the patients; of the tables that this report reads. */
    private static void multiply(JdbcTemplate jdbc, int patients) {
        long there = jdbc.queryForObject("select count(*) from mw_change where series = " + MOMENTS, Long.class);
        String columns =
                "moment, score, model, series, pathway, pathway_version, index_from, index_to, ended_by, closes_on, counted, invited, "
                        + "returned, proxy, before_millionths, after_millionths, expected";
        for (long copy = there / PATIENTS; copy < patients / PATIENTS; copy += 10) {
            jdbc.update("insert into mw_change (episode_id, patient_id, " + String.join(", ", STRATA.keySet()) + ", "
                    + columns + ") select episode_id, patient_id, "
                    + String.join(", ", STRATA.values()) + ", " + columns
                    + " from (select episode_id || '-' || k as episode_id, patient_id || '-' || k as patient_id, "
                    + columns + " from mw_change, generate_series(" + copy + ", "
                    + (Math.min(copy + 10, patients / PATIENTS) - 1)
                    + ") k where episode_id not like 'bench-%-%') copies");
        }
    }

    /** Waits until the server has settled what there is. */
    private void settle(JdbcTemplate jdbc) {
        SettledFacts facts = new SettledFacts(jdbc);
        long begin = System.nanoTime();
        await().atMost(Duration.ofMinutes(25))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> facts.due(LocalDate.now(), 100).isEmpty());
        page.line("Settled after %.0f s.", (System.nanoTime() - begin) / 1e9);
        jdbc.execute("vacuum analyze");
        jdbc.execute("checkpoint");
    }

    private static String path(String period) {
        return path(WHOLE, period);
    }

    private static String path(String measure, String period) {
        return "Measure/" + measure + "/$evaluate-measure" + period;
    }

    private void ask(ServerProcess server, String period) throws Exception {
        ask(server, WHOLE, period);
    }

    private void ask(ServerProcess server, String measure, String period) throws Exception {
        URI address =
                URI.create(server.fhir().base() + "/" + path(measure, period).replace("$", "%24"));
        HttpResponse<byte[]> reply = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    private static void askBare(TestDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(BARE_SQL)) {
            assertThat(rows.next()).isTrue();
        }
    }

    /** Something that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    /** Milliseconds. */
    private record Spread(double middle, double low, double high) {
        @Override
        public String toString() {
            return String.format(java.util.Locale.ROOT, "%.1f ms (%.1f to %.1f)", middle, low, high);
        }
    }

    private static Spread median(Work work) throws Exception {
        double[] millis = millis(work, WARM_UP, REPEATS);
        return new Spread(millis[REPEATS / 2], millis[REPEATS / 20], millis[REPEATS - 1 - REPEATS / 20]);
    }

    private static Spread few(Work work) throws Exception {
        double[] millis = millis(work, 2, FEW);
        return new Spread(millis[FEW / 2], millis[0], millis[FEW - 1]);
    }

    /** Shortest first. */
    private static double[] millis(Work work, int warmUp, int repeats) throws Exception {
        double[] millis = new double[repeats];
        for (int i = -warmUp; i < repeats; i++) {
            long begin = System.nanoTime();
            work.run();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis;
    }
}
