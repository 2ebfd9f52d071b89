/**
 * Answering in the reader's language. Definitions and problems carry their translations with them (FHIR's {@code translation} extension, designations
 * of codes); here the header {@code Accept-Language} chooses among them, on the way out. What is stored is never touched: a translated copy says that
 * it is one, and does not come back in.
 */
@NullMarked
package nl.meerwaarde.language;

import org.jspecify.annotations.NullMarked;
