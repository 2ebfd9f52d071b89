/**
 * Rebuilding outcome facts as a batch job: for a server that held data before the plug-in came, after a repair, or to prove that facts kept up to date
 * equal facts made from scratch. Lists the patients, rebuilds each through {@code derivation}, reports progress.
 */
@NullMarked
package nl.meerwaarde.rebuild;

import org.jspecify.annotations.NullMarked;
