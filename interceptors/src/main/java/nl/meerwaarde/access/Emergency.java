package nl.meerwaarde.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;

/** A search in an emergency: it names the one patient that it is about. */
final class Emergency {
    private static final Set<String> NAMING = Set.of("patient", "subject");

    private Emergency() {}

    /** Opens the patient that a search names, where it names one and the sender says that it is an emergency. */
    static void open(Access access, String type, Map<String, String[]> parameters, boolean emergency) {
        if (!emergency) {
            return;
        }
        boolean patients = type.equals("Patient");
        List<String> named = parameters.entrySet().stream()
                .filter(parameter -> patients
                        ? parameter.getKey().equals("_id")
                        : NAMING.contains(SearchRules.withoutModifier(parameter.getKey())))
                .flatMap(parameter -> Arrays.stream(parameter.getValue()))
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> new IdType(value).getIdPart())
                .distinct()
                .toList();
        if (named.size() == 1 && named.get(0) != null) {
            access.open(named.get(0));
        }
    }
}
