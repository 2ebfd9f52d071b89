/**
 * The command line of the importer: {@code java -jar meerwaarde.jar import …}. Starts the server's storage without its web side, and hands over to the
 * plug-in suite; a check starts nothing.
 */
@NullMarked
package nl.meerwaarde.server.importing;

import org.jspecify.annotations.NullMarked;
