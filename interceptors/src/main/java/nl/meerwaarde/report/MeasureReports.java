package nl.meerwaarde.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.cell.Subjects;
import nl.meerwaarde.disclosure.Disclosed;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.figure.Figure;
import nl.meerwaarde.figure.OutcomeReport;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Statistic;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Writes reports as MeasureReports of the profile {@code outcome-report}. */
final class MeasureReports {
    /** Digits after the point: published tables print six significant ones, and a small change of an index begins far behind the point. */
    private static final int DECIMALS = 9;

    private MeasureReports() {}

    /** Writes what the recipient may see: the only way into a MeasureReport. */
    static MeasureReport resource(DisclosedReport disclosed, ReportType type) {
        OutcomeReport report = disclosed.report();
        RecipientPolicy policy = disclosed.recipient().policy();
        MeasureReport resource = new MeasureReport();
        resource.getMeta().addProfile(Canonicals.Profiles.OUTCOME_REPORT);
        resource.addExtension(Canonicals.Extensions.DATA_AS_OF, new InstantType(Date.from(report.asOf())));
        resource.addExtension(
                Canonicals.Extensions.DISCLOSED_TO,
                new Coding()
                        .setSystem(Canonicals.CodeSystems.DISCLOSURE_RECIPIENT)
                        .setVersion(policy.version())
                        .setCode(policy.code()));
        resource.setStatus(MeasureReportStatus.COMPLETE);
        resource.setType(type.fhirType());
        resource.setMeasure(report.measure().canonical().toString());
        resource.setDate(Date.from(report.asOf()));
        resource.getPeriod()
                .setStartElement(day(report.scope().from()))
                .setEndElement(day(report.scope().to()));
        if (report.scope().patient() != null) {
            resource.setSubject(new Reference("Patient/" + report.scope().patient()));
        }
        if (report.scope().reporter().reference() != null) {
            addReporter(resource, report.scope().reporter());
        }
        disclosed.groups().forEach(group -> resource.addGroup(group(disclosed, group)));
        return resource;
    }

    /** A MeasureReport's reporter cannot be a team. */
    private static void addReporter(MeasureReport resource, Reporter reporter) {
        Reference reference = new Reference(reporter.reference());
        if (reporter instanceof Reporter.OfTeam) {
            resource.addExtension(Canonicals.Extensions.REPORTING_TEAM, reference);
        } else {
            resource.setReporter(reference);
        }
    }

    private static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    private static MeasureReportGroupComponent group(DisclosedReport disclosed, DisclosedReport.Group group) {
        OutcomeReport report = disclosed.report();
        MeasureReportGroupComponent component = new MeasureReportGroupComponent();
        component.setId(group.group().id());
        component.addExtension(
                Canonicals.Extensions.STATISTIC,
                new CodeType(group.group().statistic().code()));
        component.setCode(
                group.group().code() == null
                        ? concept(
                                Canonicals.CodeSystems.STATISTIC,
                                group.group().statistic().code())
                        : group.group().code().copy());
        group.overall().populations().forEach(population -> {
            MeasureReportGroupPopulationComponent written = component.addPopulation();
            written.setCode(concept(population.system(), population.code()));
            written.setCountElement(count(written, population.count()));
        });
        component.setMeasureScore(quantity(report, group.group().statistic(), group.overall()));
        addExtensions(component, group.overall());
        group.strata()
                .forEach((stratifier, strata) -> component.addStratifier(
                        stratifier(disclosed, group.group().statistic(), stratifier, strata)));
        return component;
    }

    private static MeasureReportGroupStratifierComponent stratifier(
            DisclosedReport disclosed,
            Statistic statistic,
            Stratifier stratifier,
            Map<String, DisclosedFigure> strata) {
        MeasureReportGroupStratifierComponent component = new MeasureReportGroupStratifierComponent();
        component.addCode(concept(Canonicals.CodeSystems.STRATIFIER, stratifier.code()));
        strata.forEach(
                (value, figure) -> component.addStratum(stratum(disclosed, statistic, stratifier, value, figure)));
        return component;
    }

    private static StratifierGroupComponent stratum(
            DisclosedReport disclosed,
            Statistic statistic,
            Stratifier stratifier,
            String value,
            DisclosedFigure figure) {
        StratifierGroupComponent stratum = new StratifierGroupComponent();
        if (stratifier == Stratifier.ORGANIZATION
                && !value.equals(Stratifier.UNKNOWN)
                && !disclosed.pseudonyms().contains(value)) {
            stratum.addExtension(Canonicals.Extensions.STRATUM_ORGANIZATION, new Reference("Organization/" + value));
        }
        if (stratifier == Stratifier.TEAM && !value.equals(stratifier.missing())) {
            stratum.addExtension(Canonicals.Extensions.STRATUM_TEAM, new Reference("CareTeam/" + value));
        }
        stratum.setValue(new CodeableConcept().setText(value));
        figure.populations().forEach(population -> {
            StratifierGroupPopulationComponent written = stratum.addPopulation();
            written.setCode(concept(population.system(), population.code()));
            written.setCountElement(count(written, population.count()));
        });
        stratum.setMeasureScore(quantity(disclosed.report(), statistic, figure));
        addExtensions(stratum, figure);
        return stratum;
    }

    /** A hidden count says that it is hidden and why, and how large it is not. */
    private static IntegerType count(Element population, Disclosed count) {
        IntegerType written = new IntegerType();
        if (count instanceof Disclosed.Suppressed hidden) {
            written.addExtension(Canonicals.CoreExtensions.DATA_ABSENT_REASON, new CodeType("masked"));
            population.addExtension(Canonicals.Extensions.SUPPRESSION_REASON, reason(hidden));
            if (hidden.below() > 0) {
                population.addExtension(Canonicals.Extensions.COUNT_BELOW, new PositiveIntType(hidden.below()));
            }
        }
        count.value().ifPresent(number -> written.setValue(number.intValueExact()));
        return written;
    }

