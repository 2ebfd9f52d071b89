package nl.meerwaarde.outcomeset;

import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.PlanDefinition.ActionParticipantType;
import org.jspecify.annotations.Nullable;

/** Who reports what is measured. */
enum Reporter {
    /** The patient. */
    PATIENT(ActionParticipantType.PATIENT),
    /** A relative, in the patient's place. */
    RELATIVE(ActionParticipantType.RELATEDPERSON),
    /** The clinician or somebody of the team. */
    CLINICIAN(ActionParticipantType.PRACTITIONER);

    private final ActionParticipantType participant;

    Reporter(ActionParticipantType participant) {
        this.participant = participant;
    }

    static Optional<Reporter> of(@Nullable ActionParticipantType participant) {
        return Arrays.stream(values())
                .filter(reporter -> reporter.participant == participant)
                .findFirst();
    }

    /** The code of FHIR's participant types. */
    String code() {
        return participant.toCode();
    }
}
