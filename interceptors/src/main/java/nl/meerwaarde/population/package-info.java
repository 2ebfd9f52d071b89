/**
 * Filling in what is known already: the operation {@code Questionnaire/$populate} of SDC. In flow a Questionnaire, a patient and what the request brings
 * along; out comes a response whose answers stand in the record or in the Questionnaire itself, and what could not be filled in and why. Only reads: through
 * HAPI's storage as the one who asks, behind the port {@link nl.meerwaarde.population.SubjectRecord}; nothing is stored.
 *
 * <p>HAPI's clinical-reasoning module has this operation too. It is not used: it compiles CQL for every FHIRPath expression of a form, which takes it more
 * than a second per request, and it does not know population from Observations.
 */
@NullMarked
package nl.meerwaarde.population;

import org.jspecify.annotations.NullMarked;
