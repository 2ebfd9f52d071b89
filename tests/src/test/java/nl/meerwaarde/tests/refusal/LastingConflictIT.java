package nl.meerwaarde.tests.refusal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.LongStream;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;

/**
 * A conflict between two transactions is tried again; one that lasts (something still refers to it) is said at once, because trying it again holds a
 * thread and a connection for seconds. Compared with an ordinary refusal in the same run, so that the machine does not matter.
 */
class LastingConflictIT {
    private static final int MOST_TIMES_AS_LONG = 30;

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void deletingWhatOthersReferToIsRefusedAtOnce() {
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        episode.operatedOn("2026-03-01");
        assertRefusedAtOnce(() -> fhir.delete(episode.reference()));
    }

    @Test
    void deletingAnInstrumentInUseIsRefusedAtOnce() {
        Questionnaire instrument = fhir.post(
                        TestInstrument.unique().number("minutes").questionnaire())
                .stored(Questionnaire.class);
        Answers.to(instrument).of(patient).answer("minutes", 5).submit().id();
        assertRefusedAtOnce(
                () -> fhir.delete("Questionnaire/" + instrument.getIdElement().getIdPart()));
    }

    private void assertRefusedAtOnce(Supplier<Reply> conflict) {
        long ordinary =
                shortest(() -> patient.answers("eq-5d-5l").answer("vas", 101).submit(), 422);
        assertThat(shortest(conflict, 409)).isLessThan(MOST_TIMES_AS_LONG * ordinary);
    }

    /** The shortest of several, in nanoseconds: a pause of the machine, or code that runs for the first time, says nothing of what the server does. */
    private static long shortest(Supplier<Reply> request, int status) {
        return LongStream.range(0, 5).map(i -> nanosOf(request, status)).min().orElseThrow();
    }

    private static long nanosOf(Supplier<Reply> request, int status) {
        long start = System.nanoTime();
        assertThat(request.get()).hasStatus(status);
        return System.nanoTime() - start;
    }
}
