/**
 * The owner's wording of an instrument. What is shipped has labels of our own; a hospital that has a licence lays the owner's text over them, and scores,
 * cases and history stay as they are. Reads the text (a Questionnaire or a table), compares it with the instrument, refuses one that would change what
 * answers are worth, and stores the worded Questionnaire. Also says whether an instrument may take clinical responses yet.
 */
@NullMarked
package nl.meerwaarde.wording;

import org.jspecify.annotations.NullMarked;
