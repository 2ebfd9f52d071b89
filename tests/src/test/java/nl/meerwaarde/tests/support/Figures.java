package nl.meerwaarde.tests.support;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.Quantity;

/** Every number of a report, by where it stands; without the strata by organisation, whose names differ from server to server. */
public final class Figures {
    private final Map<String, String> numbers = new TreeMap<>();

    private Figures() {}

    public static Map<String, String> of(MeasureReport report) {
        Figures figures = new Figures();
        for (int i = 0; i < report.getGroup().size(); i++) {
            figures.add(i + " ", report.getGroup().get(i));
        }
        return figures.numbers;
    }

    private void add(String where, MeasureReportGroupComponent group) {
        add(where, group, group.getMeasureScore());
        group.getPopulation().forEach(population -> add(where + code(population.getCode()), population.getCount()));
        group.getStratifier().stream()
                .filter(stratifier -> !code(stratifier.getCodeFirstRep()).equals("organization"))
                .forEach(stratifier -> stratifier.getStratum().forEach(stratum -> {
                    String there = where + code(stratifier.getCodeFirstRep()) + " "
                            + stratum.getValue().getText() + " ";
                    add(there, stratum, stratum.getMeasureScore());
                    stratum.getPopulation()
                            .forEach(population -> add(there + code(population.getCode()), population.getCount()));
                }));
    }

    private void add(String where, Element element, Quantity score) {
        add(where + "score", score.getValue());
        for (Extension extension : element.getExtension()) {
            if (extension.getUrl().equals(Extensions.POOLABLE_CELL)) {
                extension
                        .getExtension()
                        .forEach(part ->
                                add(where + part.getUrl(), part.getValue().primitiveValue()));
            } else {
                add(where + extension.getUrl(), extension.getValue().primitiveValue());
            }
        }
    }

    private void add(String where, Object number) {
        numbers.put(
                where,
                number instanceof BigDecimal decimal
                        ? decimal.stripTrailingZeros().toPlainString()
                        : String.valueOf(number));
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }
}
