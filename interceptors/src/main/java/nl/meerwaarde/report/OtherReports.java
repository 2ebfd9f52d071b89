package nl.meerwaarde.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.report.MeasureReports.ReportType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;

/** Reports about Measures that are no fact-measures: about everybody, fetched later, published never. */
class OtherReports {
    private final FactMeasures measures;
    private final OtherMeasures evaluated;
    private final ReportRecipients recipients;

    OtherReports(FactMeasures measures, OtherMeasures evaluated, ReportRecipients recipients) {
        this.measures = measures;
        this.evaluated = evaluated;
        this.recipients = recipients;
    }

    /**
     * The Measures of a request that are no fact-measures, by the name that it gives them, when they can be evaluated; none where the engine is off.
     *
     * @param later whether the reports are to be fetched later
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 when there is no such recipient, 422 with what is in the way
     */
    Map<String, Measure> requested(EvaluateMeasureRequest request, boolean later) {
        Map<String, Measure> others = new LinkedHashMap<>();
        if (evaluated.areEvaluated()) {
            request.measures()
                    .forEach(name -> measures.ofOtherKind(name).ifPresent(measure -> others.put(name, measure)));
        }
        if (!others.isEmpty()) {
            check(others, request, later);
        }
        return others;
    }

    private void check(Map<String, Measure> others, EvaluateMeasureRequest request, boolean later) {
        List<Problem> problems = parameters(request);
        if (!later) {
            others.keySet().forEach(name -> problems.add(problem("Prefer", "only-later", name)));
        }
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        Recipient recipient = recipients.of(request, Reporter.EVERYBODY);
        others.values().forEach(measure -> evaluated.check(measure, recipient));
    }

    private static List<Problem> parameters(EvaluateMeasureRequest request) {
        List<Problem> problems = new ArrayList<>();
        if (request.reporter() != null) {
            problems.add(problem("reporter", "about-everybody", "reporter"));
        }
        if (request.type() != ReportType.POPULATION) {
            problems.add(problem("reportType", "about-everybody", "reportType"));
        }
        if (request.publish()) {
            problems.add(problem("publish", "about-everybody", "publish"));
        }
        return problems;
    }

    private static Problem problem(String parameter, String key, Object... arguments) {
        return new Problem(
                ProblemCode.UNSUPPORTED_MEASURE, parameter, Sentence.beside(OtherReports.class, key, arguments));
    }

    /** Evaluates a Measure that was requested. */
    MeasureReport report(Measure measure, EvaluateMeasureRequest request, BooleanSupplier cancelled) {
        return evaluated.evaluate(
                measure,
                new PeriodGrid.Period(request.from(), request.to()),
                recipients.of(request, Reporter.EVERYBODY),
                cancelled);
    }
}
