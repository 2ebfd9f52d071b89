package nl.meerwaarde.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $populate} as far as they can be judged without looking anything up.
 *
 * @param questionnaire which form; empty when that cannot be told
 * @param patient id of the subject; empty when that cannot be told
 * @param contexts what the form is launched with, by name
 * @param data what the request brings along about the patient
 * @param local whether what this server knows of the patient may be used
 * @param problems everything that is wrong with the parameters
 */
record PopulateRequest(
        Optional<QuestionnaireName> questionnaire,
        Optional<String> patient,
        Map<String, List<Content>> contexts,
        Optional<Bundle> data,
        boolean local,
        List<Problem> problems) {
    /** What names the form: in SDC 4 one parameter, in SDC 3 one per type. */
    private static final List<String> FORM = List.of("questionnaire", "canonical", "questionnaireRef");

    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "identifier", "questionnaire", "canonical", "questionnaireRef", "subject", "context", "data", "local"));

    /** What a context consists of: a resource, or where to find one. */
    sealed interface Content {
        record Sent(Resource resource) implements Content {}

        record Referenced(String reference) implements Content {}
    }

    /**
     * Reads the parameters.
     *
     * @param addressed the Questionnaire in the address, or null at type level
     * @param serverBase the address of this server
     */
    static PopulateRequest read(OperationParameters given, @Nullable IdType addressed, String serverBase) {
        return new Reader(given, serverBase).read(addressed);
    }

    private static final class Reader {
        private final OperationParameters given;
        private final String serverBase;
        private final List<Problem> problems = new ArrayList<>();

        Reader(OperationParameters given, String serverBase) {
            this.given = given;
            this.serverBase = serverBase;
        }

        PopulateRequest read(@Nullable IdType addressed) {
            refuseUnknown();
            return new PopulateRequest(
                    questionnaire(addressed), patient(), contexts(), data(), local(), List.copyOf(problems));
        }

        private void refuseUnknown() {
            given.names().stream()
                    .filter(name -> !KNOWN.contains(name))
                    .forEach(name -> problem(
                            name,
                            name.equals("dataEndpoint")
                                    ? "is not used here: this server reads from no other; send what is known as context or data."
                                    : "is not a parameter of $populate here; allowed are " + String.join(", ", KNOWN)
                                            + "."));
        }

        private Optional<ParametersParameterComponent> single(String name) {
            List<ParametersParameterComponent> values = given.all(name);
            if (values.size() > 1) {
                problem(name, "may be given once.");
            }
            return values.stream().findFirst();
        }

        /** With a Questionnaire in the address SDC ignores the parameters that would name one. */
        private Optional<QuestionnaireName> questionnaire(@Nullable IdType addressed) {
            if (addressed != null) {
                return Optional.of(new QuestionnaireName.Id(addressed.getIdPart()));
            }
            List<ParametersParameterComponent> named =
                    FORM.stream().map(this::single).flatMap(Optional::stream).toList();
            Optional<ParametersParameterComponent> identified = single("identifier");
            if (named.size() + identified.stream().count() != 1) {
                problem(
                        "questionnaire",
                        "is needed here, or identifier, and only one of them: a canonical (url or url|version), a reference (Questionnaire/id) or the Questionnaire itself.");
                return Optional.empty();
            }
            return identified.isPresent() ? identified(identified.get()) : named(named.get(0));
        }

        private Optional<QuestionnaireName> named(ParametersParameterComponent parameter) {
            if (parameter.getResource() instanceof Questionnaire questionnaire) {
                return Optional.of(new QuestionnaireName.Sent(questionnaire));
            }
            String text = OperationParameters.text(parameter);
            if (text.isBlank() || parameter.hasResource()) {
                problem("questionnaire", "must be a canonical, a reference or a Questionnaire.");
                return Optional.empty();
            }
            return Optional.of(idHere(text, "Questionnaire")
                    .<QuestionnaireName>map(QuestionnaireName.Id::new)
                    .orElseGet(() -> new QuestionnaireName.Canonical(CanonicalReference.parse(text))));
        }

        private Optional<QuestionnaireName> identified(ParametersParameterComponent parameter) {
            String text = OperationParameters.text(parameter);
            Identifier identifier = parameter.getValue() instanceof Identifier whole ? whole : identifier(text);
            if (!identifier.hasValue()) {
                problem("identifier", "must be an Identifier with a value (in an address: system|value).");
                return Optional.empty();
            }
            return Optional.of(new QuestionnaireName.Identified(identifier.getSystem(), identifier.getValue()));
        }

        private static Identifier identifier(String text) {
            int bar = text.lastIndexOf('|');
            return bar < 0
                    ? new Identifier().setValue(text)
                    : new Identifier().setSystem(text.substring(0, bar)).setValue(text.substring(bar + 1));
        }

        private Optional<String> patient() {
            Optional<ParametersParameterComponent> subject = single("subject");
            Optional<String> id =
                    subject.map(OperationParameters::text).flatMap(reference -> idHere(reference, "Patient"));
            if (id.isEmpty()) {
                problem("subject", "is needed: a reference to a patient of this server, such as Patient/123.");
            }
            return id;
        }

        /** The id in a reference to this server; empty when it leads elsewhere or to another type. */
        private Optional<String> idHere(String reference, String type) {
            String relative =
                    reference.startsWith(serverBase + "/") ? reference.substring(serverBase.length() + 1) : reference;
            return relative.matches(type + "/[A-Za-z0-9\\-.]{1,64}")
                    ? Optional.of(relative.substring(type.length() + 1))
                    : Optional.empty();
        }

        private Map<String, List<Content>> contexts() {
            Map<String, List<Content>> contexts = new LinkedHashMap<>();
            for (ParametersParameterComponent context : given.all("context")) {
                String name = parts(context, "name")
                        .map(OperationParameters::text)
                        .findFirst()
                        .orElse("");
                List<Content> contents = parts(context, "content")
                        .map(this::content)
                        .flatMap(Optional::stream)
                        .toList();
                if (name.isBlank() || contents.isEmpty()) {
                    problem(
                            "context",
                            "needs a part name and a part content: a resource, or a reference to one on this server.");
                } else {
                    contexts.computeIfAbsent(name, key -> new ArrayList<>()).addAll(contents);
                }
            }
            return contexts;
        }

        private static Stream<ParametersParameterComponent> parts(ParametersParameterComponent context, String name) {
            return context.getPart().stream().filter(part -> name.equals(part.getName()));
        }

        private Optional<Content> content(ParametersParameterComponent part) {
            if (part.hasResource()) {
                return Optional.of(new Content.Sent(part.getResource()));
            }
            return part.getValue() instanceof Reference reference && reference.hasReference()
                    ? Optional.of(new Content.Referenced(reference.getReference()))
                    : Optional.empty();
        }

        private Optional<Bundle> data() {
            Optional<ParametersParameterComponent> data = single("data");
            if (data.isPresent() && !(data.get().getResource() instanceof Bundle)) {
                problem("data", "must be a Bundle of resources about the patient.");
            }
            return data.map(ParametersParameterComponent::getResource)
                    .filter(Bundle.class::isInstance)
                    .map(Bundle.class::cast);
        }

        /** Unless told otherwise, what the server knows is used: that is what a form is populated for. */
        private boolean local() {
            String text = single("local").map(OperationParameters::text).orElse("true");
            if (!Set.of("true", "false").contains(text)) {
                problem("local", "must be true or false.");
            }
            return !text.equals("false");
        }

        private void problem(String parameter, String sentence) {
            problems.add(
                    new Problem(ProblemCode.INVALID_PARAMETER, parameter, "Parameter " + parameter + " " + sentence));
        }
    }
}
