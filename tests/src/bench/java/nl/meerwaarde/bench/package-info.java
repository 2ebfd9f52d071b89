/**
 * Measures the delivered server side by side with a stock HAPI server of the same version, database and heap, and with bare SQL and a CQL engine on the
 * same data. Every server is a process of its own, so that its processor time and memory can be told. Each bench asserts what the project promises and
 * writes a page of what it saw into {@code target/bench}.
 */
@NullMarked
package nl.meerwaarde.bench;

import org.jspecify.annotations.NullMarked;
