package nl.meerwaarde.federation;

import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.DeliveredSums.Delivery;
import nl.meerwaarde.federation.SubmitDataRequest.Sent;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.pooling.PoolableReport;
import nl.meerwaarde.pooling.PoolableReports;
import nl.meerwaarde.pooling.PoolableReports.Reading;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * What becomes of reports that arrive: all of them are kept, or none. The newest of an organisation, Measure version and period counts, in whichever order they
 * arrive; so sending one again changes nothing.
 */
class Reception {
    private final PoolableReports poolable;
    private final Reporters reporters;
    private final Deliveries deliveries;
    private final DeliveredReports store;
    private final IHapiTransactionService transactions;

    Reception(
            PoolableReports poolable,
            Reporters reporters,
            Deliveries deliveries,
            DeliveredReports store,
            IHapiTransactionService transactions) {
        this.poolable = poolable;
        this.reporters = reporters;
        this.deliveries = deliveries;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * A report that was read.
     *
     * @param organization id of whose it is
     * @param sent the resource as it was sent
     * @param path where it stands in the request
     */
    private record Received(PoolableReport report, String organization, MeasureReport sent, String path) {
        String id() {
            return DeliveredReports.id(report, organization);
        }

        String deliverer() {
            return report.measure().canonical() + " " + organization;
        }

        Problem problem(ProblemCode code, String where, String key, Object... arguments) {
            return new Problem(code, path + where, Sentence.beside(Reception.class, key, arguments));
        }
    }

    /**
     * Takes reports in.
     *
     * @return what became of each
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 with everything that is wrong with any of them
     */
    List<Problem> receive(List<Sent> reports) {
        List<Problem> problems = new ArrayList<>();
        List<Received> received = new ArrayList<>();
        reports.forEach(sent -> read(sent, problems).ifPresent(received::add));
        refuse(problems);
        received.stream()
                .filter(one -> poolable.hasFacts(one.report(), one.organization()))
                .map(one -> one.problem(ProblemCode.OVERLAPPING_DELIVERY, ".reporter", "has-facts", one.organization()))
                .forEach(problems::add);
        refuse(problems);
        return Objects.requireNonNull(transactions.withSystemRequest().execute(() -> keep(received)));
    }

    private Optional<Received> read(Sent sent, List<Problem> problems) {
        Optional<String> organization = reporters.find(sent.report().getReporter());
        if (organization.isEmpty()) {
            problems.add(new Problem(
                    ProblemCode.UNKNOWN_ORGANIZATION,
                    sent.path() + ".reporter",
                    Sentence.beside(Reception.class, "unknown-organization")));
        }
        Reading reading = poolable.read(sent.report(), sent.path());
        if (reading instanceof Reading.Refused refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
        PoolableReport report = ((Reading.Usable) reading).report();
        return organization.map(id -> new Received(report, id, sent.report(), sent.path()));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
    }

    private List<Problem> keep(List<Received> received) {
        List<Problem> problems = new ArrayList<>();
        List<Problem> results = new ArrayList<>();
        // In one order, so that two requests do not wait for each other.
        received.stream()
                .collect(Collectors.toMap(Received::deliverer, one -> one, (one, same) -> one, TreeMap::new))
                .values()
                .forEach(one -> deliveries.lock(one.report().measure().canonical(), one.organization()));
        received.forEach(one -> keep(one, problems, results));
        refuse(problems);
        return results;
    }

    private void keep(Received received, List<Problem> problems, List<Problem> results) {
        PoolableReport report = received.report();
        List<Delivery> others =
                deliveries
                        .overlapping(report.measure().canonical(), report.from(), report.to(), received.organization())
                        .stream()
                        .filter(delivery -> !delivery.report().equals(received.id()))
                        .toList();
        if (!others.isEmpty()) {
            problems.add(received.problem(
                    ProblemCode.OVERLAPPING_DELIVERY,
                    ".period",
                    "overlaps",
                    others.stream()
                            .map(other -> other.from() + "/" + other.to() + " (MeasureReport/" + other.report() + ")")
                            .collect(Collectors.joining(", "))));
            return;
        }
        Optional<Deliveries.Edition> kept = deliveries.edition(received.id());
        int order = kept.map(edition -> report.asOf().compareTo(edition.asOf())).orElse(1);
        if (order > 0) {
            store.store(received.sent(), report, received.organization());
            results.add(result(received, kept.isPresent() ? "replaced" : "kept"));
        } else if (order < 0) {
            results.add(result(received, "superseded"));
        } else if (kept.orElseThrow().fingerprint().equals(report.fingerprint())) {
            results.add(result(received, "unchanged"));
        } else {
            problems.add(received.problem(
                    ProblemCode.OVERLAPPING_DELIVERY, "", "same-moment", "MeasureReport/" + received.id()));
        }
    }

    private static Problem result(Received received, String key) {
        return received.problem(ProblemCode.REPORT_DELIVERED, "", key, "MeasureReport/" + received.id());
    }
}
