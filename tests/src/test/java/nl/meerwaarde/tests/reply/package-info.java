/** How replies leave the server. */
@NullMarked
package nl.meerwaarde.tests.reply;

import org.jspecify.annotations.NullMarked;
