/**
 * Item response theory, as far as adaptive instruments need it: the graded response model, the estimate of where a person stands on the scale, which
 * item tells most there, and when enough is known. In flow item parameters and answered categories, out come numbers. Pure arithmetic: nothing of
 * FHIR, storage or HTTP.
 */
@NullMarked
package nl.meerwaarde.itemresponse;

import org.jspecify.annotations.NullMarked;
