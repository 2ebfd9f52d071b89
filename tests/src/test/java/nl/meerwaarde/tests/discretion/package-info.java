/** What servers say where others read along: nothing of what patients told them. Knows FHIR and log files, no rule of ours. */
@NullMarked
package nl.meerwaarde.tests.discretion;

import org.jspecify.annotations.NullMarked;
