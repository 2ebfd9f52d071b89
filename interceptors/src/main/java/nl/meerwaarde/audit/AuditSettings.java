package nl.meerwaarde.audit;

import java.time.Duration;

/**
 * How a host wants its accesses recorded.
 *
 * @param enabled whether they are at all; off is for measuring what it costs
 * @param forwarded whether the last address in {@code X-Forwarded-For} is believed: only behind a proxy that sets it
 * @param sealEvery how often entries are sealed
 */
public record AuditSettings(boolean enabled, boolean forwarded, Duration sealEvery) {}
