package nl.meerwaarde.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.derivation.PatientStep;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.record.RecordReading;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps {@code mw_data_use} what the stored Consents say, in the transaction that changes one: what a patient withdraws is in no answer from then on. */
class DataUseStep implements PatientStep {
    private final JdbcTemplate jdbc;

    DataUseStep(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A Consent that counts for nothing would leave the patient in the belief that it does. */
    @Override
    public List<Problem> problems(PatientChange change) {
        List<Problem> problems = new ArrayList<>();
        change.changed().stream()
                .flatMap(changed -> consents(changed.after()))
                .filter(consent -> consent.getStatus() == ConsentState.ACTIVE
                        && !Statement.uses(consent).isEmpty())
                .forEach(consent -> {
                    if (RecordReading.patient(consent).isEmpty()) {
                        problems.add(problem("Consent.patient", "whose"));
                    }
                    if (!consent.getProvision().hasType()) {
                        problems.add(problem("Consent.provision.type", "neither"));
                    }
                });
        return problems;
    }

    private static Problem problem(String path, String key) {
        return new Problem(ProblemCode.CONSENT_INCOMPLETE, path, Sentence.beside(DataUseStep.class, key));
    }

    @Override
    public void derive(PatientChange change) {
        change.changed().forEach(changed -> {
            Stream.of(changed.before(), changed.after())
                    .filter(Objects::nonNull)
                    .flatMap(DataUseStep::consents)
                    .map(consent -> consent.getIdElement().getIdPart())
                    .distinct()
                    .forEach(id -> jdbc.update("delete from mw_data_use where consent_id = ?", id));
            consents(changed.after()).forEach(this::keep);
        });
    }

    private void keep(Consent consent) {
        RecordReading.patient(consent)
                .ifPresent(patient -> Statement.of(consent)
                        .forEach(statement -> jdbc.update(
                                "insert into mw_data_use (consent_id, data_use, patient_id, permitted, holds_from, holds_to) values (?, ?, ?, ?, ?, ?)",
                                consent.getIdElement().getIdPart(),
                                statement.use().code(),
                                patient,
                                statement.permitted(),
                                statement.from(),
                                statement.to())));
    }

    private static Stream<Consent> consents(@Nullable Resource resource) {
        return resource instanceof Consent consent ? Stream.of(consent) : Stream.empty();
    }
}
