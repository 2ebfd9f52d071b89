/**
 * What an instrument is once its Questionnaire is understood: the questions with their rules, and the scores with their parsed expressions, in the
 * order in which they can be computed. In flows a Questionnaire, out comes an immutable {@link nl.meerwaarde.instrument.Instrument} or the list of
 * everything that is wrong with it. Nothing here knows a particular instrument, a database or HTTP.
 */
@NullMarked
package nl.meerwaarde.instrument;

import org.jspecify.annotations.NullMarked;
