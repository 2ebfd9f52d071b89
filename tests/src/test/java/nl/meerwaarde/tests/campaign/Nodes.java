package nl.meerwaarde.tests.campaign;

import java.util.List;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.ServerProcess;

/** Two servers on one database, as behind a load balancer. */
record Nodes(PostgresStore store, ServerProcess first, ServerProcess second) implements AutoCloseable {
    /** One after the other: the first makes HAPI's tables. */
    static Nodes start() {
        PostgresStore store = PostgresStore.fresh();
        ServerProcess first = store.serve();
        try {
            return new Nodes(store, first, store.serve());
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    Fhir one() {
        return first.fhir();
    }

    Fhir other() {
        return second.fhir();
    }

    List<Fhir> both() {
        return List.of(one(), other());
    }

    /** The node whose turn it is. */
    Fhir of(int turn) {
        return both().get(turn % 2);
    }

    @Override
    public void close() {
        try (second) {
            first.close();
        }
    }
}
