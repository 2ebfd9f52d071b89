package nl.meerwaarde.benchmark;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.report.RecipientReports;
import nl.meerwaarde.statistics.LimitStatus;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;

/**
 * The operation {@code $benchmark}, at type and instance level, by GET and POST: organisations or teams side by side. The answer is a Bundle of reports and pictures; whoever
 * accepts {@code image/svg+xml} gets the picture itself.
 */
public class BenchmarkProvider {
    private static final String CANONICAL = "https://w3id.org/meerwaarde/fhir/OperationDefinition/measure-benchmark";
    private static final List<String> LANGUAGES = List.of("en", "nl");

    private final FhirContext fhirContext;
    private final FactMeasures measures;
    private final RecipientReports reports;
    private final Names names;
    private final DefinitionSource definitions;

    BenchmarkProvider(
            FhirContext fhirContext,
            FactMeasures measures,
            RecipientReports reports,
            Names names,
            DefinitionSource definitions) {
        this.fhirContext = fhirContext;
        this.measures = measures;
        this.reports = reports;
        this.names = names;
        this.definitions = definitions;
    }

    /** Compares by the Measure that the parameter {@code measure} names. */
    @Operation(
            name = "$benchmark",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource ofType(ServletRequestDetails details) {
        BenchmarkRequest request = BenchmarkRequest.read(OperationParameters.of(fhirContext, details), true);
        return answer(measures.require(String.valueOf(request.measure())), request, details);
    }

    /** Compares by the Measure in the address. */
    @Operation(
            name = "$benchmark",
            typeName = "Measure",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource ofInstance(@IdParam IdType id, ServletRequestDetails details) {
        BenchmarkRequest request = BenchmarkRequest.read(OperationParameters.of(fhirContext, details), false);
        return answer(measures.require("Measure/" + id.getIdPart()), request, details);
    }

    private IBaseResource answer(FactMeasure measure, BenchmarkRequest request, ServletRequestDetails details) {
        if (request.unit() == Unit.TEAM && !measure.isByTeam()) {
            throw Problems.badRequest(List.of(problem("by", Unit.TEAM.key("not-by-organization"))));
        }
        Recipient recipient = reports.recipient(
                measure,
                request.recipient(),
                request.recipientOrganization(),
                request.within(),
                request.periods().get(0));
        List<Comparison.InPeriod> compared = new ArrayList<>();
        for (Period period : request.periods()) {
            MeasureReport report = reports.report(measure, period, request.within(), recipient);
            compared.add(new Comparison.InPeriod(period, report, benchmark(measure, request, recipient, report)));
        }
        String language = AcceptedLanguages.of(details).best("en", LANGUAGES).orElse("en");
        Comparison comparison = new Comparison(words(measure, compared, language), compared);
        details.getResponse().addHeader("Content-Language", language);
        details.getResponse().addHeader("Vary", "Accept, Accept-Language");
        return PictureRequest.of(details) ? picture(comparison, language) : comparison.bundle();
    }

    private Benchmark benchmark(
            FactMeasure measure, BenchmarkRequest request, Recipient recipient, MeasureReport report) {
        List<ReportedGroup> groups = ReportedGroup.of(report, request.unit());
        ReportedGroup group = ReportedGroup.named(request.group(), groups)
                .orElseThrow(() -> Problems.badRequest(List.of(problem(
                        "group",
                        request.unit().key(request.group().isEmpty() ? "not-by-organization" : "unknown-group"),
                        request.group().orElse(""),
                        groups.stream().map(ReportedGroup::name).collect(Collectors.joining(", "))))));
        if (!request.choice().suits(group.isShare() || group.isRatio())) {
            throw Problems.badRequest(List.of(problem("limits", "no-exact-mean", group.name())));
        }
        return Benchmark.of(
                group,
                reports.moreIsBetter(measure, group.component().getId(), group.statistic()),
                measure.reference(),
                request.choice(),
                Math.max(LimitStatus.FEWEST, recipient.policy().adjustedFrom()),
                request.own());
    }

    private static Problem problem(String parameter, String key, Object... arguments) {
        return new Problem(
                ProblemCode.INVALID_PARAMETER, parameter, Sentence.beside(BenchmarkProvider.class, key, arguments));
    }

    private BenchmarkWords words(FactMeasure measure, List<Comparison.InPeriod> compared, String language) {
        List<String> references = compared.stream()
                .flatMap(period -> period.benchmark().places().stream())
                .flatMap(place -> place.reference().stream())
                .distinct()
                .toList();
        return new BenchmarkWords(
                language, measures.title(measure), names.of(references), BenchmarkWords.statistics(definitions));
    }

    private static Binary picture(Comparison comparison, String language) {
        Binary binary = new Binary();
        binary.setContentType(Comparison.SVG);
        binary.setData(comparison.picture().getBytes(StandardCharsets.UTF_8));
        binary.setLanguage(language);
        return binary;
    }
}