    private static CodeType reason(Disclosed.Suppressed hidden) {
        return new CodeType(hidden.reason().code());
    }

    /** A figure that cannot be computed says so instead of being left out. */
    private static Quantity quantity(OutcomeReport report, Statistic statistic, DisclosedFigure figure) {
        Quantity quantity = new Quantity();
        quantity.setValueElement(figure.value().map(MeasureReports::decimal).orElseGet(() -> absent("not-applicable")));
        Coding unit = report.definition() == null ? null : report.definition().unit();
        if (figure.proportion() || statistic == Statistic.OBSERVED_OVER_EXPECTED) {
            quantity.setUnit("1").setSystem(Canonicals.ExternalCodeSystems.UCUM).setCode("1");
        } else if (statistic == Statistic.MEAN_DAYS_TO_TREATMENT) {
            quantity.setUnit("days")
                    .setSystem(Canonicals.ExternalCodeSystems.UCUM)
                    .setCode("d");
        } else if (unit != null) {
            quantity.setUnit(unit.hasDisplay() ? unit.getDisplay() : unit.getCode())
                    .setSystem(unit.getSystem())
                    .setCode(unit.getCode());
        }
        return quantity;
    }

    private static DecimalType decimal(Disclosed number) {
        return number.value().map(value -> new DecimalType(rounded(value))).orElseGet(() -> absent("masked"));
    }

    private static DecimalType absent(String reason) {
        DecimalType absent = new DecimalType();
        absent.addExtension(Canonicals.CoreExtensions.DATA_ABSENT_REASON, new CodeType(reason));
        return absent;
    }

    private static void addExtensions(Element element, DisclosedFigure figure) {
        figure.value()
                .filter(Disclosed.Suppressed.class::isInstance)
                .map(Disclosed.Suppressed.class::cast)
                .ifPresent(hidden -> element.addExtension(Canonicals.Extensions.SUPPRESSION_REASON, reason(hidden)));
        figure.deviation().ifPresent(sd -> element.addExtension(Canonicals.Extensions.STANDARD_DEVIATION, decimal(sd)));
        figure.status()
                .ifPresent(status ->
                        element.addExtension(Canonicals.Extensions.CONTROL_LIMIT_STATUS, new CodeType(status.code())));
        figure.expectedShare()
                .ifPresent(share -> element.addExtension(Canonicals.Extensions.EXPECTED_SHARE, decimal(share)));
        figure.adjustedShare()
                .ifPresent(share -> element.addExtension(Canonicals.Extensions.ADJUSTED_SHARE, decimal(share)));
        figure.cell().ifPresent(cell -> element.addExtension(poolable(cell)));
    }

    private static Extension poolable(Figure.PoolableCell cell) {
        Extension extension = new Extension(Canonicals.Extensions.POOLABLE_CELL);
        extension.addExtension("n", new UnsignedIntType(Math.toIntExact(cell.n())));
        addDecimal(extension, "sum", Optional.of(cell.sum()));
        addDecimal(extension, "sum-of-squares", Optional.of(cell.sumOfSquares()));
        addDecimal(extension, "expected-sum", cell.expectedSum());
        addDecimal(extension, "residual-sum", cell.residualSum());
        addDecimal(extension, "residual-sum-of-squares", cell.residualSumOfSquares());
        addDecimal(extension, "expected-variance", cell.expectedVariance());
        return extension;
    }

    /** Sums are not rounded: pooling must stay exact. */
    private static void addDecimal(Extension extension, String name, Optional<BigDecimal> value) {
        value.ifPresent(number -> extension.addExtension(name, new DecimalType(plain(number))));
    }

    private static BigDecimal rounded(BigDecimal value) {
        return plain(value.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }

    /** Adds to every overall population the list of its patients. */
    static void addSubjects(MeasureReport resource, FactMeasure measure, Subjects subjects) {
        for (int i = 0; i < resource.getGroup().size(); i++) {
            FactMeasure.Group group = measure.groups().get(i);
            for (MeasureReportGroupPopulationComponent population :
                    resource.getGroup().get(i).getPopulation()) {
                String code = population.getCode().getCodingFirstRep().getCode();
                subjects.patients(group, code)
                        .ifPresent(patients -> population.setSubjectResults(list(resource, patients)));
            }
        }
    }

    private static Reference list(MeasureReport resource, SortedSet<String> patients) {
        ListResource list = new ListResource();
        list.setId("subjects-" + (resource.getContained().size() + 1));
        list.setStatus(ListResource.ListStatus.CURRENT);
        list.setMode(ListResource.ListMode.SNAPSHOT);
        patients.forEach(patient -> list.addEntry().setItem(new Reference("Patient/" + patient)));
        resource.addContained(list);
        return new Reference("#" + list.getId());
    }

    /** What kind of report is asked for. */
    enum ReportType {
        SUBJECT("subject", MeasureReportType.INDIVIDUAL),
        SUBJECT_LIST("subject-list", MeasureReportType.SUBJECTLIST),
        POPULATION("population", MeasureReportType.SUMMARY);

        private final String code;
        private final MeasureReportType fhirType;

        ReportType(String code, MeasureReportType fhirType) {
            this.code = code;
            this.fhirType = fhirType;
        }

        MeasureReportType fhirType() {
            return fhirType;
        }

        static Optional<ReportType> of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(type -> type.code.equals(code))
                    .findFirst();
        }
    }
}
