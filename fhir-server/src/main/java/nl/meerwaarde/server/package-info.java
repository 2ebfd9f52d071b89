/** The thin shell: HAPI's JPA server on Spring Boot, with the plug-in suite on the class path. Knows databases and ports; no value-based care. */
@NullMarked
package nl.meerwaarde.server;

import org.jspecify.annotations.NullMarked;
