/**
 * On which ground others than who treats may know of patients, and what these say about it. Keeps the statements of their {@code Consent}s beside HAPI's tables and
 * turns a ground into a condition on patients, for whoever reads facts or records on behalf of a recipient. Knows no recipients. The rules are in
 * {@code docs/consent.md}.
 */
@NullMarked
package nl.meerwaarde.consent;

import org.jspecify.annotations.NullMarked;
