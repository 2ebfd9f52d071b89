package nl.meerwaarde.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/**
 * A CarePlan, read as a shared decision.
 *
 * @param plan the CarePlan
 */
record SharedDecision(CarePlan plan) {
    /** With these statuses the decision was taken; before, it is being discussed. */
    private static final Set<CarePlanStatus> DECIDED =
            Set.of(CarePlanStatus.ACTIVE, CarePlanStatus.ONHOLD, CarePlanStatus.COMPLETED);

    static boolean isOne(CarePlan plan) {
        return ClaimedProfiles.include(plan, Profiles.SHARED_DECISION);
    }

    boolean isDecided() {
        return plan.hasStatus() && DECIDED.contains(plan.getStatus());
    }

    String id() {
        return plan.getIdElement().getIdPart();
    }

    String subject() {
        return reference(plan.getSubject());
    }

    /** A reference without server and version; empty when it names nothing. */
    static String reference(Reference reference) {
        String value =
                reference.getReferenceElement().toUnqualifiedVersionless().getValue();
        return value == null ? "" : value;
    }

    Optional<CodeableConcept> choice() {
        return value(plan.getExtension(), Extensions.DECISION_CHOICE, CodeableConcept.class);
    }

    Optional<Extension> agreement() {
        return ExtensionLookup.first(plan.getExtension(), Extensions.DECISION_AGREEMENT);
    }

    /** Who agreed. */
    Optional<Reference> agreedBy() {
        return agreement().flatMap(agreement -> value(agreement.getExtension(), "by", Reference.class));
    }

    /** When it was agreed. */
    Optional<DateSpan> agreedOn() {
        return agreement()
                .flatMap(agreement -> ExtensionLookup.value(agreement.getExtension(), "date"))
                .flatMap(DateSpan::of);
    }

    Stream<Extension> extensions(String url) {
        return plan.getExtension().stream().filter(extension -> url.equals(extension.getUrl()));
    }

    static <T extends Type> Optional<T> value(List<Extension> extensions, String url, Class<T> type) {
        return ExtensionLookup.value(extensions, url).filter(type::isInstance).map(type::cast);
    }

    /** The options that a concept names: by code, and where that leaves several, by text. */
    List<CarePlanActivityComponent> options(CodeableConcept named) {
        List<CarePlanActivityComponent> sameCode = plan.getActivity().stream()
                .filter(option -> isSame(option.getDetail().getCode(), named))
                .toList();
        return sameCode.size() < 2
                ? sameCode
                : sameCode.stream()
                        .filter(option -> named.hasText()
                                && named.getText()
                                        .equals(option.getDetail().getCode().getText()))
                        .toList();
    }

    /** Whether two concepts share a code; those without codes are the same when their texts are. */
    static boolean isSame(CodeableConcept one, CodeableConcept other) {
        List<Code> codes = Code.of(one);
        List<Code> others = Code.of(other);
        return codes.isEmpty() && others.isEmpty()
                ? one.hasText() && one.getText().equals(other.getText())
                : codes.stream().anyMatch(others::contains);
    }
}
