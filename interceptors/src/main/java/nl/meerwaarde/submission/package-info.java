/**
 * The door through which answers and episodes come in: names the pinned versions, refuses what breaks rules with every problem at once, replaces
 * scores a client computed. Works on resources just before they are stored, wherever they come from; nothing is derived here. Flows on to
 * {@code derivation}.
 */
@NullMarked
package nl.meerwaarde.submission;

import org.jspecify.annotations.NullMarked;
