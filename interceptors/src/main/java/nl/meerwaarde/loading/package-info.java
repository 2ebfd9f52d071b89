/**
 * Bringing the definitions that come with the plug-in (code systems, profiles, operations, instruments, pathways, measures) into the host's storage at
 * start, and registering those the host already had. Writes through HAPI's storage, so every rule for definitions holds for ours too.
 */
@NullMarked
package nl.meerwaarde.loading;

import org.jspecify.annotations.NullMarked;
