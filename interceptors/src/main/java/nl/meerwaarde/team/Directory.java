package nl.meerwaarde.team;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Who a member of a team is, and how to reach it. */
final class Directory {
    /** A clinician's home is nobody's business; what is over does not answer. */
    private static final Set<ContactPointUse> NOT_TOLD =
            Set.of(ContactPointUse.HOME, ContactPointUse.OLD, ContactPointUse.TEMP);

    private final Function<String, Optional<Resource>> source;

    /** @param source reads what a reference names; empty when it is not here, or not for the one who asks */
    Directory(Function<String, Optional<Resource>> source) {
        this.source = source;
    }

    /** Empty when the member is not here. A member whose resource lies elsewhere is known by what the team says of it. */
    Optional<Person> person(Membership membership) {
        Reference member = membership.participant().getMember();
        Reference onBehalfOf = membership.participant().getOnBehalfOf();
        if (!member.hasReference()) {
            return Optional.of(person(membership, member.getDisplay(), onBehalfOf, List.of()));
        }
        return read(member).map(resource -> {
            if (resource instanceof PractitionerRole role) {
                return ofRole(membership, role, onBehalfOf.isEmpty() ? role.getOrganization() : onBehalfOf);
            }
            if (resource instanceof Practitioner practitioner) {
                return person(membership, name(practitioner.getName()), onBehalfOf, practitioner.getTelecom());
            }
            if (resource instanceof RelatedPerson relative) {
                return person(membership, name(relative.getName()), onBehalfOf, List.of());
            }
            if (resource instanceof Patient patient) {
                return person(membership, name(patient.getName()), onBehalfOf, List.of());
            }
            if (resource instanceof Organization organization) {
                return person(membership, organization.getName(), onBehalfOf, organization.getTelecom());
            }
            if (resource instanceof CareTeam team) {
                return person(membership, team.getName(), onBehalfOf, team.getTelecom());
            }
            return person(membership, member.getDisplay(), onBehalfOf, List.of());
        });
    }

    private Person person(Membership membership, @Nullable String name, Reference at, List<ContactPoint> own) {
        return new Person(
                membership.member() + "@" + key(at),
                membership.participant().getMember(),
                name == null ? "" : name,
                organization(at),
                reachable(own, at),
                List.of(),
                List.of(),
                true);
    }

    private Person ofRole(Membership membership, PractitionerRole role, Reference at) {
        Optional<Practitioner> practitioner = read(role.getPractitioner())
                .filter(Practitioner.class::isInstance)
                .map(Practitioner.class::cast);
        List<ContactPoint> own = role.hasTelecom()
                ? role.getTelecom()
                : practitioner.map(Practitioner::getTelecom).orElse(List.of());
        String name = practitioner
                .map(known -> name(known.getName()))
                .filter(known -> !known.isEmpty())
                .orElseGet(() ->
                        display(role.getPractitioner(), membership.participant().getMember()));
        return new Person(
                (role.hasPractitioner() ? key(role.getPractitioner()) : membership.member()) + "@" + key(at),
                membership.participant().getMember(),
                name,
                organization(at),
                reachable(own, at),
                role.getAvailableTime(),
                role.getNotAvailable(),
                !role.hasActive() || role.getActive());
    }

    private static String display(Reference first, Reference second) {
        return Stream.of(first, second)
                .map(Reference::getDisplay)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private Optional<Resource> read(Reference reference) {
        return reference.hasReference() ? source.apply(key(reference)) : Optional.empty();
    }

    private static String key(Reference reference) {
        return reference.hasReference()
                ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                : String.valueOf(reference.getIdentifier().getValue());
    }

    private Reference organization(Reference at) {
        Reference told = new Reference();
        told.setReference(at.getReference());
        read(at).filter(Organization.class::isInstance)
                .map(Organization.class::cast)
                .map(Organization::getName)
                .ifPresentOrElse(told::setDisplay, () -> told.setDisplay(at.getDisplay()));
        return told;
    }

    /** One's own ways first; without any those of the organisation. */
    private List<ContactPoint> reachable(List<ContactPoint> own, Reference at) {
        List<ContactPoint> told = told(own);
        if (!told.isEmpty()) {
            return told;
        }
        return read(at).filter(Organization.class::isInstance)
                .map(Organization.class::cast)
                .map(organization -> told(organization.getTelecom()))
                .orElse(List.of());
    }

    private static List<ContactPoint> told(List<ContactPoint> telecom) {
        List<ContactPoint> told = new ArrayList<>();
        telecom.stream()
                .filter(ContactPoint::hasValue)
                .filter(point -> !point.hasUse() || !NOT_TOLD.contains(point.getUse()))
                .sorted(Comparator.comparingInt(point -> point.hasRank() ? point.getRank() : Integer.MAX_VALUE))
                .forEach(told::add);
        return told;
    }

    private static String name(List<HumanName> names) {
        return names.stream()
                .filter(name -> name.getUse() != NameUse.OLD)
                .findFirst()
                .map(name -> name.hasText() ? name.getText() : whole(name))
                .orElse("");
    }

    private static String whole(HumanName name) {
        return Stream.concat(
                        Stream.concat(name.getPrefix().stream(), name.getGiven().stream()),
                        Stream.of(name.getFamilyElement()))
                .map(part -> part.getValue())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
