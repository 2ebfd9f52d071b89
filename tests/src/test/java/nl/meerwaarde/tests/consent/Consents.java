package nl.meerwaarde.tests.consent;

import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/** Consents of the profile {@code data-use-consent}, not stored yet. */
public final class Consents {
    private Consents() {}

    public static Consent objection(String patient) {
        return of(patient, ConsentProvisionType.DENY, "registry-delivery");
    }

    static Consent permission(String patient) {
        return of(patient, ConsentProvisionType.PERMIT, "registry-delivery");
    }

    static Consent of(String patient, ConsentProvisionType type, String use) {
        Consent consent = new Consent();
        consent.getMeta().addProfile(Canonicals.BASE + "/StructureDefinition/data-use-consent");
        consent.setStatus(ConsentState.ACTIVE);
        consent.setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"));
        consent.addCategory(concept(Canonicals.CodeSystems.CONSENT_CATEGORY, use));
        consent.setPatient(new Reference("Patient/" + patient));
        consent.setDateTimeElement(new DateTimeType("2025-12-01"));
        consent.setPolicyRule(concept("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTOUT"));
        consent.getProvision().setType(type);
        return consent;
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }
}
