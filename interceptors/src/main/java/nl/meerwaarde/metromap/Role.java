package nl.meerwaarde.metromap;

import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.team.TeamRoles;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Who takes part in an action.
 *
 * @param code from the code system {@code team-role}, or whatever tells one role from another
 * @param name for people; empty for the patient
 */
record Role(String code, String name) {
    static final Role PATIENT = new Role("patient", "");

    static Role of(CodeableConcept concept, TeamRoles roles, String language) {
        for (Coding coding : concept.getCoding()) {
            if (Canonicals.CodeSystems.TEAM_ROLE.equals(coding.getSystem()) && coding.hasCode()) {
                return new Role(
                        coding.getCode(),
                        roles.name(coding.getCode())
                                .map(name -> name.in(language))
                                .orElse(coding.hasDisplay() ? coding.getDisplay() : coding.getCode()));
            }
        }
        Coding first = concept.getCodingFirstRep();
        String name = concept.hasText() ? concept.getText() : first.hasDisplay() ? first.getDisplay() : first.getCode();
        return new Role(first.hasCode() ? first.getCode() : String.valueOf(name), String.valueOf(name));
    }

    boolean isPatient() {
        return equals(PATIENT);
    }

    String name(String language) {
        return isPatient() ? Sentence.beside(Role.class, "line.patient").in(language) : name;
    }
}
