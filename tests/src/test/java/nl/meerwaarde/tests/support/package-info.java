/**
 * What the black-box tests are written in: one server for all of them, patients and their answers as sentences, and assertions that speak FHIR.
 * Everything goes over HTTP, except facts: those are read from the tables, because no resource shows them.
 */
@NullMarked
package nl.meerwaarde.tests.support;

import org.jspecify.annotations.NullMarked;
