package nl.meerwaarde.tests.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/** A MeasureReport, read the way a test asks. */
record Report(MeasureReport resource) {
    Report(Reply reply) {
        this(reply.stored(MeasureReport.class));
    }

    MeasureReportGroupComponent group(String statistic) {
        return resource.getGroup().stream()
                .filter(group -> statistic.equals(code(group, Canonicals.Extensions.STATISTIC)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No group " + statistic));
    }

    BigDecimal value(String statistic) {
        return group(statistic).getMeasureScore().getValue();
    }

    boolean isAbsent(String statistic) {
        return group(statistic)
                .getMeasureScore()
                .getValueElement()
                .hasExtension("http://hl7.org/fhir/StructureDefinition/data-absent-reason");
    }

    int count(String statistic, String population) {
        return group(statistic).getPopulation().stream()
                .filter(p -> population.equals(p.getCode().getCodingFirstRep().getCode()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No population " + population))
                .getCount();
    }

    Optional<BigDecimal> deviation(String statistic) {
        return Optional.ofNullable(group(statistic).getExtensionByUrl(Canonicals.Extensions.STANDARD_DEVIATION))
                .map(extension -> ((DecimalType) extension.getValue()).getValue());
    }

    List<String> strata(String statistic, String stratifier) {
        return stratifier(statistic, stratifier).stream()
                .map(stratum -> stratum.getValue().getText())
                .toList();
    }

    BigDecimal value(String statistic, String stratifier, String stratum) {
        return stratifier(statistic, stratifier).stream()
                .filter(s -> s.getValue().getText().equals(stratum))
                .findFirst()
                .orElseThrow()
                .getMeasureScore()
                .getValue();
    }

    private List<StratifierGroupComponent> stratifier(String statistic, String stratifier) {
        return group(statistic).getStratifier().stream()
                .filter(s -> s.getCodeFirstRep().getCodingFirstRep().getCode().equals(stratifier))
                .findFirst()
                .orElseThrow()
                .getStratum();
    }

    static String code(Element element, String url) {
        return element.getExtensionByUrl(url) != null
                        && element.getExtensionByUrl(url).getValue() instanceof CodeType code
                ? code.getValue()
                : "";
    }
}
