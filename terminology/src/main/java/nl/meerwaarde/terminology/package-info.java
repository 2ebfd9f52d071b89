/**
 * The words of Meerwaarde: code systems and value sets as resources of this package, one JSON file each, and their
 * canonical addresses as {@link nl.meerwaarde.terminology.Canonicals constants}. Depends on nothing.
 */
@NullMarked
package nl.meerwaarde.terminology;

import org.jspecify.annotations.NullMarked;
