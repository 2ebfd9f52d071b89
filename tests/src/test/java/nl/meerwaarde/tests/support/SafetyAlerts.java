package nl.meerwaarde.tests.support;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** The safety alerts on a server, as those find them who act on them. */
public final class SafetyAlerts {
    private SafetyAlerts() {}

    /** The tasks about a patient. */
    public static List<Task> tasks(TestPatient patient) {
        return find(patient.fhir(), Task.class, "patient", patient.reference());
    }

    /** The flags of a patient. */
    public static List<Flag> flags(TestPatient patient) {
        return find(patient.fhir(), Flag.class, "patient", patient.reference());
    }

    /** The task about a patient who has exactly one. */
    public static Task task(TestPatient patient) {
        List<Task> tasks = tasks(patient);
        if (tasks.size() != 1) {
            throw new AssertionError(patient.reference() + " has " + tasks.size() + " safety tasks");
        }
        return tasks.get(0);
    }

    /** The tasks of one alert code, whoever they are about. */
    public static List<Task> tasks(Fhir fhir, String alert) {
        return find(fhir, Task.class, "code", alert);
    }

    private static <T extends Resource> List<T> find(Fhir fhir, Class<T> type, String parameter, String value) {
        return fhir.search(type.getSimpleName(), Map.of(parameter, value)).stored(Bundle.class).getEntry().stream()
                .map(entry -> type.cast(entry.getResource()))
                .toList();
    }
}
