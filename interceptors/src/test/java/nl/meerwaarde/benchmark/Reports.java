package nl.meerwaarde.benchmark;

import java.math.BigDecimal;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reports as {@code measure} writes them, of one statistic by organisation or team. */
final class Reports {
    private final MeasureReport report = new MeasureReport();
    private final MeasureReportGroupComponent group;
    private final MeasureReportGroupStratifierComponent stratifier;
    private final String population;
    private final Unit unit;

    Reports(String statistic) {
        this(statistic, Unit.ORGANIZATION);
    }

    Reports(String statistic, Unit unit) {
        this.unit = unit;
        report.setMeasure("https://example.org/Measure/gain|1");
        group = report.addGroup();
        group.setId(statistic);
        group.addExtension(Extensions.STATISTIC, new CodeType(statistic));
        boolean mean = statistic.startsWith("mean") || statistic.startsWith("adjusted");
        population = mean ? "measure-population" : "denominator";
        group.addPopulation().setCode(concept(population)).setCount(1000);
        stratifier = group.addStratifier();
        stratifier.addCode(concept(unit.code()));
    }

    Reports all(@Nullable BigDecimal value, @Nullable BigDecimal deviation) {
        group.setMeasureScore(score(group, value, population.equals("denominator")));
        if (deviation != null) {
            group.addExtension(Extensions.STANDARD_DEVIATION, new DecimalType(deviation));
        }
        return this;
    }

    /** A missing number is a hidden one. */
    Reports organization(String id, @Nullable Integer patients, @Nullable BigDecimal value) {
        StratifierGroupComponent stratum = named(id, patients, value);
        stratum.addExtension(Extensions.STRATUM_ORGANIZATION, new Reference("Organization/" + id));
        return this;
    }

    Reports team(String id, @Nullable Integer patients, @Nullable BigDecimal value) {
        StratifierGroupComponent stratum = named(id, patients, value);
        stratum.addExtension(Extensions.STRATUM_TEAM, new Reference("CareTeam/" + id));
        return this;
    }

    Reports pseudonym(String pseudonym, @Nullable Integer patients, @Nullable BigDecimal value) {
        named(pseudonym, patients, value);
        return this;
    }

    private StratifierGroupComponent named(String name, @Nullable Integer patients, @Nullable BigDecimal value) {
        StratifierGroupComponent stratum = stratifier.addStratum();
        stratum.setValue(new CodeableConcept().setText(name));
        IntegerType count = new IntegerType();
        if (patients == null) {
            count.addExtension(CoreExtensions.DATA_ABSENT_REASON, new CodeType("masked"));
        } else {
            count.setValue(patients);
        }
        stratum.addPopulation().setCode(concept(population)).setCountElement(count);
        stratum.setMeasureScore(score(stratum, value, population.equals("denominator")));
        return stratum;
    }

    private static Quantity score(Element told, @Nullable BigDecimal value, boolean share) {
        if (value == null) {
            told.addExtension(Extensions.SUPPRESSION_REASON, new CodeType("primary"));
        }
        return new Quantity().setValue(value).setUnit(share ? "1" : "score");
    }

    private static CodeableConcept concept(String code) {
        return new CodeableConcept(new Coding().setCode(code));
    }

    MeasureReport report() {
        return report;
    }

    ReportedGroup group() {
        return ReportedGroup.of(report, unit).get(0);
    }
}
