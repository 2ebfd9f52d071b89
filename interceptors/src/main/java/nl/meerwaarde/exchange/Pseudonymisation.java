package nl.meerwaarde.exchange;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Records as a registry may have them (GDPR article 4(5)): who it is can be told with the key of this server only, and by no name, identifier, free text, professional or time of day.
 * What is not listed as kept stays here. Records of one patient stay together, in every delivery to the same recipient; to another it is somebody else. Dates and rare codes are
 * left as they are, so this is pseudonymous, not anonymous.
 */
final class Pseudonymisation {
    /** What says how something was pseudonymised; a code of HL7's ObservationValue. */
    private static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private static final String PSEUDONYMISED = "PSEUDED";
    private static final Set<String> PLAIN_TYPES = Set.of(
            "boolean",
            "integer",
            "positiveInt",
            "unsignedInt",
            "decimal",
            "code",
            "canonical",
            "date",
            "dateTime",
            "Coding",
            "CodeableConcept",
            "Quantity",
            "SimpleQuantity",
            "Range",
            "Ratio",
            "Period",
            "Age",
            "Duration");
    /** Texts that people do not write: which code system and version, which question. */
    private static final Set<String> TEXTS_OF_DEFINITIONS = Set.of("system", "version", "linkId");

    private final KeptElements kept;
    private final UnaryOperator<String> pseudonym;

    /** @param pseudonym an id for {@code Type/id}, always the same for the same recipient, and nobody else's */
    Pseudonymisation(KeptElements kept, UnaryOperator<String> pseudonym) {
        this.kept = kept;
        this.pseudonym = pseudonym;
    }

    /** The records in their order, without those of which nothing may leave; the given ones stay as they are. */
    List<Resource> of(List<Resource> records) {
        Set<String> leaving = records.stream()
                .filter(this::leaves)
                .map(Pseudonymisation::address)
                .collect(Collectors.toSet());
        return records.stream()
                .filter(this::leaves)
                .map(record -> of(record, leaving))
                .toList();
    }

    /** A modifier that the recipient does not see could turn a record into its opposite. */
    private boolean leaves(Resource record) {
        return kept.has(record.fhirType())
                && !(record instanceof DomainResource resource && resource.hasModifierExtension());
    }

    private Resource of(Resource record, Set<String> leaving) {
        Resource copy = record.copy();
        for (Property property : copy.children()) {
            if (!kept.has(copy.fhirType(), property.getName())
                    && !property.getName().equals("extension")) {
                List.copyOf(property.getValues()).forEach(value -> copy.removeChild(property.getName(), value));
            }
        }
        strip(copy, leaving);
        if (copy instanceof Patient patient && patient.hasBirthDate()) {
            patient.setBirthDateElement(year(patient.getBirthDateElement()));
        }
        copy.setId(pseudonym.apply(address(record)));
        copy.setMeta(new Meta());
        copy.getMeta()
                .setProfile(record.getMeta().getProfile().stream()
                        .map(CanonicalType::copy)
                        .toList());
        copy.getMeta().addSecurity().setSystem(SYSTEM).setCode(PSEUDONYMISED);
        return copy;
    }

    private static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private void strip(Base element, Set<String> leaving) {
        for (Property property : element.children()) {
            for (Base value : List.copyOf(property.getValues())) {
                if (value instanceof Reference reference) {
                    renamed(reference, leaving)
                            .ifPresentOrElse(
                                    renamed -> reference.setReference(renamed),
                                    () -> element.removeChild(property.getName(), reference));
                    reference.setIdentifier(null).setDisplay(null).setId(null);
                    reference.getExtension().clear();
                } else if (mayLeave(property, value)) {
                    strip(value, leaving);
                    toTheDay(value);
                } else {
                    element.removeChild(property.getName(), value);
                }
            }
        }
    }

    private boolean mayLeave(Property property, Base value) {
        if (value instanceof Extension extension) {
            return kept.hasExtension(extension.getUrl());
        }
        return PLAIN_TYPES.contains(value.fhirType())
                || value.fhirType().contains(".")
                || TEXTS_OF_DEFINITIONS.contains(property.getName())
                || property.getName().equals("url");
    }

    /** Which organisation it was is told; who is referred to and does not leave, such as a professional, is not referred to. */
    private Optional<String> renamed(Reference reference, Set<String> leaving) {
        IIdType id = reference.getReferenceElement();
        if ("Organization".equals(id.getResourceType()) && !id.isAbsolute()) {
            return Optional.of(id.toUnqualifiedVersionless().getValue());
        }
        String address = id.getResourceType() + "/" + id.getIdPart();
        return id.isAbsolute() || id.isLocal() || !leaving.contains(address)
                ? Optional.empty()
                : Optional.of(id.getResourceType() + "/" + pseudonym.apply(address));
    }

    private static void toTheDay(Base value) {
        if (value instanceof BaseDateTimeType time
                && time.hasValue()
                && time.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal()) {
            time.setPrecision(TemporalPrecisionEnum.DAY);
        }
    }

    private static DateType year(DateType date) {
        return new DateType(date.getValueAsString().substring(0, 4));
    }
}
