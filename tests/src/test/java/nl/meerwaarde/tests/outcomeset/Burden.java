package nl.meerwaarde.tests.outcomeset;

import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;

/** The answer of {@code $respondent-burden}, read the way a test asks. */
record Burden(Parameters parameters) {
    /** Of one set, with what is given besides. */
    static Burden of(Fhir fhir, String id, String query) {
        return new Burden(fhir.get("PlanDefinition/" + id + "/$respondent-burden" + query));
    }

    Burden(Reply reply) {
        this(reply.stored(Parameters.class));
    }

    List<String> sets() {
        return named("set").map(set -> set.getValue().primitiveValue()).toList();
    }

    List<String> moments() {
        return named("sitting").map(Burden::moment).distinct().toList();
    }

    int questions(String moment) {
        return number(sitting(moment, "patient"), "questions");
    }

    int questionsSeparately(String moment) {
        return number(sitting(moment, "patient"), "questionsSeparately");
    }

    /** The instruments a patient is asked, by the last part of their address with the version. */
    List<String> instruments(String moment) {
        return parts(sitting(moment, "patient"), "instrument")
                .map(instrument -> text(instrument, "questionnaire"))
                .map(canonical -> canonical.substring(canonical.lastIndexOf('/') + 1))
                .toList();
    }

    /** How many questions an instrument adds to those before it. */
    int added(String moment, String instrument) {
        return parts(sitting(moment, "patient"), "instrument")
                .filter(part -> text(part, "questionnaire").contains("/" + instrument + "|"))
                .map(part -> number(part, "added"))
                .findFirst()
                .orElseThrow();
    }

    /** What the team records, by the codes of what it is recorded for. */
    List<String> records(String moment) {
        return parts(sitting(moment, "practitioner"), "record")
                .flatMap(item -> parts(item, "measures"))
                .map(measures -> ((Coding) measures.getValue()).getCode())
                .toList();
    }

    Questionnaire form(String moment) {
        return (Questionnaire) parts(sitting(moment, "patient"), "assemble")
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    List<String> issues() {
        return named("issues")
                .flatMap(issues -> ((OperationOutcome) issues.getResource()).getIssue().stream())
                .map(issue -> issue.getDiagnostics())
                .toList();
    }

    private ParametersParameterComponent sitting(String moment, String reporter) {
        return named("sitting")
                .filter(sitting -> moment(sitting).equals(moment)
                        && text(sitting, "reporter").equals(reporter))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is asked of the " + reporter + " at " + moment));
    }

    private Stream<ParametersParameterComponent> named(String name) {
        return parameters.getParameter().stream().filter(parameter -> name.equals(parameter.getName()));
    }

    private static Stream<ParametersParameterComponent> parts(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream().filter(part -> name.equals(part.getName()));
    }

    private static String moment(ParametersParameterComponent sitting) {
        return ((Coding) parts(sitting, "moment").findFirst().orElseThrow().getValue()).getCode();
    }

    private static String text(ParametersParameterComponent parameter, String name) {
        return parts(parameter, name).findFirst().orElseThrow().getValue().primitiveValue();
    }

    private static int number(ParametersParameterComponent parameter, String name) {
        return ((IntegerType) parts(parameter, name).findFirst().orElseThrow().getValue()).getValue();
    }
}
