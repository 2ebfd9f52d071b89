/**
 * The end of a record: {@code Patient/$erase} removes everything that is stored about a patient, with its history, and everything that was derived from it; {@code Patient/$retention-due} says of whom nothing has changed for so long. What was
 * published stays, and so does the audit trail. Knows where each feature keeps something of a patient. The rules are in {@code docs/erasure.md}.
 */
@NullMarked
package nl.meerwaarde.erasure;

import org.jspecify.annotations.NullMarked;
