/**
 * Which numbers may leave for whom. A {@link nl.meerwaarde.disclosure.Table} of additive cells goes in with a
 * {@link nl.meerwaarde.disclosure.Recipient}; a {@link nl.meerwaarde.disclosure.Release} comes out, whose numbers are
 * {@link nl.meerwaarde.disclosure.Disclosed}: shown, rounded or suppressed, and made nowhere else. Knows recipient policies and tables of counts; of
 * Measures no more than the addresses of those that are delivered to a registry. The method and its limits are in {@code docs/disclosure.md}.
 */
@NullMarked
package nl.meerwaarde.disclosure;

import org.jspecify.annotations.NullMarked;
