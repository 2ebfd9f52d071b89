/**
 * Whether a QuestionnaireResponse fits its instrument: every problem at once, each with its path and a sentence. In flow an instrument and a
 * response, out comes a list of problems. Pure: no database, no HTTP, nothing stored.
 */
@NullMarked
package nl.meerwaarde.response;

import org.jspecify.annotations.NullMarked;
