package nl.meerwaarde.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;

/** For whom a report is, and whether that recipient may ask what is asked. */
class ReportRecipients {
    private final RecipientPolicies policies;
    private final String byDefault;
    private final boolean audited;

    /**
     * @param byDefault the kind of recipient when nobody says
     * @param audited whether releases can be audited here; otherwise only those are served who see everything
     */
    ReportRecipients(RecipientPolicies policies, String byDefault, boolean audited) {
        this.policies = policies;
        this.byDefault = byDefault;
        this.audited = audited;
    }

    /**
     * The recipient of a request.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 when there is no such recipient, 422 with everything that is not for it
     */
    Recipient of(EvaluateMeasureRequest request, Reporter reporter) {
        Recipient recipient = named(request);
        RecipientPolicy policy = recipient.policy();
        List<Problem> problems = problems(request, reporter, recipient);
        if (!audited && !recipient.seesAllOf(reporter.owner())) {
            problems.add(problem(ProblemCode.NOT_FOR_RECIPIENT, "recipient", "no-audit", policy.code()));
        }
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        return recipient;
    }

    /**
     * The recipient that a request names, whatever it asks for.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 when there is none such
     */
    Recipient named(EvaluateMeasureRequest request) {
        String code = Optional.ofNullable(request.recipient()).orElse(byDefault);
        return new Recipient(policies.require(code), request.recipientOrganization());
    }

    private static List<Problem> problems(EvaluateMeasureRequest request, Reporter reporter, Recipient recipient) {
        RecipientPolicy policy = recipient.policy();
        List<Problem> problems = new ArrayList<>();
        boolean entitled = recipient.seesAllOf(reporter.owner());
        if (request.type() != MeasureReports.ReportType.POPULATION && !(entitled && policy.individual())) {
            problems.add(problem(ProblemCode.NOT_FOR_RECIPIENT, "reportType", "no-individuals", policy.code()));
        }
        if (request.reporter() != null && !entitled) {
            problems.add(problem(ProblemCode.NOT_FOR_RECIPIENT, "reporter", "not-of-one-organization", policy.code()));
        }
        boolean anyPeriod = entitled && policy.freePeriods();
        if (!anyPeriod
                && PeriodGrid.of(request.from(), request.to())
                        .filter(policy.periods()::contains)
                        .isEmpty()) {
            problems.add(problem(
                    ProblemCode.NOT_FOR_RECIPIENT, "periodStart", "off-the-grid", policy.code(), examples(policy)));
        }
        return problems;
    }

    /** The allowed periods by example: the first of each length. */
    private static String examples(RecipientPolicy policy) {
        return policy.periods().stream()
                .sorted()
                .map(grid -> grid.code() + " (" + grid.in(2025).get(0).from() + "/"
                        + grid.in(2025).get(0).to() + ")")
                .collect(Collectors.joining(", "));
    }

    private static Problem problem(ProblemCode code, String parameter, String key, Object... arguments) {
        return new Problem(code, parameter, Sentence.beside(ReportRecipients.class, key, arguments));
    }
}
