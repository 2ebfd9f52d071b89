package nl.meerwaarde.notification;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.ExtensionLookup;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/** Reads a SubscriptionTopic of R5 out of the Basic that says it in R4: element by element an extension. */
final class TopicReading {
    private static final String ELEMENT = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.";
    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";

    private TopicReading() {}

    static Topic read(Basic basic) {
        Trigger trigger = ExtensionLookup.first(basic.getExtension(), ELEMENT + "resourceTrigger")
                .map(TopicReading::ofResource)
                .orElseGet(() -> ofEvent(ExtensionLookup.first(basic.getExtension(), ELEMENT + "eventTrigger")
                        .orElseThrow()));
        return new Topic(
                ExtensionLookup.text(basic.getExtension(), ELEMENT + "url").orElseThrow(),
                ExtensionLookup.text(basic.getExtension(), ELEMENT + "version").orElseThrow(),
                trigger,
                basic.getExtension().stream()
                        .filter(extension -> (ELEMENT + "canFilterBy").equals(extension.getUrl()))
                        .flatMap(filter -> text(filter, "filterParameter").stream())
                        .toList());
    }

    private static Trigger ofResource(Extension trigger) {
        String type = type(trigger);
        List<String> interactions = texts(trigger, "supportedInteraction");
        Optional<Extension> query = ExtensionLookup.first(trigger.getExtension(), "queryCriteria");
        return Trigger.ofChanges(
                type,
                interactions.contains("create"),
                interactions.contains("update"),
                query.flatMap(criteria -> text(criteria, "current")).stream()
                        .map(criteria -> type + "?" + criteria)
                        .toList(),
                query.flatMap(criteria -> text(criteria, "previous"))
                        .map(criteria -> type + "?" + criteria)
                        .orElse(null));
    }

    private static Trigger ofEvent(Extension trigger) {
        CodeableConcept event = (CodeableConcept)
                ExtensionLookup.value(trigger.getExtension(), "event").orElseThrow();
        return Trigger.ofEvent(type(trigger), event.getCodingFirstRep().getCode());
    }

    private static String type(Extension trigger) {
        return text(trigger, "resource").orElseThrow().replace(STRUCTURE, "");
    }

    private static Optional<String> text(Extension extension, String part) {
        return ExtensionLookup.text(extension.getExtension(), part);
    }

    private static List<String> texts(Extension extension, String part) {
        return extension.getExtension().stream()
                .filter(each -> part.equals(each.getUrl()))
                .map(Extension::getValue)
                .map(Type::primitiveValue)
                .toList();
    }
}
