package nl.meerwaarde.asynchronous;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.r4.model.Resource;

/** An operation that can be answered later, in a job that may run on another node. */
public interface AsynchronousOperation {
    /** Its name without the dollar sign. */
    String code();

    /**
     * Answers one part of a request that was found right when it came in.
     *
     * @param parameters of this part, as texts
     * @param cancelled whether nobody waits for the answer any more; looks into the database
     * @return with an id when it is stored already; without one it will be stored under an id of its own
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException when it can no longer be answered; its sender gets that as the answer
     */
    Resource answer(Map<String, List<String>> parameters, BooleanSupplier cancelled);
}
