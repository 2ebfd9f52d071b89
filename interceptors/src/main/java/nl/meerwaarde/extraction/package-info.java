/**
 * Making resources of answers: the operation {@code QuestionnaireResponse/$extract} of SDC. In flow a completed response and its Questionnaire; out comes a
 * transaction that nobody has run yet, and what could not be extracted and why. Scores become the very Observations that the server derives when a response
 * is submitted; other items become Observations by their code, any resource by the definition of their items, or copies of templates. Pure but for the door:
 * nothing is stored, and the same response gives the same transaction.
 *
 * <p>HAPI's clinical-reasoning module has this operation too. It is not used: it fails on decimal answers, knows no templates, and would not give the
 * scores that this server derives.
 */
@NullMarked
package nl.meerwaarde.extraction;

import org.jspecify.annotations.NullMarked;
