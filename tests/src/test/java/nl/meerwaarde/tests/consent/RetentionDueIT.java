package nl.meerwaarde.tests.consent;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Records that were stored long ago: the test sets the day on which HAPI says that they changed. */
class RetentionDueIT {
    private final Fhir fhir = TestServer.fhir();

    private static void age(String id) {
        TestServer.jdbc()
                .update("update hfj_resource set res_updated = timestamp '1990-01-01 00:00:00' where fhir_id = ?", id);
    }

    private TestPatient old() {
        TestPatient patient = Patients.create(fhir);
        age(patient.id());
        return patient;
    }

    @Test
    void whoHasNothingNewerIsDue() {
        TestPatient nothing = old();
        TestPatient oldEpisode = old();
        age(oldEpisode.episode("knee-replacement-primary", Side.LEFT).id());
        age(oldEpisode.id());
        TestPatient newEpisode = old();
        newEpisode.episode("knee-replacement-primary", Side.LEFT);
        age(newEpisode.id());
        TestPatient survivor = old();
        TestPatient replaced = old();
        replaced.change(it -> it.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference(survivor.reference())));
        survivor.episode("knee-replacement-primary", Side.LEFT);
        age(survivor.id());
        age(replaced.id());
        TestPatient today = Patients.create(fhir);

        assertThat(due(""))
                .contains(nothing.reference(), oldEpisode.reference())
                .doesNotContain(newEpisode.reference(), survivor.reference(), replaced.reference(), today.reference());
        assertThat(due("?unchangedSince=1989-12-31")).isEmpty();
    }

    private List<String> due(String more) {
        return fhir.get("Patient/$retention-due" + more).stored(Parameters.class).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("patient"))
                .map(parameter -> ((Reference) parameter.getValue()).getReference())
                .toList();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThat(fhir.get("Patient/$retention-due?unchangedSince=long-ago")).hasStatus(400);
    }
}
