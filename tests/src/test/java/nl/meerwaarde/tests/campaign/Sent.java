package nl.meerwaarde.tests.campaign;

import java.util.Optional;
import nl.meerwaarde.tests.support.Reply;

/**
 * A request and what came of it.
 *
 * @param path the resource it was about; empty for a new one, whose id the server chooses
 * @param answer the answer to every question, where it was a response
 * @param reply the server's answer
 */
record Sent(String path, Optional<String> answer, Reply reply) {
    /** A new resource. */
    static Sent create(Reply reply) {
        return new Sent("", Optional.empty(), reply);
    }

    static Sent change(String path, Reply reply) {
        return new Sent(path, Optional.empty(), reply);
    }

    boolean succeeded() {
        return reply.status() < 300;
    }

    /** Another request about the same resource came first, which the client is told. */
    boolean cameTooLate() {
        return reply.status() == 409 || reply.status() == 412;
    }

    /** Which version of the resource the server says that it stored. */
    String version() {
        return reply.http().header("ETag").replaceAll("[^0-9]", "");
    }
}
