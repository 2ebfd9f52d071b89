package nl.meerwaarde.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.RelatedPerson;

/**
 * A relative's own: the one patient, when she is the legal representative, a parent of somebody under sixteen, or has the patient's consent. A patient of twelve or
 * older can exclude a relative who is not the legal representative.
 */
class RepresentedPatient implements Reach {
    private static final String ROLE_CODE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
    /** Guardian, and whom the patient authorised to decide on care. */
    private static final Set<String> REPRESENTATIVES = Set.of("GUARD", "HPOWATT");

    private static final Set<String> PARENTS =
            Set.of("PRN", "MTH", "FTH", "NMTH", "NFTH", "NPRN", "ADOPTP", "ADOPTM", "ADOPTF");

    private final StoredResources stored;
    private final Clock clock;

    RepresentedPatient(StoredResources stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.RELATED_PERSON;
    }

    @Override
    public ListedPatients patients(Requester requester) {
        return requester
                .person()
                .flatMap(person -> stored.find(RelatedPerson.class, person))
                .filter(relative -> !relative.hasActive() || relative.getActive())
                .filter(relative -> isNow(relative.getPeriod()))
                .flatMap(relative -> stored.find(
                                Patient.class,
                                String.valueOf(relative.getPatient().getReference()))
                        .filter(patient -> mayActFor(patient, relative)))
                .map(patient -> new ListedPatients(Set.of(patient.getIdElement().getIdPart())))
                .orElse(ListedPatients.NONE);
    }

    private boolean mayActFor(Patient patient, RelatedPerson relative) {
        if (is(relative, REPRESENTATIVES)) {
            return true;
        }
        LegalAge age = LegalAge.of(patient, clock);
        if (!age.hasASay()) {
            return age.isRepresentedByParents() && is(relative, PARENTS);
        }
        List<ConsentProvisionType> said = said(patient, relative);
        boolean parent = age.isRepresentedByParents() && is(relative, PARENTS);
        return !said.contains(ConsentProvisionType.DENY) && (parent || said.contains(ConsentProvisionType.PERMIT));
    }

    private static boolean is(RelatedPerson relative, Set<String> codes) {
        return relative.getRelationship().stream()
                .flatMap(relationship -> relationship.getCoding().stream())
                .anyMatch(coding -> ROLE_CODE.equals(coding.getSystem()) && codes.contains(coding.getCode()));
    }

    /** What the patient says today about this relative's seeing the record. */
    private List<ConsentProvisionType> said(Patient patient, RelatedPerson relative) {
        String reference = "RelatedPerson/" + relative.getIdElement().getIdPart();
        return stored.privacyConsents(patient.getIdElement().getIdPart(), reference).stream()
                .map(Consent::getProvision)
                .filter(provision -> isNow(provision.getPeriod()))
                .flatMap(provision -> Optional.ofNullable(provision.getType()).stream())
                .toList();
    }

    private boolean isNow(Period period) {
        LocalDate today = LocalDate.now(clock);
        boolean begun = DateSpan.of(period.hasStart() ? period.getStartElement() : null).stream()
                .noneMatch(start -> start.from().isAfter(today));
        return begun
                && Stream.ofNullable(period.hasEnd() ? period.getEndElement() : null)
                        .flatMap(end -> DateSpan.of(end).stream())
                        .noneMatch(end -> end.to().isBefore(today));
    }
}
