package nl.meerwaarde.tests.support;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** The answer of {@code $my-team}, as a portal reads it. */
public record MyTeam(Parameters answer) {
    public MyTeam(Reply reply) {
        this(reply.stored(Parameters.class));
    }

    /** The needs in order, by code. */
    public List<String> needs() {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("need"))
                .map(need -> code(need, "need"))
                .toList();
    }

    /** Who is there for a need: name and telephone numbers. */
    public List<String> whoFor(String need) {
        return contacts(need)
                .map(contact -> text(contact, "name") + " " + texts(contact, "telecom"))
                .toList();
    }

    public List<String> told(String need, String part) {
        return contacts(need).flatMap(contact -> texts(contact, part).stream()).toList();
    }

    public String advice(String need) {
        return text(need(need), "advice");
    }

    public String words(String need) {
        return ((Coding) part(need(need), "need").findFirst().orElseThrow()).getDisplay();
    }

    public List<String> members() {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("member"))
                .map(member -> text(member, "name"))
                .toList();
    }

    public String issues() {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("issues"))
                .map(parameter -> ((OperationOutcome) parameter.getResource())
                        .getIssueFirstRep()
                        .getDiagnostics())
                .findFirst()
                .orElse("");
    }

    private ParametersParameterComponent need(String code) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("need"))
                .filter(need -> code(need, "need").equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Stream<ParametersParameterComponent> contacts(String need) {
        return need(need).getPart().stream().filter(part -> part.getName().equals("contact"));
    }

    private static String code(ParametersParameterComponent parameter, String part) {
        return ((Coding) part(parameter, part).findFirst().orElseThrow()).getCode();
    }

    private static String text(ParametersParameterComponent parameter, String part) {
        return texts(parameter, part).stream().findFirst().orElse("");
    }

    private static List<String> texts(ParametersParameterComponent parameter, String part) {
        return part(parameter, part).map(MyTeam::text).toList();
    }

    private static String text(Type value) {
        if (value instanceof ContactPoint point) {
            return point.getValue();
        }
        if (value instanceof Coding coding) {
            return coding.getDisplay();
        }
        return value instanceof Reference reference ? reference.getDisplay() : value.primitiveValue();
    }

    private static Stream<Type> part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(ParametersParameterComponent::getValue);
    }
}
