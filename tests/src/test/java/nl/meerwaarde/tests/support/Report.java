package nl.meerwaarde.tests.support;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/** A MeasureReport, read the way a test asks. */
public record Report(MeasureReport resource) {
    public Report(Reply reply) {
        this(reply.stored(MeasureReport.class));
    }

    public MeasureReportGroupComponent group(String statistic) {
        return resource.getGroup().stream()
                .filter(group -> statistic.equals(code(group, Canonicals.Extensions.STATISTIC)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No group " + statistic));
    }

    public BigDecimal value(String statistic) {
        return group(statistic).getMeasureScore().getValue();
    }

    public boolean isAbsent(String statistic) {
        return group(statistic)
                .getMeasureScore()
                .getValueElement()
                .hasExtension("http://hl7.org/fhir/StructureDefinition/data-absent-reason");
    }

    public int count(String statistic, String population) {
        return group(statistic).getPopulation().stream()
                .filter(p -> population.equals(p.getCode().getCodingFirstRep().getCode()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No population " + population))
                .getCount();
    }

    public Optional<BigDecimal> deviation(String statistic) {
        return Optional.ofNullable(group(statistic).getExtensionByUrl(Canonicals.Extensions.STANDARD_DEVIATION))
                .map(extension -> ((DecimalType) extension.getValue()).getValue());
    }

    public List<String> strata(String statistic, String stratifier) {
        return stratifier(statistic, stratifier).stream()
                .map(stratum -> stratum.getValue().getText())
                .toList();
    }

    public BigDecimal value(String statistic, String stratifier, String stratum) {
        return stratifier(statistic, stratifier).stream()
                .filter(s -> s.getValue().getText().equals(stratum))
                .findFirst()
                .orElseThrow()
                .getMeasureScore()
                .getValue();
    }

    /** The strata of a statistic by one stratifier; empty when there is none. */
    public List<StratifierGroupComponent> stratifier(String statistic, String stratifier) {
        return group(statistic).getStratifier().stream()
                .filter(s -> s.getCodeFirstRep().getCodingFirstRep().getCode().equals(stratifier))
                .findFirst()
                .orElseThrow()
                .getStratum();
    }

    public static String code(Element element, String url) {
        return element.getExtensionByUrl(url) != null
                        && element.getExtensionByUrl(url).getValue() instanceof CodeType code
                ? code.getValue()
                : "";
    }
}
