package nl.meerwaarde.requester;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Patients whom an answer is about although it does not name them, such as those behind pseudonyms: told by what makes the answer, for what records who saw whom. */
public final class ConcernedPatients {
    private static final String KEY = ConcernedPatients.class.getName();

    private ConcernedPatients() {}

    /** @param patients their ids here */
    public static void tell(RequestDetails request, Collection<String> patients) {
        request.getUserData().put(KEY, new TreeSet<>(patients));
    }

    /** Their ids; empty when nobody told, so that the answer itself says whom it is about. */
    @SuppressWarnings("unchecked") // only this class writes it
    public static Optional<Set<String>> of(RequestDetails request) {
        return Optional.ofNullable((Set<String>) request.getUserData().get(KEY)).map(TreeSet::new);
    }
}
