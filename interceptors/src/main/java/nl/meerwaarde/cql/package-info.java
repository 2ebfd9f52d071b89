/**
 * Measures in CQL that are no fact-measures, evaluated by HAPI's clinical reasoning over the stored records: off unless an administrator switches it on, for recipients
 * that may have records, within limits of patients and time. Knows the engine; a host without its libraries has the feature off.
 */
@NullMarked
package nl.meerwaarde.cql;

import org.jspecify.annotations.NullMarked;
