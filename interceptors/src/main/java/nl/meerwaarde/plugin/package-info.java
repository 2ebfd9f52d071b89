/**
 * How the suite plugs into a HAPI JPA server: auto-configuration for Spring Boot hosts, one configuration to import for others, and the one place that
 * registers every hook and operation. The wiring of the whole suite is readable here.
 */
@NullMarked
package nl.meerwaarde.plugin;

import org.jspecify.annotations.NullMarked;
