/**
 * A patient's record as far as outcomes are computed from it: one small {@link nl.meerwaarde.record.RecordEntry} per stored resource, in a table of
 * our own keyed by resource, so that a patient's derived state needs one query and no search. An entry is a pure function of its resource (and, for
 * a response, of the instrument version it names). Resources flow in when they are stored, entries flow out to {@code outcome}.
 */
@NullMarked
package nl.meerwaarde.record;

import org.jspecify.annotations.NullMarked;
