package nl.meerwaarde.audit;

/**
 * Where a request came from and where it went.
 *
 * @param request its id ({@code X-Request-Id}): entries of one request have the same
 * @param address of the network that it came from
 * @param server base address that was asked
 */
record Origin(String request, String address, String server) {}
