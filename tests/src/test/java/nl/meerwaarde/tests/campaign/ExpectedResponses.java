package nl.meerwaarde.tests.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a server must hold of the responses that clients sent: what it confirmed last or, where it was killed before it answered, perhaps what it was sent
 * after that. The state of a response is its answer, or nothing where there is no response. Each response is written by one client at a time.
 */
final class ExpectedResponses {
    private final Map<String, Set<Optional<String>>> statesById = new ConcurrentHashMap<>();

    /** A client is about to ask for this. */
    void sending(String id, Optional<String> state) {
        statesById.compute(id, (known, before) -> {
            Set<Optional<String>> states = new HashSet<>(before == null ? Set.of(Optional.empty()) : before);
            states.add(state);
            return states;
        });
    }

    /** The server said that this is so. */
    void confirmed(String id, Optional<String> state) {
        statesById.put(id, Set.of(state));
    }

    /** Where what is stored is not what it must be. */
    List<String> contradictions(Map<String, String> storedAnswers) {
        return statesById.entrySet().stream()
                .filter(expected ->
                        !expected.getValue().contains(Optional.ofNullable(storedAnswers.get(expected.getKey()))))
                .map(expected -> expected.getKey() + " is " + storedAnswers.get(expected.getKey()) + ", not one of "
                        + expected.getValue())
                .toList();
    }

    /** What is stored without anybody knowing its id: the server chose it and was killed before it said so. */
    Set<String> unheardOf(Map<String, String> storedAnswers) {
        Set<String> ids = new TreeSet<>(storedAnswers.keySet());
        ids.removeAll(statesById.keySet());
        return ids;
    }

    /** From here on, what is stored is what must be. */
    void settle(Map<String, String> storedAnswers) {
        statesById.replaceAll((id, states) -> Set.of(Optional.ofNullable(storedAnswers.get(id))));
        storedAnswers.forEach((id, answer) -> confirmed(id, Optional.of(answer)));
    }
}
