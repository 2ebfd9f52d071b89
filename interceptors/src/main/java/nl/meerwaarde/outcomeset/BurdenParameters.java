package nl.meerwaarde.outcomeset;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** The answer of {@code $respondent-burden}. */
final class BurdenParameters {
    private BurdenParameters() {}

    static Parameters of(List<OutcomeSet> sets, List<Sitting> sittings) {
        Parameters answer = new Parameters();
        sets.forEach(set -> answer.addParameter()
                .setName("set")
                .setValue(new CanonicalType(set.canonical().toString())));
        sittings.forEach(sitting -> addSitting(answer.addParameter().setName("sitting"), sitting));
        OperationOutcome issues = issues(sittings);
        if (issues.hasIssue()) {
            answer.addParameter().setName("issues").setResource(issues);
        }
        return answer;
    }

    private static void addSitting(ParametersParameterComponent parameter, Sitting sitting) {
        parameter.addPart().setName("moment").setValue(moment(sitting.moment()));
        parameter
                .addPart()
                .setName("reporter")
                .setValue(new CodeType(sitting.reporter().code()));
        parameter.addPart().setName("questions").setValue(new IntegerType(sitting.questions()));
        parameter.addPart().setName("questionsSeparately").setValue(new IntegerType(sitting.questionsSeparately()));
        sitting.instruments().forEach(asked -> addInstrument(parameter.addPart().setName("instrument"), asked));
        sitting.records().forEach(item -> addRecord(parameter.addPart().setName("record"), item));
        if (!sitting.instruments().isEmpty()) {
            parameter.addPart().setName("assemble").setResource(SittingForm.of(sitting));
        }
    }

    private static Coding moment(String code) {
        return new Code(Canonicals.CodeSystems.MEASUREMENT_MOMENT, code).coding();
    }

    private static void addInstrument(ParametersParameterComponent part, Sitting.AskedInstrument asked) {
        part.addPart()
                .setName("questionnaire")
                .setValue(new CanonicalType(asked.instrument().canonical().toString()));
        part.addPart().setName("questions").setValue(new IntegerType(asked.questions()));
        part.addPart().setName("added").setValue(new IntegerType(asked.added()));
        addMeasures(part, asked.measures());
    }

    private static void addRecord(ParametersParameterComponent part, Sitting.RecordedItem item) {
        part.addPart().setName("type").setValue(new CodeType(item.recorded().resourceType()));
        part.addPart().setName("element").setValue(new CodeType(item.recorded().element()));
        item.recorded().codes().stream()
                .sorted(Comparator.comparing(Code::key))
                .forEach(code -> part.addPart().setName("code").setValue(code.coding()));
        addMeasures(part, item.measures());
    }

    /** What it is for; and for whom, unless it is for everybody. */
    private static void addMeasures(ParametersParameterComponent part, List<Measurement> measures) {
        measures.stream()
                .collect(Collectors.toMap(
                        Measurement::code, Measurement::title, (first, second) -> first, LinkedHashMap::new))
                .forEach((code, title) -> part.addPart()
                        .setName("measures")
                        .setValue(code.coding().setDisplay(title)));
        conditions(measures).forEach(code -> part.addPart().setName("condition").setValue(code.coding()));
    }

    private static Stream<Code> conditions(List<Measurement> measures) {
        return measures.stream().anyMatch(measurement -> measurement.onlyWith().isEmpty())
                ? Stream.empty()
                : measures.stream()
                        .flatMap(measurement -> measurement.onlyWith().stream())
                        .distinct()
                        .sorted(Comparator.comparing(Code::key));
    }

    /** A count must not look complete when an instrument has nothing to count. */
    private static OperationOutcome issues(List<Sitting> sittings) {
        OperationOutcome outcome = new OperationOutcome();
        sittings.stream()
                .flatMap(sitting -> sitting.instruments().stream())
                .filter(asked -> asked.questions() == 0)
                .map(asked -> nothingToCount(asked.instrument().canonical()))
                .distinct()
                .forEach(problem -> outcome.addIssue(Problems.issue(problem, IssueSeverity.WARNING)));
        return outcome;
    }

    private static Problem nothingToCount(CanonicalReference questionnaire) {
        return new Problem(
                ProblemCode.INVALID_DEFINITION,
                "",
                "Questionnaire " + questionnaire
                        + " has no questions on this server, because its owner's items are not loaded; they are not counted.");
    }
}
